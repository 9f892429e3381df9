import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { accountOf, asking, assignmentOf, counties, organisations, type PersonaName } from '../../../test/personas.ts'
import { browserOn, codeOf } from '../../../test/signing-in.ts'
import { newId } from '../../platform/ids.ts'
import { OUTBOX_JOB } from '../../platform/outbox.ts'

let house: Awaited<ReturnType<typeof openHouse>>
const START = '2026-11-23T06:00:00Z'
beforeAll(async () => {
  house = await openHouse({ at: START })
})
afterAll(() => house.stop())

const guide = {
  role: 'GD',
  duties: ['registrar'],
  counties: [counties.dashti],
  organisationId: organisations.acecr,
  validFrom: '2026-11-01',
  validTo: null,
}
const PASSWORD = 'نخل و دریا و چاه ژرف'
const post = (who: PersonaName | null, url: string, body: object = {}, command?: string) =>
  house.ask(who, { method: 'POST', url, body, ...(command === undefined ? {} : { command }) })
const tokenIn = (link: string): string => link.split('#')[1] ?? ''
async function invited(email: string, body: object = guide) {
  const id = newId()
  const told = await post('administrator', '/access/invitations', { ...body, id, email, name: 'گلنار کاکی' })
  expect(told.status, told.text).toBe(200)
  return { id, token: tokenIn(told.body.link) }
}
const look = (token: string) => post(null, '/access/invitation', { token })
const accept = (token: string, more: object = {}) => post(null, '/access/invitation/accept', { token, password: PASSWORD, ...more })

