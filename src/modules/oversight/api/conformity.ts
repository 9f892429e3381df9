import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { countConcluded } from '../../amayesh/port.ts'
import { countOrders } from '../../market/port.ts'
import { offersIn } from '../../occupations/port.ts'
import { listPilots, planStart } from '../../plan/port.ts'
import * as contract from '../contract/conformity.ts'
import { type EvidenceKind, findingsOf, phaseEvidence, phaseStateOf, phasesOfModel } from '../rules/conformity.ts'
import { countDone } from './action-plan.ts'

type Span = { readonly countyCode: string; readonly from: string; readonly until: string }
/** Evidence of a county between two days, each kind counted in the room where it lies. */
async function evidenceOf(tx: Call<unknown>['tx'], of: Span): Promise<Readonly<Record<EvidenceKind, number>>> {
  const { acts } = await countDone(tx, of)
  const offers = await offersIn(tx, of.countyCode, of.until)
  return {
    studies: await countConcluded(tx, of),
    offers: offers.length,
    registrations: acts.registrations,
    sessions: acts.sessions,
    'work-plans': acts['work-plans'],
    orders: await countOrders(tx, of.countyCode),
    'paid-lots': acts['paid-lots'],
  }
}
export const conformityApi: readonly Handled[] = [
  handle(contract.readConformity, async ({ tx, actor, today }) => {
    const from = await planStart(tx, actor.planId)
    const own = (await listPilots(tx, today)).filter((code) => actor.counties.includes(code))
    const counties: contract.CountyConformity[] = []
    for (const countyCode of own) {
      const counts = await evidenceOf(tx, { countyCode, from, until: today })
      counties.push({
        countyCode,
        phases: phasesOfModel.map((phase) => ({
          phase,
          state: phaseStateOf(phase, counts),
          evidence: phaseEvidence[phase].map((kind) => ({ kind, count: counts[kind] })),
        })),
        findings: [...findingsOf(counts)],
      })
    }
    return { counties }
  }),
]
