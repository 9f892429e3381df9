import { z } from 'zod'
import { Day, Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { holdReasons } from '../rules/side-roads.ts'
import { CaseId, CaseRow, FileNumber } from './cases.ts'

const about = ({ caseId }: { readonly caseId: string }, output: CaseRow) => ({
  type: 'case',
  id: caseId,
  caseId,
  countyCode: output.countyCode,
})
export const HoldReason = z.enum(holdReasons)
/** Pauses her road until a day she names. For her safety the pause has no end and looks like any other to everyone but her guide. */
export const holdCase = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/hold',
  action: 'enrolment.hold',
  input: z.object({ caseId: CaseId, reason: HoldReason, until: Day.nullable() }),
  output: CaseRow,
  refusals: [
    'platform.not-found',
    'enrolment.no-such-move',
    'enrolment.not-consented',
    'enrolment.hold-needs-end',
    'enrolment.hold-end-wrong',
  ],
  subject: about,
})
/** Ends a pause, or takes back a change of county nobody has accepted: she stands where she stood, and no day of hers has run out meanwhile. */
export const resumeCase = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/resume',
  action: 'enrolment.resume',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.not-paused'],
  subject: about,
})
export const SideExit = z.enum(['not-yet', 'referred-out', 'moved', 'deceased'])
/** Leaves the road by a side exit; a referral names the place she was sent to. */
export const leaveRoad = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/leave',
  action: 'enrolment.leave',
  input: z.object({ caseId: CaseId, to: SideExit, referralPlaceId: Id.nullable() }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.no-such-move', 'enrolment.referral-missing'],
  subject: about,
})
/** Comes back into the old file: what she has told already is not asked again. */
export const reenterCase = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/re-enter',
  action: 'enrolment.re-enter',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.nothing-to-reenter', 'enrolment.file-erased'],
  subject: about,
})

/** Sends a file to another county of the plan; it stays with her guide until one there takes it. */
export const askTransfer = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/transfer',
  action: 'enrolment.ask-transfer',
  input: z.object({ caseId: CaseId, id: Id, toCounty: CountyCode }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.same-county', 'enrolment.not-a-pilot-county', 'enrolment.no-such-move'],
  subject: about,
})
export const Transfer = z.object({
  id: Id,
  fileNumber: FileNumber,
  fromCounty: CountyCode,
  toCounty: CountyCode,
  askedOn: Day,
  days: z.number().int(),
})
export type Transfer = z.infer<typeof Transfer>
/** Files on their way to a county of the reader, the longest waiting first; file numbers only. */
export const listTransfers = route({
  method: 'GET',
  path: '/enrolment/transfers',
  action: 'enrolment.read-transfers',
  input: z.object({ limit: z.coerce.number().int().min(1).max(250).default(50) }),
  output: z.object({ transfers: z.array(Transfer) }),
  refusals: [],
})
/** Takes a file that came from another county: she stands here where she stood there, in every room at once. */
export const acceptTransfer = route({
  method: 'POST',
  path: '/enrolment/transfers/:id/accept',
  action: 'enrolment.accept-transfer',
  input: z.object({ id: Id }),
  output: CaseRow.extend({ personId: Id }),
  refusals: ['platform.not-found', 'enrolment.already-answered', 'enrolment.too-many-carried', 'plan.parameter-missing'],
  subject: (_input, output) => ({
    type: 'case',
    id: output.id,
    personId: output.personId,
    caseId: output.id,
    countyCode: output.countyCode,
  }),
})
