import { Link } from '@tanstack/react-router'
import { words as enrolment } from '../../../modules/enrolment/words.ts'
import { useCounties } from '../../../modules/territory/screens/port.ts'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { readWorklist, type Task } from '../contract.ts'
import { linesOf } from '../rules.ts'
import { words } from '../words.ts'

/** What waits for the reader, overdue first. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const worklist = useRead(readWorklist, {})
  const total = (worklist.data?.counts ?? []).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHeader title={say(words.worklist)} facts={worklist.data === undefined ? undefined : say(words['count-tasks'], { n: total })} />
      <Read of={worklist}>
        {({ tasks, counts }) =>
          tasks.length === 0 ? (
            <EmptyState>{say(words['no-tasks'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.worklist)}
              rows={linesOf(tasks, counts)}
              keyOf={({ task: { kind, subjectId } }) => `${kind} ${subjectId}`}
              columns={[
                { key: 'task', title: say(words.task), cell: ({ task }) => <TaskLink task={task} /> },
                {
                  key: 'whose',
                  title: say(words.whose),
                  cell: ({ task: { name, fileNumber }, count }) =>
                    count > 1 ? say(words['count-of-kind'], { n: count }) : (name ?? digits(fileNumber ?? '', language)),
                },
                {
                  key: 'county',
                  title: say(enrolment.county),
                  cell: ({ countyCode }) => (countyCode === null ? '' : countyName(countyCode)),
                },
                { key: 'due', title: say(words.due), cell: ({ task: { daysLeft } }) => <DueTag daysLeft={daysLeft} /> },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
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
  'step-to-do': '/staff/steps',
  'permit-to-review': '/staff/permit-reviews',
  'interview-to-plan': '/staff/interviews',
  'interview-to-hold': '/staff/my-sessions',
  'sample-to-read': '/staff/my-sessions',
  'interview-to-agree': '/staff/my-sessions',
}
/** A page of its own under the file. */
const UNDER_THE_FILE: Partial<Record<Task['kind'], string>> = {
  'exit-table-to-show': '/exit-table',
  'exit-table-to-show-again': '/exit-table',
  'work-plan-to-agree': '/work-plan',
  'step-to-follow': '/work-plan',
  'permit-to-mend': '/business',
  'permit-to-renew': '/business',
  'permit-to-follow': '/business',
  'interview-to-offer': '/interview',
  'interview-to-rearrange': '/interview',
  'interview-stopped': '/interview',
  'result-to-tell': '/interview',
}
function TaskLink({ task }: { readonly task: Task }) {
  const say = useSay()
  return (
    <Link
      to={PLACES[task.kind] ?? `/staff/cases/${task.subjectId}${UNDER_THE_FILE[task.kind] ?? ''}`}
      className="font-semibold text-brand underline-offset-4 hover:underline"
    >
      {say(wordFor(words, `task-${task.kind}`))}
    </Link>
  )
}
function DueTag({ daysLeft }: { readonly daysLeft: number }) {
  const say = useSay()
  if (daysLeft < 0) return <Tag meaning="overdue">{say(words['due-late'], { n: -daysLeft })}</Tag>
  return (
    <Tag meaning={daysLeft === 0 ? 'due' : 'neutral'}>
      {daysLeft === 0 ? say(words['due-today']) : say(words['due-in'], { n: daysLeft })}
    </Tag>
  )
}
