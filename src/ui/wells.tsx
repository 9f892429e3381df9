import { Check } from 'lucide-react'
import { useSay } from './language.tsx'
import { words } from './words.ts'

export interface WellView {
  readonly name: string
  readonly state: 'done' | 'current' | 'ahead'
  /** A date or a short word under the name. */
  readonly note?: string | undefined
}
const RING = { done: 'border-brand bg-brand text-white', current: 'border-brand bg-surface', ahead: 'border-control bg-surface' } as const

/** The chain of wells on one channel: with the direction of reading on wide screens, downward on phones. The product's one signature. */
export function Wells({ wells, label }: { readonly wells: readonly WellView[]; readonly label: string }) {
  const say = useSay()
  const spoken = { done: words['well-done'], current: words['well-current'], ahead: words['well-ahead'] } as const
  return (
    <ol aria-label={label} className="flex flex-col sm:flex-row">
      {wells.map((well, index) => (
        <li
          key={well.name}
          className="relative flex flex-1 items-start gap-3 pb-4 sm:flex-col sm:items-center sm:gap-1 sm:pb-0 sm:text-center"
          {...(well.state === 'current' ? { 'aria-current': 'step' } : {})}
        >
          {index === 0 ? null : (
            <span
              aria-hidden
              className={`absolute -top-4 start-3 h-5 w-1 sm:start-[-50%] sm:top-6 sm:h-1 sm:w-full ${well.state === 'ahead' ? 'bg-line' : 'bg-brand'}`}
            />
          )}
          <span aria-hidden className={`hidden h-3 w-0.5 sm:block ${well.state === 'ahead' ? 'bg-line' : 'bg-brand'}`} />
          <span aria-hidden className={`z-10 flex size-7 shrink-0 items-center justify-center rounded-full border-2 ${RING[well.state]}`}>
            {well.state === 'done' ? (
              <Check size={16} strokeWidth={2.5} />
            ) : well.state === 'current' ? (
              <span className="size-3 rounded-full bg-brand" />
            ) : null}
          </span>
          <span>
            <span className={`block text-dense ${well.state === 'current' ? 'font-bold' : ''}`}>{well.name}</span>
            <span className="sr-only">{say(spoken[well.state])}</span>
            {well.note === undefined ? null : <span className="block text-ink-2 text-meta">{well.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
