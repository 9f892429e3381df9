import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { OpportunityState, ProposalState, RunOutcome } from '../contract/states.ts'
import { words } from '../words.ts'

export function OpportunityStateTag({ state }: { readonly state: OpportunityState }) {
  const say = useSay()
  return <Tag meaning={state === 'open' ? 'current' : 'neutral'}>{say(words[`opportunity-state-${state}`])}</Tag>
}
/** Who is waited for in blue, her yes in green; a no looks like nothing at all. */
const meaningOf = {
  proposed: 'waiting',
  upheld: 'waiting',
  accepted: 'done',
  declined: 'neutral',
  'set-aside': 'neutral',
  lapsed: 'neutral',
  ended: 'neutral',
} as const satisfies Record<ProposalState, string>
export function ProposalStateTag({ state }: { readonly state: ProposalState }) {
  const say = useSay()
  return <Tag meaning={meaningOf[state]}>{say(words[`proposal-state-${state}`])}</Tag>
}
export function OutcomeTag({ outcome }: { readonly outcome: RunOutcome }) {
  const say = useSay()
  return <Tag meaning={outcome === 'proposed' ? 'done' : 'neutral'}>{say(words[`outcome-${outcome}`])}</Tag>
}
