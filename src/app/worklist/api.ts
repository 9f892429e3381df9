import { listNames } from '../../modules/people/port.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { daysBetween } from '../../platform/time.ts'
import { readWorklist } from './contract.ts'
import { kindsFor } from './rules.ts'
import { countTasks, listTasks } from './store.ts'

export const worklistApi: readonly Handled[] = [
  handle(readWorklist, async ({ tx, actor, today }) => {
    const whose = { kinds: kindsFor(actor), accountId: actor.accountId, organisationId: actor.organisationId }
    const rows = await listTasks(tx, whose)
    const names =
      actor.role === 'GD'
        ? await listNames(
            tx,
            rows.map((row) => row.person_id),
          )
        : new Map<string, string>()
    return {
      counts: await countTasks(tx, whose, today),
      tasks: rows.map((row) => ({
        kind: row.kind,
        subjectId: row.subject_id,
        caseId: row.case_id,
        name: names.get(row.person_id) ?? null,
        fileNumber: row.file_number,
        countyCode: row.county_code,
        dueOn: row.due_on,
        daysLeft: daysBetween(today, row.due_on),
      })),
    }
  }),
]
