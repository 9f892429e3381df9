import { z } from 'zod'
import { Day, FileBytes, Id, Instant, PAPER_REFUSALS, PICTURE_UPLOAD } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { PaperCode, PersonId } from '../contract.ts'

/** Coarse on purpose: the exact kind of a paper would tell the precise ground. */
export const DocumentKind = z.enum(['identity', 'ground', 'residence', 'consent-form', 'registration-form', 'other'])
export const Document = z
  .object({
    id: Id,
    kind: DocumentKind,
    mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    bytes: z.number().int(),
    addedAt: Instant,
  })
  .meta({ id: 'Document' })
export type Document = z.infer<typeof Document>
const MOST_DOCUMENTS = 40

/** Papers of one woman, newest first; never more than forty. */
export const listDocuments = route({
  method: 'GET',
  path: '/people/:personId/documents',
  action: 'people.read-documents',
  input: z.object({ personId: PersonId }),
  output: z.object({ documents: z.array(Document).max(MOST_DOCUMENTS) }),
  refusals: ['platform.not-found'],
})
/** Keeps a copy of a paper: PDF, JPEG or PNG by content, pictures drawn anew without what the camera wrote into them, sealed under her key. */
export const addDocument = route({
  method: 'POST',
  path: '/people/:personId/documents',
  action: 'people.add-document',
  input: z.object({ personId: PersonId, id: Id, kind: DocumentKind }),
  output: Document,
  refusals: ['platform.not-found', 'people.file-joined', ...PAPER_REFUSALS, 'people.document-already', 'people.too-many-documents'],
  upload: { ...PICTURE_UPLOAD, mediaTypes: ['application/pdf', ...PICTURE_UPLOAD.mediaTypes] },
  subject: ({ personId, id }) => ({ type: 'document', id, personId }),
})
/** The copy itself, for whoever carries the file; the reading is written down. */
export const readDocument = route({
  method: 'GET',
  path: '/people/:personId/documents/:id/copy',
  action: 'people.read-documents',
  input: z.object({ personId: PersonId, id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  logged: true,
  download: true,
  subject: ({ personId, id }) => ({ type: 'document', id, personId }),
})
const officePurpose = z.enum(['decide', 'duplicate', 'grievance'])
/** The same list and copy for the office, with a coded purpose she can read. */
export const openDocuments = route({
  method: 'GET',
  path: '/people/:personId/opened-documents',
  action: 'people.open-documents',
  input: z.object({ personId: PersonId, purpose: officePurpose }),
  output: listDocuments.output,
  refusals: ['platform.not-found'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ personId }) => ({ type: 'person', id: personId, personId }),
})
export const openDocument = route({
  method: 'GET',
  path: '/people/:personId/opened-documents/:id/copy',
  action: 'people.open-documents',
  input: z.object({ personId: PersonId, id: Id, purpose: officePurpose }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  logged: true,
  download: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ personId, id }) => ({ type: 'document', id, personId }),
})

export const PaperKind = z.enum(['registration', 'consent'])
export const SignedBy = z.enum(['herself', 'fingerprint'])
/** A form printed for one woman: what stands on it is its code, never her name. */
export const Paper = z
  .object({ id: Id, kind: PaperKind, code: z.string(), printedOn: Day, filledOn: Day.nullable(), signedBy: SignedBy.nullable() })
  .meta({ id: 'Paper' })
export type Paper = z.infer<typeof Paper>
export const listPapers = route({
  method: 'GET',
  path: '/people/:personId/papers',
  action: 'people.print-paper',
  input: z.object({ personId: PersonId }),
  output: z.object({ papers: z.array(Paper) }),
  refusals: ['platform.not-found'],
})
/** Gives a form its code, before it is printed and carried to her. */
export const printPaper = route({
  method: 'POST',
  path: '/people/:personId/papers',
  action: 'people.print-paper',
  input: z.object({ personId: PersonId, id: Id, kind: PaperKind }),
  output: Paper,
  refusals: ['platform.not-found', 'people.file-joined'],
  subject: ({ personId, id }) => ({ type: 'paper', id, personId }),
})
/** What is said of a paper when it is keyed in. */
export const KeyedPaper = z.object({ code: PaperCode, filledOn: Day, signedBy: SignedBy })
export type KeyedPaper = z.infer<typeof KeyedPaper>
