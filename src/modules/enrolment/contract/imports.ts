import { z } from 'zod'
import { FileBytes, Id, Instant, MOST, Page, text } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { nominationFields } from '../rules/nomination-sheet/headers.ts'

export const NominationField = z.enum(nominationFields)
export const SheetMapping = z.object({
  headerRow: z.number().int(),
  headerLines: z.number().int().default(1),
  columns: z.record(z.string(), NominationField),
  dropped: z.array(z.string()),
  /** Columns somebody should look at: a typing error in the header, read by what they hold, or chosen among equals. */
  unsure: z.array(z.number().int()).default([]),
})
export const ImportState = z.enum(['previewed', 'running', 'finished', 'cancelled'])

/** An import as its agency sees it. Duplicates are told within the file and among its own nominations only. */
export const Import = z
  .object({
    id: Id,
    fileName: z.string(),
    state: ImportState,
    sheets: z.array(z.object({ name: z.string(), mapping: SheetMapping, headers: z.array(z.string()), isRemembered: z.boolean() })),
    total: z.number().int(),
    /** Rows dealt with so far by the commit. */
    done: z.number().int(),
    ready: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    skipped: z.number().int(),
    droppedColumns: z.number().int(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>
const MOST_BYTES = 20 * 1024 * 1024

/** Reads an agency's list and shows what would be nominated; nothing is nominated yet, and the list itself is not kept (roles.md §3.1). */
export const previewImport = route({
  method: 'POST',
  path: '/enrolment/imports',
  action: 'enrolment.import',
  input: z.object({ id: Id, fileName: text({ max: 200 }) }),
  output: Import,
  refusals: [
    'enrolment.header-not-found',
    'enrolment.no-rows',
    'platform.sheet-unreadable',
    'platform.sheet-too-large',
    'platform.sheet-other-format',
    'platform.sheet-quote-open',
  ],
  upload: {
    maxBytes: MOST_BYTES,
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'application/octet-stream',
      'application/vnd.ms-excel',
    ],
  },
  subject: (_input, output) => ({ type: 'import', id: output.id }),
})
export const listImports = route({
  method: 'GET',
  path: '/enrolment/imports',
  action: 'enrolment.read-imports',
  input: Page,
  output: z.object({ imports: z.array(Import), next: Id.nullable() }),
  refusals: [],
})
export const readImport = route({
  method: 'GET',
  path: '/enrolment/imports/:id',
  action: 'enrolment.read-imports',
  input: z.object({ id: Id }),
  output: Import,
  refusals: ['platform.not-found'],
})
export const ImportRow = z.object({
  number: z.number().int(),
  sheet: z.string(),
  state: z.enum(['ready', 'rejected', 'accepted']),
  reasons: z.array(z.string()),
})
/** Rows that need a look, by their number in the file; what they hold is in the office's own file. */
export const listImportRows = route({
  method: 'GET',
  path: '/enrolment/imports/:id/rows',
  action: 'enrolment.read-imports',
  input: z.object({
    id: Id,
    state: z.enum(['ready', 'rejected', 'accepted']).default('rejected'),
    after: z.coerce.number().int().min(0).max(MOST).default(0),
    limit: z.coerce.number().int().min(1).max(250).default(100),
  }),
  output: z.object({ rows: z.array(ImportRow), next: z.number().int().nullable() }),
  refusals: ['platform.not-found'],
})
/** Starts the nomination of the ready rows; it goes on by itself, also after a crash, and shows how far it is. */
export const commitImport = route({
  method: 'POST',
  path: '/enrolment/imports/:id/commit',
  action: 'enrolment.import',
  input: z.object({ id: Id }),
  output: Import,
  refusals: ['platform.not-found', 'enrolment.import-not-waiting'],
  subject: ({ id }) => ({ type: 'import', id }),
})
/**
 * Says what the columns of one sheet hold, where they were read wrong. The agency's later lists of this form are read so; this one is put aside,
 * because we keep no list that could be read again.
 */
export const correctMapping = route({
  method: 'POST',
  path: '/enrolment/imports/:id/mapping',
  action: 'enrolment.import',
  // A text file has one sheet without a name.
  input: z.object({ id: Id, sheet: z.string().max(100), columns: z.record(z.string().regex(/^\d{1,3}$/), NominationField) }),
  output: Import,
  refusals: [
    'platform.not-found',
    'enrolment.import-not-waiting',
    'enrolment.mapping-column-unknown',
    'enrolment.mapping-twice',
    'enrolment.mapping-incomplete',
  ],
  subject: ({ id }) => ({ type: 'import', id }),
})
export const cancelImport = route({
  method: 'POST',
  path: '/enrolment/imports/:id/cancel',
  action: 'enrolment.import',
  input: z.object({ id: Id }),
  output: Import,
  refusals: ['platform.not-found', 'enrolment.import-not-waiting'],
  subject: ({ id }) => ({ type: 'import', id }),
})
/** The rejected rows as a workbook, each with its reasons, to be mended and sent again. */
export const downloadRejected = route({
  method: 'GET',
  path: '/enrolment/imports/:id/rejected.xlsx',
  action: 'enrolment.read-imports',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
  logged: true,
  subject: ({ id }) => ({ type: 'import', id }),
})
/** Invented lists of three agencies, as ugly as real ones, to try the import with; only the marked demonstration has them. */
export const listSampleSheets = route({
  method: 'GET',
  path: '/enrolment/sample-sheets',
  action: 'enrolment.read-imports',
  input: z.object({}),
  output: z.object({ sheets: z.array(z.object({ number: z.number().int(), fileName: z.string() })) }),
  refusals: [],
})
export const downloadSampleSheet = route({
  method: 'GET',
  path: '/enrolment/sample-sheets/:number',
  action: 'enrolment.read-imports',
  input: z.object({ number: z.coerce.number().int().min(1).max(99) }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
