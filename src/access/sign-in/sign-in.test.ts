import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { browserOn, codeOf } from '../../../test/signing-in.ts'
import { inviteFirstAdministrator } from '../../app/prepare-mode.ts'
import { makeServer, type Server } from '../../app/server.ts'
import { newId } from '../../platform/ids.ts'
import { OUTBOX_JOB, outboxJob, queueMessage } from '../../platform/outbox.ts'
import type { Post } from '../../platform/post.ts'
import { TRIES } from './tries.ts'

/** A real house, empty: what a first administrator meets. Its clock is the test's; codes of the second factor follow the wall clock. */
let server: Server
let now = new Date()
let gateway: 'sends' | 'refuses' = 'sends'
const sent: (readonly [to: string, text: string])[] = []
const PASSWORD = 'نخل و دریا و چاه ژرف'
const EMAIL = 'first@example.org'
const post: Post = {
  sms: null,
  mail: async (to, text) => {
    if (gateway === 'refuses') throw new Error('no')
    sent.push([to, text])
  },
}
beforeAll(async () => {
  const { config } = await freshDatabase()
  server = await makeServer({
    config,
    masterKey: Buffer.alloc(32, 9),
    filesFolder: mkdtempSync(join(tmpdir(), 'kariz-files-')),
    mode: 'real',
    clock: () => now,
    logLevel: 'silent',
    address: 'https://kariz.example',
    post,
  })
})
afterAll(() => server.stop())

const ask = (method: 'GET' | 'POST', url: string, body: object | null, cookie = '', assignment = '') =>
  server.app.inject({
    method,
    url: `/api${url}`,
    headers: { cookie, 'kariz-assignment': assignment, ...(method === 'POST' ? { 'idempotency-key': newId() } : {}) },
    ...(body === null ? {} : { payload: body }),
  })
