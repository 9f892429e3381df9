import { z } from 'zod'
import { Day, Id, Page, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { LessonState, LessonStep, PlannedAct } from './states.ts'

/** What the pilot taught at a step, the figure it rests on as it was that day, and what becomes of it in the plan. */
export const Lesson = z
  .object({
    id: Id,
    countyCode: CountyCode,
    step: LessonStep,
    learned: z.string(),
    change: z.string(),
    figure: PlannedAct,
    figureValue: z.number().int(),
    figureOn: Day,
    state: LessonState,
    edition: z.number().int().nullable(),
    reason: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OversightLesson' })
export type Lesson = z.infer<typeof Lesson>

/** Newest first. */
export const listLessons = route({
  method: 'GET',
  path: '/oversight/lessons',
  action: 'oversight.read-lessons',
  input: Page.extend({ state: LessonState.optional(), step: LessonStep.optional() }),
  output: z.object({ lessons: z.array(Lesson), next: Id.nullable() }),
  refusals: [],
})
/** The figure is counted from the beginning of the plan until today and stays as it is now. */
export const noteLesson = route({
  method: 'POST',
  path: '/oversight/lessons',
  action: 'oversight.note-lesson',
  input: z.object({
    id: Id,
    countyCode: CountyCode,
    step: LessonStep,
    learned: text({ min: 10, max: 1000 }),
    change: text({ min: 5, max: 1000 }),
    figure: PlannedAct,
  }),
  output: Lesson,
  refusals: ['oversight.not-own-county'],
  subject: ({ id, countyCode }) => ({ type: 'lesson', id, countyCode }),
})
const Settled = z.object({ id: Id, version: Version })
const refusals = ['platform.not-found', 'platform.version-stale', 'oversight.lesson-settled']
const about = ({ id }: { readonly id: string }, { countyCode }: Lesson) => ({ type: 'lesson', id, countyCode })
/** An edition of the plan takes it up. */
export const adoptLesson = route({
  method: 'POST',
  path: '/oversight/lessons/:id/adopt',
  action: 'oversight.settle-lesson',
  input: Settled.extend({ edition: wholeNumber(1, 1000) }),
  output: Lesson,
  refusals: [...refusals, 'oversight.edition-unknown'],
  subject: about,
})
export const declineLesson = route({
  method: 'POST',
  path: '/oversight/lessons/:id/decline',
  action: 'oversight.settle-lesson',
  input: Settled.extend({ reason: text({ min: 5, max: 500 }) }),
  output: Lesson,
  refusals,
  subject: about,
})
