import { CircleCheck, CircleDot, Clock, TriangleAlert } from 'lucide-react'

const MEANINGS = {
  neutral: { look: 'text-ink-2 bg-neutral-ground', Icon: undefined },
  waiting: { look: 'text-waiting bg-waiting-ground', Icon: Clock },
  current: { look: 'text-underway bg-underway-ground', Icon: CircleDot },
  due: { look: 'text-due bg-due-ground', Icon: Clock },
  done: { look: 'text-done bg-done-ground', Icon: CircleCheck },
  overdue: { look: 'text-overdue bg-overdue-ground', Icon: TriangleAlert },
} as const
export type Meaning = keyof typeof MEANINGS

/** A status: text and icon on a soft ground, never colour alone. */
export function Tag({ meaning, children }: { readonly meaning: Meaning; readonly children: string }) {
  const { look, Icon } = MEANINGS[meaning]
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap rounded-tag px-2 text-tag ${look}`}>
      {Icon === undefined ? null : <Icon aria-hidden size={14} strokeWidth={2} />}
      {children}
    </span>
  )
}
