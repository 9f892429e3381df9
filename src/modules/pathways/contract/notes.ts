import { z } from 'zod'
import { Day, Id, maybeText } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Given, Manner } from './exit-table.ts'

/** How they spoke; none is a note without a contact. */
export const Channel = z.enum(['phone', 'visit', 'centre', 'none'])
export type Channel = z.infer<typeof Channel>
/** How she stands, in one tap; no answer is a try and no contact. */
export const Standing = z.enum(['goes-well', 'needs-help', 'no-answer'])
export type Standing = z.infer<typeof Standing>
/** Normal: whoever guides her reads it. Confidential: its author alone, and a successor she allows. */
export const NoteLevel = z.enum(['normal', 'confidential'])
export type NoteLevel = z.infer<typeof NoteLevel>

/** One entry: a contact, a note, or both at once. */
export const NoteEntry = z
  .object({
    id: Id,
    on: Day,
    channel: Channel,
    standing: Standing.nullable(),
    level: NoteLevel.nullable(),
    text: z.string().nullable(),
    isMine: z.boolean(),
  })
  .meta({ id: 'NoteEntry' })
export type NoteEntry = z.infer<typeof NoteEntry>
export const HerNotes = z.object({
  entries: z.array(NoteEntry),
  /** Confidential notes of earlier guides, which she has not opened to the reader. */
  closed: z.number().int(),
  /** Her word about them, once she was asked. */
  opening: z.object({ isOpen: z.boolean(), manner: Manner, saidOn: Day }).nullable(),
})
export type HerNotes = z.infer<typeof HerNotes>

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
export const readNotes = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/notes',
  action: 'pathways.read-notes',
  input: OfCase,
  output: HerNotes,
  refusals: ['platform.not-found'],
})
/** Written once, on a phone, within days of the contact: what was kept without network arrives later. */
export const writeNote = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/notes',
  action: 'pathways.write-note',
  input: OfCase.extend({
    id: Id,
    heldOn: Day,
    channel: Channel,
    standing: Standing.nullable(),
    level: NoteLevel,
    text: maybeText(500),
  }),
  output: HerNotes,
  refusals: [
    'platform.not-found',
    'pathways.note-empty',
    'pathways.standing-missing',
    'pathways.standing-without-contact',
    'pathways.note-day-wrong',
    'pathways.keeping-not-allowed',
    'pathways.note-of-another',
  ],
  subject: aboutCase,
  offline: true,
})
/** Whether her present guide may read what an earlier one was told in confidence; asked of her, and taken back at any time. */
export const openNotes = route({
  method: 'PUT',
  path: '/pathways/cases/:caseId/note-opening',
  action: 'pathways.open-notes',
  input: OfCase.extend({ isOpen: z.boolean() }).extend(Given.shape),
  output: HerNotes,
  refusals: ['platform.not-found', 'pathways.witness-missing'],
  subject: aboutCase,
})
