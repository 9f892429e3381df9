import { useSay } from '../../../ui/language.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { Deliverable } from '../contract/deliverables.ts'
import type { DeliverableState } from '../contract/states.ts'
import { scopeWords as words } from '../words/scope.ts'

const MEANINGS = {
  due: 'waiting',
  submitted: 'current',
  accepted: 'done',
  returned: 'due',
  'paid-for': 'done',
} as const satisfies Record<DeliverableState, Meaning>
/** Who has the next step; a day that has passed stands beside it. */
export function DeliverableTag({ deliverable: { state, isOverdue } }: { readonly deliverable: Pick<Deliverable, 'state' | 'isOverdue'> }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-1">
      <Tag meaning={MEANINGS[state]}>{say(words[`deliverable-state-${state}`])}</Tag>
      {isOverdue ? <Tag meaning="overdue">{say(words.overdue)}</Tag> : null}
    </span>
  )
}
