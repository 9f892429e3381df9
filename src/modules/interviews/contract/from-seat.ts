import { z } from 'zod'
import { Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { IncomeBand, WorkLimits } from '../../people/contract/limits.ts'

/** What a seat may know and write of her limits at work and her income (roles.md §2): limits are read and written, income is written alone. */
export const SeatMeans = z
  .object({
    limits: WorkLimits.nullable(),
    isIncomeWritten: z.boolean(),
    /** Whether income may be asked here: never while an officer of a body that pays her sits. */
    mayAskIncome: z.boolean(),
  })
  .meta({ id: 'SeatMeans' })
export const readSeatMeans = route({
  method: 'GET',
  path: '/interviews/:id/means',
  action: 'interviews.ask-means',
  input: z.object({ id: Id }),
  output: SeatMeans,
  refusals: ['platform.not-found', 'interviews.kinship-unsaid', 'interviews.not-in-room'],
  logged: true,
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** What she said, kept in her file under her key by whoever speaks. Null leaves what stands; neither is ever marked. */
export const writeSeatMeans = route({
  method: 'PUT',
  path: '/interviews/:id/means',
  action: 'interviews.ask-means',
  offline: true,
  input: z.object({ id: Id, limits: WorkLimits.nullable(), incomeBand: IncomeBand.nullable() }),
  output: SeatMeans,
  refusals: [
    'platform.not-found',
    'interviews.kinship-unsaid',
    'interviews.not-speaking',
    'interviews.not-begun',
    'interviews.already-finished',
    'interviews.payer-sits',
  ],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** Why a seat does not call her; her guide does, who knows her rule. */
export const NoCall = z.enum(['no-consent', 'no-phone', 'not-her-phone', 'not-her-hour'])
/** The call button of whoever speaks, on the day of the conversation while she has not come: her number for one call, and this look is shown to her. */
export const callFromSeat = route({
  method: 'GET',
  path: '/interviews/:id/call',
  action: 'interviews.call-from-seat',
  input: z.object({ id: Id }),
  output: z.object({ phone: z.string().nullable(), reason: NoCall.nullable(), saidToHer: z.string(), saidToOthers: z.string() }),
  refusals: ['platform.not-found', 'interviews.kinship-unsaid', 'interviews.not-speaking', 'interviews.day-not-come', 'interviews.no-call'],
  logged: true,
  subject: ({ id }) => ({ type: 'interview', id }),
})
