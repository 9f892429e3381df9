import { z } from 'zod'
import { BusinessState } from '../../../modules/businesses/contract/businesses.ts'
import { PermitState } from '../../../modules/businesses/contract/permits.ts'
import { wells } from '../../../modules/enrolment/rules/case-moves.ts'
import { StepKind, StepOwner } from '../../../modules/pathways/contract/work-plan.ts'
import { HerRequest, RequestKind, RequestPart } from '../../../modules/people/contract/requests.ts'
import { Consent } from '../../../modules/people/contract.ts'
import { Day, Id, Instant, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

const Done = z.object({ isDone: z.literal(true) })
/** Her conversation about work, while her answer is waited for or she said yes. */
export const Talk = z.object({
  id: Id,
  isAccepted: z.boolean(),
  startsAt: Instant,
  room: z.string(),
  /** Offices of support bodies that would sit with her: she says yes to that or not. */
  supportBodies: z.array(z.string()),
})
/** Where she is, what comes next, whom she calls, what she asked. No ground, no health, no mark, no money. */
export const readMine = route({
  method: 'GET',
  path: '/mine/road',
  action: 'mine.read-road',
  input: z.object({}),
  output: z.object({
    wells: z.array(z.object({ well: z.enum(wells), state: z.enum(['done', 'current', 'ahead']) })),
    talk: Talk.nullable(),
    /** First names of those who carry her file. */
    guides: z.array(z.string()),
    phone: z.string().nullable(),
    /** The next steps of the plan she agreed to; those that say something of her health, her rights or her money are named «another step». Null before. */
    steps: z.array(z.object({ kind: StepKind, owner: StepOwner, dueOn: Day })).nullable(),
    /** Steps that wait for her yes or no. */
    stepsToAnswer: z.number().int(),
    /** A refusal was told to her: she may ask for a second reading, or its answer is on the way. */
    secondReading: z.object({ mayAsk: z.boolean(), answerBy: Day.nullable() }).nullable(),
    requests: z.array(HerRequest),
  }),
  refusals: ['platform.not-found'],
})
/** Her own answer to an appointment. None costs her anything. */
export const answerTalk = route({
  method: 'POST',
  path: '/mine/talks/:id/answer',
  action: 'mine.answer-talk',
  input: z.object({
    id: Id,
    answer: z.enum(['yes', 'another-time', 'no']),
    supportBodies: z.enum(['agreed', 'refused']).nullable().default(null),
  }),
  output: Done,
  refusals: [
    'platform.not-found',
    'interviews.no-such-move',
    'interviews.support-bodies-unasked',
    'interviews.too-few-agencies',
    'interviews.no-woman',
    'interviews.too-few-in-room',
  ],
})
export const readHerReaders = route({
  method: 'GET',
  path: '/mine/readers',
  action: 'mine.read-readers',
  input: z.object({}),
  output: z.object({
    readers: z.array(
      z.object({ on: Day, role: z.string(), office: z.string().nullable(), purpose: z.string().nullable(), times: z.number().int() }),
    ),
  }),
  refusals: [],
})
export const readHerConsents = route({
  method: 'GET',
  path: '/mine/consents',
  action: 'mine.read-consents',
  input: z.object({}),
  output: z.object({ consents: z.array(Consent) }),
  refusals: [],
})
export const withdrawHerConsent = route({
  method: 'POST',
  path: '/mine/consents/:id/withdraw',
  action: 'mine.withdraw-consent',
  input: z.object({ id: Id }),
  output: Done,
  refusals: ['platform.not-found', 'people.file-joined', 'people.already-withdrawn'],
})
/** Opportunities put to her and lots of hers: she says yes or no, and no costs nothing. What a lot pays stands with its terms, behind her number. */
export const readHerWork = route({
  method: 'GET',
  path: '/mine/work',
  action: 'mine.read-work',
  input: z.object({}),
  output: z.object({
    proposals: z.array(
      z.object({
        id: Id,
        title: z.string(),
        organisationName: z.string(),
        isAccepted: z.boolean(),
        dueOn: Day.nullable(),
        version: Version,
      }),
    ),
    lots: z.array(
      z.object({
        id: Id,
        title: z.string(),
        quantity: z.number().int(),
        unit: z.string(),
        stage: z.enum(['offered', 'accepted', 'working', 'delivered']),
        mayDecline: z.boolean(),
        dueOn: Day.nullable(),
        version: Version,
      }),
    ),
  }),
  refusals: [],
})
const Answer = z.object({ id: Id, version: Version, isYes: z.boolean() })
export const answerProposal = route({
  method: 'POST',
  path: '/mine/proposals/:id/answer',
  action: 'mine.answer-work',
  input: Answer.extend({ answerId: Id }),
  output: Done,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'enrolment.file-joined',
    'matching.no-such-move',
    'matching.places-taken',
    'matching.not-at-work',
    'pathways.exit-table-unseen',
  ],
})
/** Her no to a lot, at any step before her pieces were taken. Her yes is said where its terms stand, behind her number. */
export const declineLot = route({
  method: 'POST',
  path: '/mine/lots/:id/decline',
  action: 'mine.answer-work',
  input: z.object({ id: Id, version: Version }),
  output: Done,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.no-such-lot-move', 'market.material-open', 'market.pieces-accepted'],
})
export const readHerGoods = route({
  method: 'GET',
  path: '/mine/goods',
  action: 'mine.read-goods',
  input: z.object({}),
  output: z.object({
    /** Her home business and its newest permit, as they are mirrored. */
    business: z.object({ fieldName: z.string(), state: BusinessState, since: Day }).nullable(),
    permit: z.object({ state: PermitState, since: Day, number: z.string().nullable(), expiresOn: Day.nullable() }).nullable(),
    goods: z.array(z.object({ id: Id, name: z.string(), shownOn: Day.nullable(), version: Version })),
  }),
  refusals: [],
})
/** Takes one of her goods off the page everybody sees. */
export const hideGoods = route({
  method: 'POST',
  path: '/mine/goods/:id/hide',
  action: 'mine.hide-goods',
  input: z.object({ id: Id, showingId: Id, version: Version }),
  output: Done,
  refusals: ['platform.not-found', 'platform.version-stale'],
})
/** درخواست بررسی دوباره, by herself. */
export const askAgain = route({
  method: 'POST',
  path: '/mine/second-reading',
  action: 'mine.ask-again',
  input: z.object({ id: Id }),
  output: Done,
  refusals: ['platform.not-found', 'enrolment.nothing-to-appeal', 'enrolment.appeal-too-late', 'enrolment.appeal-exists'],
})
/** That something in her file be put right, that she see it, or that it end: her guide calls her within three days. */
export const ask = route({
  method: 'POST',
  path: '/mine/requests',
  action: 'mine.ask',
  input: z
    .object({ id: Id, kind: RequestKind.extract(['correction', 'see', 'leave']), part: RequestPart.nullable().default(null) })
    .refine(({ kind, part }) => (kind === 'correction') === (part !== null), 'mine.part-missing'),
  output: Done,
  refusals: ['platform.not-found', 'people.file-joined', 'people.request-open'],
})
