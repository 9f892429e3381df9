import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { getLockedCase } from '../../enrolment/port.ts'
import { findOrganisation, namesOf } from '../../partners/port.ts'
import { hasConsent } from '../../people/port.ts'
import * as contract from '../contract/insurances.ts'
import { requireExitTable } from '../port.ts'
import { reasonsNotToMoveInsurance } from '../rules/insurances.ts'
import * as store from '../store/insurances.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'
import { desksOf, whoseOf } from './given.ts'

async function shown({ tx }: Call<unknown>, scope: FiledScope): Promise<contract.HerInsurances> {
  const insurances = await store.listInsurances(tx, scope.case_id)
  const names = await namesOf(
    tx,
    insurances.map(({ insurerId }) => insurerId),
  )
  return {
    whose: await whoseOf(tx, scope),
    countyCode: scope.county_code,
    insurances: insurances.map(({ insurerId, ...one }) => ({ ...one, insurerName: names.get(insurerId) ?? null })),
  }
}
async function locked(call: Call<unknown>, caseId: string): Promise<FiledScope> {
  const one = await getLockedCase(call, caseId)
  return (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
}
/** A new insurance may take the place of one she has: nothing of it goes on before she was read that, in the table in force on that day. */
async function passTable({ tx, actor, today }: Call<unknown>, { person_id: personId }: FiledScope): Promise<void> {
  await requireExitTable(tx, { planId: actor.planId, personId, act: 'insurance', today })
}

export const insurancesApi: readonly Handled[] = [
  handle(contract.readInsurances, async (call) =>
    shown(call, (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found')),
  ),
  handle(contract.askInsurance, async (call) => {
    const { input, tx, today, note } = call
    const scope = await locked(call, input.caseId)
    if (!(await hasConsent(tx, { personId: scope.person_id, purpose: 'keep-file', today }))) refuse('pathways.keeping-not-allowed')
    if ((await findOrganisation(tx, input.insurerId)) === undefined) refuse('pathways.insurer-unknown')
    await passTable(call, scope)
    const desks = await desksOf(call, scope, input.insurerId)
    await store.insertInsurance(tx, columnsOf(scope), { ...input, fileNumber: scope.fileNumber, today, desks })
    note({ scheme: input.scheme, state: 'requested' })
    return shown(call, scope)
  }),
  handle(contract.moveInsurance, async (call) => {
    const { input, tx, today, note } = call
    const scope = await locked(call, input.caseId)
    const one = (await store.listInsurances(tx, scope.case_id)).find(({ id }) => id === input.insuranceId) ?? refuse('platform.not-found')
    if (one.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToMoveInsurance(one.state, input, today))
    if (input.to === 'introduced' || (input.to === 'in-force' && one.state !== 'gap')) await passTable(call, scope)
    const desks = await desksOf(call, scope, one.insurerId)
    if (!(await store.moveInsurance(tx, { ...input, id: one.id, today, desks }))) refuse('platform.version-stale')
    note({ from: one.state, state: input.to })
    return shown(call, scope)
  }),
]
