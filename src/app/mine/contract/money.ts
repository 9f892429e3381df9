import { z } from 'zod'
import { standings } from '../../../modules/outcomes/rules/earning.ts'
import { InsuranceState, Scheme } from '../../../modules/pathways/contract/insurances.ts'
import { LoanState } from '../../../modules/pathways/contract/loans.ts'
import { Day, Id, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Pin } from './door.ts'
import { HerStep } from './steps.ts'

const Done = z.object({ isDone: z.literal(true) })
/** Her number once more: money stands open for five minutes, and any other step shuts it. `blind` as at her door. */
export const openMoney = route({
  method: 'POST',
  path: '/mine/money/open',
  action: 'mine.open-money',
  input: z.object({ pin: Pin, blind: z.string().min(32).max(64) }),
  output: Done,
  refusals: ['mine.pin-wrong'],
})
export const readHerMoney = route({
  method: 'GET',
  path: '/mine/money',
  action: 'mine.read-money',
  input: z.object({}),
  output: z.object({
    /** Lots offered to her, with the terms as sentences: the only place where she says yes. */
    offers: z.array(
      z.object({
        id: Id,
        title: z.string(),
        terms: z.array(z.string()),
        unit: z.string(),
        rateRial: z.number().int(),
        wholeRial: z.number().int(),
        dueOn: Day.nullable(),
        version: Version,
      }),
    ),
    /** What she said yes to and has in hand, with the terms as they stood. */
    agreed: z.array(z.object({ id: Id, title: z.string(), terms: z.array(z.string()) })),
    lots: z.array(
      z.object({
        id: Id,
        title: z.string(),
        owedRial: z.number().int(),
        outstandingRial: z.number().int(),
        payBy: Day.nullable(),
        isLate: z.boolean(),
        /** Told as paid into her hand: only her word ends it. */
        isToConfirm: z.boolean(),
        isConfirmed: z.boolean(),
        version: Version,
      }),
    ),
    /** How far a loan or an insurance is. Of whom it is, and who pays for it, stands nowhere: that would say who supports her. */
    loans: z.array(z.object({ id: Id, amountRial: z.number().int(), state: LoanState, stateSince: Day })),
    insurances: z.array(z.object({ id: Id, scheme: Scheme, state: InsuranceState, stateSince: Day })),
    /** Steps about a loan or an insurance, with her word on them. */
    steps: z.array(HerStep),
    /** What came of her work, out of payments she confirmed and of nothing else; null before she is registered. */
    income: z
      .object({
        standing: z.enum(standings),
        /** The latest months in which something stayed with her, after what she spent; as 1405-08, newest first. */
        months: z.array(z.object({ month: z.string(), netRial: z.number().int() })),
        hourlyRial: z.number().int().nullable(),
        orderedUntil: Day.nullable(),
      })
      .nullable(),
  }),
  refusals: ['mine.money-shut'],
})
export const confirmMoney = route({
  method: 'POST',
  path: '/mine/payments/:id/confirm',
  action: 'mine.confirm-money',
  input: z.object({ id: Id, version: Version, entryId: Id, hasReceived: z.boolean() }),
  output: Done,
  refusals: [
    'mine.money-shut',
    'platform.not-found',
    'platform.version-stale',
    'market.no-such-lot-move',
    'market.dispute-open',
    'market.nothing-was-owed',
    'enrolment.file-joined',
    'enrolment.no-such-move',
  ],
})
/** Her yes to a lot, on the page on which she read or heard its terms. */
export const acceptLot = route({
  method: 'POST',
  path: '/mine/money/lots/:id/accept',
  action: 'mine.answer-work',
  input: z.object({ id: Id, version: Version }),
  output: Done,
  refusals: ['mine.money-shut', 'platform.not-found', 'platform.version-stale', 'market.no-such-lot-move', 'pathways.exit-table-unseen'],
})
