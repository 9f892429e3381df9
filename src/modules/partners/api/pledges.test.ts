import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { service } from '../../../access/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { callOnPledge, giveBackToPledge, listOpenPledges } from '../port.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await house.house.door.asOwner((tx) =>
    tx
      .updateTable('partners.membership')
      .set({ kinds: ['driver', 'backer'] })
      .where('organisation_id', '=', organisations.holding)
      .execute(),
  )
})
afterAll(() => house.stop())

const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const promise = (more: object = {}) => ({
  id: newId(),
  organisationId: organisations.holding,
  promisedAs: 'backer',
  kind: 'purchase',
  title: 'خرید لباس کار دوخته در خانه',
  fieldCode: null,
  quantity: 5,
  unit: 'سفارش',
  valueRial: 900_000_000,
  counties: ['1803'],
  groupNote: null,
  startsOn: '2026-11-01',
  dueOn: '2027-10-30',
  parts: [],
  ...more,
})
async function announced(more: object = {}, who: PersonaName = 'holding') {
  const told = await post(who, '/partners/pledges', promise(more))
  expect(told.status, told.text).toBe(200)
  return told.body
}
const opinion = (isFit = true) => ({ opinionId: newId(), isFit, reasons: 'سند و توان خرید دیده شد.' })
async function opened(more: object = {}) {
  let pledge = await announced(more)
  const at = `/partners/pledges/${pledge.id}`
  pledge = (await post('holding', `${at}/document`, { documentNumber: 'د/۷', documentDate: '2026-11-20', version: pledge.version })).body
  for (const who of ['office', 'decider'] as const)
    pledge = (await post(who, `${at}/opinions`, { ...opinion(), version: pledge.version })).body
  pledge = (await post('office', `${at}/sign`, { letterNumber: 'ن/۹', letterDate: '2026-11-22', version: pledge.version })).body
  return (await post('office', `${at}/open`, { version: pledge.version })).body
}

test('a governorate, a guide or a stranger announces nothing; a holding only what is its own', async () => {
  for (const who of ['governorOfDashtestan', 'facilitatorOfDashtestan', 'behzistiOfDashtestan', 'auditor'] as const)
    expect((await post(who, '/partners/pledges', promise())).status).toBe(403)
  expect((await post('holding', '/partners/pledges', promise({ organisationId: organisations.labour }))).reasons).toEqual([
    'partners.not-own-organisation',
  ])
  expect((await post('holding', '/partners/pledges', promise({ promisedAs: 'moin' }))).reasons).toEqual(['partners.not-such-a-member'])
})
test('a promise goes from the first word to the open day: in writing, read by two, signed; each step starts the clock anew', async () => {
  const first = await announced()
  expect(first).toMatchObject({ state: 'announced', stepDueOn: '2026-12-23', called: 0, left: 5, mismatch: 'none' })
  const at = `/partners/pledges/${first.id}`
  expect((await post('office', `${at}/sign`, { letterNumber: 'ن', letterDate: '2026-11-22', version: 1 })).reasons).toEqual([
    'partners.no-such-pledge-move',
  ])
  const written = await post('holding', `${at}/document`, { documentNumber: 'د/۷', documentDate: '2026-11-20', version: 1 })
  expect(written.body).toMatchObject({ state: 'in-writing', documentNumber: 'د/۷' })
  expect((await post('holding', `${at}/opinions`, { ...opinion(), version: 2 })).status).toBe(403)
  expect((await post('office', `${at}/opinions`, { ...opinion(), version: 2 })).body).toMatchObject({ state: 'in-writing' })
  expect((await post('office', `${at}/opinions`, { ...opinion(), version: 2 })).reasons).toEqual(['partners.vetted-already'])
  expect((await post('decider', `${at}/opinions`, { ...opinion(), version: 2 })).body).toMatchObject({ state: 'vetted', version: 3 })
  const signed = await post('office', `${at}/sign`, { letterNumber: 'ن/۹', letterDate: '2026-11-22', version: 3 })
  expect(signed.body).toMatchObject({ state: 'signed', letterNumber: 'ن/۹' })
  expect((await post('office', `${at}/open`, { version: 4 })).body).toMatchObject({ state: 'open', stepDueOn: null })
  const seen = await house.ask('office', { url: at })
  expect(seen.body.moves.map(({ to }: { to: string }) => to)).toEqual(['announced', 'in-writing', 'vetted', 'signed', 'open'])
  expect(seen.body.opinions).toHaveLength(2)
  expect((await house.ask('holding', { url: at })).body).toMatchObject({ opinions: [], pledge: { state: 'open' } })
})
test('whoever wrote it down gives no opinion; two against it let it lapse, with the reason', async () => {
  const pledge = await announced({}, 'office')
  const at = `/partners/pledges/${pledge.id}`
  await post('office', `${at}/document`, { documentNumber: 'د', documentDate: '2026-11-20', version: 1 })
  expect((await post('office', `${at}/opinions`, { ...opinion(), version: 2 })).reasons).toEqual(['partners.own-announcement'])
  await post('decider', `${at}/opinions`, { ...opinion(false), version: 2 })
  const last = await post('secondApprover', `${at}/opinions`, { ...opinion(false), version: 2 })
  expect(last.body).toMatchObject({ state: 'lapsed', stepDueOn: null })
})
test('a promise bound to the gas coast is shown to miss the plan’s counties', async () => {
  expect(await announced({ counties: ['1809'] })).toMatchObject({ mismatch: 'wholly' })
  expect(await announced({ counties: ['1809', '1803'] })).toMatchObject({ mismatch: 'partly' })
})
test('of 400 who call at once on a pledge of five, exactly five succeed', async () => {
  const pledge = await opened()
  const tries = await Promise.all(
    Array.from({ length: 400 }, () =>
      house.house.door
        .asActor(service(thePlan), (tx) => callOnPledge(tx, { planId: thePlan, pledgeId: pledge.id, quantity: 1 }))
        .then(
          () => 'called',
          (error: Error) => error.message,
        ),
    ),
  )
  expect(tries.filter((one) => one === 'called')).toHaveLength(5)
  const at = `/partners/pledges/${pledge.id}`
  expect((await house.ask('office', { url: at })).body.pledge).toMatchObject({ called: 5, left: 0 })
  await house.house.door.asActor(service(thePlan), async (tx) => {
    await giveBackToPledge(tx, { planId: thePlan, pledgeId: pledge.id, quantity: 5 })
    await expect(giveBackToPledge(tx, { planId: thePlan, pledgeId: pledge.id, quantity: 1 })).rejects.toThrow('partners.pledge-spent')
    expect((await listOpenPledges(tx, { countyCode: '1803', limit: 50 })).map(({ id }) => id)).toContain(pledge.id)
    expect((await listOpenPledges(tx, { countyCode: '1801', limit: 50 })).map(({ id }) => id)).not.toContain(pledge.id)
  })
})
test('what waits stands on the office’s desk, overdue once its time is gone', async () => {
  const pledge = await announced()
  const tasks = (await house.ask('office', { url: '/worklist' })).body.tasks
  expect(tasks).toContainEqual(expect.objectContaining({ kind: 'pledge-to-write', subjectId: pledge.id, daysLeft: 30 }))
  expect((await house.ask('auditor', { url: '/worklist' })).body?.tasks ?? []).toEqual([])
})

