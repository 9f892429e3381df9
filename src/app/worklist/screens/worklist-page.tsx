import { words as enrolment } from '../../../modules/enrolment/words.ts'
import { useCounties } from '../../../modules/territory/screens/port.ts'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { readWorklist } from '../contract.ts'
import { linesOf } from '../rules.ts'
import { words } from '../words.ts'
import { DueTag, TaskLink } from './task.tsx'

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
                { key: 'task', title: say(words.task), cell: ({ task }) => <TaskLink kind={task.kind} subjectId={task.subjectId} /> },
                {
                  key: 'whose',
                  title: say(words.whose),
                  // What is nobody's file, as an order or a lot, is counted even when it is one.
                  cell: ({ task: { name, fileNumber }, count }) =>
                    count > 1 || fileNumber === null ? say(words['count-of-kind'], { n: count }) : (name ?? digits(fileNumber, language)),
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
