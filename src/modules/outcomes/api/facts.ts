import type { Tx } from '../../../platform/db.ts'
import { listRoads, listSupportStands, type Road } from '../../enrolment/port.ts'
import { listOpenWork, listPaidLots } from '../../market/port.ts'
import { findInsured } from '../../pathways/port.ts'
import { parameterOn, planStart } from '../../plan/port.ts'
import type { EarningTerms } from '../rules/earning.ts'
import type { OutcomeFacts } from '../rules/facts.ts'
import { monthOf } from '../rules/months.ts'
import { type Facts, outcomeOf } from '../rules/snapshot.ts'
import { listPrices } from '../store/price-index.ts'
import { listOwnSales, listWorkBefore } from '../store/snapshots.ts'

interface When {
  readonly planId: string
  /** The day on which it is asked how things stand; what is known later is left out. */
  readonly until: string
}
async function earningTermsOn(tx: Tx, day: string): Promise<EarningTerms> {
  const sustained = await parameterOn(tx, 'sustained-months', { day })
  const interrupted = await parameterOn(tx, 'interrupted-months', { day })
  const { earningMonths: earning, lastMonths: of } = sustained.value
  return { sustained: { earning, of }, interrupted: interrupted.value }
}
/** What is known of these roads on a day, out of the ledgers of the rooms before; in the order of the roads. */
export async function factsOn(tx: Tx, roads: readonly Road[], { planId, until }: When): Promise<readonly Facts[]> {
  const caseIds = roads.map(({ scope }) => scope.case_id)
  const personIds = roads.map(({ scope }) => scope.person_id)
  const terms = await earningTermsOn(tx, until)
  const prices = await listPrices(tx, planId)
  const baseMonth = monthOf(await planStart(tx, planId))
  const paid = [...(await listPaidLots(tx, { planId, caseIds, until })), ...(await listOwnSales(tx, { planId, caseIds, until }))]
  const work = await listWorkBefore(tx, { planId, caseIds })
  const open = await listOpenWork(tx, { planId, caseIds })
  const stands = await listSupportStands(tx, { planId, personIds })
  const insured = await findInsured(tx, { planId, personIds })
  return roads.map(({ scope, registeredOn }) => {
    const ahead = open.find(({ caseId }) => caseId === scope.case_id)
    return {
      until,
      registeredOn,
      workBefore: work.get(scope.case_id) ?? null,
      payments: paid
        .filter(({ caseId }) => caseId === scope.case_id)
        .map(({ buyerId, paidOn, confirmedOn, paidRial, costsRial, minutes }) => ({
          buyerId,
          paidOn,
          confirmedOn,
          paidRial,
          costsRial,
          minutes,
        })),
      stands: stands
        .filter(({ personId }) => personId === scope.person_id)
        .map(({ organisationId, status, since, knownOn }) => ({ organisationId, status, since, knownOn })),
      isInsured: insured.has(scope.person_id),
      termsSince: ahead?.termsSince ?? null,
      orderedUntil: ahead?.orderedUntil ?? null,
      prices,
      baseMonth,
      terms,
    }
  })
}
/** The facts of these roads on a day as later rooms may count them, in the order of the roads. */
export async function factsOf(tx: Tx, roads: readonly Road[], when: When): Promise<readonly OutcomeFacts[]> {
  const facts = await factsOn(tx, roads, when)
  return roads.map(({ scope, position, tier, registeredOn, agreedOn }, place) => {
    const one = facts[place]
    if (one === undefined) throw new Error('there are facts for every road')
    const { months, standing, hourlyRial, job, support, isPrevented, isInsured, hasTerms, orderedUntil } = outcomeOf(one)
    const { case_id: caseId, county_code: countyCode } = scope
    const road = { caseId, countyCode, position, tier, registeredOn, agreedOn }
    return { ...road, months, standing, hourlyRial, job, support, isPrevented, isInsured, hasTerms, orderedUntil }
  })
}
export async function listFacts(
  tx: Tx,
  {
    planId,
    today,
    after,
    limit,
  }: { readonly planId: string; readonly today: string; readonly after?: string | undefined; readonly limit: number },
): Promise<readonly OutcomeFacts[]> {
  return factsOf(tx, await listRoads(tx, { planId, after, limit }), { planId, until: today })
}
