import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { service } from '../src/access/actor.ts'
import { demoId, demoPlanId } from '../src/app/demo.ts'
import { openStage } from '../src/app/demo-stage.ts'
import { openRooms } from '../src/app/demo-talks.ts'
import { demoPinOf } from '../src/app/mine/demo-choices.ts'
import { advance, getLockedCase } from '../src/modules/enrolment/port.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { asciiDigits } from '../src/platform/persian.ts'
import { axeFaults, sidewaysScroll } from '../test/axe.ts'
import { settleGoods } from '../test/business.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, leave, open, pressed, type Stage, unfold } from './driving.ts'
import { GUIDE, HOLDING } from './road-steps.ts'
import { actAll, beginWork, payLot } from './small-work.ts'
import { settlePlaced } from './small-world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const PHONE = '+989170000077'
test('on her phone: her number, her code, her appointment, her readers, her money, her complaint, and nothing left behind', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 390, faults: [] }
  try {
    const { caseId, personId } = await settle(house.house)
    const pin = demoPinOf(house.house, demoPlanId, { phone: PHONE, pin: 6284 })
    const guide = await enter(stage, GUIDE)
    await setNumberWithHer(guide, { caseId, personId, pin })
    const hers = await openPhone(stage)
    await enterHerPages(hers, pin)
    await sayYesToAppointment(hers)
    await refuseStep(hers)
    await readWhoLooked(hers)
    await sayThatMoneyCame(hers, pin)
    await complain(hers)
    await leaveAtOnce(hers, stage)
  } finally {
    await leave(stage, house)
  }
  expect(stage.faults).toEqual([])
})
/** A woman who is asked to a conversation in four days, and to whom the operator wrote that she was paid. */
async function settle(house: House) {
  const { started_on: startedOn } = await house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  )
  const file = await settlePlaced(house, startedOn)
  const stage = await openStage(house, startedOn)
  const before = stage.today - 1
  await openRooms(stage, before)
  const seats = [
    ['goftogu-jahad', 'speaks'],
    ['goftogu-kar', 'in-room'],
    ['goftogu-sanaye', 'reads-sample'],
  ] as const
  const members = seats.map(([who, part]) => ({ accountId: demoId(`account/${who}@kariz.example`), part }))
  const times = { heldOn: stage.dateOf(stage.today + 4), startsAt: '10:30', slots: 1, minutes: 40, rest: 5 }
  const sessionId = newId()
  await actAll(stage, before, [
    ['mojri', '/interviews/sessions', { id: sessionId, roomId: demoId('room/1803'), ...times, members }],
    ['mojri', `/interviews/sessions/${sessionId}/fill`, {}],
  ])
  const actor = service(demoPlanId)
  await house.door.asActor(actor, async (tx) => {
    const placed = await getLockedCase({ tx, about: () => undefined }, file.caseId)
    await advance({ tx, house, actor, now: house.clock() }, placed, 'interviewed')
  })
  await beginWork(stage, file.caseId, HOLDING)
  const step = {
    id: newId(),
    kind: 'tools',
    what: 'چرخ خیاطی',
    owner: 'guide',
    organisationId: null,
    dueOn: stage.dateOf(stage.today + 20),
  }
  await actAll(stage, stage.today, [['rahyar-dashtestan', `/pathways/cases/${file.caseId}/steps`, step]])
  await payLot(stage, file.caseId, await settleGoods(house, file.caseId, 20))
  const rule = { phone: PHONE, whosePhone: 'own', callFrom: null, callTo: null, mayMessage: true, version: 1 }
  await actAll(stage, stage.today, [['rahyar-dashtestan', `/people/${file.personId}/contact`, rule, 'PUT']])
  await stage.close()
  return file
}
interface Setting {
  readonly caseId: string
  readonly personId: string
  readonly pin: string
}
/** Her guide opens the page for it and hands over the phone; what is typed stands nowhere afterwards. */
async function setNumberWithHer(guide: Page, { caseId, personId, pin }: Setting): Promise<void> {
  await open(guide, `/staff/cases/${caseId}`)
  await unfold(guide, 'درِ خودش')
  await guide.getByText('کد با پیامک به تلفن او می‌رود.').waitFor()
  await guide.getByRole('link', { name: 'گذاشتن شماره با خودش' }).click()
  await guide.waitForURL(new RegExp(`/staff/people/${personId}/door$`))
  await guide.getByLabel('شمارهٔ خودم، چهار رقم').fill(pin)
  await guide.getByLabel('همان چهار رقم، دوباره').fill(pin)
  await pressed(guide, 'همین شماره')
  await guide.getByText('شماره گذاشته شد').waitFor()
  expect(await guide.content()).not.toContain(pin)
  await guide.context().close()
}
/** A phone of her own, that shows an empty page before hers. */
async function openPhone({ browser, address, faults }: Stage): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fa-IR', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${address}/mine`)
  return page
}
/** Sound for axe and within its width, on a phone and on a desk. */
async function look(page: Page): Promise<void> {
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await axeFaults(page, { withContrast: width === 390 })).toEqual([])
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  }
}
async function enterHerPages(hers: Page, pin: string): Promise<void> {
  await look(hers)
  await hers.getByLabel('شمارهٔ تلفن').fill('۰۹۱۷ ۰۰۰ ۰۰۷۷')
  await pressed(hers, 'ادامه')
  const shown = (await hers.getByText('پیامکی نمی‌رود').textContent()) ?? ''
  await look(hers)
  await hers.getByLabel('کد پیامک').fill(/[۰-۹]{6}/.exec(shown)?.[0] ?? '')
  await hers.getByLabel('شمارهٔ خودم').fill(pin)
  await pressed(hers, 'باز کردن صفحهٔ من')
  await hers.getByRole('heading', { level: 2, name: 'قرار من' }).waitFor()
  await hers.getByText(/^نمونهٔ کار: با خودتان، تا /).waitFor()
  expect(await hers.title()).toBe('کاریز')
  const line = await hers.context().newCDPSession(hers)
  await line.send('Network.enable')
  await line.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const again = await hers.reload({ waitUntil: 'networkidle' })
  // Everything of her first page, as it crosses the line: a third of a second of slow 3G, which carries 50 kB in one.
  expect(bytes).toBeGreaterThan(2_000)
  expect(bytes).toBeLessThan(16_000)
  await line.detach()
  expect(again?.headers()['cache-control']).toBe('no-store')
  await look(hers)
}
async function sayYesToAppointment(hers: Page): Promise<void> {
  await pressed(hers, 'می‌آیم')
  await hers.getByText('گفته‌اید می‌آیید').waitFor()
}
/** A step her guide put to her: she reads what it is and does not want it. */
async function refuseStep(hers: Page): Promise<void> {
  await hers.getByText('۱ گام پاسخ شما را می‌خواهد.').waitFor()
  await hers.getByRole('link', { name: 'خواندن و پاسخ دادن', exact: true }).click()
  await hers.getByText('چرخ خیاطی').waitFor()
  await look(hers)
  await hers.locator('section').filter({ hasText: 'چرخ خیاطی' }).getByRole('button', { name: 'نمی‌خواهم', exact: true }).click()
  await hers.getByRole('status').filter({ hasText: 'انجام شد.' }).waitFor()
  expect(await hers.getByText('چرخ خیاطی').count()).toBe(0)
  await goHome(hers)
}
const follow = async (hers: Page, name: string): Promise<void> => {
  await hers.getByRole('link', { name, exact: true }).click()
  await hers.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}
