import { z } from 'zod'
import { CasePosition } from '../../modules/enrolment/contract/cases.ts'
import { StepKind, StepOwner } from '../../modules/pathways/contract/work-plan.ts'
import { Day, Id } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'

export const taskKinds = [
  'first-contact',
  'consent-talk',
  'registration',
  'place-to-answer',
  'pause-to-review',
  'transfer-to-accept',
  'decision-to-tell',
  'enquiry-to-answer',
  'appeal-to-read',
  'decision-to-make',
  'appeal-to-assign',
  'appeal-answer-waiting',
  'offer-waiting',
  'out-of-turn-to-settle',
  'place-to-offer',
  'interview-to-plan',
  'interview-to-offer',
  'interview-to-rearrange',
  'interview-stopped',
  'result-to-tell',
  'interview-to-hold',
  'sample-to-read',
  'interview-to-agree',
  'assignment-to-approve',
  'invitation-to-renew',
  'message-to-send-again',
  'pledge-to-write',
  'pledge-to-vet',
  'pledge-to-sign',
  'pledge-to-open',
  'application-to-vet',
  'exit-table-to-show',
  'exit-table-to-show-again',
  'work-plan-to-agree',
  'step-to-follow',
  'step-answer-to-ask',
  'step-refused',
  'step-to-do',
  'permit-to-mend',
  'permit-to-renew',
  'permit-to-follow',
  'permit-to-review',
  'opportunity-to-look-at',
  'opportunity-to-put-to-her',
  'contact-to-hold',
  'referral-to-answer',
  'referral-to-do',
  'referral-to-follow',
  'centre-licence-to-renew',
  'lot-to-start',
  'lot-to-collect',
  'lot-to-inspect',
  'lot-to-deliver',
  'collection-to-follow',
  'payment-to-follow',
  'call-to-follow',
  'order-request-to-answer',
  'order-request-for-office',
  'mass-read-to-look-at',
  'order-to-split',
  'dispute-to-answer',
  'deduction-to-decide',
  'terms-to-read',
  'terms-to-answer',
  'payment-to-ask',
  'order-to-answer',
  'lot-to-take',
  'payment-to-make',
  'handover-to-answer',
  'obstacle-to-verify',
  'arrangement-to-settle',
  'new-guide-to-tell',
  'centre-place-to-give-back',
  'deliverable-to-answer',
  'deliverable-to-hand-in',
  'notice-to-answer',
  'sheet-to-answer',
  'sheet-to-mend',
  'minutes-to-sign',
  'resolution-to-notify',
  'resolution-to-confirm',
  'resolution-to-acknowledge',
  'resolution-to-report',
  'idea-to-answer',
  'grievance-to-acknowledge',
  'grievance-to-pass',
  'grievance-to-answer',
  'grievance-answer-to-tell',
  'follow-up-to-call',
  'wished-call-to-make',
  'follow-up-to-give',
  'her-request-to-answer',
  'visit-to-hold',
  'visit-word-to-ask',
  'finding-to-report',
  'finding-to-confirm',
] as const
export const TaskKind = z.enum(taskKinds)
export type TaskKind = z.infer<typeof TaskKind>

/** One thing that waits for the reader. The title names the task; a name comes only where the reader carries the file. */
export const Task = z.object({
  kind: TaskKind,
  subjectId: Id,
  /** The case it is about, where the subject is one the reader may see. */
  caseId: Id.nullable(),
  name: z.string().nullable(),
  fileNumber: z.string().nullable(),
  countyCode: z.string().nullable(),
  dueOn: Day,
  /** Days left; negative is overdue. */
  daysLeft: z.number().int(),
})
export type Task = z.infer<typeof Task>
/** What waits for the reader, overdue first; at most a hundred, with their number by kind. */
export const readWorklist = route({
  method: 'GET',
  path: '/worklist',
  action: 'worklist.read',
  input: z.object({}),
  output: z.object({
    tasks: z.array(Task),
    counts: z.array(z.object({ kind: TaskKind, count: z.number().int(), overdue: z.number().int() })),
  }),
  refusals: [],
})

/** One woman of a guide's day: why she is on it, when they last spoke, what comes next. */
export const Today = z
  .object({
    caseId: Id,
    personId: Id,
    name: z.string().nullable(),
    fileNumber: z.string(),
    position: CasePosition,
    /** Due today or overdue, the longest overdue first. */
    tasks: z.array(Task.pick({ kind: true, dueOn: true, daysLeft: true })),
    spokeOn: Day.nullable(),
    /** She was called today and did not answer. */
    isTried: z.boolean(),
    nextStep: z.object({ kind: StepKind, owner: StepOwner, dueOn: Day }).nullable(),
  })
  .meta({ id: 'Today' })
export type Today = z.infer<typeof Today>
/** Whom a guide calls or sees today, the most overdue first; those tried in vain today come last. */
export const readToday = route({
  method: 'GET',
  path: '/worklist/today',
  action: 'worklist.read-today',
  input: z.object({}),
  output: z.object({
    women: z.array(Today),
    /** The next day on which something is due, when nothing is today. */
    nextOn: Day.nullable(),
  }),
  refusals: [],
})
