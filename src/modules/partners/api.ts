import type { Tx } from '../../platform/db.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { listCounties } from '../territory/port.ts'
import { applicationsApi } from './api/applications.ts'
import { pledgesApi } from './api/pledges.ts'
import * as contract from './contract.ts'
import { reasonsNotToEnd, reasonsNotToWrite } from './rules.ts'
import * as capacities from './store/capacities.ts'
import * as store from './store/organisations.ts'

async function knownCounties(tx: Tx, codes: readonly string[]): Promise<void> {
  const known = new Set((await listCounties(tx)).map(({ code }) => code))
  if (!codes.every((code) => known.has(code))) refuse('partners.unknown-county')
}
/** The holding of a subsidiary has to be there before it. */
async function parentStands(tx: Tx, parentId: string | null): Promise<void> {
  if (parentId !== null && (await store.findOrganisation(tx, parentId)) === undefined) refuse('partners.parent-unknown')
}
/** A public body keeps its own inventory; the office may keep anybody's. */
function refuseForeign({ actor }: Pick<Call<unknown>, 'actor'>, organisationId: string): void {
  if (actor.role !== 'PO' && actor.organisationId !== organisationId) refuse('partners.not-own-organisation')
}

export const partnersApi: readonly Handled[] = [
  handle(contract.listOrganisations, async ({ input, tx, today }) => {
    const rows = await store.listOrganisations(tx, { ...input, today })
    const organisations = rows.slice(0, input.limit)
    return { organisations, next: rows.length > input.limit ? (organisations.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readOrganisation, async ({ input, tx }) => ({
    organisation: (await store.findOrganisation(tx, input.id)) ?? refuse('platform.not-found'),
    memberships: await store.listMemberships(tx, input.id),
    subsidiaries: await store.listSubsidiaries(tx, input.id),
  })),
  handle(contract.addOrganisation, async ({ input, tx }) => {
    refuseIf(reasonsNotToWrite(input))
    await parentStands(tx, input.parentId)
    await store.insertOrganisation(tx, input)
    return (await store.findOrganisation(tx, input.id)) ?? refuse('platform.not-found')
  }),
  handle(contract.changeOrganisation, async ({ input, tx }) => {
    if ((await store.findOrganisation(tx, input.id)) === undefined) refuse('platform.not-found')
    refuseIf(reasonsNotToWrite(input))
    await parentStands(tx, input.parentId)
    if (!(await store.updateOrganisation(tx, input))) refuse('platform.version-stale')
    return (await store.findOrganisation(tx, input.id)) ?? refuse('platform.not-found')
  }),
  handle(contract.addMembership, async ({ input, tx, actor, note }) => {
    if ((await store.findOrganisation(tx, input.organisationId)) === undefined) refuse('platform.not-found')
    await knownCounties(tx, input.counties)
    note({ kinds: input.kinds.join(' ') })
    return store.insertMembership(tx, actor.planId, input)
  }),
  handle(contract.endMembership, async ({ input, tx }) => {
    const membership = (await store.lockMembership(tx, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToEnd(membership, input.validTo))
    return (await store.endMembership(tx, input)) ?? refuse('platform.version-stale')
  }),
  handle(contract.listCapacities, async ({ input, tx, today }) => {
    const on = input.on ?? today
    return { on, capacities: await capacities.listCapacities(tx, { ...input, on }) }
  }),
  handle(contract.addCapacity, async (call) => {
    const { input, tx, actor } = call
    refuseForeign(call, input.organisationId)
    if ((await store.findOrganisation(tx, input.organisationId)) === undefined) refuse('platform.not-found')
    await knownCounties(tx, [input.countyCode])
    if (input.validTo !== null && input.validTo < input.validFrom) refuse('partners.dates-reversed')
    await capacities.insertCapacity(tx, actor.planId, input)
    return (await capacities.findCapacity(tx, input.id)) ?? refuse('platform.not-found')
  }),
  handle(contract.changeCapacity, async (call) => {
    const { input, tx } = call
    const before = await ownCapacity(call)
    if (input.validTo !== null && input.validTo < before.validFrom) refuse('partners.dates-reversed')
    if (input.total < before.used) refuse('partners.total-below-used', { used: before.used })
    if (!(await capacities.updateCapacity(tx, input))) refuse('platform.version-stale')
    return (await capacities.findCapacity(tx, input.id)) ?? refuse('platform.not-found')
  }),
  handle(contract.useCapacity, async (call) => {
    const { input, tx, note } = call
    await ownCapacity(call)
    if (!(await capacities.moveUsed(tx, input))) refuse(input.places > 0 ? 'partners.no-free-capacity' : 'partners.nothing-to-give-back')
    note({ places: input.places })
    return (await capacities.findCapacity(tx, input.id)) ?? refuse('platform.not-found')
  }),
  ...pledgesApi,
  ...applicationsApi,
]
/** Another body's inventory cannot be written, whatever its id: answered as if it were not there. */
async function ownCapacity(call: Pick<Call<{ readonly id: string }>, 'input' | 'tx' | 'actor'>) {
  const capacity = (await capacities.findCapacity(call.tx, call.input.id)) ?? refuse('platform.not-found')
  if (call.actor.role !== 'PO' && call.actor.organisationId !== capacity.organisationId) refuse('platform.not-found')
  return capacity
}