test('a link that was never given opens nothing', async () => {
  for (const token of ['', 'x', 'A'.repeat(43), 'naughty\u202e'])
    expect([(await look(token)).reasons, (await accept(token)).reasons]).toEqual([
      ['access.invitation-not-valid'],
      ['access.invitation-not-valid'],
    ])
})
test('invited, accepted once, second factor set, approved by a second person, at work', async () => {
  const { id, token } = await invited('Golnar@Example.org')
  expect((await look(token)).body).toMatchObject({ kind: 'invite', email: 'golnar@example.org', role: 'GD', until: '2026-11-26' })
  const command = newId()
  const first = await post(null, '/access/invitation/accept', { token, password: PASSWORD }, command)
  expect(first.body).toEqual({ email: 'golnar@example.org' })
  expect((await post(null, '/access/invitation/accept', { token, password: PASSWORD }, command)).body).toEqual(first.body)
  expect((await accept(token)).reasons).toEqual(['access.invitation-not-valid'])
  expect((await look(token)).reasons).toEqual(['access.invitation-not-valid'])
  const listed = await house.ask('administrator', { url: '/access/invitations' })
  expect(listed.body.invitations.find((one: { id: string }) => one.id === id).state).toBe('accepted')

  const browser = browserOn(house.app, '10.0.0.1')
  expect((await browser.post('/sign-in/email', { email: 'golnar@example.org', password: PASSWORD })).body).toEqual({
    needsSecondFactor: false,
  })
  const waiting = await house.ask('secondApprover', { url: '/access/assignments?state=waiting' })
  const mine = waiting.body.assignments.find((one: { name: string }) => one.name === 'گلنار کاکی')
  expect(mine).toMatchObject({ role: 'GD', state: 'waiting', isOwn: false })
  const self = () => house.app.inject({ url: '/api/access/self', headers: { cookie: browser.cookie(), 'kariz-assignment': mine.id } })
  expect((await self()).json().reasons[0].code).toBe('access.assignment-ended')
  expect((await post('secondApprover', `/access/assignments/${mine.id}/approve`, { version: 1 })).status).toBe(200)
  expect((await self()).json().reasons[0].code).toBe('access.second-factor-needed')
  expect((await browser.post('/two-factor/enable', { password: 'wrong wrong wrong' })).reasons).toEqual(['access.password-wrong'])
  const enabled = await browser.post('/two-factor/enable', { password: PASSWORD })
  expect(enabled.body.recoveryCodes).toHaveLength(10)
  expect((await browser.post('/two-factor/verify-totp', { code: '000000' })).reasons).toEqual(['access.code-wrong'])
  expect((await browser.post('/two-factor/verify-totp', { code: codeOf(enabled.body.totpUri) })).status).toBe(200)
  expect((await self()).json()).toMatchObject({ hasSecondFactor: true, mustSetSecondFactor: false, current: mine.id })

  // A recovery code opens once.
  const again = browserOn(house.app, '10.0.0.2')
  const [code] = enabled.body.recoveryCodes
  expect((await again.post('/sign-in/email', { email: 'golnar@example.org', password: PASSWORD })).body).toEqual({
    needsSecondFactor: true,
  })
  expect((await again.post('/two-factor/verify-backup-code', { code })).status).toBe(200)
  await again.post('/sign-out', {})
  await again.post('/sign-in/email', { email: 'golnar@example.org', password: PASSWORD })
  expect((await again.post('/two-factor/verify-backup-code', { code })).reasons).toEqual(['access.code-wrong'])
})
test('a link ends: expired, withdrawn, or replaced by a fresh one, and all are answered alike', async () => {
  const expired = await invited('late@example.org')
  const withdrawn = await invited('withdrawn@example.org')
  const replaced = await invited('replaced@example.org')
  expect((await post('administrator', `/access/invitations/${withdrawn.id}/withdraw`, { version: 5 })).reasons).toEqual([
    'platform.version-stale',
  ])
  expect((await post('administrator', `/access/invitations/${withdrawn.id}/withdraw`, { version: 1 })).status).toBe(200)
  expect((await post('administrator', `/access/invitations/${withdrawn.id}/again`, { version: 2 })).reasons).toEqual([
    'access.invitation-closed',
  ])
  const fresh = await post('administrator', `/access/invitations/${replaced.id}/again`, { version: 1 })
  house.setTime('2026-11-26T07:00:00Z')
  const unknown = await accept('A'.repeat(43))
  for (const token of [expired.token, withdrawn.token, replaced.token, tokenIn(fresh.body.link)]) {
    const told = await accept(token)
    expect({ status: told.status, reasons: told.reasons, fields: told.body.fields }).toEqual({
      status: unknown.status,
      reasons: unknown.reasons,
      fields: [],
    })
  }
  house.setTime(START)
  expect((await accept(tokenIn(fresh.body.link))).status).toBe(200)
})
test('an address has one account and one open invitation', async () => {
  await invited('twice@example.org')
  const body = { ...guide, email: 'TWICE@example.org', name: 'گلنار کاکی' }
  expect((await post('administrator', '/access/invitations', { ...body, id: newId() })).reasons).toEqual(['access.already-invited'])
  const known = { ...body, email: 'office@example.org', id: newId() }
  expect((await post('administrator', '/access/invitations', known)).reasons).toEqual(['access.address-known'])
  const bad = await post('administrator', '/access/invitations', { ...body, id: newId(), email: 'no address', name: '', counties: ['x'] })
  expect(bad.status).toBe(400)
  expect(bad.body.fields.map(({ path }: { path: string }) => path).sort()).toEqual(['counties.0', 'email', 'name'])
})
test('a password that is too short or too plain is refused, and the link stays open', async () => {
  const { token } = await invited('plain@example.org')
  expect((await accept(token, { password: 'short' })).body.fields[0].path).toBe('password')
  for (const password of ['1234567890', 'aaaaaaaaaaaa', 'plain-plain-plain'])
    expect((await accept(token, { password })).reasons).toEqual(['access.password-too-plain'])
  expect((await accept(token)).status).toBe(200)
})
test('twenty at one link: one account', async () => {
  const { token } = await invited('crowd@example.org')
  const told = await Promise.all(Array.from({ length: 20 }, () => accept(token)))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
})
test('a link for a new password ends sign-ins and the second factor, and files wait for approval again', async () => {
  expect((await post('administrator', `/access/accounts/${accountOf('administrator')}/renew`, { id: newId() })).reasons).toEqual([
    'access.not-for-yourself',
  ])
  const told = await post('administrator', `/access/accounts/${accountOf('facilitatorOfDashti')}/renew`, { id: newId() })
  const token = tokenIn(told.body.link)
  expect((await house.ask('facilitatorOfDashti', { url: '/access/account' })).status).toBe(200)
  await house.house.door.asOwner((tx) =>
    tx
      .insertInto('auth.account')
      .values({
        accountId: accountOf('facilitatorOfDashti'),
        providerId: 'credential',
        userId: accountOf('facilitatorOfDashti'),
        password: 'none',
        updatedAt: new Date(START),
      })
      .execute(),
  )
  expect((await look(token)).body).toMatchObject({ kind: 'renew', role: null })
  expect((await accept(token)).status).toBe(200)
  expect((await house.ask('facilitatorOfDashti', { url: '/access/account' })).reasons).toEqual(['access.signed-out'])
  const browser = browserOn(house.app, '10.0.0.3')
  expect((await browser.post('/sign-in/email', { email: 'facilitatorofdashti@example.org', password: PASSWORD })).body).toEqual({
    needsSecondFactor: false,
  })
  const acting = await house.app.inject({
    url: '/api/access/account',
    headers: { cookie: browser.cookie(), 'kariz-assignment': assignmentOf('facilitatorOfDashti') },
  })
  expect(acting.json().reasons[0].code).toBe('access.assignment-ended')
})
test('messages show template, state and time; nobody learns number, link or text outside the demonstration', async () => {
  const { token } = await invited('mail@example.org')
  const before = await house.ask('administrator', { url: '/access/messages?limit=1' })
  expect(before.body.messages[0]).toMatchObject({ template: 'access-invite', channel: 'mail', state: 'waiting', attempts: 0 })
  expect(before.body.messages[0].shown.text).toContain(token)
  await house.runJob(OUTBOX_JOB)
  const after = await house.ask('administrator', { url: '/access/messages?limit=1' })
  expect(after.body.messages[0]).toMatchObject({ state: 'shown', attempts: 1 })
  expect(after.body.hasGateway).toEqual({ sms: false, mail: false })
  expect(after.body.counts.waiting).toBe(0)
  expect((await post('administrator', `/access/messages/${after.body.messages[0].id}/again`)).reasons).toEqual([
    'access.message-not-failed',
  ])
})
test('what people ask through a foreign plan or without signing in is theirs alone', async () => {
  const stranger = asking(house.app, () => 'kariz.session_token=forged.AAAA')
  expect((await stranger('administrator', { url: '/access/accounts' })).reasons).toEqual(['access.not-your-part'])
})