async function goHome(hers: Page): Promise<void> {
  await hers.getByRole('link', { name: 'برگشت', exact: true }).click()
  await hers.getByRole('heading', { level: 1, name: 'صفحهٔ من' }).waitFor()
}
/** Office, role, purpose and day of whoever opened her file, and nobody's name. */
async function readWhoLooked(hers: Page): Promise<void> {
  await follow(hers, 'چه کسی پروندهٔ مرا دید')
  const told = asciiDigits((await hers.locator('main').textContent()) ?? '')
  expect(told).toMatch(/دفتر امور بانوان و خانواده، دفتر طرحبرای بررسی شرایط\d+ .+، \d+ بار/)
  expect(told).not.toMatch(/مهناز|سکینه/)
  await look(hers)
  await goHome(hers)
}
async function sayThatMoneyCame(hers: Page, pin: string): Promise<void> {
  await follow(hers, 'پول من')
  expect(await hers.content()).not.toContain('تومان')
  await hers.getByLabel('شمارهٔ خودم').fill(pin)
  await pressed(hers, 'دیدن پول')
  await hers.getByText('۹۰۰٬۰۰۰ تومان به دست شما رسیده است. رسید؟').waitFor()
  await look(hers)
  await pressed(hers, 'رسید')
  await hers.getByText('گفتید رسید.').waitFor()
  await hers.getByText('از کار خودتان درآمد دارید.').waitFor()
  await hers.getByText(/ ۹۰۰٬۰۰۰ تومان برای خودتان ماند\.$/).waitFor()
  await hers.getByText('هر ساعت کار شما ۶۰٬۰۰۰ تومان شد.').waitFor()
  await goHome(hers)
}
async function complain(hers: Page): Promise<void> {
  await follow(hers, 'شکایت')
  await look(hers)
  await hers.getByLabel('همراه من').check()
  await hers.getByLabel(/^چه شده/).fill('سه بار زنگ زدم و کسی پاسخ نداد.')
  await pressed(hers, 'شکایت را بفرست')
  await hers.getByRole('heading', { level: 2, name: /^همراه من، شمارهٔ [۰-۹]/ }).waitFor()
  await hers.getByText('هنوز خوانده نشده است.').waitFor()
}
/** Somebody comes: Escape twice. No page of hers comes back, and the phone keeps nothing. */
async function leaveAtOnce(hers: Page, { address }: Stage): Promise<void> {
  await hers.keyboard.press('Escape')
  await hers.keyboard.press('Escape')
  await hers.waitForURL(/\/calendar$/)
  await expect.poll(() => hers.context().cookies()).toEqual([])
  await hers.goBack()
  expect([hers.url(), await hers.locator('body').textContent()]).toEqual(['about:blank', ''])
  const shut = await hers.goto(`${address}/mine`)
  expect(await shut?.text()).toContain('name="phone"')
  expect(await hers.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0])
}
