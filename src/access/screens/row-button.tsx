import { ChevronLeft } from 'lucide-react'
import { Button } from 'react-aria-components/Button'

const ROW =
  'flex min-h-11 w-full items-center justify-between gap-3 rounded-control border border-control bg-surface px-3 py-1 text-start hover:border-brand hover:bg-brand-soft'
interface RowProps {
  readonly title: string
  readonly note: string
  readonly onPress: () => void
  readonly isDisabled?: boolean
  /** What is said before it to those who hear it, where the title alone says too little. */
  readonly spoken?: string
}
/** A row that is one target and leads on: who one is here. */
export function RowButton({ title, note, onPress, isDisabled = false, spoken }: RowProps) {
  return (
    <Button isDisabled={isDisabled} onPress={onPress} className={`${ROW} data-[disabled]:bg-sunken`}>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        {spoken === undefined ? null : <span className="sr-only">{spoken}</span>}
        <span className="order-last text-ink-2 text-meta">{note}</span>
        <span className="font-semibold text-dense">{title}</span>
      </span>
      <ChevronLeft aria-hidden size={18} className="shrink-0 text-brand ltr:-scale-x-100" />
    </Button>
  )
}
/** The same for a page made on the server: it is asked for anew, not shown by the app. */
export function RowLink({ href, title }: { readonly href: string; readonly title: string }) {
  return (
    <a href={href} className={ROW}>
      <span className="font-semibold text-dense">{title}</span>
      <ChevronLeft aria-hidden size={18} className="shrink-0 text-brand ltr:-scale-x-100" />
    </a>
  )
}
