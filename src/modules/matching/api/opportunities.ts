import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { listFields } from '../../occupations/port.ts'
import { callOnPledge, findPledge, giveBackToPledge, namesOf } from '../../partners/port.ts'
import * as contract from '../contract/opportunities.ts'
import { reasonsNotToCloseOpportunity } from '../rules/moves.ts'
import { reasonsNotToAsk, unusedOf } from '../rules/opening.ts'
import * as store from '../store/opportunities.ts'
import { closeProposals } from '../store/proposals.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today' | 'language'>
async function shownOpportunities(
  { tx, today, language }: Reader,
  rows: readonly store.StoredOpportunity[],
): Promise<contract.Opportunity[]> {
  const names = await namesOf(
    tx,
    rows.map(({ organisationId }) => organisationId),
  )
  const fields = new Map((await listFields(tx, today)).map(({ code, nameFa, nameEn }) => [code, language === 'en' ? nameEn : nameFa]))
  return rows.map(({ calledQuantity: _called, ...row }) => ({
    ...row,
    organisationName: names.get(row.organisationId) ?? '',
    fieldTitle: fields.get(row.fieldCode) ?? row.fieldCode,
  }))
}
export async function shownOpportunity(call: Reader, id: string): Promise<contract.Opportunity> {
  const row = (await store.findOpportunity(call.tx, id)) ?? refuse('platform.not-found')
  return (await shownOpportunities(call, [row]))[0] ?? refuse('platform.not-found')
}

export const opportunitiesApi: readonly Handled[] = [
  handle(contract.listOpportunities, async (call) => {
    const { input, tx } = call
    const rows = await store.listOpportunities(tx, input)
    const opportunities = await shownOpportunities(call, rows.slice(0, input.limit))
    return { opportunities, next: rows.length > input.limit ? (opportunities.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readOpportunity, (call) => shownOpportunity(call, call.input.id)),
  handle(contract.openFromPledge, async (call) => {
    const { input, tx, actor, today } = call
    const { pledgeId, ...made } = input
    if (!actor.counties.includes(input.countyCode)) refuse('matching.not-own-county')
    refuseIf(reasonsNotToAsk(input))
    if (!(await listFields(tx, today)).some(({ code }) => code === input.fieldCode)) refuse('matching.field-unknown')
    const pledge = (await findPledge(tx, pledgeId)) ?? refuse('platform.not-found')
    if (pledge.kind === 'purchase') refuse('matching.purchase-by-order')
    if (pledge.counties.length > 0 && !pledge.counties.includes(input.countyCode)) refuse('matching.pledge-elsewhere')
    await callOnPledge(tx, { planId: actor.planId, pledgeId, quantity: input.calledQuantity })
    const from = { source: 'pledge', sourceId: pledgeId, organisationId: pledge.organisationId } as const
    await store.insertOpportunity(tx, { ...made, ...from, planId: actor.planId, accountId: actor.accountId, today })
    return shownOpportunity(call, input.id)
  }),
  handle(contract.closeOpportunity, async (call) => {
    const { input, tx, actor, today } = call
    const one = (await store.lockOpportunity(tx, input.id)) ?? refuse('platform.not-found')
    if (one.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToCloseOpportunity(one.state))
    if (one.source === 'order') refuse('matching.of-an-order')
    if (!(await store.closeRow(tx, one, { reason: input.reason, today }))) refuse('platform.version-stale')
    await closeProposals(tx, { planId: actor.planId, opportunityId: one.id, today, isOver: false })
    const unused = unusedOf(one)
    if (unused > 0) await giveBackToPledge(tx, { planId: actor.planId, pledgeId: one.sourceId, quantity: unused })
    return shownOpportunity(call, one.id)
  }),
]
