import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { GrievanceState } from '../contract/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'

const MEANINGS = {
  received: 'due',
  acknowledged: 'due',
  'with-office': 'waiting',
  reopened: 'due',
  escalated: 'current',
  answered: 'waiting',
  closed: 'done',
} as const satisfies Record<GrievanceState, string>
/** Where a complaint stands, and whether its day has passed. */
export function GrievanceTags({ state, isOverdue }: { readonly state: GrievanceState; readonly isOverdue: boolean }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-2">
      <Tag meaning={MEANINGS[state]}>{say(words[`grievance-state-${state}`])}</Tag>
      {isOverdue ? <Tag meaning="overdue">{say(words['grievance-late'])}</Tag> : null}
    </span>
  )
}