let key = ''
test('an empty house gives one link for its first administrator; a newer one replaces it, and none is given afterwards', async () => {
  const older = await inviteFirstAdministrator(server.house)
  const address = (await inviteFirstAdministrator(server.house)) ?? ''
  expect(address).toMatch(/^https:\/\/kariz\.example\/sign-in\/invitation#[\w-]{43}$/)
  const token = address.split('#')[1] ?? ''
  const accept = (one: string, more: object) => ask('POST', '/access/invitation/accept', { token: one, password: PASSWORD, ...more })
  const who = { email: EMAIL, name: 'نخستین راهبر' }
  expect((await accept((older ?? '').split('#')[1] ?? '', who)).json().reasons[0].code).toBe('access.invitation-not-valid')
  expect((await accept(token, {})).json().reasons[0].code).toBe('access.address-needed')
  expect((await accept(token, who)).statusCode).toBe(200)
  expect(await inviteFirstAdministrator(server.house)).toBeNull()
})
test('the first administrator sets a second factor before anything opens, and then invites by mail alone', async () => {
  const browser = browserOn(server.app, '10.1.0.1')
  await browser.post('/sign-in/email', { email: EMAIL, password: PASSWORD })
  const self = async () => (await ask('GET', '/access/self', null, browser.cookie())).json()
  const before = await self()
  expect(before).toMatchObject({ mustSetSecondFactor: true, isDemo: false })
  const [{ id: assignment }] = before.assignments
  expect((await ask('GET', '/access/accounts', null, browser.cookie(), assignment)).json().reasons[0].code).toBe(
    'access.second-factor-needed',
  )
  const enabled = await browser.post('/two-factor/enable', { password: PASSWORD })
  key = enabled.body.totpUri
  expect((await browser.post('/two-factor/verify-totp', { code: codeOf(key) })).status).toBe(200)
  const invitation = {
    id: newId(),
    email: 'office@example.org',
    name: 'دفتر بانوان',
    role: 'PO',
    duties: [],
    counties: [],
    organisationId: null,
    validFrom: '2026-01-01',
    validTo: null,
  }
  const invited = await ask('POST', '/access/invitations', invitation, browser.cookie(), assignment)
  expect(invited.json()).toMatchObject({ id: invitation.id, link: null })
  for (const planId of await planIds()) await outboxJob.run(server.house, planId)
  expect(sent.map(([to]) => to)).toEqual(['office@example.org'])
  const messages = await ask('GET', '/access/messages', null, browser.cookie(), assignment)
  expect(messages.json().messages).toMatchObject([{ template: 'access-invite', state: 'sent', shown: null }])
  expect(messages.payload).not.toContain('office@example.org')
  expect(messages.payload).not.toContain('invitation#')
})
const planIds = async () => (await server.house.door.asOwner((tx) => tx.selectFrom('plan.plan').select('id').execute())).map(({ id }) => id)

test('a gateway that refuses is tried five times, then the message has failed; nothing is sent twice', async () => {
  gateway = 'refuses'
  const [planId = ''] = await planIds()
  const message = { planId, template: 'call-office', channel: 'mail', to: 'x@example.org', text: 'پیامی برای شما هست.' } as const
  const id = await server.house.door.asOwner((tx) => queueMessage(tx, server.house, message))
  const stateNow = async () =>
    server.house.door.asOwner((tx) =>
      tx.selectFrom('platform.message').select(['state', 'attempts']).where('id', '=', id).executeTakeFirst(),
    )
  for (let turn = 1; turn <= 5; turn++) {
    await outboxJob.run(server.house, planId)
    expect(await stateNow()).toEqual({ state: turn < 5 ? 'waiting' : 'failed', attempts: turn })
    now = new Date(now.getTime() + 6 * 60_000)
  }
  gateway = 'sends'
  sent.length = 0
  await server.house.door.asOwner((tx) =>
    tx.updateTable('platform.message').set({ state: 'waiting', attempts: 0, due_at: now }).where('id', '=', id).execute(),
  )
  await Promise.all([1, 2, 3].map(() => outboxJob.run(server.house, planId)))
  expect(sent).toHaveLength(1)
  expect(outboxJob.name).toBe(OUTBOX_JOB)
  now = new Date()
})
test('a code of the second factor opens one session only', async () => {
  const enter = async (ip: string) => {
    const browser = browserOn(server.app, ip)
    await browser.post('/sign-in/email', { email: EMAIL, password: PASSWORD })
    return browser
  }
  // The code of the next half minute is fresh whatever was used before, and the library accepts one step of drift.
  const code = codeOf(key, new Date(Date.now() + 30_000))
  const [one, other] = [await enter('10.1.0.2'), await enter('10.1.0.3')]
  expect((await one.post('/two-factor/verify-totp', { code })).status).toBe(200)
  expect((await other.post('/two-factor/verify-totp', { code })).reasons).toEqual(['access.code-used'])
  expect((await ask('GET', '/access/self', null, other.cookie())).json()).toMatchObject({ isSignedIn: false })
  expect((await ask('GET', '/access/self', null, one.cookie())).json()).toMatchObject({ isSignedIn: true })
})
test('a password is changed with the present one only, to no plain one, and other sign-ins end', async () => {
  const enter = async (ip: string, step: number) => {
    const browser = browserOn(server.app, ip)
    await browser.post('/sign-in/email', { email: EMAIL, password: PASSWORD })
    await server.house.door.asOwner((tx) => tx.deleteFrom('auth.used_code').execute())
    expect((await browser.post('/two-factor/verify-totp', { code: codeOf(key, new Date(Date.now() + step)) })).status).toBe(200)
    return browser
  }
  const [one, other] = [await enter('10.1.0.9', 0), await enter('10.1.0.10', 0)]
  const change = (currentPassword: string, newPassword: string) =>
    one.post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
  expect((await change('نادرست نادرست', 'تازه و دراز و بی‌ربط')).reasons).toEqual(['access.password-wrong'])
  expect((await change(PASSWORD, 'کوتاه')).reasons[0]).toMatch(/^access\.password-too-(short|plain)$/)
  expect((await change(PASSWORD, '1234567890')).reasons).toEqual(['access.password-too-plain'])
  expect((await change(PASSWORD, PASSWORD)).status).toBe(200)
  expect((await ask('GET', '/access/self', null, other.cookie())).json()).toMatchObject({ isSignedIn: false })
  expect((await ask('GET', '/access/self', null, one.cookie())).json()).toMatchObject({ isSignedIn: true })
  const cookies = await server.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: EMAIL, password: PASSWORD } })
  expect(cookies.cookies.every(({ secure, httpOnly, sameSite }) => secure === true && httpOnly === true && sameSite === 'Strict')).toBe(
    true,
  )
})
test('an address that exists and one that does not are answered alike, try by try, until both are closed', async () => {
  const tries = async (email: string, ip: string) => {
    const browser = browserOn(server.app, ip)
    const told = []
    for (let turn = 0; turn <= TRIES; turn++) told.push(await browser.post('/sign-in/email', { email, password: 'نادرست نادرست' }))
    return told.map(({ status, body }) => ({ status, title: body.title, reasons: body.reasons }))
  }
  const known = await tries(EMAIL, '10.1.0.4')
  expect(await tries('nobody@example.org', '10.1.0.5')).toEqual(known)
  expect(known.map(({ reasons }) => reasons[0].code)).toEqual([...Array(TRIES).fill('access.sign-in-refused'), 'access.locked'])
})
test('a closed address stays closed for the right password, and opens after a quarter of an hour', async () => {
  const browser = browserOn(server.app, '10.1.0.6')
  const enter = () => browser.post('/sign-in/email', { email: EMAIL, password: PASSWORD })
  expect((await enter()).reasons).toEqual(['access.locked'])
  now = new Date(Date.now() + 16 * 60_000)
  expect((await enter()).body).toEqual({ needsSecondFactor: true })
  now = new Date()
})
test('too many requests from one place are slowed, whoever they ask for', async () => {
  for (const [path, most] of [
    ['/two-factor/verify-totp', 30],
    ['/two-factor/verify-backup-code', 5],
  ] as const) {
    const browser = browserOn(server.app, '10.1.0.7')
    const told = []
    for (let turn = 0; turn <= most; turn++) told.push((await browser.post(path, { code: '000000' })).reasons[0])
    expect(told).toEqual([...Array(most).fill('access.sign-in-again'), 'access.too-many-tries'])
  }
})
test('wrong codes close the second factor for the challenge, and no address of the library is open beyond the few', async () => {
  const browser = browserOn(server.app, '10.1.0.8')
  await browser.post('/sign-in/email', { email: EMAIL, password: PASSWORD })
  const told = []
  for (let turn = 0; turn < 6; turn++) told.push((await browser.post('/two-factor/verify-totp', { code: '000000' })).reasons[0])
  expect(told).toEqual([...Array(5).fill('access.code-wrong'), 'access.too-many-tries'])
  for (const path of [
    '/sign-up/email',
    '/list-sessions',
    '/update-user',
    '/delete-user',
    '/request-password-reset',
    '/two-factor/get-totp-uri',
  ])
    expect({ path, status: (await browser.post(path, {})).status }).toEqual({ path, status: 404 })
})
