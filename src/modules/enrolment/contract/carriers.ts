import { z } from 'zod'
import { Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { CaseId, CaseRow } from './cases.ts'

/** Most files handed over in one act; as many as one guide may carry. */
export const MOST_HANDED_OVER = 60
export const Carrier = z.object({
  accountId: Id,
  name: z.string(),
  counties: z.array(CountyCode),
  /** False when her assignment has ended though files still hang on her. */
  isActive: z.boolean(),
  carried: z.number().int(),
})
export type Carrier = z.infer<typeof Carrier>
/** Guides of the reader's counties and how many files each carries; those who left appear while a file hangs on them. */
export const listCarriers = route({
  method: 'GET',
  path: '/enrolment/carriers',
  action: 'enrolment.reassign',
  input: z.object({}),
  output: z.object({ carriers: z.array(Carrier) }),
  refusals: [],
})
/** The files one guide carries, by number and position only. */
export const listCarriedBy = route({
  method: 'GET',
  path: '/enrolment/carriers/:accountId/cases',
  action: 'enrolment.reassign',
  input: z.object({ accountId: Id }),
  output: z.object({ cases: z.array(CaseRow) }),
  refusals: [],
})
/** Gives files to another guide of their county, all of them or none; a supervisor within her counties, the office anywhere. */
export const reassignCases = route({
  method: 'POST',
  path: '/enrolment/reassignments',
  action: 'enrolment.reassign',
  input: z.object({ accountId: Id, caseIds: z.array(CaseId).min(1).max(MOST_HANDED_OVER) }),
  output: z.object({ moved: z.number().int() }),
  refusals: ['platform.not-found', 'enrolment.not-a-guide-there', 'enrolment.carrier-full', 'plan.parameter-missing'],
  subject: ({ accountId }) => ({ type: 'carrier', id: accountId }),
})
