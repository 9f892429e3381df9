import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/hubs.ts'
import * as store from '../store/hubs.ts'
import { listPhotos, listProductsOf } from '../store/products.ts'
import { lockedBusiness } from './products.ts'

/** A lead runs the market of the hub's county; who runs one herself names nobody but herself. */
async function checkLead({ tx, today }: Call<unknown>, leadAccountId: string | null, countyCode: string): Promise<void> {
  if (leadAccountId === null) return
  const leads = await store.listLeads(tx, today)
  if (!leads.some(({ accountId, counties }) => accountId === leadAccountId && counties.includes(countyCode)))
    refuse('businesses.lead-unknown')
}

export const hubsApi: readonly Handled[] = [
  handle(contract.listHubsRoute, async ({ tx, actor }) => {
    const hubs = await store.listHubs(tx, { planId: actor.planId })
    const members = await beyondReach(tx, () => store.countMembers(tx, actor.planId))
    return { hubs: hubs.map((hub) => ({ ...hub, members: members.get(hub.id) ?? 0 })) }
  }),
  handle(contract.listLeads, async ({ tx, today }) => ({ leads: await store.listLeads(tx, today) })),
  handle(contract.openHub, async (call) => {
    const { input, tx, actor, note } = call
    if (actor.role === 'MO' && !actor.counties.includes(input.countyCode)) refuse('businesses.not-your-county')
    await checkLead(call, input.leadAccountId, input.countyCode)
    note({ countyCode: input.countyCode })
    return { hub: await store.insertHub(tx, actor.planId, input) }
  }),
  handle(contract.changeHub, async (call) => {
    const { input, tx, actor, about, note } = call
    const before = (await store.lockHub(tx, actor.planId, input.id)) ?? refuse('platform.not-found')
    about({ countyCode: before.countyCode })
    if (input.leadAccountId !== before.leadAccountId) await checkLead(call, input.leadAccountId, before.countyCode)
    const members = await beyondReach(tx, () => store.countMembers(tx, actor.planId))
    if (!input.isOpen && (members.get(input.id) ?? 0) > 0) refuse('businesses.hub-has-members')
    const hub = (await store.updateHub(tx, input)) ?? refuse('platform.version-stale')
    await beyondReach(tx, () => store.giveMembersTo(tx, actor.planId, hub))
    note({ isOpen: hub.isOpen })
    return { hub }
  }),
  handle(contract.joinHub, async (call) => {
    const { input, tx, actor, today, note } = call
    const business = await lockedBusiness(call, input.businessId)
    const { hubId } = input
    // Locked, so that nobody joins while it is being closed.
    const hub =
      hubId === null ? null : ((await beyondReach(tx, () => store.lockHub(tx, actor.planId, hubId))) ?? refuse('platform.not-found'))
    if (hub !== null && !hub.isOpen) refuse('businesses.hub-closed')
    if (hub !== null && hub.countyCode !== business.countyCode) refuse('businesses.hub-elsewhere')
    await store.leave(tx, business.id, today)
    if (hub !== null) await store.join(tx, business, hub, { id: input.id, today })
    note({ hub: input.hubId })
    return { hubId: input.hubId }
  }),
  handle(contract.listMembers, async ({ input, tx, actor }) => {
    const hub = (await store.findHub(tx, actor.planId, input.id)) ?? refuse('platform.not-found')
    if (hub.leadAccountId !== actor.accountId) refuse('platform.not-found')
    const members = await store.listMembers(tx, hub.id)
    const products = await listProductsOf(
      tx,
      members.map((one) => one.business_id),
    )
    const photos = await listPhotos(
      tx,
      products.map(({ id }) => id),
    )
    return {
      hub,
      members: members.map((one) => ({
        businessId: one.business_id,
        fileNumber: one.file_number,
        joinedOn: one.joined_on,
        products: products
          .filter(({ businessId }) => businessId === one.business_id)
          .map(({ id, name, unit, weekly, version }) => ({ id, name, unit, weekly, photos: [...(photos.get(id) ?? [])], version })),
      })),
    }
  }),
]
