import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { listMembers } from '../../partners/port.ts'
import { requireExitTable } from '../../pathways/port.ts'
import { hasConsent } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/permits.ts'
import { reasonsAgainstExpiry, reasonsAgainstLetter, reasonsAgainstPapers, reasonsNotToMovePermit } from '../rules/permit.ts'
import * as businesses from '../store/businesses.ts'
import * as store from '../store/permits.ts'
import { dropOpen, insertReview } from '../store/reviews.ts'
import { shownPermit } from './shown.ts'

/** By when a permit is looked at again in its new state. */
export async function dueAfter(
  { tx, today }: Pick<Call<unknown>, 'tx' | 'today'>,
  to: string,
  countyCode: string,
  expiresOn: string | null,
) {
  if (to === 'issued' && expiresOn !== null) {
    const { value } = await parameterOn(tx, 'permit-renewal', { day: today, countyCode })
    return addDays(expiresOn, -value)
  }
  if (to === 'renewal-due') return expiresOn
  if (to !== 'returned') return null
  const { value } = await parameterOn(tx, 'permit-review', { day: today, countyCode })
  return addDays(today, value)
}
interface Opening {
  readonly kind: contract.ReviewKind
  readonly organisationId: string | null
  readonly state: contract.ReviewState
  readonly requestNumber: string | null
}
/** Puts a request on a desk; without a desk in the house it is only mirrored. */
export async function openReview(call: Call<unknown>, permit: store.StoredPermit, opening: Opening): Promise<void> {
  const { tx, house, today } = call
  const profile = (await businesses.findProfile(tx, permit.businessId)) ?? refuse('platform.not-found')
  const { value } = await parameterOn(tx, 'permit-review', { day: today, countyCode: permit.countyCode })
  await insertReview(tx, permit.scope, {
    ...opening,
    id: house.newId(),
    permitId: permit.id,
    fileNumber: permit.fileNumber,
    fieldCode: profile.fieldCode,
    relation: profile.relation,
    dueOn: addDays(today, value),
  })
}
export interface Written {
  readonly to: contract.PermitState
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly reason: string | null
  readonly dueOn: string | null
}
/** Moves a locked permit and keeps by which letter. */
export async function writeMove(call: Call<unknown>, permit: store.StoredPermit, { dueOn, ...move }: Written): Promise<void> {
  const { tx, house, actor, now, today } = call
  await store.movePermit(tx, permit, { to: move.to, today, dueOn })
  await store.insertMove(tx, permit.scope, permit.id, {
    ...move,
    id: house.newId(),
    from: permit.state,
    accountId: actor.accountId,
    at: now,
  })
}
async function locked(call: Call<{ readonly id: string; readonly version: number }>): Promise<store.StoredPermit> {
  const { input, tx, actor, about } = call
  const permit = (await store.lockPermit(tx, actor.planId, input.id)) ?? refuse('platform.not-found')
  about({ personId: permit.personId, caseId: permit.caseId, countyCode: permit.countyCode })
  if (permit.version !== input.version) refuse('platform.version-stale')
  return permit
}
async function shown(call: Call<unknown>, businessId: string, id: string) {
  const one = (await store.listPermits(call.tx, businessId)).find((permit) => permit.id === id) ?? refuse('platform.not-found')
  return { permit: await shownPermit(call, one) }
}
/** An agency learns of her only when she said yes to that, and only one that works in her county. */
async function onTheDeskOf({ tx, today }: Call<unknown>, permit: store.StoredPermit, organisationId: string): Promise<void> {
  const members = await listMembers(tx, { kind: 'agency', countyCode: permit.countyCode, day: today })
  if (!members.some(({ id }) => id === organisationId)) refuse('businesses.not-an-agency-there')
  const asked = { personId: permit.personId, purpose: 'share-with-agencies', today } as const
  if (!(await hasConsent(tx, asked))) refuse('businesses.agency-without-consent')
}

