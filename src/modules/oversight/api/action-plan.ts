import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { countMoved } from '../../enrolment/port.ts'
import { countSessionsHeld } from '../../interviews/port.ts'
import { countPaidLots } from '../../market/port.ts'
import { namesOf } from '../../partners/port.ts'
import * as contract from '../contract/action-plan.ts'
import { type PlannedAct, plannedActs } from '../contract/states.ts'
import { reasonsNotToPlan } from '../rules/monthly-sheets.ts'
import * as store from '../store/action-plan.ts'
import { type Month, monthOf, monthOn } from './months.ts'

type Tx = Call<unknown>['tx']
/** What really happened in a county between two days, act by act: counted in the rooms where it happened. */
export async function countDone(
  tx: Tx,
  of: { readonly countyCode: string; readonly from: string; readonly until: string },
): Promise<{ readonly acts: Readonly<Record<PlannedAct, number>>; readonly placesGiven: number }> {
  const moved = await countMoved(tx, of)
  return {
    acts: {
      registrations: moved.get('registered') ?? 0,
      sessions: await countSessionsHeld(tx, of),
      talks: moved.get('interviewed') ?? 0,
      'work-plans': moved.get('pathway-agreed') ?? 0,
      'paid-lots': await countPaidLots(tx, of),
    },
    placesGiven: moved.get('place-granted') ?? 0,
  }
}
async function actionPlan(tx: Tx, countyCode: string, month: Month): Promise<contract.ActionPlan> {
  const planned = await store.listPlanned(tx, countyCode, month.month)
  const names = await namesOf(
    tx,
    planned.map(({ organisationId }) => organisationId),
  )
  const { acts } = await countDone(tx, { countyCode, ...month })
  const lines = plannedActs.map((act) => {
    const one = planned.find((line) => line.act === act)
    return {
      act,
      plannedId: one?.id ?? null,
      planned: one?.quantity ?? null,
      organisationId: one?.organisationId ?? null,
      organisationName: one === undefined ? null : (names.get(one.organisationId) ?? ''),
      version: one?.version ?? null,
      done: acts[act],
    }
  })
  return { countyCode, ...month, lines }
}
/** A county of the actor's own assignment; every other one answers as if it were none. */
function requireOwn({ actor }: Pick<Call<unknown>, 'actor'>, countyCode: string): void {
  if (!actor.counties.includes(countyCode)) refuse('platform.not-found')
}

export const actionPlanApi: readonly Handled[] = [
  handle(contract.readActionPlan, async (call) => {
    const { countyCode, month } = call.input
    requireOwn(call, countyCode)
    return actionPlan(call.tx, countyCode, month === undefined ? monthOn(call.today) : monthOf(month))
  }),
  handle(contract.planAct, async (call) => {
    const { input, tx, actor, today } = call
    requireOwn(call, input.countyCode)
    const month = monthOf(input.month)
    refuseIf(reasonsNotToPlan(month.until, today))
    if ((await namesOf(tx, [input.organisationId])).size === 0) refuse('oversight.member-unknown')
    const before = await store.lockPlanned(tx, input)
    if ((before?.version ?? null) !== input.seenVersion) refuse('platform.version-stale')
    if (before === undefined) await store.insertPlanned(tx, actor.planId, input)
    else await store.changePlanned(tx, before, input)
    return actionPlan(tx, input.countyCode, month)
  }),
]
