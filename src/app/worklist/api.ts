import type { z } from 'zod'
import { findOwnDue } from '../../modules/market/port.ts'
import { listNames } from '../../modules/people/port.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { daysBetween } from '../../platform/time.ts'
import { readWorklist } from './contract.ts'
import { hasTasksOfFiles, viewsFor } from './rules.ts'
import { countTasks, listCases, listTasks } from './store.ts'
import { todayApi } from './today.ts'

/** What waits for a buyer: its orders, and nothing about a woman. */
function ofBuyer(due: Awaited<ReturnType<typeof findOwnDue>>, today: string): z.output<typeof readWorklist.output> {
  const kinds = new Set(due.map(({ kind }) => kind))
  return {
    counts: [...kinds].map((kind) => {
      const same = due.filter((one) => one.kind === kind)
      return { kind, count: same.length, overdue: same.filter(({ dueOn }) => dueOn < today).length }
    }),
    tasks: due.map(({ kind, orderId: subjectId, countyCode, dueOn }) => ({
      kind,
      subjectId,
      countyCode,
      dueOn,
      daysLeft: daysBetween(today, dueOn),
      caseId: null,
      name: null,
      fileNumber: null,
    })),
  }
}

const NOTHING: z.output<typeof readWorklist.output> = { tasks: [], counts: [] }
export const worklistApi: readonly Handled[] = [
  handle(readWorklist, async ({ tx, actor, today }) => {
    const { organisationId } = actor
    const bought =
      actor.role === 'OR' && organisationId !== null ? ofBuyer(await findOwnDue(tx, { ...actor, organisationId, today }), today) : NOTHING
    const views = viewsFor(actor.role)
    if (views.length === 0) return NOTHING
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
      counts: [...bought.counts, ...(await countTasks(tx, whose, today))],
      tasks: [
        ...bought.tasks,
        ...rows.map((row) => {
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
      ],
    }
  }),
  ...todayApi,
]
