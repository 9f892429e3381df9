import { z } from 'zod'
import { Day, Id, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { PlannedAct } from './states.ts'

/** A month of the Jalali year. */
export const MonthCode = z.string().regex(/^1[34]\d{2}-(0[1-9]|1[0-2])$/)
export const Progress = z
  .object({
    act: PlannedAct,
    /** Null while nothing is planned. */
    plannedId: Id.nullable(),
    planned: z.number().int().nullable(),
    organisationId: Id.nullable(),
    organisationName: z.string().nullable(),
    version: z.number().int().nullable(),
    /** Counted where it happened, never typed. */
    done: z.number().int(),
  })
  .meta({ id: 'OversightProgress' })
export type Progress = z.infer<typeof Progress>
export const ActionPlan = z.object({
  countyCode: CountyCode,
  month: MonthCode,
  from: Day,
  until: Day,
  lines: z.array(Progress),
})
export type ActionPlan = z.infer<typeof ActionPlan>

/** One month of a county: what was planned, by whom, and what happened; without a month, the present one. */
export const readActionPlan = route({
  method: 'GET',
  path: '/oversight/action-plans/:countyCode',
  action: 'oversight.read-action-plan',
  input: z.object({ countyCode: CountyCode, month: MonthCode.optional() }),
  output: ActionPlan,
  refusals: ['platform.not-found'],
})
/** The governorate plans one act of a month that is not over; a change names the version it saw. */
export const planAct = route({
  method: 'PUT',
  path: '/oversight/action-plans/:countyCode',
  action: 'oversight.plan-act',
  input: z.object({
    countyCode: CountyCode,
    id: Id,
    month: MonthCode,
    act: PlannedAct,
    quantity: wholeNumber(0, 100_000),
    organisationId: Id,
    seenVersion: z.number().int().nullable(),
  }),
  output: ActionPlan,
  refusals: ['platform.not-found', 'platform.version-stale', 'oversight.month-over', 'oversight.member-unknown'],
  subject: ({ id, countyCode }) => ({ type: 'planned-act', id, countyCode }),
})
