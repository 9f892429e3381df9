import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { LotState, OrderRequestState, OrderState } from '../contract/states.ts'
import { words } from '../words.ts'

export function OrderStateTag({ state }: { readonly state: OrderState }) {
  const say = useSay()
  const meaning = state === 'called' ? 'waiting' : state === 'ordered' ? 'current' : state === 'closed' ? 'done' : 'neutral'
  return <Tag meaning={meaning}>{say(words[`order-state-${state}`])}</Tag>
}
const OF_REQUESTS = { received: 'due', 'with-office': 'waiting', ordered: 'done', declined: 'neutral' } as const
export function OrderRequestStateTag({ state }: { readonly state: OrderRequestState }) {
  const say = useSay()
  return <Tag meaning={OF_REQUESTS[state]}>{say(words[`order-request-state-${state}`])}</Tag>
}
/** Who is waited for: her answer or a payment in blue, work in violet, what is done in green. */
function meaningOf(state: LotState) {
  switch (state) {
    case 'offered':
    case 'terms-read':
    case 'due':
    case 'paid-to-hub':
    case 'paid-to-her':
      return 'waiting'
    case 'material-short':
      return 'due'
    case 'confirmed-by-her':
      return 'done'
    case 'declined':
    case 'cancelled-by-buyer':
      return 'neutral'
    case 'accepted':
    case 'sample':
    case 'ordered':
    case 'material-delivered':
    case 'produced':
    case 'checked':
    case 'delivered':
      return 'current'
  }
}
export function LotStateTag({ state, isLate = false }: { readonly state: LotState; readonly isLate?: boolean }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-1">
      <Tag meaning={meaningOf(state)}>{say(words[`lot-state-${state}`])}</Tag>
      {isLate ? <Tag meaning="overdue">{say(words.late)}</Tag> : null}
    </span>
  )
}