export const permitsApi: readonly Handled[] = [
  handle(contract.beginPermit, async (call) => {
    const { input, tx, house, actor, now, today, note, about } = call
    const business = (await businesses.lockBusiness(tx, input.businessId)) ?? refuse('platform.not-found')
    about({ personId: business.personId, caseId: business.caseId, countyCode: business.countyCode })
    if (business.state === 'ended') refuse('businesses.business-ended')
    refuseIf(reasonsAgainstLetter(input, input.begins !== 'draft', today))
    if (input.begins === 'issued') refuseIf(reasonsAgainstExpiry(input.expiresOn, input.letterDate, today))
    const held = {
      ...store.NO_PAPER,
      permitNumber: input.letterNumber,
      issuedOn: input.letterDate,
      issuedBy: input.issuedBy ?? ('labour' as const),
      expiresOn: input.expiresOn,
    }
    await store.insertPermit(
      tx,
      { scope: business.scope, businessId: business.id, caseId: business.caseId, fileNumber: business.fileNumber },
      {
        id: input.id,
        state: input.begins,
        today,
        dueOn: await dueAfter(call, input.begins, business.countyCode, input.expiresOn),
        paper: input.begins === 'issued' ? held : store.NO_PAPER,
      },
    )
    await store.insertMove(tx, business.scope, input.id, {
      id: house.newId(),
      from: null,
      to: input.begins,
      letterNumber: input.letterNumber,
      letterDate: input.letterDate,
      reason: null,
      accountId: actor.accountId,
      at: now,
    })
    note({ state: input.begins })
    return shown(call, business.id, input.id)
  }),
  handle(contract.submitPermit, async (call) => {
    const { input, tx, actor, today, note } = call
    const permit = await locked(call)
    refuseIf(reasonsNotToMovePermit(permit.state, 'submitted'))
    refuseIf(reasonsAgainstLetter(input, true, today))
    await requireExitTable(tx, { planId: actor.planId, personId: permit.personId, act: 'permit', today })
    if (input.organisationId !== null) await onTheDeskOf(call, permit, input.organisationId)
    const paper = await store.findPaper(tx, actor.planId, permit.id)
    await store.updatePaper(tx, actor.planId, permit.id, { ...paper, requestNumber: input.letterNumber, requestedOn: input.letterDate })
    await openReview(call, permit, {
      kind: 'agency',
      organisationId: input.organisationId,
      state: 'waiting',
      requestNumber: input.letterNumber,
    })
    await writeMove(call, permit, { ...input, to: 'submitted', reason: null, dueOn: null })
    note({ state: 'submitted', onDesk: input.organisationId !== null })
    return shown(call, permit.businessId, permit.id)
  }),
  handle(contract.movePermit, async (call) => {
    const { input, tx, actor, today, note } = call
    const permit = await locked(call)
    const { to } = input
    refuseIf(reasonsNotToMovePermit(permit.state, to))
    // Before the agency nothing comes but by its own answer, or after an appeal.
    if (to === 'agency-review' && permit.state !== 'rejected') refuse('businesses.no-such-permit-move')
    const paper = await store.findPaper(tx, actor.planId, permit.id)
    refuseIf(reasonsAgainstPapers(input, paper.expiresOn, today))
    if (to === 'issued') {
      const { letterNumber: permitNumber, letterDate: issuedOn, expiresOn } = input
      // What the labour office signs at its desk is an answer; what the guide copies here is what the national portal shows.
      const issuedBy = permit.state === 'agency-signed' ? 'portal' : (paper.issuedBy ?? 'portal')
      await store.updatePaper(tx, actor.planId, permit.id, { ...paper, permitNumber, issuedOn, issuedBy, expiresOn })
    }
    if (to !== 'renewal-due') await dropOpen(tx, actor.planId, permit.id)
    if (to === 'agency-review')
      await openReview(call, permit, { kind: 'agency', organisationId: null, state: 'under-way', requestNumber: paper.requestNumber })
    const dueOn = await dueAfter(call, to, permit.countyCode, to === 'issued' ? input.expiresOn : paper.expiresOn)
    await writeMove(call, permit, { ...input, dueOn })
    note({ state: to })
    return shown(call, permit.businessId, permit.id)
  }),
]
/** Whether she still says yes to being shared with agencies, asked by one that does not read her answers. */
export async function stillShares({ tx, today }: Call<unknown>, personId: string): Promise<boolean> {
  return beyondReach(tx, () => hasConsent(tx, { personId, purpose: 'share-with-agencies', today }))
}
