import { demoId } from '../src/app/demo.ts'
import type { Stage } from '../src/app/demo-stage.ts'
import { exitActs } from '../src/modules/pathways/contract/exit-table.ts'
import { newId } from '../src/platform/ids.ts'

const GUIDE = 'rahyar-dashtestan'
const SPOKEN = { manner: 'spoken', witnessName: null } as const
type Step = readonly [who: string, url: string, body: object, method?: 'PUT']
/** Steps one after another on one day of the plan; one that is refused is said loudly. */
export async function actAll(stage: Stage, day: number, steps: readonly Step[]): Promise<void> {
  for (const [who, url, body, method] of steps) {
    const told = await stage.act({ name: newId(), who, day, url, body, ...(method === undefined ? {} : { method }) })
    if (!told) throw new Error(`${who} was refused ${url}`)
  }
}
/** Her plan of work is agreed and its first step begun; she was read the table of what may change, and goes on. */
export async function beginWork(stage: Stage, caseId: string, buyer: string): Promise<void> {
  const shown = { editionId: demoId('exit-edition'), ...SPOKEN }
  const [at, stepId] = [`/pathways/cases/${caseId}`, newId()]
  const written = { kind: 'self-employment', relation: null, wishes: ['HB001'], hoursPerWeek: 20, buyer, wish: 'کار در خانه' }
  const step = { id: stepId, kind: 'sample', what: null, owner: 'her', organisationId: null, dueOn: stage.dateOf(stage.today + 10) }
  await actAll(stage, stage.today, [
    [GUIDE, `${at}/work-plan`, { ...written, version: 0 }, 'PUT'],
    [GUIDE, `${at}/steps`, step],
    [GUIDE, `${at}/work-plan/agreement`, { version: 1, ...SPOKEN }],
    [GUIDE, `/pathways/steps/${stepId}/move`, { to: 'under-way', version: 1 }],
    [GUIDE, `${at}/exit-showings`, { id: newId(), ...shown }],
    ...exitActs.map((one) => [GUIDE, `${at}/exit-answers/${one}`, { answer: 'goes-on', ...shown }, 'PUT'] as const),
  ])
}
/** A lot of an order of the holding that she made and delivered, paid to her by what the operator wrote; her own word is still to come. */
export async function payLot(stage: Stage, caseId: string, productId: string): Promise<void> {
  const [id, homeId, lotId] = [newId(), newId(), newId()]
  const [operator, buyer, at] = ['bazar-dashtestan', 'holding', `/market/lots/${lotId}`]
  const wanted = { title: 'زنبیل حصیری', unit: 'عدد', quantity: 20, rateRial: 450_000, costsRial: 0, minutesPerPiece: 45, smallestLot: 10 }
  const terms = { materialBy: 'her', spoiledBy: 'buyer', deliverBy: '2099-01-01', pledgeId: null, calledQuantity: null, paymentDays: 30 }
  const order = { id, countyCode: '1803', organisationId: demoId('organisation/holding'), ...wanted, ...terms }
  const look = { inspectionId: newId(), accepted: 20, rework: 0, rejected: 0, reason: null, bearer: null, photoId: null }
  const paid = { entryId: newId(), to: 'her', paperNumber: null, paidOn: stage.dateOf(stage.today) }
  await actAll(stage, stage.today, [
    [operator, '/market/orders', order],
    [buyer, `/market/orders/${id}/confirm`, { documentNumber: 'س/۹', documentDate: '2026-01-02', version: 1 }],
    [GUIDE, `/market/orders/${id}/homes`, { homeId, caseId, productId, loweredTo: null, loweredReason: null, hub: null }],
    [operator, `/market/orders/${id}/lots`, { version: 2, shares: [{ lotId, homeId, quantity: 20 }] }],
    [GUIDE, `${at}/terms-read`, { version: 1, ...SPOKEN }],
    [GUIDE, `${at}/accept`, { version: 2, ...SPOKEN }],
    [operator, `${at}/start`, { version: 3, to: 'ordered' }],
    [operator, `${at}/collect`, { version: 4, pieces: 20 }],
    [operator, `${at}/inspect`, { version: 5, ...look }],
    [operator, `${at}/deliver`, { version: 6, leavesRework: false }],
    [operator, `${at}/collection`, { version: 7, entryId: newId(), paperNumber: '۱' }],
    [operator, `${at}/payments`, { version: 8, ...paid }],
  ])
}
