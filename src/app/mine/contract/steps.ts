import { z } from 'zod'
import { StepKind, StepOwner, StepState } from '../../../modules/pathways/contract/work-plan.ts'
import { Day, Id, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

/** A step of the plan she agreed to, as she reads it. */
export const HerStep = z.object({
  id: Id,
  kind: StepKind,
  what: z.string().nullable(),
  owner: StepOwner,
  dueOn: Day,
  /** Put to her and waiting for her word, agreed, or begun. */
  state: StepState.extract(['proposed', 'planned', 'under-way']),
  version: Version,
})
export type HerStep = z.infer<typeof HerStep>
/** Her open steps; those about a loan or an insurance stand with her money, those of health, care and rights are spoken of with her guide. */
export const readHerSteps = route({
  method: 'GET',
  path: '/mine/steps',
  action: 'mine.read-steps',
  input: z.object({}),
  output: z.object({
    steps: z.array(HerStep),
    /** How many wait for her word beside the money, and how many her guide will speak of. */
    waiting: z.object({ money: z.number().int(), guide: z.number().int() }),
  }),
  refusals: ['platform.not-found'],
})
const Answer = z.object({ id: Id, version: Version, isYes: z.boolean() })
const Done = z.object({ isDone: z.literal(true) })
/** Her own word on a step; no costs nothing. */
export const answerStep = route({
  method: 'POST',
  path: '/mine/steps/:id/answer',
  action: 'mine.answer-step',
  input: Answer,
  output: Done,
  refusals: ['platform.not-found', 'platform.version-stale', 'pathways.no-such-step-move'],
})
/** The same of a loan or an insurance, behind her number. */
export const answerMoneyStep = route({
  method: 'POST',
  path: '/mine/money/steps/:id/answer',
  action: 'mine.answer-step',
  input: Answer,
  output: Done,
  refusals: ['mine.money-shut', 'platform.not-found', 'platform.version-stale', 'pathways.no-such-step-move'],
})
