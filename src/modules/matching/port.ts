import type { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { listFields } from '../occupations/port.ts'
import type { Asks } from './contract/opportunities.ts'
import { reasonsNotToAsk } from './rules/opening.ts'
import * as opportunities from './store/opportunities.ts'
import * as proposals from './store/proposals.ts'

export interface OfOrder extends z.output<typeof Asks> {
  readonly planId: string
  readonly id: string
  readonly orderId: string
  readonly countyCode: string
  readonly organisationId: string
  readonly title: string
  readonly accountId: string
  readonly today: string
}
/**
 * Opens places for women out of an order, in the unit of work of whoever runs it. Refuses `matching.weekly-without-unit`, `matching.ends-before-start`,
 * `matching.field-unknown`, and `matching.order-open-already` when the order has an open one.
 */
export async function openOpportunity(tx: Tx, { orderId, ...made }: OfOrder): Promise<void> {
  refuseIf(reasonsNotToAsk(made))
  if (!(await listFields(tx, made.today)).some(({ code }) => code === made.fieldCode)) refuse('matching.field-unknown')
  await opportunities.insertOpportunity(tx, { ...made, source: 'order', sourceId: orderId, calledQuantity: null })
}
interface Of {
  readonly planId: string
  readonly orderId: string
}
/** Ends what an order opened, when the order ends: nothing happens when there is none. A yes ends with it, and she can be proposed something else. */
export async function closeOpportunity(
  tx: Tx,
  { planId, orderId, reason, today }: Of & { readonly reason: string; readonly today: string },
): Promise<void> {
  const one = await opportunities.findOfOrder(tx, { planId, orderId })
  if (one === undefined) return
  if (!(await opportunities.closeRow(tx, one, { reason, today }))) refuse('platform.version-stale')
  await proposals.closeProposals(tx, { planId, opportunityId: one.id, today, isOver: true })
}
export interface OrderOpportunity {
  readonly id: string
  readonly fieldCode: string
  readonly places: number
  readonly taken: number
  /** Who said yes and stands by it. */
  readonly accepted: readonly { readonly caseId: string; readonly personId: string }[]
}
/** The open opportunity of an order with the women who said yes; undefined when none is open. Callable by whoever runs the order. */
export async function listAccepted(tx: Tx, { planId, orderId }: Of): Promise<OrderOpportunity | undefined> {
  const one = await opportunities.findOfOrder(tx, { planId, orderId })
  if (one === undefined) return undefined
  const { id, fieldCode, places, taken } = one
  return { id, fieldCode, places, taken, accepted: await proposals.listAccepted(tx, { planId, opportunityId: id }) }
}
/** The occupation each order was opened to women in. Callable in any role's unit of work. */
export const fieldsOfOrders: (
  tx: Tx,
  asked: { readonly planId: string; readonly orderIds: readonly string[] },
) => Promise<ReadonlyMap<string, string>> = opportunities.fieldsOfOrders
