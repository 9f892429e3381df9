import type { MarkReason, OpportunityState, ProposalState } from '../contract/states.ts'

export const opportunityMoves = {
  open: ['closed'],
  closed: [],
} as const satisfies Record<OpportunityState, readonly OpportunityState[]>
/**
 * The one table of moves of a proposal. Her guide looks before she is asked; she may say no at any time, also after a yes. What nobody answered
 * lapses with the next run or with the end of its opportunity.
 */
export const proposalMoves = {
  proposed: ['upheld', 'set-aside', 'lapsed'],
  upheld: ['accepted', 'declined', 'set-aside', 'lapsed'],
  accepted: ['declined', 'ended'],
  declined: [],
  'set-aside': [],
  lapsed: [],
  ended: [],
} as const satisfies Record<ProposalState, readonly ProposalState[]>

export function reasonsNotToMoveProposal(from: ProposalState, to: ProposalState): readonly 'matching.no-such-move'[] {
  const allowed: readonly ProposalState[] = proposalMoves[from]
  return allowed.includes(to) ? [] : ['matching.no-such-move']
}
export function reasonsNotToCloseOpportunity(from: OpportunityState): readonly 'matching.opportunity-closed'[] {
  const allowed: readonly OpportunityState[] = opportunityMoves[from]
  return allowed.includes('closed') ? [] : ['matching.opportunity-closed']
}
/** Proposals that hold a woman for an opportunity, so that a new run goes around them. */
export const holding: readonly ProposalState[] = ['upheld', 'accepted']
/** Proposals after which the same opportunity is not proposed to her again. */
export const turnedFrom: readonly ProposalState[] = ['declined', 'set-aside']

/** Why an opportunity is kept for her, and why one is never put to her; her own wish can be either. */
export const reasonsOf = {
  pin: ['her-wish', 'same-group', 'begun-there'],
  ban: ['her-wish', 'too-far', 'care-or-health', 'other-work', 'knows-buyer'],
} as const satisfies Record<'pin' | 'ban', readonly MarkReason[]>
export function reasonsNotToMark(kind: 'pin' | 'ban', reason: MarkReason): readonly 'matching.reason-of-other-kind'[] {
  const allowed: readonly MarkReason[] = reasonsOf[kind]
  return allowed.includes(reason) ? [] : ['matching.reason-of-other-kind']
}
