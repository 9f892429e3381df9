import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { hasEdition, planStart } from '../../plan/port.ts'
import * as contract from '../contract/lessons.ts'
import { reasonsNotToSettle } from '../rules/lessons.ts'
import * as store from '../store/lessons.ts'
import { countDone } from './action-plan.ts'

async function locked({ input, tx }: Call<{ readonly id: string; readonly version: number }>): Promise<contract.Lesson> {
  const lesson = (await store.lockLesson(tx, input.id)) ?? refuse('platform.not-found')
  if (lesson.version !== input.version) refuse('platform.version-stale')
  return lesson
}
const shown = async ({ tx }: Pick<Call<unknown>, 'tx'>, id: string): Promise<contract.Lesson> =>
  (await store.findLesson(tx, id)) ?? refuse('platform.not-found')

export const lessonsApi: readonly Handled[] = [
  handle(contract.listLessons, async ({ input, tx }) => {
    const rows = await store.listLessons(tx, input)
    const lessons = rows.slice(0, input.limit)
    return { lessons, next: rows.length > input.limit ? (lessons.at(-1)?.id ?? null) : null }
  }),
  handle(contract.noteLesson, async (call) => {
    const { input, tx, actor, today } = call
    const { countyCode, figure } = input
    if (!actor.counties.includes(countyCode)) refuse('oversight.not-own-county')
    const { acts } = await countDone(tx, { countyCode, from: await planStart(tx, actor.planId), until: today })
    await store.insertLesson(tx, { ...input, figureValue: acts[figure], planId: actor.planId, accountId: actor.accountId, today })
    return shown(call, input.id)
  }),
  handle(contract.adoptLesson, async (call) => {
    const { input, tx, today } = call
    const lesson = await locked(call)
    refuseIf(reasonsNotToSettle(lesson.state, 'adopted'))
    if (!(await hasEdition(tx, input.edition))) refuse('oversight.edition-unknown')
    await store.settleLesson(tx, lesson, { to: 'adopted', edition: input.edition, today })
    return shown(call, lesson.id)
  }),
  handle(contract.declineLesson, async (call) => {
    const { input, tx, today } = call
    const lesson = await locked(call)
    refuseIf(reasonsNotToSettle(lesson.state, 'not-adopted'))
    await store.settleLesson(tx, lesson, { to: 'not-adopted', reason: input.reason, today })
    return shown(call, lesson.id)
  }),
]
