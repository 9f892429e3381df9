import { z } from 'zod'

export const opportunityStates = ['open', 'closed'] as const
export const OpportunityState = z.enum(opportunityStates)
export type OpportunityState = z.infer<typeof OpportunityState>
/** A proposal of a run: her guide looks at it, then she answers. */
export const proposalStates = ['proposed', 'upheld', 'accepted', 'declined', 'set-aside', 'lapsed', 'ended'] as const
export const ProposalState = z.enum(proposalStates)
export type ProposalState = z.infer<typeof ProposalState>
/** Why an opportunity is not for her, now. Each is a sentence; none is a mark of her. */
export const obstacles = [
  'not-at-work',
  'no-consent',
  'exit-table-unseen',
  'another-way',
  'has-one',
  'set-aside',
  'kept-for-another',
  'field-not-wished',
  'craft-unknown',
  'craft-below',
  'output-unknown',
  'output-below',
  'permit-missing',
  'resting',
] as const
export const MatchingObstacle = z.enum(obstacles)
export type MatchingObstacle = z.infer<typeof MatchingObstacle>
/** A guide’s word about one woman and one opportunity: for this one alone, or never this one. */
export const markKinds = ['pin', 'ban'] as const
export const MarkKind = z.enum(markKinds)
export const markReasons = ['her-wish', 'same-group', 'begun-there', 'too-far', 'care-or-health', 'other-work', 'knows-buyer'] as const
export const MarkReason = z.enum(markReasons)
export type MarkReason = z.infer<typeof MarkReason>
/** What came of a woman in a run. */
export const outcomes = ['proposed', 'others-first', 'nothing-fits'] as const
export const RunOutcome = z.enum(outcomes)
export type RunOutcome = z.infer<typeof RunOutcome>
