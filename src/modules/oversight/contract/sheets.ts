import { z } from 'zod'
import { Day, FileBytes, Id, Instant } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { desks } from '../../enrolment/contract/desks.ts'
import { CountyCode } from '../../territory/contract.ts'

/** A sheet of paper to sign: «برگهٔ استان» for the governor, «برگهٔ شهرستان» for a governorate. */
export const sheetKinds = ['province', 'county'] as const
export const SheetKind = z.enum(sheetKinds)
export type SheetKind = z.infer<typeof SheetKind>

const Count = z.number().int()
/** Cases of a county at one desk; days since the step before, of the one in the middle and of the one that waits longest. */
export const DeskLine = z.object({
  countyCode: CountyCode,
  desk: z.enum(desks),
  organisationName: z.string().nullable(),
  files: Count,
  medianDays: Count,
  longestDays: Count,
})
export type DeskLine = z.infer<typeof DeskLine>
export const CountyLine = z.object({
  countyCode: CountyCode,
  files: Count,
  granted: Count,
  /** Places by letter; null while no letter says. */
  places: Count.nullable(),
  earning: Count,
})
export type CountyLine = z.infer<typeof CountyLine>
export const PledgeLine = z.object({
  organisationName: z.string(),
  title: z.string(),
  unit: z.string(),
  promised: Count,
  called: Count,
  accepted: Count,
  paidRial: Count,
  daysLate: Count,
})
export type PledgeLine = z.infer<typeof PledgeLine>
export const ObstacleLine = z.object({
  title: z.string(),
  since: Day,
  /** Women it holds up; null where they are too few to be told on a sheet of a county. */
  blocked: Count.nullable(),
  hasArrangement: z.boolean(),
})
export type ObstacleLine = z.infer<typeof ObstacleLine>
export const OverdueLine = z.object({ agencyName: z.string(), overdue: Count, oldestDueOn: Day })
const Common = { counties: z.array(CountyLine), desks: z.array(DeskLine), obstacles: z.array(ObstacleLine), overdue: z.array(OverdueLine) }
export const ProvinceContent = z.object({ kind: z.literal('province'), ...Common, pledges: z.array(PledgeLine) })
export const CountyContent = z.object({
  kind: z.literal('county'),
  ...Common,
  deliverables: z.object({
    all: Count,
    taken: Count,
    toAnswer: Count,
    returned: Count,
    overdue: Count,
    nextDueOn: Day.nullable(),
    /** What the governorate has to accept or return, the longest waiting first; sheets issued earlier do not say. */
    waiting: z.array(z.object({ title: z.string(), handedInOn: Day })).default([]),
  }),
  notices: z.object({ open: Count, overdue: Count }),
  resolutions: z.object({ open: Count, reported: Count, overdue: Count }),
  nextVisitOn: Day.nullable(),
})
/** What stands on a sheet: sums as they were on its day, and no name, number of a file or place of a woman. */
export const SheetContent = z.discriminatedUnion('kind', [ProvinceContent, CountyContent])
export type SheetContent = z.infer<typeof SheetContent>

const Asked = z.object({ kind: SheetKind, countyCode: z.union([CountyCode, z.literal('').transform(() => undefined)]).optional() })
/** What stands on the page, from top to bottom, as it will stand on the paper. */
const SheetBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['heading', 'text']), text: z.string() }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ kind: z.literal('lines'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
])
export type SheetBlock = z.infer<typeof SheetBlock>
/** What a sheet would say now; nothing is kept. */
export const previewSheet = route({
  method: 'GET',
  path: '/oversight/sheets/preview',
  action: 'oversight.read-sheets',
  input: Asked,
  output: z.object({ blocks: z.array(SheetBlock) }),
  refusals: ['platform.not-found', 'oversight.sheet-of-province', 'oversight.sheet-needs-county'],
})
export const SheetLine = z
  .object({ id: Id, kind: SheetKind, countyCode: CountyCode.nullable(), number: z.string(), issuedOn: Day, issuedAt: Instant })
  .meta({ id: 'SheetLine' })
export type SheetLine = z.infer<typeof SheetLine>
/** The last fifty sheets of the reader's reach, the newest first. */
export const listSheets = route({
  method: 'GET',
  path: '/oversight/sheets',
  action: 'oversight.read-sheets',
  input: z.object({}),
  output: z.object({ sheets: z.array(SheetLine).max(50) }),
  refusals: [],
})
/** Gives a sheet its number and day, and keeps what it says: the same paper comes from it ever after. */
export const issueSheet = route({
  method: 'POST',
  path: '/oversight/sheets',
  action: 'oversight.issue-sheet',
  input: Asked.extend({ id: Id }),
  output: SheetLine,
  refusals: ['platform.not-found', 'oversight.sheet-of-province', 'oversight.sheet-needs-county'],
  subject: (_input, output) => ({ type: 'sheet', id: output.id, countyCode: output.countyCode ?? undefined }),
})
export const downloadSheet = route({
  method: 'GET',
  path: '/oversight/sheets/:id/paper',
  action: 'oversight.read-sheets',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  logged: true,
  download: true,
})
