import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { getLockedCase } from '../../enrolment/port.ts'
import { findCapacity, moveCapacityFor, namesOf } from '../../partners/port.ts'
import { hasConsent } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/referrals.ts'
import type { StepKind } from '../contract/work-plan.ts'
import { requireExitTable } from '../port.ts'
import { placesOn, reasonsNotToAnswer, reasonsNotToMoveReferral } from '../rules/referrals.ts'
import { actOf } from '../rules/work-plan.ts'
import * as store from '../store/referrals.ts'
import { columnsOf, type FiledScope, findScope, type Scope } from '../store/scope.ts'
import { owedByAgency, whoseOf } from './given.ts'

async function shown({ tx }: Call<unknown>, scope: FiledScope): Promise<contract.HerSupport> {
  const referrals = await store.listReferrals(tx, scope.case_id)
  const interventions = await store.listInterventions(tx, scope.case_id)
  const bodies = [...referrals, ...interventions].flatMap(({ organisationId: id }) => (id === null ? [] : [id]))
  const names = await namesOf(tx, bodies)
  return {
    whose: await whoseOf(tx, scope),
    countyCode: scope.county_code,
    referrals: referrals.map((one) => ({ ...one, organisationName: names.get(one.organisationId) ?? null })),
    interventions: interventions.map(({ organisationId, ...one }) => ({
      ...one,
      organisationName: names.get(organisationId ?? '') ?? null,
    })),
  }
}
async function locked(call: Call<unknown>, caseId: string): Promise<FiledScope> {
  const one = await getLockedCase(call, caseId)
  return (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
}
/** A capacity of the body that is named, in her county, in force today. */
async function offeredThere(
  { tx, today }: Call<unknown>,
  capacityId: string,
  { organisationId, countyCode }: { readonly organisationId: string | null; readonly countyCode: string },
): Promise<void> {
  const one = await findCapacity(tx, capacityId)
  const isOffered =
    one !== undefined &&
    one.organisationId === organisationId &&
    one.countyCode === countyCode &&
    one.validFrom <= today &&
    (one.validTo === null || one.validTo >= today)
  if (!isOffered) refuse('pathways.capacity-not-there')
}
/** What may cost her a pension waits until the exit table was read to her and she goes on. */
async function passTable({ tx, actor, today }: Call<unknown>, { person_id: personId }: Scope, kind: StepKind): Promise<void> {
  const act = actOf(kind)
  if (act !== undefined) await requireExitTable(tx, { planId: actor.planId, personId, act, today })
}
/** A referral the actor may move, locked and named, of the version seen. */
async function lockedReferral({ tx, about }: Call<unknown>, { id, version }: { readonly id: string; readonly version: number }) {
  const found = (await store.lockReferral(tx, id)) ?? refuse('platform.not-found')
  about({ personId: found.scope.person_id, caseId: found.scope.case_id, countyCode: found.scope.county_code })
  if (found.referral.version !== version) refuse('platform.version-stale')
  return found
}
type Locked = Awaited<ReturnType<typeof lockedReferral>>
/** Moves it, and with it the place it holds: exactly as many hold one as there are. */
async function move({ tx, actor }: Call<unknown>, { referral, capacityId }: Locked, to: Omit<store.ReferralMove, 'id' | 'version'>) {
  const places = placesOn(referral.state, contract.ReferralState.parse(to.to))
  if (capacityId !== null && places !== 0) {
    const isMoved = await moveCapacityFor(tx, { planId: actor.planId, id: capacityId, places })
    if (!isMoved) refuse('pathways.capacity-spent')
  }
  return (await store.moveReferral(tx, { id: referral.id, version: referral.version, ...to })) ?? refuse('platform.version-stale')
}

export const referralsApi: readonly Handled[] = [
  handle(contract.readSupport, async (call) => shown(call, (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found'))),
  handle(contract.refer, async (call) => {
    const { input, tx, actor, today, note } = call
    const scope = await locked(call, input.caseId)
    const { county_code: countyCode } = scope
    await owedByAgency(call, scope, input.organisationId)
    if (input.capacityId !== null) await offeredThere(call, input.capacityId, { organisationId: input.organisationId, countyCode })
    await passTable(call, scope, input.kind)
    const { value } = await parameterOn(tx, 'referral-answer', { day: today, countyCode })
    const { fileNumber } = scope
    const made = { ...input, fileNumber, today, answerBy: addDays(today, value), accountId: actor.accountId }
    await store.insertReferral(tx, columnsOf(scope), made)
    note({ kind: input.kind, organisation: input.organisationId })
    return shown(call, scope)
  }),
  handle(contract.revokeReferral, async (call) => {
    const { input, today, note } = call
    const found = await lockedReferral(call, input)
    refuseIf(reasonsNotToMoveReferral(found.referral.state, 'revoked'))
    note({ kind: found.referral.kind, state: 'revoked', reason: input.reason })
    return move(call, found, { to: 'revoked', reason: input.reason, doBy: null, today })
  }),
  handle(contract.answerReferral, async (call) => {
    const { input, tx, house, actor, today, note } = call
    const found = await lockedReferral(call, input)
    const { to, reason, doBy, result } = input
    refuseIf(reasonsNotToMoveReferral(found.referral.state, to))
    refuseIf(reasonsNotToAnswer(input, today))
    const moved = await move(call, found, { to, reason, doBy, today })
    if (result !== null) {
      const { kind, organisationId, id: referralId } = found.referral
      const done = { id: house.newId(), kind, organisationId, capacityId: found.capacityId, referralId, happenedOn: today, result }
      await store.insertIntervention(tx, found.scope, { ...done, accountId: actor.accountId })
    }
    note({ kind: moved.kind, state: to, reason, result })
    return moved
  }),
  handle(contract.listOwnReferrals, async ({ tx, actor }) => ({
    referrals: actor.organisationId === null ? [] : [...(await store.listOwnReferrals(tx, actor.organisationId))],
  })),
  handle(contract.writeIntervention, async (call) => {
    const { input, tx, actor, today, note } = call
    const { kind, organisationId, capacityId, happenedOn, result } = input
    const scope = await locked(call, input.caseId)
    if (happenedOn > today || happenedOn < addDays(today, -366)) refuse('pathways.intervention-day-wrong')
    if (!(await hasConsent(tx, { personId: scope.person_id, purpose: 'keep-file', today }))) refuse('pathways.keeping-not-allowed')
    await passTable(call, scope, kind)
    if (capacityId !== null) {
      await offeredThere(call, capacityId, { organisationId, countyCode: scope.county_code })
      if (!(await moveCapacityFor(tx, { planId: actor.planId, id: capacityId, places: 1 }))) refuse('pathways.capacity-spent')
    }
    const { accountId } = actor
    const done = { id: input.id, kind, organisationId, capacityId, referralId: null, happenedOn, result, accountId }
    await store.insertIntervention(tx, columnsOf(scope), done)
    note({ kind, result })
    return shown(call, scope)
  }),
]