const applying = (more: object = {}) => ({
  id: newId(),
  manner: 'self',
  personKind: 'natural',
  name: 'بانو کارآفرین نمونه',
  phone: '۰۹۱۷۱۲۳۴۵۶۷',
  wanted: ['driver'],
  counties: ['1803'],
  offer: 'آموزش دوخت و خرید کار ده نفر در ماه',
  ...more,
})
const apply = (body: object) => house.ask(null, { method: 'POST', url: '/partners/applications', body })
test('anyone may apply; nobody but the office reads it, and two must agree before the name becomes a partner', async () => {
  expect((await post('holding', '/partners/applications', applying())).status).toBe(403)
  const told = await apply(applying())
  expect(told.body).toMatchObject({ state: 'received', decideBy: '2026-12-13', tracking: expect.stringMatching(/^[2-9A-Z]{10}$/) })
  expect((await house.ask('governorOfDashtestan', { url: '/partners/applications' })).status).toBe(403)
  const listed = (await house.ask('office', { url: '/partners/applications' })).body.applications
  expect(listed[0]).toMatchObject({ name: 'بانو کارآفرین نمونه', phone: '+989171234567', state: 'received' })
  const at = `/partners/applications/${told.body.id}/opinions`
  expect((await post('office', at, { ...opinion(), version: 1 })).body).toMatchObject({ state: 'received' })
  expect((await post('office', at, { ...opinion(), version: 1 })).reasons).toEqual(['partners.vetted-already'])
  const admitted = (await post('decider', at, { ...opinion(), version: 1 })).body
  expect(admitted).toMatchObject({ state: 'admitted' })
  const partner = await house.ask('office', { url: `/partners/organisations/${admitted.organisationId}` })
  expect(partner.body).toMatchObject({ organisation: { type: 'natural-person' }, memberships: [{ kinds: ['driver'], counties: ['1803'] }] })
  expect((await post('secondApprover', at, { ...opinion(), version: 2 })).reasons).toEqual(['partners.application-settled'])
})
test('somebody introduced is read by nobody before she has said yes with the code; the code works once', async () => {
  const told = await apply(applying({ manner: 'introduced', name: 'معرفی‌شدهٔ نمونه' }))
  expect(told.body.state).toBe('to-accept')
  const names = async () =>
    (await house.ask('office', { url: '/partners/applications' })).body.applications.map(({ name }: { name: string }) => name)
  expect(await names()).not.toContain('معرفی‌شدهٔ نمونه')
  const answer = (tracking: string, accepts = true) =>
    house.ask(null, { method: 'POST', url: '/partners/applications/answer', body: { tracking, accepts } })
  expect((await answer('2222222222')).reasons).toEqual(['partners.tracking-unknown'])
  expect((await answer(`${told.body.tracking.slice(0, 5).toLowerCase()} ${told.body.tracking.slice(5)}`)).body).toEqual({
    state: 'received',
  })
  expect((await answer(told.body.tracking)).reasons).toEqual(['partners.tracking-unknown'])
  expect(await names()).toContain('معرفی‌شدهٔ نمونه')
})
test('a flood is refused in a sentence and keeps nothing', async () => {
  const kept = await Promise.all(Array.from({ length: 130 }, () => apply(applying())))
  expect(kept.filter(({ status }) => status === 200).length).toBeGreaterThan(50)
  expect((await apply(applying())).reasons).toEqual(['partners.too-many-applications'])
})
