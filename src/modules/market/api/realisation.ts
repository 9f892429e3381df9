import type { Tx } from '../../../platform/db.ts'
import { daysBetween } from '../../../platform/time.ts'
import { listOpenPledges, namesOf } from '../../partners/port.ts'
import type { Realisation } from '../contract/work.ts'
import { daysLate } from '../rules/inspection.ts'
import { figuresOfPledges } from '../store/figures.ts'

const NONE = { refused: 0, ordered: 0, delivered: 0, accepted: 0, owedRial: 0, paidRial: 0, lateSince: null }
/** What became of the promises to buy that the reader may read: from promised to paid, and how many days a payment is late. */
export async function listRealisation(
  tx: Tx,
  { planId, today }: { readonly planId: string; readonly today: string },
): Promise<readonly Realisation[]> {
  const pledges = await listOpenPledges(tx, { kind: 'purchase', limit: 200 })
  const figures = await figuresOfPledges(tx, { planId, pledgeIds: pledges.map(({ id }) => id), today })
  const found = new Map(figures.map((one) => [one.pledgeId, one]))
  const names = await namesOf(
    tx,
    pledges.map(({ organisationId }) => organisationId),
  )
  return pledges.map((pledge) => {
    const { lateSince, ...sums } = found.get(pledge.id) ?? NONE
    return {
      ...sums,
      pledgeId: pledge.id,
      title: pledge.title,
      organisationId: pledge.organisationId,
      organisationName: names.get(pledge.organisationId) ?? '',
      unit: pledge.unit,
      promised: pledge.quantity,
      called: pledge.called,
      daysLate: daysLate(lateSince, today, daysBetween),
      dueOn: pledge.dueOn,
    }
  })
}
