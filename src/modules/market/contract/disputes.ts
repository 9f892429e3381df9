import { z } from 'zod'
import { Day, Id, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { deductionReasons, deductionStates, disputeAbouts, disputeStates } from '../rules/disputes.ts'

export const Dispute = z.object({
  id: Id,
  about: z.enum(disputeAbouts),
  state: z.enum(disputeStates),
  openedOn: Day,
  answerBy: Day,
  daysLeft: z.number().int(),
  endedOn: Day.nullable(),
})
export const Deduction = z.object({
  id: Id,
  amountRial: z.number().int(),
  reason: z.enum(deductionReasons),
  state: z.enum(deductionStates),
  proposedOn: Day,
  /** Whoever proposed it does not decide it. */
  isOwn: z.boolean(),
})
export const Claims = z.object({ disputes: z.array(Dispute), deductions: z.array(Deduction) })
export type Claims = z.infer<typeof Claims>
export const readClaims = route({
  method: 'GET',
  path: '/market/lots/:id/claims',
  action: 'market.read-work',
  input: z.object({ id: Id }),
  output: Claims,
  refusals: ['platform.not-found'],
})
/** She asks for another look, or does not agree: her guide writes it down, and a clock runs. */
export const openDispute = route({
  method: 'POST',
  path: '/market/lots/:id/disputes',
  action: 'market.open-dispute',
  input: z.object({ id: Id, version: Version, disputeId: Id, about: z.enum(disputeAbouts) }),
  output: Claims,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.dispute-not-now', 'market.dispute-open'],
  subject: ({ id }) => ({ type: 'lot', id }),
})
export const withdrawDispute = route({
  method: 'POST',
  path: '/market/disputes/:id/withdraw',
  action: 'market.open-dispute',
  input: z.object({ id: Id }),
  output: Claims,
  refusals: ['platform.not-found', 'market.dispute-ended'],
  subject: ({ id }) => ({ type: 'dispute', id }),
})
/** Answered by somebody who did not look at the pieces herself. For her, what was rejected is paid as the buyer's loss. */
export const settleDispute = route({
  method: 'POST',
  path: '/market/disputes/:id/settle',
  action: 'market.settle-dispute',
  input: z.object({ id: Id, isForHer: z.boolean(), entryId: Id }),
  output: Claims,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.dispute-ended', 'market.own-inspection', 'market.no-such-lot-move'],
  subject: ({ id }) => ({ type: 'dispute', id }),
})
export const proposeDeduction = route({
  method: 'POST',
  path: '/market/lots/:id/deductions',
  action: 'market.deduct',
  input: z.object({
    id: Id,
    version: Version,
    deductionId: Id,
    amountRial: z.number().int().min(1).max(100_000_000_000_000),
    reason: z.enum(deductionReasons),
  }),
  output: Claims,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'market.deduction-not-now',
    'market.deduction-above-owed',
    'market.deduction-open',
  ],
  subject: ({ id }) => ({ type: 'lot', id }),
})
/** The second hand: yes takes it off, no leaves her pay as it was; no may also be said by whoever proposed it, who takes it back. */
export const decideDeduction = route({
  method: 'POST',
  path: '/market/deductions/:id/decide',
  action: 'market.deduct',
  input: z.object({ id: Id, isApproved: z.boolean(), entryId: Id }),
  output: Claims,
  refusals: [
    'platform.not-found',
    'market.deduction-decided',
    'market.deduction-by-two',
    'market.deduction-not-now',
    'market.deduction-above-owed',
  ],
  subject: ({ id }) => ({ type: 'deduction', id }),
})
