import type { Tx } from '../../../platform/db.ts'
import { listRoads, type Road } from '../../enrolment/port.ts'
import { listPaidLots } from '../../market/port.ts'
import { parameterOn, planStart } from '../../plan/port.ts'
import { type EarningTerms, incomeMonths, standingOn } from '../rules/earning.ts'
import type { OutcomeFacts } from '../rules/facts.ts'
import { monthOf } from '../rules/months.ts'
import { type Deflator, deflatorOf } from '../rules/prices.ts'
import { listPriceIndices } from '../store/price-index.ts'

interface When {
  readonly planId: string
  readonly today: string
}
export async function deflatorFor(tx: Tx, planId: string): Promise<Deflator> {
  return deflatorOf(await listPriceIndices(tx, planId), monthOf(await planStart(tx, planId)))
}
export async function earningTermsOn(tx: Tx, day: string): Promise<EarningTerms> {
  const sustained = await parameterOn(tx, 'sustained-months', { day })
  const interrupted = await parameterOn(tx, 'interrupted-months', { day })
  const { earningMonths: earning, lastMonths: of } = sustained.value
  return { sustained: { earning, of }, interrupted: interrupted.value }
}
/** What is known of these roads on a day, out of the ledgers of the rooms before. */
export async function factsOf(tx: Tx, roads: readonly Road[], { planId, today }: When): Promise<readonly OutcomeFacts[]> {
  const caseIds = roads.map(({ scope }) => scope.case_id)
  const deflator = await deflatorFor(tx, planId)
  const terms = await earningTermsOn(tx, today)
  const paid = await listPaidLots(tx, { planId, caseIds, until: today })
  return roads.map(({ scope, position, tier, registeredOn, agreedOn }) => {
    const months = incomeMonths(
      paid.filter(({ caseId }) => caseId === scope.case_id),
      deflator,
    )
    const { case_id: caseId, county_code: countyCode } = scope
    return { caseId, countyCode, position, tier, registeredOn, agreedOn, months, standing: standingOn(months, today, terms) }
  })
}
export async function listFacts(
  tx: Tx,
  { planId, today, after, limit }: When & { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly OutcomeFacts[]> {
  return factsOf(tx, await listRoads(tx, { planId, after, limit }), { planId, today })
}
