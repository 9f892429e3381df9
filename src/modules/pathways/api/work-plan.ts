import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { advance, getLockedCase } from '../../enrolment/port.ts'
import { offersIn } from '../../occupations/port.ts'
import { namesOf } from '../../partners/port.ts'
import * as contract from '../contract/work-plan.ts'
import { requireExitTable } from '../port.ts'
import {
  actOf,
  newStepState,
  reasonsNotToAddStep,
  reasonsNotToAgree,
  reasonsNotToMoveStep,
  reasonsNotToPlan,
  reasonsNotToStart,
} from '../rules/work-plan.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'
import * as steps from '../store/steps.ts'
import * as store from '../store/work-plans.ts'
import { keptWord, owedByAgency, sealingOf, whoseOf } from './given.ts'

async function shown({ tx }: Call<unknown>, scope: FiledScope, sealing: store.Sealing): Promise<contract.HerPlan> {
  const plan = (await store.findWorkPlan(tx, scope.case_id, sealing)) ?? null
  const listed = await steps.listSteps(tx, scope.case_id, sealing)
  const names = await namesOf(
    tx,
    listed.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
  )
  const named = listed.map((step) => ({ ...step, organisationName: names.get(step.organisationId ?? '') ?? null }))
  return { whose: await whoseOf(tx, scope), countyCode: scope.county_code, plan, steps: named }
}
/** Her case, locked, with the columns of its rows and the key to her words. */
async function locked(call: Call<unknown>, caseId: string) {
  const one = await getLockedCase(call, caseId)
  const found = (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
  return { one, found, scope: columnsOf(found), sealing: await sealingOf(call, one.personId) }
}
/** A step begins: the plan is agreed, a buyer is named before training, the exit table was passed; the first one makes the case active. */
async function start(call: Call<unknown>, step: NonNullable<Awaited<ReturnType<typeof steps.lockStep>>>): Promise<void> {
  const { tx, actor, today } = call
  const one = await beyondReach(tx, () => getLockedCase(call, step.caseId))
  const standing = await steps.findStanding(tx, actor.planId, step.caseId)
  refuseIf(reasonsNotToStart({ kind: step.kind, position: one.position, ...standing }))
  const act = actOf(step.kind)
  if (act !== undefined) await requireExitTable(tx, { planId: actor.planId, personId: step.personId, act, today })
  if (one.position === 'pathway-agreed') await advance(call, one, 'active')
}

/** A step under the version seen, locked, named as what the request is about. */
async function lockedStep({ input, tx, actor, about }: Call<{ readonly id: string; readonly version: number }>) {
  const step = (await steps.lockStep(tx, input.id, actor)) ?? refuse('platform.not-found')
  about({ personId: step.personId, caseId: step.caseId, countyCode: step.countyCode })
  if (step.version !== input.version) refuse('platform.version-stale')
  return step
}

export const workPlanApi: readonly Handled[] = [
  handle(contract.readWorkPlan, async (call) => {
    const scope = (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found')
    return shown(call, scope, await sealingOf(call, scope.person_id))
  }),
  handle(contract.writeWorkPlan, async (call) => {
    const { input, tx, actor, now, today, note } = call
    const { found, scope, sealing } = await locked(call, input.caseId)
    const offers = await offersIn(tx, scope.county_code, today)
    refuseIf(reasonsNotToPlan(input, new Set(offers.map(({ fieldCode }) => fieldCode))))
    if (!(await store.putWorkPlan(tx, scope, sealing, { ...input, accountId: actor.accountId, at: now }))) refuse('platform.version-stale')
    note({ kind: input.kind, relation: input.relation })
    return shown(call, found, sealing)
  }),
  handle(contract.agreeWorkPlan, async (call) => {
    const { input, tx, note } = call
    const { one, found, sealing } = await locked(call, input.caseId)
    const open = (await steps.listSteps(tx, one.id, sealing)).filter(({ state }) => state !== 'cancelled' && state !== 'refused')
    refuseIf(reasonsNotToAgree(one.position, open.length))
    const word = await keptWord(call, one.personId, input)
    if (!(await store.agree(tx, one.id, { ...word, version: input.version }))) refuse('platform.version-stale')
    await steps.acceptProposed(tx, one.id, word)
    if (one.position === 'interviewed') await advance(call, one, 'pathway-agreed')
    note({ manner: input.manner })
    return shown(call, found, sealing)
  }),
  handle(contract.addStep, async (call) => {
    const { input, tx, today, note } = call
    const { one, found, scope, sealing } = await locked(call, input.caseId)
    refuseIf(reasonsNotToAddStep(input, today))
    const plan = (await store.findWorkPlan(tx, one.id, sealing)) ?? refuse('pathways.no-work-plan')
    const state = newStepState(plan.agreedOn !== null)
    if (input.organisationId !== null) await owedByAgency(call, scope, input.organisationId)
    await steps.insertStep(tx, scope, sealing, { ...input, state, fileNumber: found.fileNumber, today })
    note({ kind: input.kind, owner: input.owner })
    return shown(call, found, sealing)
  }),
  handle(contract.answerStep, async (call) => {
    const { input, tx, note } = call
    const step = await lockedStep(call)
    const to = input.isYes ? 'planned' : 'refused'
    refuseIf(reasonsNotToMoveStep(step.state, to))
    const word = await keptWord(call, step.personId, input)
    note({ kind: step.kind, state: to, manner: input.manner })
    return (await steps.answerStep(tx, { id: step.id, version: step.version, to, word })) ?? refuse('platform.version-stale')
  }),
  handle(contract.moveStep, async (call) => {
    const { input, tx, today, note } = call
    const step = await lockedStep(call)
    refuseIf(reasonsNotToMoveStep(step.state, input.to))
    if (input.to === 'under-way') await start(call, step)
    note({ kind: step.kind, state: input.to })
    return (await steps.moveStep(tx, { id: step.id, version: step.version, to: input.to, today })) ?? refuse('platform.version-stale')
  }),
  handle(contract.listOwnSteps, async ({ tx, actor }) => ({
    steps: actor.organisationId === null ? [] : [...(await steps.listOwnSteps(tx, actor.organisationId))],
  })),
]
