import { useSay } from '../../../ui/language.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { BusinessState } from '../contract/businesses.ts'
import type { PermitState, ReviewState } from '../contract/permits.ts'
import { words } from '../words.ts'

const BUSINESS: Readonly<Record<BusinessState, Meaning>> = {
  idea: 'neutral',
  trial: 'current',
  active: 'done',
  paused: 'due',
  ended: 'neutral',
}
const PERMIT: Readonly<Record<PermitState, Meaning>> = {
  'not-required': 'done',
  draft: 'neutral',
  submitted: 'waiting',
  'agency-review': 'waiting',
  'specialist-review': 'waiting',
  'agency-signed': 'waiting',
  issued: 'done',
  'renewal-due': 'due',
  expired: 'overdue',
  returned: 'due',
  rejected: 'overdue',
  withdrawn: 'neutral',
  suspended: 'overdue',
  revoked: 'overdue',
  inactive: 'neutral',
}
const REVIEW: Readonly<Record<ReviewState, Meaning>> = {
  waiting: 'waiting',
  'under-way': 'current',
  approved: 'done',
  returned: 'due',
  rejected: 'overdue',
  dropped: 'neutral',
}
export function BusinessTag({ state }: { readonly state: BusinessState }) {
  const say = useSay()
  return <Tag meaning={BUSINESS[state]}>{say(words[`state-${state}`])}</Tag>
}
export function PermitTag({ state }: { readonly state: PermitState }) {
  const say = useSay()
  return <Tag meaning={PERMIT[state]}>{say(words[`permit-state-${state}`])}</Tag>
}
export function ReviewTag({ state }: { readonly state: ReviewState }) {
  const say = useSay()
  return <Tag meaning={REVIEW[state]}>{say(words[`review-state-${state}`])}</Tag>
}
