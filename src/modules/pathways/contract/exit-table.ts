import { z } from 'zod'
import { Day, FileBytes, Id, Letter, maybeText, text } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

/** What may change when she earns, in the order in which it is read to her. */
export const supports = ['relief-committee', 'behzisti', 'survivor-pension', 'insurance', 'cash-subsidy'] as const
export const Support = z.enum(supports)
export type Support = z.infer<typeof Support>
/** Acts before which she is asked. */
export const exitActs = ['permit', 'insurance', 'loan', 'order'] as const
export const ExitAct = z.enum(exitActs)
export type ExitAct = z.infer<typeof ExitAct>
export const ExitAnswer = z.enum(['goes-on', 'not-now'])
export const Manner = z.enum(['spoken', 'signature', 'fingerprint'])
/** How she gave her word; a fingerprint is pressed before a witness. */
export const Given = z.object({ manner: Manner, witnessName: maybeText(80) })

/** Whose pages these are, for whoever carries her file. */
export const Whose = z.object({ fileNumber: z.string(), name: z.string().nullable() })
export type Whose = z.infer<typeof Whose>

/** One line: what may change and when; without a letter its source is «نامعلوم», and nobody guesses. */
export const ExitRow = z.object({
  support: Support,
  what: text({ min: 3, max: 300 }),
  happens: text({ min: 3, max: 300 }),
  sourceNumber: maybeText(60),
  sourceDate: Day.nullable(),
})
export type ExitRow = z.infer<typeof ExitRow>
const MOST_ROWS = 20
export const ExitEdition = z
  .object({
    id: Id,
    number: z.number().int(),
    inForceFrom: Day,
    letterNumber: z.string(),
    letterDate: Day,
    /** Until when it is shown to everyone who was shown an earlier one. */
    showBy: Day,
    rows: z.array(ExitRow),
  })
  .meta({ id: 'ExitEdition' })
export type ExitEdition = z.infer<typeof ExitEdition>

/** The table with its editions, newest first: the one in force on a day, those to come and those before. */
export const readExitTable = route({
  method: 'GET',
  path: '/pathways/exit-table',
  action: 'pathways.read-exit-table',
  input: z.object({ on: Day.optional() }),
  output: z.object({ inForce: Id.nullable(), editions: z.array(ExitEdition) }),
  refusals: [],
})
/** A new edition, whole, by letter; it holds from a day on, and every woman on the road of work is shown it again. */
export const publishExitTable = route({
  method: 'POST',
  path: '/pathways/exit-editions',
  action: 'pathways.publish-exit-table',
  input: Letter.extend({ id: Id, inForceFrom: Day, rows: z.array(ExitRow).min(1).max(MOST_ROWS) }),
  output: ExitEdition,
  refusals: [
    'pathways.exit-table-not-whole',
    'pathways.exit-table-backdated',
    'pathways.source-half',
    'pathways.exit-table-published-meanwhile',
    'plan.parameter-missing',
  ],
  subject: ({ id }) => ({ type: 'exit-edition', id }),
})

const OfCase = z.object({ caseId: Id })
/** The table as it is read to one woman: what concerns her by what her file says comes first, and nothing about that is kept. */
export const ShownTable = z.object({
  whose: Whose,
  editionId: Id.nullable(),
  inForceFrom: Day.nullable(),
  letterNumber: z.string().nullable(),
  letterDate: Day.nullable(),
  rows: z.array(ExitRow.extend({ concernsHer: z.boolean() })),
  /** Sentences for reading aloud, in the reader's language. */
  spoken: z.array(z.string()),
  shownOn: Day.nullable(),
  /** She has seen an earlier edition, and this one not yet. */
  isChanged: z.boolean(),
  answers: z.array(z.object({ act: ExitAct, answer: ExitAnswer, manner: Manner, answeredOn: Day })),
})
export type ShownTable = z.infer<typeof ShownTable>
export const readHerExitTable = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/exit-table',
  action: 'pathways.show-exit-table',
  input: OfCase,
  output: ShownTable,
  refusals: ['platform.not-found'],
})
export const downloadExitTable = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/exit-table.pdf',
  action: 'pathways.show-exit-table',
  input: OfCase,
  output: FileBytes,
  refusals: ['platform.not-found', 'pathways.no-exit-table'],
  download: true,
})
/** It was read to her, whole. */
export const showExitTable = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/exit-showings',
  action: 'pathways.show-exit-table',
  input: Given.extend({ caseId: Id, id: Id, editionId: Id }),
  output: ShownTable,
  refusals: ['platform.not-found', 'pathways.no-exit-table', 'pathways.exit-table-changed', 'pathways.witness-missing'],
  subject: ({ caseId }) => ({ type: 'case', id: caseId, caseId }),
})
/** Her word about one act: she goes on, or not now. Both cost nothing, and her last word stands. */
export const answerExitTable = route({
  method: 'PUT',
  path: '/pathways/cases/:caseId/exit-answers/:act',
  action: 'pathways.answer-exit-table',
  input: Given.extend({ caseId: Id, act: ExitAct, editionId: Id, answer: ExitAnswer }),
  output: ShownTable,
  refusals: [
    'platform.not-found',
    'pathways.no-exit-table',
    'pathways.exit-table-changed',
    'pathways.exit-table-unseen',
    'pathways.witness-missing',
  ],
  subject: ({ caseId }) => ({ type: 'case', id: caseId, caseId }),
})
