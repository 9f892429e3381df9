import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { queueMessage } from '../../../platform/outbox.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal } from '../../../platform/vault.ts'
import { format } from '../../../platform/words.ts'
import { CONSENT_FORM, giveConsent, listConsents, sendConsentCode, withdrawConsent } from '../contract.ts'
import { keyPaper } from '../port/papers.ts'
import { endsWith, mayMessage, reasonsNotToGive } from '../rules.ts'
import * as store from '../store/consents.ts'
import { findContact, placeOf } from '../store/file.ts'
import { words } from '../words.ts'
import { opened, openedToWrite } from './opened.ts'

const CODE_MINUTES = 10
const SECONDS_BETWEEN_CODES = 60
type Coded = Pick<Call<{ readonly personId: string }>, 'house' | 'input'>
const hashOf = ({ house, input }: Coded, code: string): Buffer =>
  createHmac('sha256', house.vault.keyFor('consent-code')).update(`${input.personId}/${code}`).digest()

/** The code she read out is the last one sent to her, not used, not too old, within five tries. A wrong try counts even though it is refused. */
async function checkCode(call: Call<{ readonly personId: string }>, code: string): Promise<void> {
  const { house, actor, input, now, tx } = call
  const last = await house.door.asActor(actor, (own) => store.tryCode(own, { personId: input.personId, at: now }))
  if (last === undefined || !timingSafeEqual(last.code_hash, hashOf(call, code))) refuse('people.code-wrong')
  if (!(await store.spendCode(tx, last.id, now))) refuse('people.code-wrong')
}

export const consentsApi: readonly Handled[] = [
  handle(listConsents, async (call) => {
    await opened(call)
    return { consents: await store.listConsents(call.tx, call.input.personId) }
  }),
  handle(giveConsent, async (call) => {
    const { input, tx, today, note, actor, now } = call
    const { whose, key, scope } = await openedToWrite(call)
    refuseIf(reasonsNotToGive(input))
    if (input.manner === 'code') await checkCode(call, input.code ?? '')
    if (input.paper !== undefined) {
      const signedBy = input.manner === 'fingerprint' ? ('fingerprint' as const) : ('herself' as const)
      const keyed = { ...input.paper, signedBy, kind: 'consent' as const }
      await keyPaper(tx, { personId: input.personId, accountId: actor.accountId, today, at: now }, keyed)
    }
    const rows = input.answers.map((answer) => ({
      ...answer,
      personId: input.personId,
      manner: input.manner,
      witness: input.witnessName == null ? null : seal(key, placeOf('consent.witness', whose), input.witnessName),
      givenOn: input.paper?.filledOn ?? today,
      formVersion: CONSENT_FORM,
    }))
    await store.insertConsents(tx, scope, rows)
    if (input.answers.some(({ purpose, answer }) => purpose === 'call-and-message' && !answer))
      await store.stopMessages(tx, input.personId, now)
    note({ ...Object.fromEntries(input.answers.map(({ purpose, answer }) => [purpose, answer])), paper: input.paper?.code ?? null })
    return { consents: await store.listConsents(tx, input.personId) }
  }),
  handle(sendConsentCode, async (call) => {
    const { input, tx, now, house, language } = call
    const { whose, key, scope } = await openedToWrite(call)
    const contact = await findContact(tx, key, whose)
    if (contact?.phone == null || !mayMessage(contact)) return refuse('people.no-own-phone')
    const last = await store.findLastCode(tx, input.personId)
    if (last !== undefined && now.getTime() - last.sent_at.getTime() < SECONDS_BETWEEN_CODES * 1000) refuse('people.code-too-soon')
    const code = Array.from(house.randomBytes(6), (byte) => byte % 10).join('')
    const until = new Date(now.getTime() + CODE_MINUTES * 60_000)
    await store.insertCode(tx, { scope, id: input.id, personId: input.personId, hash: hashOf(call, code), at: now, until })
    const text = format(words['consent-code-text'].message, language, { code })
    const template = 'people.consent-code'
    await queueMessage(tx, house, { planId: whose.planId, personId: input.personId, template, channel: 'sms', to: contact.phone, text })
    return { until: until.toISOString() }
  }),
  handle(withdrawConsent, async (call) => {
    const { whose } = await openedToWrite(call)
    const { tx, input, today, now, note } = call
    const ended = (await store.withdrawConsent(tx, { ...input, today })) ?? refuse('people.already-withdrawn')
    const effect = endsWith[ended.purpose]
    if (effect === 'messages') await store.stopMessages(tx, input.personId, now)
    if (effect === 'shares') note({ closed: await store.closeShares(tx, { ...whose, at: now }) })
    note({ purpose: ended.purpose })
    return ended
  }),
]
