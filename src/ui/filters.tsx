import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Button } from './button.tsx'
import { useSay } from './language.tsx'
import { tell } from './toast.tsx'
import { words } from './words.ts'

export interface Filters<T> {
  readonly values: T
  /** Changes some of them; the list begins again from its first page. */
  readonly change: (part: Partial<T>) => void
  readonly clear: () => void
  /** Whether any of them narrows the list. */
  readonly isAny: boolean
}
/** Filters live in the address, so that a list can be sent, kept and gone back to. What the address says wrongly is as if it said nothing. */
export function useFilters<S extends z.ZodObject>(schema: S): Filters<z.output<S>> {
  const values = schema.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const say = useSay()
  // Only a next page is a step one goes back from; a filter that is typed would otherwise be one for each letter.
  const go = (search: object, replace = true): void => void navigate({ to: '.', search: () => search, resetScroll: false, replace })
  return {
    values,
    change: (part) => go({ ...values, after: undefined, ...part }, !('after' in part)),
    isAny: Object.entries(values).some(([name, value]) => name !== 'after' && value !== undefined),
    clear: () => {
      go({})
      tell({ text: say(words['filters-cleared']), undo: () => go(values) })
    },
  }
}
/** The filters of a list in one row above it; on phones under each other. */
export function FilterBar({
  filters,
  children,
}: {
  readonly filters: Pick<Filters<unknown>, 'clear' | 'isAny'>
  readonly children: ReactNode
}) {
  const say = useSay()
  return (
    <search
      aria-label={say(words.filters)}
      className="flex flex-col gap-3 pb-4 sm:flex-row sm:flex-wrap sm:items-end [&>div:not(.no-grow)]:min-w-48 sm:[&>div:not(.no-grow)]:flex-1"
    >
      {children}
      {filters.isAny ? (
        <div className="no-grow">
          <Button look="quiet" onPress={filters.clear}>
            {say(words['clear-filters'])}
          </Button>
        </div>
      ) : null}
    </search>
  )
}
