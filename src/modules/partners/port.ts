import { beyondReach, type Tx } from '../../platform/db.ts'
import type { Call } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { addDays } from '../../platform/time.ts'
import { parameterOn } from '../plan/port.ts'
import type { Capacity, Organisation } from './contract.ts'
import * as applications from './store/applications.ts'
import * as capacities from './store/capacities.ts'
import * as store from './store/organisations.ts'
import * as pledges from './store/pledges.ts'

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  return store.findOrganisation(tx, id)
}
/** Names of organisations by id; who is not known is not in the map. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.findOrganisations(tx, [...new Set(ids)])).map(({ id, nameFa }) => [id, nameFa]))
}
/** Members of the plan of one kind, in a county, on a day. */
export const listMembers: (tx: Tx, filter: Parameters<typeof store.listMembers>[1]) => Promise<readonly Organisation[]> = store.listMembers
/** The subsidiaries of a holding, by name. */
export async function subsidiariesOf(tx: Tx, holdingId: string): Promise<readonly Organisation[]> {
  return store.listSubsidiaries(tx, holdingId)
}
/** What public bodies can give on a day, at most `limit`. */
export const listCapacities: (tx: Tx, filter: Parameters<typeof capacities.listCapacities>[1]) => Promise<readonly Capacity[]> =
  capacities.listCapacities
export async function findCapacity(tx: Tx, id: string): Promise<Capacity | undefined> {
  return capacities.findCapacity(tx, id)
}
/** Takes places of a capacity for a case; false when there are not so many free. Exactly as many succeed at once as there are places. */
export async function takeCapacity(tx: Tx, { id, places }: { readonly id: string; readonly places: number }): Promise<boolean> {
  return capacities.moveUsed(tx, { id, places })
}
/** Gives places back; false when fewer were in use. */
export async function giveBackCapacity(tx: Tx, { id, places }: { readonly id: string; readonly places: number }): Promise<boolean> {
  return capacities.moveUsed(tx, { id, places: -places })
}

/**
 * The same for a guide, who may not change what a body has: one place of it taken for a woman she accompanies, or given back. The counter on the row
 * settles many at once.
 */
export async function moveCapacityFor(
  tx: Tx,
  { planId, id, places }: { readonly planId: string; readonly id: string; readonly places: 1 | -1 },
): Promise<boolean> {
  return beyondReach(tx, () => capacities.moveUsed(tx, { planId, id, places }))
}

export type { StoredPledge } from './store/pledges.ts'
/** Pledges that may be called now, newest first, at most `limit`; by county, those bound to no place as well. */
export async function listOpenPledges(
  tx: Tx,
  filter: { readonly countyCode?: string; readonly kind?: string; readonly limit: number },
): Promise<readonly pledges.StoredPledge[]> {
  return (await pledges.listPledges(tx, { ...filter, state: 'open' })).slice(0, filter.limit)
}
export async function findPledge(tx: Tx, id: string): Promise<pledges.StoredPledge | undefined> {
  return pledges.findPledge(tx, id)
}
/**
 * Calls so much of an open pledge. Refuses `partners.pledge-spent` when fewer are left or it is not open. The counter on the row settles many at
 * once; whoever calls need not be allowed to change the promise itself.
 */
export async function callOnPledge(
  tx: Tx,
  { planId, pledgeId, quantity }: { readonly planId: string; readonly pledgeId: string; readonly quantity: number },
): Promise<void> {
  if (!(await beyondReach(tx, () => pledges.moveCalled(tx, { planId, id: pledgeId, quantity })))) refuse('partners.pledge-spent')
}
/** Gives back what was called and did not come about. Refuses `partners.pledge-spent` when so much was never called. */
export async function giveBackToPledge(
  tx: Tx,
  { planId, pledgeId, quantity }: { readonly planId: string; readonly pledgeId: string; readonly quantity: number },
): Promise<void> {
  await callOnPledge(tx, { planId, pledgeId, quantity: -quantity })
}
/**
 * Puts somebody who asked for goods before the two readers of the office, as a buyer who answered the public call; its id. Whoever puts it forward
 * need not be allowed to read who applied.
 */
export async function applyAsBuyer(
  { tx, house, actor, now, today }: Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'now' | 'today'>,
  buyer: Pick<applications.StoredApplication, 'id' | 'name' | 'phone' | 'personKind' | 'offer'> & { readonly countyCode: string },
): Promise<string> {
  const { planId, accountId } = actor
  const decideBy = addDays(today, (await parameterOn(tx, 'application-answer', { day: today })).value)
  const { countyCode, ...rest } = buyer
  const opened = { planId, accountId, tracking: applications.newTracking(house), at: now }
  await beyondReach(tx, () =>
    applications.insertApplication(tx, house, opened, {
      ...rest,
      manner: 'self',
      wanted: ['buyer'],
      counties: [countyCode],
      state: 'received',
      decideBy,
    }),
  )
  return buyer.id
}
/** What the two readers made of these applications, without a word of what they wrote. */
export async function listOutcomes(
  tx: Tx,
  asked: { readonly planId: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, applications.Outcome>> {
  return asked.ids.length === 0 ? new Map() : beyondReach(tx, () => applications.listOutcomes(tx, asked))
}
