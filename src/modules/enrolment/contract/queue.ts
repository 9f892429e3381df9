import { z } from 'zod'
import { Day, Id, Letter, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { CaseId, CaseRow } from './cases.ts'

/** One place in line and why: the tier, the day of registration, then the file number, which is random. */
export const QueueRow = CaseRow.extend({
  tier: z.number().int(),
  /** Position in line, from 1. */
  place: z.number().int(),
  registeredOn: Day,
  queuedOn: Day,
  reason: z.string(),
})
export type QueueRow = z.infer<typeof QueueRow>
/** The queue of a county in its order, with the reason of each place, who is proposed next, and offers that wait for an answer. */
export const readQueue = route({
  method: 'GET',
  path: '/enrolment/queue',
  action: 'enrolment.read-queue',
  input: z.object({ countyCode: CountyCode, limit: z.coerce.number().int().min(1).max(250).default(50) }),
  output: z.object({
    places: z.number().int(),
    granted: z.number().int(),
    /** Units of quota that came (or, negative, went) with women who changed county; part of `places`. */
    moved: z.number().int(),
    free: z.number().int(),
    waiting: z.number().int(),
    outOfTurn: z.number().int(),
    /** Whom the next free place is proposed to; null without a free place or without a queue. */
    proposed: CaseId.nullable(),
    tiers: z.array(z.object({ tier: z.number().int(), sentence: z.string() })),
    queue: z.array(QueueRow),
    offers: z.array(CaseRow.extend({ isOverdue: z.boolean() })),
  }),
  refusals: [],
})
/** Grants the next place of a county to whoever stands first; of many at once exactly as many succeed as there are places. */
export const grantPlace = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/place',
  action: 'enrolment.grant-place',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.not-queued', 'enrolment.no-free-place', 'enrolment.not-next'],
  subject: ({ caseId }, output) => ({ type: 'place', id: caseId, caseId, countyCode: output.countyCode }),
})
/** Her answer to an offered place: she takes it, gives it back and keeps her turn, or waits for another time. */
export const answerPlace = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/place/answer',
  action: 'enrolment.answer-place',
  offline: true,
  input: z.object({ caseId: CaseId, wish: z.enum(['take', 'queued', 'not-yet']) }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.no-place-offered'],
  subject: ({ caseId }, output) => ({ type: 'place', id: caseId, caseId, countyCode: output.countyCode }),
})
/** An offer nobody answered in time is taken back by a person, after whoever carries the file has tried to reach her. */
export const expirePlace = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/place/expire',
  action: 'enrolment.grant-place',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.no-place-offered', 'enrolment.offer-still-open'],
  subject: ({ caseId }, output) => ({ type: 'place', id: caseId, caseId, countyCode: output.countyCode }),
})

export const OutOfTurnReason = z.enum(['danger-to-life', 'order-of-court', 'season-of-work', 'group-of-one-order', 'error-of-office'])
export type OutOfTurnReason = z.infer<typeof OutOfTurnReason>
export const OutOfTurn = z.object({
  id: Id,
  caseId: CaseId,
  fileNumber: z.string(),
  countyCode: CountyCode,
  reason: OutOfTurnReason,
  letterNumber: z.string(),
  letterDate: Day,
  proposedOn: Day,
  isOwn: z.boolean(),
  version: z.number().int(),
})
export type OutOfTurn = z.infer<typeof OutOfTurn>
/** A place before others: a reason, a letter, and a second person who grants it. Counted publicly (roles.md §3.11). */
export const proposeOutOfTurn = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/out-of-turn',
  action: 'enrolment.propose-out-of-turn',
  input: Letter.extend({ caseId: CaseId, id: Id, reason: OutOfTurnReason }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'enrolment.not-queued', 'enrolment.already-next', 'enrolment.already-proposed'],
  subject: ({ id, caseId }) => ({ type: 'out-of-turn', id, caseId }),
})
export const listOutOfTurn = route({
  method: 'GET',
  path: '/enrolment/out-of-turn',
  action: 'enrolment.propose-out-of-turn',
  input: z.object({ limit: z.coerce.number().int().min(1).max(250).default(50) }),
  output: z.object({ proposals: z.array(OutOfTurn) }),
  refusals: [],
})
export const settleOutOfTurn = route({
  method: 'POST',
  path: '/enrolment/out-of-turn/:id/settle',
  action: 'enrolment.settle-out-of-turn',
  input: z.object({ id: Id, isGranted: z.boolean(), version: Version }),
  output: z.object({ id: Id, isGranted: z.boolean() }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'enrolment.already-answered',
    'enrolment.own-proposal',
    'enrolment.not-queued',
    'enrolment.no-free-place',
  ],
  subject: ({ id }) => ({ type: 'out-of-turn', id }),
})
/** What anyone may know: how many places were granted, how many of them out of turn, and how second readings ended. Small numbers of women are hidden. */
export const readOpenFigures = route({
  method: 'GET',
  path: '/enrolment/open-figures',
  action: 'enrolment.read-open-figures',
  input: z.object({}),
  output: z.object({
    granted: z.number().int().nullable(),
    outOfTurn: z.number().int(),
    appealsUpheld: z.number().int().nullable(),
    appealsOverturned: z.number().int().nullable(),
  }),
  refusals: [],
})
/** Decisions of a county in numbers, for the office; cells under ten are hidden (roles.md §2, Σ). */
export const readDecisionFigures = route({
  method: 'GET',
  path: '/enrolment/decision-figures',
  action: 'enrolment.read-decision-figures',
  input: z.object({}),
  output: z.object({
    figures: z.array(
      z.object({
        countyCode: CountyCode,
        eligible: z.number().int().nullable(),
        ineligible: z.number().int().nullable(),
        countedApart: z.number().int().nullable(),
        outOfTurn: z.number().int(),
      }),
    ),
  }),
  refusals: [],
})
