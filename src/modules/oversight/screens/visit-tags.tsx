import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { FindingState } from '../contract/findings.ts'
import type { VisitState } from '../contract/visits.ts'
import { visitWords as words } from '../words/visits.ts'

const VISIT = { asked: 'waiting', planned: 'current', held: 'done', declined: 'neutral', cancelled: 'neutral' } as const satisfies Record<
  VisitState,
  string
>
const FINDING = { open: 'due', reported: 'waiting', returned: 'due', confirmed: 'current', closed: 'done' } as const satisfies Record<
  FindingState,
  string
>
/** Where a visit stands, and whether its day went by without it. */
export function VisitTags({ state, isOverdue }: { readonly state: VisitState; readonly isOverdue: boolean }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-2">
      <Tag meaning={VISIT[state]}>{say(words[`visit-state-${state}`])}</Tag>
      {isOverdue ? <Tag meaning="overdue">{say(words['visit-late'])}</Tag> : null}
    </span>
  )
}
/** Where a finding stands, and whether its day has passed. */
export function FindingTags({ state, isOverdue }: { readonly state: FindingState; readonly isOverdue: boolean }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-2">
      <Tag meaning={FINDING[state]}>{say(words[`finding-state-${state}`])}</Tag>
      {isOverdue ? <Tag meaning="overdue">{say(words['finding-late'])}</Tag> : null}
    </span>
  )
}
