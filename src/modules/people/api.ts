import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { seal } from '../../platform/vault.ts'
import { CONSENT_FORM, changeContact, giveConsent, listConsents, listReaders, openFile, readFile, withdrawConsent } from './contract.ts'
import { reasonsNotToGive } from './rules.ts'
import * as store from './store.ts'

/** Whose file this is, or «not found»: the same answer for absent, foreign and barred. */
async function opened({ tx, house, actor, input }: Pick<Call<{ readonly personId: string }>, 'tx' | 'house' | 'actor' | 'input'>) {
  const whose = { house, planId: actor.planId, personId: input.personId }
  const key = (await store.findKey(tx, whose)) ?? refuse('platform.not-found')
  return { whose, key }
}

export const peopleApi: readonly Handled[] = [
  handle(readFile, async (call) => {
    const { whose, key } = await opened(call)
    const { tx } = call
    return {
      personId: whose.personId,
      identity: (await store.findIdentity(tx, key, whose)) ?? refuse('platform.not-found'),
      contact: (await store.findContact(tx, key, whose)) ?? null,
      address: (await store.findAddress(tx, key, whose)) ?? null,
      household: (await store.findHousehold(tx, whose.personId)) ?? null,
      ground: (await store.findGround(tx, key, whose)) ?? null,
      skill: (await store.findSkill(tx, whose.personId)) ?? null,
    }
  }),
  handle(openFile, async (call) => {
    const { whose, key } = await opened(call)
    return {
      personId: whose.personId,
      identity: (await store.findIdentity(call.tx, key, whose)) ?? refuse('platform.not-found'),
      household: (await store.findHousehold(call.tx, whose.personId)) ?? null,
      ground: (await store.findGround(call.tx, key, whose)) ?? null,
    }
  }),
  handle(changeContact, async (call) => {
    const { whose, key } = await opened(call)
    return (await store.updateContact(call.tx, key, whose, { ...call.input, at: call.now })) ?? refuse('platform.version-stale')
  }),
  handle(listConsents, async (call) => {
    await opened(call)
    return { consents: await store.listConsents(call.tx, call.input.personId) }
  }),
  handle(giveConsent, async (call) => {
    const { input, tx, today, note } = call
    const { whose, key } = await opened(call)
    refuseIf(reasonsNotToGive(input))
    const scope = (await store.getScope(tx, input.personId)) ?? refuse('platform.not-found')
    const witness = input.witnessName == null ? null : seal(key, store.placeOf('consent.witness', whose), input.witnessName)
    const rows = input.answers.map((answer) => ({
      ...answer,
      personId: input.personId,
      manner: input.manner,
      witness,
      givenOn: today,
      formVersion: CONSENT_FORM,
    }))
    await store.insertConsents(tx, scope, rows)
    note(Object.fromEntries(input.answers.map(({ purpose, answer }) => [purpose, answer])))
    return { consents: await store.listConsents(tx, input.personId) }
  }),
  handle(withdrawConsent, async (call) => {
    await opened(call)
    return (await store.withdrawConsent(call.tx, { ...call.input, today: call.today })) ?? refuse('people.already-withdrawn')
  }),
  handle(listReaders, async (call) => {
    await opened(call)
    return { readers: await store.listReaders(call.tx, call.input.personId) }
  }),
]
