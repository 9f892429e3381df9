import { z } from 'zod'
import type { Action } from '../../access/actions.ts'
import { CountyCode } from '../../modules/territory/contract.ts'
import { FileBytes, Id, Instant } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'

/** Lists that may leave the house as a workbook. None of them names a woman. */
export const exportKinds = [
  'cases',
  'introduced',
  'counters',
  'orders',
  'pledges',
  'resolutions',
  'overdue',
  'findings',
  'obstacles',
  'board',
] as const
export const ExportKind = z.enum(exportKinds)
export type ExportKind = z.infer<typeof ExportKind>
/** The permission of the list itself: only what one may read may leave. */
export const readBy: Readonly<Record<ExportKind, Action>> = {
  cases: 'enrolment.read-cases',
  introduced: 'enrolment.read-introduced',
  counters: 'enrolment.read-counters',
  orders: 'market.read-orders',
  pledges: 'partners.read-pledges',
  resolutions: 'oversight.read-resolutions',
  overdue: 'oversight.read-resolutions',
  findings: 'oversight.read-findings',
  obstacles: 'reforms.read',
  board: 'outcomes.read-board',
}
/** Lists that know no county to be narrowed to. */
export const wholeKinds: readonly ExportKind[] = ['introduced', 'counters', 'findings', 'obstacles']
/** What it is made for; told with the file, kept in history, and never a free sentence. */
export const exportReasons = ['report', 'meeting', 'follow-up', 'audit'] as const
export const ExportReason = z.enum(exportReasons)
export type ExportReason = z.infer<typeof ExportReason>
/** Rows of one workbook; a longer list is narrowed to a county first. */
export const MOST_ROWS = 20_000
export const PREVIEWED = 5

const Asked = z.object({ kind: ExportKind, countyCode: z.union([CountyCode, z.literal('').transform(() => undefined)]).optional() })
/** What the workbook would hold: its columns, its first rows, and how many there are. Nothing has left yet. */
export const previewExport = route({
  method: 'GET',
  path: '/exports/preview',
  action: 'exports.make',
  input: Asked,
  output: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())).max(PREVIEWED), total: z.number().int() }),
  refusals: ['access.not-your-part', 'exports.too-many'],
})
/** The workbook, under a number that stands in it and in history with whoever made it, for what, and how many rows. */
export const downloadExport = route({
  method: 'GET',
  path: '/exports/file',
  action: 'exports.make',
  input: Asked.extend({ reason: ExportReason }),
  output: FileBytes,
  refusals: ['access.not-your-part', 'exports.too-many', 'exports.nothing'],
  logged: true,
  download: true,
})
export const Export = z
  .object({
    id: Id,
    at: Instant,
    number: z.string(),
    kind: ExportKind,
    reason: ExportReason,
    countyCode: CountyCode.nullable(),
    rows: z.number().int(),
    role: z.string(),
    office: z.string().nullable(),
  })
  .meta({ id: 'Export' })
export type Export = z.infer<typeof Export>
/** The last hundred workbooks the reader made; for the office and the auditor those of everybody. */
export const listExports = route({
  method: 'GET',
  path: '/exports',
  action: 'exports.read',
  input: z.object({}),
  output: z.object({ exports: z.array(Export).max(100) }),
  refusals: [],
})
