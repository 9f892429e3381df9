import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered } from '../../../test/deciding.ts'
import { codeSentTo, phoneOn, settleDoor } from '../../../test/her-pages.ts'
import { grantPlaces, planSession, settleMembers } from '../../../test/interviewing.ts'
import { aLot, done, openMarket, workOn } from '../../../test/market.ts'
import { plantMatching } from '../../../test/matching.ts'
import { accountOf, counties, organisations, thePlan } from '../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../test/registered.ts'
import { newId } from '../../platform/ids.ts'

const guide = 'facilitatorOfDashtestan'
type House = Awaited<ReturnType<typeof openMarket>>['house']
type Device = ReturnType<typeof phoneOn>
let house: House
let maker: Woman
let talker: Woman
let makerPin = ''
let made = { orderId: '', lotId: '' }
let device: Device
let minute = 0
const later = (minutes = 2): void => {
  minute += minutes
  house.setTime(new Date(Date.parse('2026-11-23T06:00:00Z') + minute * 60_000).toISOString())
}
async function openPages({ personId }: Woman, phone: string): Promise<{ readonly device: Device; readonly pin: string }> {
  const pin = await settleDoor(house, guide, { personId, phone })
  return { pin, device: await enterAgain(phone, pin) }
}
async function enterAgain(phone: string, pin: string): Promise<Device> {
  later()
  const one = phoneOn(house)
  await one.send('/mine/phone', { phone })
  expect((await one.send('/mine/enter', { phone, code: (await codeSentTo(house, phone)) ?? '', pin })).statusCode).toBe(303)
  return one
}
/** The fields of the form that is sent to an address, as they stand on a page. */
function formIn(text: string, to: RegExp, answer?: string): { readonly url: string; readonly fields: Record<string, string> } {
  const found = [...text.matchAll(/<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(
    ([, url = '', inside = '']) => to.test(url) && (answer === undefined || inside.includes(`name="answer" value="${answer}"`)),
  )
  const fields = [...(found?.[2] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  return { url: found?.[1] ?? 'no such form', fields: Object.fromEntries(fields) }
}
const press = (one: Device, page: string, to: RegExp, answer?: string) => {
  const { url, fields } = formIn(page, to, answer)
  return one.send(url, fields)
}
beforeAll(async () => {
  const opened = await openMarket()
  house = opened.house
  maker = opened.woman
  const [another] = await registerWomen(house.house, 1)
  if (another === undefined) throw new Error('one was registered')
  talker = another
  made = await aLot(house, guide, { caseId: maker.caseId })
  const entered = await openPages(maker, '+989171234561')
  makerPin = entered.pin
  device = entered.device
})
afterAll(() => house.stop())

test('without her session there is the question for a phone and nothing else, on every page and for every form', async () => {
  for (const path of ['', '/readers', '/consents', '/steps', '/work', '/goods', '/money', '/asking', '/complaints']) {
    const answer = await phoneOn(house).get(`/mine${path}`)
    expect(answer.body).toContain('name="phone"')
    expect(answer.headers['cache-control']).toBe('no-store')
  }
  const stale = phoneOn(house)
  const answer = await stale.send(`/mine/payments/${made.lotId}`, { answer: 'yes', version: '1', id: newId(), command: newId() })
  expect(answer.body).toContain('name="phone"')
  for (const url of ['/mine/road', '/mine/money', '/mine/readers', '/mine/consents', '/mine/steps', '/mine/work', '/mine/goods'])
    for (const who of [guide, 'office', 'administrator', null] as const)
      expect((await house.ask(who, { url })).reasons).toEqual(['access.not-your-part'])
})
test('her first page has her appointment, her wells and her guide’s first name with a number, in words of hers and without a name of hers', async () => {
  const { body } = await device.get('/mine')
  expect(body).toContain('شما اینجا هستید')
  expect(body).toContain('همراه شما')
  expect(body).not.toMatch(/آزمایشی|مشاور|رهیار|راهبر|مصاحبه|کارفرما|سرپرست/)
  expect(body).toContain('action="/mine/leave"')
})
test('what a lot pays is read behind her number and nowhere else; she says yes there, and her no needs no number and costs nothing', async () => {
  const work = (await device.get('/mine/work')).body
  expect(work).toContain('لباس کار دوخته در خانه')
  expect(work).toContain('href="/mine/money"')
  expect(work).not.toMatch(/ریال|تومان|action="\/mine\/money/)
  const accept = `/mine/money/lots/${made.lotId}`
  const shut = await device.send(accept, { version: '1', command: newId() })
  expect(shut.body).toContain('پول بسته شد')
  expect((await house.ask(guide, { url: `/market/lots/${made.lotId}` })).body.state).toBe('offered')
  await device.send('/mine/money', { pin: makerPin })
  const page = (await device.get('/mine/money?open')).body
  expect(page).toMatch(/ریال.*نپذیرفتن هیچ هزینه‌ای ندارد/s)
  const yes = await press(device, page, new RegExp(`^${accept}$`), 'yes')
  expect(yes.statusCode, yes.body).toBe(303)
  const accepted = await house.ask(guide, { url: `/market/lots/${made.lotId}` })
  expect(accepted.body).toMatchObject({ state: 'accepted', answeredOn: '2026-11-23' })
  const no = await press(device, (await device.get('/mine/work')).body, /^\/mine\/lots\//)
  expect(no.statusCode, no.body).toBe(303)
  expect((await house.ask(guide, { url: `/market/lots/${made.lotId}` })).body.state).toBe('declined')
  const acts = await house.ask(guide, { url: `/road/cases/${maker.caseId}` })
  expect(
    acts.body.events.filter(({ action, role }: { action: string; role: string }) => action === 'mine.answer-work' && role === 'W'),
  ).toHaveLength(2)
})
test('a step her guide puts to her waits for her own yes or no; of health and care nothing stands there, of a loan only behind her number', async () => {
  const at = `/pathways/cases/${maker.caseId}`
  const put = async (kind: string, what: string | null = null): Promise<string> => {
    const id = newId()
    await done(house, guide, `${at}/steps`, { id, kind, what, owner: 'guide', organisationId: null, dueOn: '2026-12-20' })
    return id
  }
  const plan = { kind: 'not-work-oriented', relation: null, wishes: [], hoursPerWeek: null, buyer: null, wish: null, version: 0 }
  const written = await house.ask(guide, { method: 'PUT', url: `${at}/work-plan`, body: plan })
  expect(written.status, written.text).toBe(200)
  await put('sample')
  await done(house, guide, `${at}/work-plan/agreement`, { version: 1, manner: 'spoken', witnessName: null })
  expect((await device.get('/mine')).body).not.toContain('پاسخ شما را می‌خواهد')
  const [tools, care, loan] = [await put('tools', 'چرخ خیاطی'), await put('care', 'پرستار مادر'), await put('loan')]
  expect((await device.get('/mine')).body).toContain('۳ گام پاسخ شما را می‌خواهد')
  const page = (await device.get('/mine/steps')).body
  expect(page).toMatch(/ابزار و مواد.*چرخ خیاطی.*همراه شما این را پیشنهاد کرده است/s)
  expect(page).toContain('همراه شما دربارهٔ آن با خودتان حرف می‌زند')
  expect(page).not.toMatch(new RegExp(`پرستار|نگهداری|${care}|${loan}`))
  const { url, fields } = formIn(page, new RegExp(`^/mine/steps/${tools}$`), 'no')
  const pressed = await Promise.all([device.send(url, fields), device.send(url, fields)])
  expect(pressed.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const today = await house.ask(guide, { url: '/worklist/today' })
  expect(today.text).toContain('step-refused')
  const { steps } = (await house.ask(guide, { url: `${at}/work-plan` })).body
  expect(steps.find(({ id }: { id: string }) => id === tools)).toMatchObject({ state: 'refused', version: 2 })
  const hidden = { ...fields, command: newId(), version: '1', answer: 'yes' }
  for (const [to, sentence] of [
    [`/mine/steps/${care}`, 'یافت نشد'],
    [`/mine/steps/${loan}`, 'یافت نشد'],
    [`/mine/money/steps/${care}`, 'یافت نشد'],
    [`/mine/money/steps/${loan}`, 'پول بسته شد'],
  ] as const)
    expect((await device.send(to, { ...hidden, command: newId() })).body).toContain(sentence)
  expect((await device.send('/mine/money', { pin: makerPin })).statusCode).toBe(303)
  await plantGiven()
  const money = (await device.get('/mine/money?open')).body
  expect(money).toMatch(/وام ۹۰٬۰۰۰٬۰۰۰ تومان: درخواست شد.*بیمهٔ مشاغل خانگی: درخواست شد/s)
  // Of whom, who pays and in whose hands stand nowhere: that would say who supports her.
  expect(money).not.toMatch(/بهزیستی|کمیته|در دست دیگری/)
  const yes = await press(device, money, new RegExp(`^/mine/money/steps/${loan}$`), 'yes')
  expect(yes.statusCode, yes.body).toBe(303)
  // What her guide writes down in her name meanwhile and what she presses are one answer.
  const other = await put('training')
  const stale = (await device.get('/mine/steps')).body
  await done(house, guide, `/pathways/steps/${other}/answer`, { version: 1, isYes: true, manner: 'spoken', witnessName: null })
  expect((await press(device, stale, new RegExp(`^/mine/steps/${other}$`), 'no')).statusCode).toBe(422)
  const acts = await house.ask(guide, { url: `/road/cases/${maker.caseId}` })
  expect(acts.body.events.filter(({ action }: { action: string }) => action === 'mine.answer-step')).toHaveLength(2)
})
/** A loan and an insurance of hers, both by a body that supports her, as her guide mirrors them. */
async function plantGiven(): Promise<void> {
  const row = {
    plan_id: thePlan,
    case_id: maker.caseId,
    person_id: maker.personId,
    county_code: counties.dashtestan,
    file_number: '00000000',
  }
  const scope = { ...row, assigned: [accountOf(guide)], state_since: '2026-11-23' }
  await house.house.door.asOwner(async (tx) => {
    const loan = { id: newId(), lender_id: organisations.behzisti, amount_rial: 900_000_000 }
    await tx
      .insertInto('pathways.loan')
      .values({ ...scope, ...loan })
      .execute()
    const insurance = { id: newId(), scheme: 'home-based', payer: 'support-body', insurer_id: organisations.behzisti }
    await tx
      .insertInto('pathways.insurance')
      .values({ ...scope, ...insurance })
      .execute()
  })
}
test('an opportunity is hers to take or to leave', async () => {
  const { proposalId } = await plantMatching(house, maker)
  await done(house, guide, `/matching/proposals/${proposalId}/uphold`, { version: 1 })
  const yes = await press(device, (await device.get('/mine/work')).body, /^\/mine\/proposals\//, 'yes')
  expect(yes.statusCode, yes.body).toBe(303)
  const no = await press(device, (await device.get('/mine/work')).body, /^\/mine\/proposals\//, 'no')
  expect(no.statusCode, no.body).toBe(303)
  expect((await device.get('/mine/work')).body).toContain('اکنون کاری در انتظار پاسخ شما نیست')
})
test('money opens by her number alone, each time, and only her word ends a lot; of two words at once one counts', async () => {
  const lot = await aLot(house, guide, { caseId: maker.caseId })
  await workOn(house, guide, lot.lotId)
  const at = `/market/lots/${lot.lotId}`
  await done(house, 'marketOperator', `${at}/collection`, { version: 7, entryId: newId(), paperNumber: '۱' })
  await done(house, 'marketOperator', `${at}/payments`, {
    version: 8,
    entryId: newId(),
    to: 'her',
    paperNumber: null,
    paidOn: '2026-11-23',
  })
  expect((await device.get('/mine/money?open')).body).not.toContain('رسید؟')
  const wrong = await device.send('/mine/money', { pin: makerPin === '4071' ? '5928' : '4071' })
  expect(wrong.body).toContain('شماره درست نبود')
  expect((await device.send('/mine/money', { pin: makerPin })).statusCode).toBe(303)
  const page = (await device.get('/mine/money?open')).body
  expect(page).toContain('رسید؟')
  expect(page).toContain('هنوز پولی نیست که خودتان گفته باشید رسید')
  await device.get('/mine/readers')
  expect((await device.get('/mine/money?open')).body).not.toContain('رسید؟')
  const late = await press(device, page, /^\/mine\/payments\//, 'yes')
  expect(late.body).toContain('پول بسته شد')
  await device.send('/mine/money', { pin: makerPin })
  const fresh = (await device.get('/mine/money?open')).body
  const both = await Promise.all([press(device, fresh, /^\/mine\/payments\//, 'yes'), press(device, fresh, /^\/mine\/payments\//, 'no')])
  expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([303, 422])
  const after = (await house.ask(guide, { url: at })).body
  expect(['confirmed-by-her', 'due']).toContain(after.state)
})
test('a consent she takes back ends at once, and with messages her code ends too', async () => {
  const page = (await device.get('/mine/consents')).body
  const before = await house.ask(guide, { url: `/people/${maker.personId}/consents` })
  const { id } = before.body.consents.find(({ purpose }: { purpose: string }) => purpose === 'call-and-message')
  const answer = await press(device, page, new RegExp(`/mine/consents/${id}`))
  expect(answer.statusCode, answer.body).toBe(303)
  const { body } = await house.ask(guide, { url: `/people/${maker.personId}` })
  expect(body.contact.mayMessage).toBe(false)
  const again = await press(device, page, new RegExp(`/mine/consents/${id}`))
  expect(again.statusCode).toBe(303)
})
test('what she asks stands on her guide’s desk until it is answered, and once only', async () => {
  const page = (await device.get('/mine/asking')).body
  expect((await press(device, page, /^\/mine\/requests$/)).statusCode).toBe(303)
  const { url, fields } = formIn((await device.get('/mine/asking')).body, /^\/mine\/requests$/)
  expect((await device.send(url, fields)).body).toContain('پیش‌تر خواسته‌اید')
  const desk = await house.ask(guide, { url: '/worklist' })
  expect(desk.body.tasks.filter(({ kind }: { kind: string }) => kind === 'her-request-to-answer')).toHaveLength(1)
  const asked = await house.ask(guide, { url: `/people/${maker.personId}/requests` })
  const [one] = asked.body.requests
  expect(one).toMatchObject({ kind: 'correction', part: 'name', answer: null })
  for (const who of ['otherFacilitatorOfDashtestan', 'office', 'behzistiOfDashtestan'] as const)
    expect([403, 404]).toContain((await house.ask(who, { url: `/people/${maker.personId}/requests` })).status)
  await done(house, guide, `/people/${maker.personId}/requests/${one.id}/answer`, { answer: 'done' })
  expect((await device.get('/mine/asking')).body).toContain('انجام شد')
  // What the table of roles lets her read and no phone may show: her guide shows it.
  const { part: _part, ...own } = formIn((await device.get('/mine/asking')).body, /^\/mine\/requests$/).fields
  expect((await device.send(url, { ...own, kind: 'see' })).statusCode).toBe(303)
  expect((await device.get('/mine/asking')).body).toContain('خواستید نوشته‌ها را ببینید')
  expect((await house.ask(guide, { url: `/people/${maker.personId}/requests` })).body.requests).toContainEqual(
    expect.objectContaining({ kind: 'see', part: null, answer: null }),
  )
})
test('she complains herself, and of an answer says whether it settles it; her guide reads only what she lets', async () => {
  const blank = (await device.get('/mine/complaints')).body
  const { url, fields } = formIn(blank, /^\/mine\/complaints$/)
  const typed = { about: 'guide', isGuideAllowed: 'yes', privateText: 'نشانی‌ام را می‌دانند' }
  const short = await device.send(url, { ...fields, ...typed, text: 'نه' })
  expect(short.statusCode).toBe(422)
  expect(short.body).toMatch(/role="alert".*value="guide" required checked.*نشانی‌ام را می‌دانند/s)
  const retyped = formIn(short.body, /^\/mine\/complaints$/).fields
  const text = 'سه بار زنگ زدم '.repeat(130)
  const sent = { command: retyped.command ?? '', id: retyped.id ?? '', ...typed, text }
  for (const _ of [1, 2]) expect((await device.send(url, sent)).statusCode).toBe(303)
  expect((await device.get('/mine/complaints')).body).toMatch(/همراه من، شمارهٔ.*هنوز خوانده نشده است/s)
  const list = await house.ask(guide, { url: `/oversight/cases/${maker.caseId}/grievances` })
  expect(list.body.grievances).toEqual([])
  const at = `/oversight/grievances/${sent.id}`
  expect((await house.ask('office', { url: at })).body).toMatchObject({ privateText: typed.privateText, intake: { channel: 'own-page' } })
  const answer = async (version: number) => {
    await done(house, 'office', `${at}/answer`, { version, text: 'همراه دیگری می‌آید.' })
    return (await device.get('/mine/complaints')).body
  }
  await done(house, 'office', `${at}/acknowledge`, { version: 1 })
  await done(house, 'office', `${at}/pass`, { version: 2, about: 'guide', countyCode: null, organisationId: null })
  const answered = await answer(3)
  expect(answered).toContain('همراه دیگری می‌آید.')
  const word = new RegExp(`^/mine/complaints/${sent.id}$`)
  const unsaid = await press(device, answered, word, 'no')
  expect(unsaid.body).toContain('بنویسید چه چیزی حل نشده است')
  const no = formIn(answered, word, 'no')
  const said = await device.send(no.url, { ...no.fields, command: newId(), text: 'هنوز کسی نیامده' })
  expect(said.statusCode, said.body).toBe(303)
  expect((await press(device, await answer(5), word, 'yes')).statusCode).toBe(303)
  expect((await device.get('/mine/complaints')).body).toContain('گفتید پاسخ گرفتید')
})
test('she takes her goods off the page everybody sees, and reads how far her business and its permit are', async () => {
  expect((await device.get('/mine/goods')).body).toMatch(/<h2>کسب‌وکار من<\/h2>.*(هنوز درخواست مجوزی نیست|مجوز: )/s)
  const [goods] = (await device.get('/mine/goods')).body.match(/<h2>[^<]+<\/h2>/g) ?? []
  expect(goods).toBeDefined()
  const { id } = await house.house.door.asOwner((tx) =>
    tx.selectFrom('businesses.product').select('id').where('person_id', '=', maker.personId).orderBy('id').executeTakeFirstOrThrow(),
  )
  const word = { showingId: newId(), isShown: true, manner: 'spoken', witnessName: null, version: 1 }
  const shown = await house.ask(guide, { method: 'PUT', url: `/businesses/products/${id}/showing`, body: word })
  expect(shown.status, shown.text).toBe(200)
  const hidden = await press(device, (await device.get('/mine/goods')).body, /^\/mine\/goods\//)
  expect(hidden.statusCode, hidden.body).toBe(303)
  expect((await house.ask(null, { url: '/businesses/open-goods' })).body.goods).toEqual([])
  expect((await device.get('/mine/goods')).body).not.toContain('/mine/goods/')
})
test('who opened her file stands there by office, role, purpose and day, and never by name', async () => {
  await house.ask('decider', { url: `/people/${maker.personId}/opened?purpose=decide` })
  const { body } = await device.get('/mine/readers')
  expect(body).toContain('دفتر طرح')
  expect(body).toContain('بررسی شرایط')
  expect(body).not.toContain('decider')
})
test('she answers an appointment herself: yes, another time, no; another time waits on her guide’s desk', async () => {
  await grantPlaces(house, [talker])
  const { slots } = await planSession(house, await settleMembers(house))
  await done(house, 'executor', `/interviews/cases/${talker.caseId}/propose`, { id: newId(), slotId: slots[0] })
  const hers = (await openPages(talker, '+989171234562')).device
  const yes = await press(hers, (await hers.get('/mine')).body, /^\/mine\/talks\//, 'yes')
  expect(yes.statusCode, yes.body).toBe(303)
  const page = (await hers.get('/mine')).body
  expect(page).toContain('گفته‌اید می‌آیید')
  const other = await press(hers, page, /^\/mine\/talks\//, 'another-time')
  expect(other.statusCode, other.body).toBe(303)
  const desk = await house.ask(guide, { url: '/worklist' })
  expect(desk.body.tasks.map(({ kind }: { kind: string }) => kind)).toContain('her-request-to-answer')
  expect((await hers.get('/mine')).body).toContain('قراری در پیش نیست')
  const foreign = await press(device, page, /^\/mine\/talks\//, 'no')
  expect(foreign.statusCode).toBe(422)
})
test('a refusal that was told may be read again at her own word, once; why it was refused stands nowhere', async () => {
  await nobodyIsCovered(house)
  const [refused] = await registerWomen(house.house, 1, { bornOn: '1950-01-01' })
  if (refused === undefined) throw new Error('one was registered')
  await decideOn(house, refused)
  const decision = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.decision').select('id').where('case_id', '=', refused.caseId).executeTakeFirstOrThrow(),
  )
  const hers = (await openPages(refused, '+989171234563')).device
  expect((await hers.get('/mine/asking')).body).not.toContain('/mine/second-reading')
  await done(house, guide, `/enrolment/cases/${refused.caseId}/tellings`, { id: newId(), decisionId: decision.id, manner: 'face-to-face' })
  const page = (await hers.get('/mine/asking')).body
  expect(page).not.toMatch(/سن|شصت|شرط/)
  const asked = await press(hers, page, /^\/mine\/second-reading$/)
  expect(asked.statusCode, asked.body).toBe(303)
  expect((await hers.get('/mine/asking')).body).toContain('درخواست شما رسید')
  const appeals = await house.ask('office', { url: '/enrolment/appeals' })
  expect(appeals.body.appeals.map(({ caseId }: { caseId: string }) => caseId)).toEqual([refused.caseId])
})
test('no amount stands on any page of hers before her number', async () => {
  await device.get('/mine')
  for (const path of ['', '/readers', '/consents', '/steps', '/work', '/goods', '/money', '/money?open', '/asking', '/complaints']) {
    const { body } = await device.get(`/mine${path}`)
    expect([path, /ریال|تومان|[۰-۹]٬[۰-۹]{3}/.exec(body)?.[0]]).toEqual([path, undefined])
  }
  const work = await house.app.inject({ method: 'GET', url: '/api/mine/work', headers: { cookie: device.cookie() } })
  expect(work.statusCode).toBe(200)
  expect(work.body).not.toMatch(/rial|ریال/i)
})
test('a page of hers comes within what a slow phone can wait for', async () => {
  const { gzipSync } = await import('node:zlib')
  const bytes = async (url: string) => gzipSync((await device.get(url)).rawPayload).length
  expect((await bytes('/mine')) + (await bytes('/mine/style.css'))).toBeLessThan(8_000)
  expect(await bytes('/mine/page.js')).toBeLessThan(4_000)
  expect((await device.get('/mine')).rawPayload.length).toBeLessThan(16_000)
})
