import { findGuiding } from '../../modules/pathways/port.ts'
import { listNames } from '../../modules/people/port.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { daysBetween } from '../../platform/time.ts'
import { readToday } from './contract.ts'
import { dayOf, viewsFor } from './rules.ts'
import { listCases, listTasks } from './store.ts'

/** «امروز من»: the day of one guide, from what waits in every room she works in. */
export const todayApi: readonly Handled[] = [
  handle(readToday, async ({ tx, actor, today }) => {
    const rows = await listTasks(tx, { views: viewsFor(actor.role), accountId: actor.accountId, duties: actor.duties })
    const cases = new Map(
      (
        await listCases(
          tx,
          rows.map(({ subject_id: id }) => id),
        )
      ).map((one) => [one.id, one]),
    )
    const tasks = rows.map(({ kind, subject_id: id, due_on: dueOn }) => ({
      kind,
      caseId: cases.has(id) ? id : null,
      dueOn,
      daysLeft: daysBetween(today, dueOn),
    }))
    const guiding = await findGuiding(tx, [...cases.keys()])
    const isTried = (caseId: string): boolean => guiding.get(caseId)?.triedOn === today
    const names = await listNames(
      tx,
      [...cases.values()].map(({ person_id: personId }) => personId),
    )
    const women = dayOf(tasks, isTried).flatMap(({ caseId, tasks: due }) => {
      const one = cases.get(caseId)
      if (one === undefined) return []
      return {
        caseId,
        personId: one.person_id,
        // A name that was let go of is kept empty.
        name: names.get(one.person_id)?.trim() || null,
        fileNumber: one.file_number,
        position: one.position,
        tasks: due.map(({ kind, dueOn, daysLeft }) => ({ kind, dueOn, daysLeft })),
        spokeOn: guiding.get(caseId)?.spokeOn ?? null,
        isTried: isTried(caseId),
        nextStep: guiding.get(caseId)?.nextStep ?? null,
      }
    })
    return { women, nextOn: tasks.find(({ daysLeft }) => daysLeft > 0)?.dueOn ?? null }
  }),
]
