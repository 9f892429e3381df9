import { z } from 'zod'
import { Day, Id, Instant, Letter, maybeText, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { Arrangement, ArrangementMove } from './arrangements.ts'

/** What stands in the way: the rule itself, how it is read, what an office does without any rule, or the portal of the state. */
export const obstacleKinds = ['rule', 'interpretation', 'local-practice', 'national-portal'] as const
export const ObstacleKind = z.enum(obstacleKinds)
/** The rank of the text it rests on; what rests on none says so. */
export const grades = ['law', 'bylaw', 'directive', 'circular', 'decision', 'none'] as const
export const Grade = z.enum(grades)
/** The step of the road it blocks. */
export const blockedSteps = [
  'introduction',
  'admission',
  'talk',
  'work-plan',
  'training',
  'permit',
  'loan',
  'insurance',
  'market',
  'income',
] as const
export const BlockedStep = z.enum(blockedSteps)
export type BlockedStep = z.infer<typeof BlockedStep>
/** By whom it can be reformed. */
export const reformRoutes = ['circular', 'working-group', 'council', 'government', 'parliament'] as const
export const ReformRoute = z.enum(reformRoutes)
export const obstacleStates = [
  'reported',
  'verified',
  'proposed',
  'sent',
  'in-deliberation',
  'partly-reformed',
  'reformed-not-applied',
  'reformed',
  'refused',
  'duplicate',
  'returned',
  'escalated',
  'obsolete',
  'reopened',
] as const
export const ObstacleState = z.enum(obstacleStates)
export type ObstacleState = z.infer<typeof ObstacleState>

export const Obstacle = z
  .object({
    id: Id,
    kind: ObstacleKind,
    grade: Grade,
    title: z.string(),
    issuer: z.string().nullable(),
    article: z.string().nullable(),
    /** The conflicting clause, quoted. */
    clause: z.string().nullable(),
    step: BlockedStep,
    /** What happens because of it, in the words of whoever met it. */
    says: z.string(),
    /** Where it was met; null means the whole province. */
    countyCode: CountyCode.nullable(),
    competentBody: z.string().nullable(),
    route: ReformRoute.nullable(),
    /** The wording that is proposed instead. */
    proposal: z.string().nullable(),
    duplicateOf: Id.nullable(),
    effectiveOn: Day.nullable(),
    state: ObstacleState,
    stateSince: Day,
    /** The office of whoever met it, never a name. */
    reportedAs: z.string(),
    /** Women it holds up now; null: fewer than ten, and the reader sees numbers from ten on alone. */
    blocked: z.number().int().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Obstacle' })
export type Obstacle = z.infer<typeof Obstacle>
/** Over which women the number of those held up was taken: all of the plan, or those of the reader's counties. */
const CountedIn = z.enum(['plan', 'counties'])

/** The register, those that hold up most women first; at most `limit` of them. */
export const listObstacles = route({
  method: 'GET',
  path: '/reforms/obstacles',
  action: 'reforms.read',
  input: z.object({
    state: ObstacleState.optional(),
    kind: ObstacleKind.optional(),
    step: BlockedStep.optional(),
    limit: wholeNumber(1, 250).default(100),
  }),
  output: z.object({ obstacles: z.array(Obstacle), total: z.number().int(), countedIn: CountedIn }),
  refusals: [],
})
export const ObstacleLetter = Letter.extend({
  id: Id,
  direction: z.enum(['out', 'in']),
  /** To whom it went, or from whom it came. */
  correspondent: z.string(),
  answers: Id.nullable(),
  says: z.string(),
})
export type ObstacleLetter = z.infer<typeof ObstacleLetter>
export const ReadObstacle = z.object({
  obstacle: Obstacle,
  countedIn: CountedIn,
  moves: z.array(z.object({ from: ObstacleState.nullable(), to: ObstacleState, reason: z.string().nullable(), at: Instant })),
  letters: z.array(ObstacleLetter),
  arrangements: z.array(Arrangement),
  arrangementMoves: z.array(ArrangementMove),
  /**
   * Files it holds up, as far as the reader may see their numbers: file number, stage, county, days and nothing else (roles.md §2, `#`). A guide
   * sees those she carries and goes on to the file; to everybody else it has no way in.
   */
  cases: z.array(
    z.object({
      fileNumber: z.string(),
      position: z.string(),
      countyCode: CountyCode,
      days: z.number().int(),
      caseId: Id.nullable(),
    }),
  ),
})
export const readObstacle = route({
  method: 'GET',
  path: '/reforms/obstacles/:id',
  action: 'reforms.read',
  input: z.object({ id: Id }),
  output: ReadObstacle,
  refusals: ['platform.not-found'],
})
/** «A rule stands in the way here»: from any page, also one written without a network; with the file it was met on, where the reader carries it. */
export const raiseObstacle = route({
  method: 'POST',
  path: '/reforms/obstacles',
  action: 'reforms.raise',
  offline: true,
  input: z.object({
    id: Id,
    title: text({ min: 5, max: 160 }),
    kind: ObstacleKind,
    step: BlockedStep,
    says: text({ min: 10, max: 1000 }),
    countyCode: CountyCode.nullable(),
    caseId: Id.nullable(),
  }),
  output: Obstacle,
  refusals: ['platform.not-found', 'reforms.unknown-county'],
  subject: ({ id, countyCode }) => ({ type: 'obstacle', id, countyCode: countyCode ?? undefined }),
})
/** What it rests on, whom it belongs to and what is proposed: written by the office, also to take out what names somebody. */
export const describeObstacle = route({
  method: 'PUT',
  path: '/reforms/obstacles/:id',
  action: 'reforms.move',
  input: z.object({
    id: Id,
    title: text({ min: 5, max: 160 }),
    kind: ObstacleKind,
    grade: Grade,
    issuer: maybeText(160),
    article: maybeText(160),
    clause: maybeText(2000),
    step: BlockedStep,
    says: text({ min: 10, max: 1000 }),
    competentBody: maybeText(160),
    route: ReformRoute.nullable(),
    proposal: maybeText(2000),
    version: Version,
  }),
  output: Obstacle,
  refusals: ['platform.not-found', 'platform.version-stale'],
  subject: ({ id }) => ({ type: 'obstacle', id }),
})
/** One move by the table, with its reason. Sending needs the letter that was sent, a reform the day from which it holds, a duplicate the other one. */
export const moveObstacle = route({
  method: 'POST',
  path: '/reforms/obstacles/:id/move',
  action: 'reforms.move',
  input: z.object({
    id: Id,
    to: ObstacleState,
    reason: text({ min: 5, max: 600 }),
    duplicateOf: Id.nullable(),
    effectiveOn: Day.nullable(),
    version: Version,
  }),
  output: Obstacle,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'reforms.no-such-obstacle-move',
    'reforms.proposal-missing',
    'reforms.letter-missing',
    'reforms.effective-day-missing',
    'reforms.duplicate-unnamed',
  ],
  subject: ({ id }) => ({ type: 'obstacle', id }),
})
/** A letter to whoever can reform it, or the answer that came. */
export const keepLetter = route({
  method: 'POST',
  path: '/reforms/obstacles/:id/letters',
  action: 'reforms.move',
  input: Letter.extend({
    id: Id,
    letterId: Id,
    direction: z.enum(['out', 'in']),
    correspondent: text({ min: 3, max: 160 }),
    answers: Id.nullable(),
    says: text({ min: 5, max: 1000 }),
  }),
  output: ReadObstacle,
  refusals: ['platform.not-found', 'reforms.answered-letter-unknown', 'reforms.letter-of-tomorrow'],
  subject: ({ id }) => ({ type: 'obstacle', id }),
})
const OfFile = z.object({ id: Id, caseId: Id })
const aboutFile = ({ id, caseId }: { readonly id: string; readonly caseId: string }) => ({ type: 'obstacle', id, caseId })
/** A file the actor carries stands still because of it. */
export const blockCase = route({
  method: 'POST',
  path: '/reforms/obstacles/:id/cases/:caseId',
  action: 'reforms.block-case',
  offline: true,
  input: OfFile.extend({ blockedId: Id }),
  output: ReadObstacle,
  refusals: ['platform.not-found', 'reforms.case-blocked-already'],
  subject: aboutFile,
})
/** She found another way, or the way is open again: the file no longer counts. */
export const freeCase = route({
  method: 'POST',
  path: '/reforms/obstacles/:id/cases/:caseId/free',
  action: 'reforms.block-case',
  input: OfFile,
  output: ReadObstacle,
  refusals: ['platform.not-found', 'reforms.case-not-blocked'],
  subject: aboutFile,
})
