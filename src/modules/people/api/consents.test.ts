import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { naughtyStrings } from '../../../../test/naughty-strings.ts'
import { organisations, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { openMessage } from '../../../platform/outbox.ts'
import { shareIdentity } from '../port.ts'

const guide = 'facilitatorOfDashtestan'
let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
let at = ''
beforeAll(async () => {
  house = await openHouse()
  woman = (await registerWomen(house.house, 1, { consents: ['count-in-figures'] }))[0] ?? { caseId: '', personId: '', nationalId: '' }
  at = `/people/${woman.personId}`
})
afterAll(() => house.stop())

const answer = (purpose: string, yes = true) => ({ id: newId(), purpose, answer: yes })
const give = (who: PersonaName, body: object, command?: string) =>
  house.ask(who, { method: 'POST', url: `${at}/consents`, body, ...(command === undefined ? {} : { command }) })
const rule = async () => (await house.ask(guide, { url: at })).body.contact
const ownPhone = async (mayMessage: boolean) =>
  house.ask(guide, {
    method: 'PUT',
    url: `${at}/contact`,
    body: { phone: '09171234567', whosePhone: 'own', callFrom: null, callTo: null, mayMessage, version: (await rule()).version },
  })

test('only the registrar who carries the file writes and reads consents', async () => {
  for (const who of ['otherFacilitatorOfDashtestan', 'decider', 'behzistiOfDashtestan', 'auditor', 'administrator'] as const) {
    expect([403, 404]).toContain((await give(who, { manner: 'signature', answers: [answer('keep-file')] })).status)
    expect([403, 404]).toContain((await house.ask(who, { url: `${at}/consents` })).status)
    expect([403, 404]).toContain((await house.ask(who, { method: 'POST', url: `${at}/consents/${newId()}/withdraw`, body: {} })).status)
    expect([403, 404]).toContain((await house.ask(who, { method: 'POST', url: `${at}/consent-codes`, body: { id: newId() } })).status)
  }
})
test('a fingerprint needs a witness, a sentence has one answer, and sending twice writes once', async () => {
  expect((await give(guide, { manner: 'fingerprint', answers: [answer('keep-file')] })).reasons).toEqual(['people.witness-missing'])
  expect((await give(guide, { manner: 'signature', answers: [answer('keep-file'), answer('keep-file', false)] })).reasons).toEqual([
    'people.answer-twice',
  ])
  const command = newId()
  const body = { manner: 'fingerprint', witnessName: 'مریم گواه', answers: [answer('keep-file'), answer('call-and-message')] }
  const first = await give(guide, body, command)
  expect(first.body.consents).toHaveLength(3)
  expect((await give(guide, body, command)).body).toEqual(first.body)
  expect((await house.ask(guide, { url: `${at}/consents` })).body.consents).toHaveLength(3)
})
test('a code goes to her own phone alone, is good once, and a wrong one counts', async () => {
  const send = () => house.ask(guide, { method: 'POST', url: `${at}/consent-codes`, body: { id: newId() } })
  expect((await send()).reasons).toEqual(['people.no-own-phone'])
  await ownPhone(true)
  expect((await send()).status).toBe(200)
  expect((await send()).reasons).toEqual(['people.code-too-soon'])
  const message = await house.house.door.asOwner((tx) =>
    tx.selectFrom('platform.message').selectAll().where('person_id', '=', woman.personId).executeTakeFirstOrThrow(),
  )
  const { to, text } = openMessage(house.house, message)
  expect(to).toBe('+989171234567')
  const code = /\d{6}/.exec(text)?.[0] ?? ''
  const wrong = code === '000000' ? '111111' : '000000'
  const coded = (typed: string | undefined) => give(guide, { manner: 'code', code: typed, answers: [answer('count-in-figures')] })
  expect((await coded(undefined)).reasons).toEqual(['people.code-missing'])
  expect((await coded(wrong)).reasons).toEqual(['people.code-wrong'])
  expect((await coded(code)).status).toBe(200)
  expect((await coded(code)).reasons).toEqual(['people.code-wrong'])
})
test('five wrong tries spend a code', async () => {
  house.setTime('2026-11-23T06:05:00Z')
  await house.ask(guide, { method: 'POST', url: `${at}/consent-codes`, body: { id: newId() } })
  const message = await house.house.door.asOwner((tx) =>
    tx
      .selectFrom('platform.message')
      .selectAll()
      .where('person_id', '=', woman.personId)
      .orderBy('due_at', 'desc')
      .executeTakeFirstOrThrow(),
  )
  const code = /\d{6}/.exec(openMessage(house.house, message).text)?.[0] ?? ''
  const wrong = code === '000000' ? '111111' : '000000'
  for (let tries = 0; tries < 5; tries++)
    expect((await give(guide, { manner: 'code', code: wrong, answers: [answer('count-in-figures')] })).reasons).toEqual([
      'people.code-wrong',
    ])
  expect((await give(guide, { manner: 'code', code, answers: [answer('count-in-figures')] })).reasons).toEqual(['people.code-wrong'])
})
test('what rested on a consent ends with it: messages stop, shares close, and taking back twice is told', async () => {
  const given = await give(guide, { manner: 'signature', answers: [answer('share-with-agencies'), answer('call-and-message')] })
  const last = (purpose: string): string =>
    given.body.consents.filter((one: { purpose: string }) => one.purpose === purpose).at(-1)?.id ?? ''
  await house.house.door.asOwner((tx) =>
    shareIdentity(tx, { planId: thePlan, personId: woman.personId, organisationId: organisations.reliefCommittee, isOpen: true }),
  )
  const withdraw = (purpose: string) => house.ask(guide, { method: 'POST', url: `${at}/consents/${last(purpose)}/withdraw`, body: {} })
  expect((await withdraw('share-with-agencies')).body).toMatchObject({ withdrawnOn: '2026-11-23' })
  const identity = await house.house.door.asOwner((tx) =>
    tx.selectFrom('people.identity').select('shared_with').where('person_id', '=', woman.personId).executeTakeFirstOrThrow(),
  )
  expect(identity.shared_with).toEqual([])
  await ownPhone(true)
  await withdraw('call-and-message')
  expect((await rule()).mayMessage).toBe(false)
  expect((await withdraw('call-and-message')).reasons).toEqual(['people.already-withdrawn'])
})
test('a consent signed on paper is keyed in with the form it stands on and the day it was signed', async () => {
  const paper = await house.ask(guide, { method: 'POST', url: `${at}/papers`, body: { id: newId(), kind: 'consent' } })
  expect(paper.body.code).toMatch(/^\d{4}-\d{4}-\d$/)
  house.setTime('2026-11-25T06:00:00Z')
  const keyed = (code: string, filledOn: string) =>
    give(guide, { manner: 'signature', paper: { code, filledOn }, answers: [answer('ask-support-bodies')] })
  expect((await keyed('1111-1111-1', '2026-11-24')).reasons).toEqual(['people.paper-unknown'])
  expect((await keyed(paper.body.code, '2026-11-01')).reasons).toEqual(['people.day-wrong'])
  const told = await keyed(paper.body.code, '2026-11-24')
  expect(told.body.consents.at(-1)).toMatchObject({ purpose: 'ask-support-bodies', givenOn: '2026-11-24' })
  expect((await house.ask(guide, { url: `${at}/papers` })).body.papers[0]).toMatchObject({ filledOn: '2026-11-24', signedBy: 'herself' })
  expect((await house.ask('otherFacilitatorOfDashtestan', { url: `${at}/papers` })).status).toBe(404)
})
test('whatever is typed for witness, code or form becomes a kept value or a sentence', async () => {
  for (const text of naughtyStrings) {
    const told = await give(guide, {
      manner: text.length % 2 === 0 ? 'fingerprint' : 'code',
      witnessName: text,
      code: text,
      paper: { code: text, filledOn: text },
      answers: [answer('count-in-figures')],
    })
    expect(told.status, JSON.stringify(text)).toBeLessThan(500)
    expect((await give(guide, { manner: 'fingerprint', witnessName: text, answers: [answer('count-in-figures')] })).status).toBeLessThan(
      500,
    )
  }
})
