import { Link } from '@tanstack/react-router'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Task } from '../contract.ts'
import { words } from '../words.ts'

/** Where a task is done: a file, or the list in which an office answers at once. */
const PLACES: Partial<Record<Task['kind'], string>> = {
  'appeal-to-assign': '/staff/appeals',
  'appeal-to-read': '/staff/appeals',
  'appeal-answer-waiting': '/staff/appeals',
  'transfer-to-accept': '/staff/my-files',
  'enquiry-to-answer': '/staff/enquiries',
  'out-of-turn-to-settle': '/staff/queue',
  'place-to-offer': '/staff/queue',
  'offer-waiting': '/staff/queue',
  'assignment-to-approve': '/staff/assignments',
  'invitation-to-renew': '/staff/invitations',
  'message-to-send-again': '/staff/messages',
  'application-to-vet': '/staff/applications',
  'mass-read-to-look-at': '/staff/mass-reads',
  'order-request-to-answer': '/staff/order-requests',
  'order-request-for-office': '/staff/order-requests',
  'centre-licence-to-renew': '/staff/centres',
  'handover-to-answer': '/staff/handovers',
  'step-to-do': '/staff/steps',
  'referral-to-answer': '/staff/steps',
  'referral-to-do': '/staff/steps',
  'permit-to-review': '/staff/permit-reviews',
  'grievance-to-acknowledge': '/staff/grievances',
  'grievance-to-pass': '/staff/grievances',
  'grievance-to-answer': '/staff/grievances',
  'visit-to-hold': '/staff/visits',
  'finding-to-report': '/staff/site-findings',
  'finding-to-confirm': '/staff/site-findings',
  'lot-to-start': '/staff/lots',
  'lot-to-collect': '/staff/lots',
  'lot-to-inspect': '/staff/lots',
  'lot-to-deliver': '/staff/lots',
  'collection-to-follow': '/staff/lots',
  'payment-to-follow': '/staff/lots',
  'interview-to-plan': '/staff/interviews',
  'interview-to-hold': '/staff/my-sessions',
  'sample-to-read': '/staff/my-sessions',
  'interview-to-agree': '/staff/my-sessions',
  'follow-up-to-give': '/staff/follow-ups',
}
/** A page of its own under the file. */
const UNDER_THE_FILE: Partial<Record<Task['kind'], string>> = {
  'exit-table-to-show': '/exit-table',
  'exit-table-to-show-again': '/exit-table',
  'work-plan-to-agree': '/work-plan',
  'step-to-follow': '/work-plan',
  'step-answer-to-ask': '/work-plan',
  'step-refused': '/work-plan',
  'referral-to-follow': '/support',
  'centre-place-to-give-back': '/support',
  'permit-to-mend': '/business',
  'permit-to-renew': '/business',
  'permit-to-follow': '/business',
  'interview-to-offer': '/interview',
  'interview-to-rearrange': '/interview',
  'interview-stopped': '/interview',
  'result-to-tell': '/interview',
  'grievance-answer-to-tell': '/grievances',
}
/** What a list is narrowed to, so that it shows what the line counted. */
const NARROWED: Partial<Record<Task['kind'], { readonly state: string }>> = {
  'lot-to-inspect': { state: 'produced' },
  'lot-to-deliver': { state: 'checked' },
  'collection-to-follow': { state: 'delivered' },
}
/** Tasks of the market that are done on the page of one order or one lot. */
const OWN_PAGES: Partial<Record<Task['kind'], string>> = {
  'obstacle-to-verify': '/staff/obstacles',
  'arrangement-to-settle': '/staff/obstacles',
  'deliverable-to-answer': '/staff/deliverables',
  'deliverable-to-hand-in': '/staff/deliverables',
  'notice-to-answer': '/staff/scopes',
  'sheet-to-answer': '/staff/monthly-sheets',
  'sheet-to-mend': '/staff/monthly-sheets',
  'minutes-to-sign': '/staff/meetings',
  'resolution-to-notify': '/staff/resolutions',
  'resolution-to-confirm': '/staff/resolutions',
  'resolution-to-acknowledge': '/staff/resolutions',
  'resolution-to-report': '/staff/resolutions',
  'idea-to-answer': '/staff/meetings',
  'call-to-follow': '/staff/orders',
  'order-to-split': '/staff/orders',
  'order-to-answer': '/staff/orders',
  'lot-to-take': '/staff/orders',
  'payment-to-make': '/staff/orders',
  'dispute-to-answer': '/staff/lots',
  'deduction-to-decide': '/staff/lots',
  'follow-up-to-call': '/staff/calls',
}
function placeOf({ kind, subjectId }: Pick<Task, 'kind' | 'subjectId'>): string {
  const own = OWN_PAGES[kind]
  return own === undefined ? (PLACES[kind] ?? `/staff/cases/${subjectId}${UNDER_THE_FILE[kind] ?? ''}`) : `${own}/${subjectId}`
}
/** The task by its name, and the way to where it is done. */
export function TaskLink({ kind, subjectId }: Pick<Task, 'kind' | 'subjectId'>) {
  const say = useSay()
  return (
    <Link
      to={placeOf({ kind, subjectId })}
      search={NARROWED[kind] ?? {}}
      className="font-semibold text-brand underline-offset-4 hover:underline"
    >
      {say(wordFor(words, `task-${kind}`))}
    </Link>
  )
}
export function DueTag({ daysLeft }: { readonly daysLeft: number }) {
  const say = useSay()
  if (daysLeft < 0) return <Tag meaning="overdue">{say(words['due-late'], { n: -daysLeft })}</Tag>
  return (
    <Tag meaning={daysLeft === 0 ? 'due' : 'neutral'}>
      {daysLeft === 0 ? say(words['due-today']) : say(words['due-in'], { n: daysLeft })}
    </Tag>
  )
}
