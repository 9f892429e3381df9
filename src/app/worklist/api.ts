import { listNames } from '../../modules/people/port.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { daysBetween } from '../../platform/time.ts'
import { readWorklist } from './contract.ts'
import { hasTasksOfFiles, viewsFor } from './rules.ts'
import { countTasks, listCases, listTasks } from './store.ts'
import { todayApi } from './today.ts'

export const worklistApi: readonly Handled[] = [
  handle(readWorklist, async ({ tx, actor, today }) => {
    const views = viewsFor(actor.role)
    if (views.length === 0) return { tasks: [], counts: [] }
    const whose = { views, accountId: actor.accountId, duties: actor.duties }
    const rows = await listTasks(tx, whose)
    const subjects = hasTasksOfFiles(actor.role) ? rows.map(({ subject_id }) => subject_id) : []
    const cases = await listCases(tx, subjects)
    const names =
      actor.role === 'GD'
        ? await listNames(
            tx,
            cases.map(({ person_id }) => person_id),
          )
        : new Map<string, string>()
    return {
      counts: await countTasks(tx, whose, today),
      tasks: rows.map((row) => {
        const one = cases.find(({ id }) => id === row.subject_id)
        return {
          kind: row.kind,
          subjectId: row.subject_id,
          caseId: one?.id ?? null,
          name: one === undefined ? null : (names.get(one.person_id) ?? null),
          fileNumber: one?.file_number ?? null,
          countyCode: row.county_code,
          dueOn: row.due_on,
          daysLeft: daysBetween(today, row.due_on),
        }
      }),
    }
  }),
  ...todayApi,
]
