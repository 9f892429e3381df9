import { type Handled, handle } from '../../platform/http.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { addPilotCounty, listParameters, listQuotas, publishEdition, readPlan, setParameter, setQuota } from './contract.ts'
import { isPilotCounty } from './port.ts'
import {
  actOfJoining,
  conformityOf,
  editionOn,
  endOfPredecessor,
  isInForce,
  reasonsNotToFollow,
  reasonsNotToPublish,
  shapedValue,
} from './rules.ts'
import * as store from './store.ts'

export const planApi: readonly Handled[] = [
  handle(readPlan, async ({ input, tx, actor, today }) => {
    const plan = (await store.findPlan(tx, actor.planId)) ?? refuse('platform.not-found')
    const editions = await store.listEditions(tx)
    const edition = editionOn(editions, input.on ?? today)
    const phases = await store.listPhases(tx, edition?.number ?? 1)
    return {
      id: plan.id,
      title: edition?.title ?? plan.title,
      edition: edition?.number ?? 1,
      provinceCode: plan.province_code,
      startedOn: plan.started_on,
      goals: [...(await store.listGoals(tx, edition?.number ?? 1))],
      phases,
      editions,
      pilotCounties: await store.listPilotCounties(tx),
      conformity: conformityOf(phases),
    }
  }),
  handle(publishEdition, async ({ input, tx, actor, house, note }) => {
    if ((await store.lockPlan(tx, actor.planId)) === undefined) refuse('platform.not-found')
    const editions = await store.listEditions(tx)
    refuseIf(reasonsNotToPublish(editions, input))
    const number = Math.max(0, ...editions.map((one) => one.number)) + 1
    await store.insertEdition(tx, { planId: actor.planId, newId: house.newId }, { ...input, number })
    note({ number, from: input.inForceFrom })
    return { number }
  }),
  handle(listParameters, async ({ input, tx, today }) => {
    const on = input.on ?? today
    const rows = await store.listParameterRows(tx, input.name)
    return { on, parameters: rows.filter((row) => input.name !== undefined || isInForce(row, on)) }
  }),
  handle(setParameter, async ({ input, tx, actor, note }) => {
    if (shapedValue(input.name, input.value) === undefined) refuse('plan.value-wrong', { name: input.name })
    const earlier = await store.lockParameterRows(tx, input.name, input.countyCode)
    refuseIf(reasonsNotToFollow(earlier, input.validFrom))
    const last = earlier.find((row) => row.validTo === null)
    if (last !== undefined) await store.endParameter(tx, { id: last.id, validTo: endOfPredecessor(input.validFrom) })
    note({ name: input.name, from: input.validFrom })
    return store.insertParameter(tx, actor.planId, input)
  }),
  handle(listQuotas, async ({ input, tx, today }) => {
    const on = input.on ?? today
    return { on, quotas: (await store.listQuotaRows(tx)).filter((row) => isInForce(row, on)) }
  }),
  handle(setQuota, async ({ input, tx, actor, note }) => {
    if (!(await isPilotCounty(tx, input.countyCode, input.validFrom))) refuse('plan.not-a-pilot-county')
    const earlier = await store.listQuotaRows(tx, input.countyCode)
    refuseIf(reasonsNotToFollow(earlier, input.validFrom))
    const last = earlier.find((row) => row.validTo === null)
    if (last !== undefined) await store.endQuota(tx, { id: last.id, validTo: endOfPredecessor(input.validFrom) })
    note({ places: input.places, from: input.validFrom })
    return store.insertQuota(tx, actor.planId, input)
  }),
  handle(addPilotCounty, async ({ input, tx, actor }) => {
    if (await isPilotCounty(tx, input.countyCode, input.since)) refuse('plan.already-a-pilot-county')
    return store.insertPilotCounty(tx, actor.planId, { ...input, act: actOfJoining(await store.listPilotCounties(tx), input) })
  }),
]
