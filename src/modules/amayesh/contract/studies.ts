import { z } from 'zod'
import { Day, Id, Letter, Page, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode } from '../../occupations/contract.ts'
import { CountyCode } from '../../territory/contract.ts'
import { standings } from '../rules/cell.ts'
import { studyStates, studyTasks, verdicts } from '../rules/study.ts'
import { UnitFigures } from './board.ts'

export const StudyState = z.enum(studyStates)
export const StudyTask = z.enum(studyTasks)
export const Verdict = z.enum(verdicts)
/** The figures of an occupation as they stood when the study was concluded; those of its first line stand alone where they were frozen before units were told apart. */
export const Frozen = z.object({
  on: Day,
  demand: z.number().int(),
  homes: z.number().int(),
  capacity: z.number().int(),
  gap: z.number().int(),
  saturation: z.number().nullable(),
  concentration: z.number().nullable(),
  standing: z.enum(standings),
  lines: z.array(UnitFigures).default([]),
})
export type Frozen = z.infer<typeof Frozen>
export const Study = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    countyCode: CountyCode,
    letterNumber: z.string(),
    letterDate: Day,
    tasksDone: z.array(StudyTask),
    state: StudyState,
    stateSince: Day,
    reason: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Study' })
export type Study = z.infer<typeof Study>
export const Finding = z.object({
  fieldCode: FieldCode,
  nameFa: z.string(),
  nameEn: z.string(),
  verdict: Verdict,
  says: z.string(),
  /** Null until the study is concluded; without what would tell one woman's capacity to whoever sees sums alone. */
  figures: Frozen.extend({
    homes: z.number().int().nullable(),
    capacity: z.number().int().nullable(),
    gap: z.number().int().nullable(),
  }).nullable(),
  isOffered: z.boolean(),
})
export const ReadStudy = z.object({ study: Study, findings: z.array(Finding) })
export const listStudies = route({
  method: 'GET',
  path: '/amayesh/studies',
  action: 'amayesh.read',
  input: Page,
  output: z.object({ studies: z.array(Study), next: Id.nullable() }),
  refusals: [],
})
export const readStudy = route({
  method: 'GET',
  path: '/amayesh/studies/:id',
  action: 'amayesh.read',
  input: z.object({ id: Id }),
  output: ReadStudy,
  refusals: ['platform.not-found'],
})
const about = ({ id }: { readonly id: string }, output: z.output<typeof ReadStudy>) => ({
  type: 'study',
  id,
  countyCode: output.study.countyCode,
})
/** Begins a study of a county by an executor under a letter. */
export const beginStudy = route({
  method: 'POST',
  path: '/amayesh/studies',
  action: 'amayesh.study',
  input: Letter.extend({
    id: Id,
    number: text({ max: 40 }),
    title: text({ min: 5, max: 160 }),
    organisationId: Id,
    countyCode: CountyCode,
  }),
  output: ReadStudy,
  refusals: ['amayesh.unknown-county', 'amayesh.unknown-executor', 'amayesh.number-taken'],
  subject: about,
})
export const keepTasks = route({
  method: 'PUT',
  path: '/amayesh/studies/:id/tasks',
  action: 'amayesh.study',
  input: z.object({ id: Id, tasksDone: z.array(StudyTask).max(studyTasks.length), version: Version }),
  output: ReadStudy,
  refusals: ['platform.not-found', 'platform.version-stale', 'amayesh.study-ended'],
  subject: about,
})
/** What was found of one occupation: offer it, wait, or leave it, and why. */
export const keepFinding = route({
  method: 'PUT',
  path: '/amayesh/studies/:id/findings/:fieldCode',
  action: 'amayesh.study',
  input: z.object({ id: Id, fieldCode: FieldCode, verdict: Verdict, says: text({ min: 10, max: 500 }) }),
  output: ReadStudy,
  refusals: ['platform.not-found', 'amayesh.study-ended', 'amayesh.unknown-field'],
  subject: about,
})
/** The office concludes it: figures are frozen, and what is to be offered is offered from a day on, naming the study. */
export const concludeStudy = route({
  method: 'POST',
  path: '/amayesh/studies/:id/conclude',
  action: 'amayesh.conclude',
  input: z.object({ id: Id, offeredFrom: Day, version: Version }),
  output: ReadStudy,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'amayesh.study-ended',
    'amayesh.no-findings',
    'amayesh.offered-against-the-brake',
    'amayesh.unknown-field',
  ],
  subject: about,
})
export const withdrawStudy = route({
  method: 'POST',
  path: '/amayesh/studies/:id/withdraw',
  action: 'amayesh.conclude',
  input: z.object({ id: Id, reason: text({ min: 5, max: 400 }), version: Version }),
  output: ReadStudy,
  refusals: ['platform.not-found', 'platform.version-stale', 'amayesh.study-ended'],
  subject: about,
})
