import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { service } from '../src/access/actor.ts'
import { demoPlanId } from '../src/app/demo.ts'
import { advance, getLockedCase } from '../src/modules/enrolment/port.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, typeDay } from './driving.ts'
import { agreeOnStep, goOnWith, openOfCase } from './road-steps.ts'
import { settleSmallWorld } from './small-world.ts'

/** From the told result to the first step of her work: her guide with a phone in the hand, an agency at its desk, and another guide who goes on. */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a phone: a guide’s day, a note without network, the exit table, a plan agreed, a referral answered, an insurance, a handover', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 390, faults: [] }
  try {
    const caseId = await afterTheTalk(house)
    const guide = await enter(stage, 'رهیار دشتستان')
    await noteWithoutNetwork(guide)
    await readTable(guide, caseId)
    await agreePlan(guide, caseId)
    await refer(guide, caseId)
    await answer(stage)
    await seeWhatBecameOfIt(guide, caseId)
    await insure(guide, caseId)
    await seeOnTheDesk(stage)
    await takePlace(guide, caseId)
    await propose(guide, caseId)
    await guide.context().close()
    await accept(stage, caseId)
  } finally {
    await leave(stage, house)
  }
  // While the network is away a browser says so itself.
  expect(stage.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

/** A woman of Dashtestan whose result of the work conversation was told. */
async function afterTheTalk(house: Awaited<ReturnType<typeof openDemo>>): Promise<string> {
  const { started_on: startedOn } = await house.house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  )
  const { queued } = await settleSmallWorld(house.house, startedOn)
  const actor = service(demoPlanId)
  await house.house.door.asActor(actor, async (tx) => {
    let one = await getLockedCase({ tx, about: () => undefined }, queued.caseId)
    const mover = { tx, house: house.house, actor, now: house.house.clock() }
    // Whatever the office answered on the day of the test: what counts here is where she stands after the conversation.
    for (const to of ['place-granted', 'interviewed'] as const) if (one.position !== to) one = await advance(mover, one, to)
  })
  return queued.caseId
}
/** Her card of the day; what is written without a network stays on the device and arrives by itself. */
async function noteWithoutNetwork(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'امروز من' }).waitFor()
  const card = page.locator('section.card').filter({ hasText: 'نشان دادن جدول «اگر درآمد پیدا کنم»' }).first()
  await card.getByRole('button', { name: 'یادداشت ۹۰ ثانیه‌ای' }).click()
  await card.getByText('تلفن', { exact: true }).click()
  await card.getByText('کمک می‌خواهد', { exact: true }).click()
  await card.getByRole('textbox', { name: 'یک جمله' }).fill('چرخ خیاطی‌اش خراب است')
  await inspect(page)
  await page.context().setOffline(true)
  await card.getByRole('button', { name: 'ثبت', exact: true }).click()
  await card.getByText('شبکه نیست').waitFor()
  await page.context().setOffline(false)
  await card.getByRole('button', { name: 'ثبت', exact: true }).waitFor({ state: 'detached' })
  await card.getByText(/^آخرین گفت‌وگو/).waitFor()
}
async function readTable(page: Page, caseId: string): Promise<void> {
  await openOfCase(page, caseId, '/exit-table', 'اگر درآمد پیدا کنم')
  await page.getByRole('button', { name: 'برای او خواندم' }).click()
  await page.getByText(/^خوانده شد در/).waitFor()
  await goOnWith(page, 'وام')
  await inspect(page)
}
/** Written with her, a step with an owner and a day, her agreement, and the step begun. */
async function agreePlan(page: Page, caseId: string): Promise<void> {
  await openOfCase(page, caseId, '/work-plan', 'برنامهٔ کار')
  await page.getByText('اکنون کار نمی‌خواهد', { exact: true }).click()
  await page.getByRole('button', { name: 'ثبت برنامه' }).click()
  await agreeOnStep(page, 'نگهداری فرزند یا بیمار')
  await inspect(page)
  await page.getByRole('link', { name: 'پروندهٔ او' }).click()
  await page.getByText('چرخ خیاطی‌اش خراب است').waitFor()
}
async function refer(page: Page, caseId: string): Promise<void> {
  await openOfCase(page, caseId, '/support', 'ارجاع‌ها و حمایت‌ها')
  await page.getByRole('button', { name: 'ارجاع تازه' }).click()
  await page.getByLabel(/^برای چه کاری/).selectOption({ label: 'نگهداری فرزند یا بیمار' })
  await page.getByLabel(/^به کدام دستگاه/).selectOption({ label: 'بهزیستی' })
  await page.getByRole('button', { name: 'فرستادن ارجاع' }).click()
  await page.getByText('در انتظار پاسخ', { exact: true }).waitFor()
  await inspect(page)
}
/** The agency accepts with a day and says what came of it; it reads a file number and no name. */
async function answer(stage: Stage): Promise<void> {
  const agency = await enter(stage, 'بهزیستی دشتستان')
  await goTo(agency, 'ارجاع‌ها و گام‌ها')
  await agency.getByRole('button', { name: /^می‌پذیریم/ }).click()
  await typeDay(agency, 'تا چه روزی انجام می‌دهید', ['1499', '1', '1'])
  await agency.getByRole('button', { name: 'پاسخ', exact: true }).click()
  await agency.getByText('پذیرفته شد', { exact: true }).waitFor()
  await inspect(agency)
  await agency.getByRole('button', { name: /^انجام شد/ }).click()
  await agency.getByText('تا اندازه‌ای', { exact: true }).click()
  await agency.getByRole('button', { name: 'پاسخ', exact: true }).click()
  await agency.getByText('ارجاعی در انتظار ادارهٔ شما نیست.').waitFor()
  await agency.context().close()
}
async function seeWhatBecameOfIt(page: Page, caseId: string): Promise<void> {
  await openOfCase(page, caseId, '/support', 'ارجاع‌ها و حمایت‌ها')
  await page.getByText('انجام شد', { exact: true }).waitFor()
  await page.getByText('تا اندازه‌ای', { exact: true }).waitFor()
}
/** Nothing before her word; then asked for, and on the desk of the labour office by number. */
async function insure(page: Page, caseId: string): Promise<void> {
  await openOfCase(page, caseId, '/exit-table', 'اگر درآمد پیدا کنم')
  await goOnWith(page, 'بیمه')
  await openOfCase(page, caseId, '/insurances', 'بیمه‌ها')
  await page.getByText('مشاغل خانگی', { exact: true }).click()
  await page.getByLabel(/^صندوق بیمه/).selectOption({ label: 'تعاون، کار و رفاه اجتماعی' })
  await page.getByText('خودش و دولت با هم', { exact: true }).click()
  await page.getByRole('button', { name: 'ثبت درخواست' }).click()
  await page.getByText('درخواست شد', { exact: true }).waitFor()
  await inspect(page)
}
async function seeOnTheDesk(stage: Stage): Promise<void> {
  const labour = await enter(stage, 'بررسی دوباره')
  await goTo(labour, 'ارجاع‌ها و گام‌ها')
  await labour.getByText(/^مشاغل خانگی، تعاون/).waitFor()
  await labour.getByText('پیش رفت؟ مرحلهٔ تازه را ثبت کنید').click()
  await labour.getByLabel('اکنون در چه مرحله‌ای است').selectOption({ label: 'رد شد' })
  await inspect(labour)
  await labour.context().close()
}
async function takePlace(page: Page, caseId: string): Promise<void> {
  await openOfCase(page, caseId, '/support', 'ارجاع‌ها و حمایت‌ها')
  const centre = page.getByLabel('مرکز مشاوره', { exact: true })
  await centre.selectOption((await centre.locator('option').filter({ hasText: 'نخل' }).getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'گرفتن جا' }).click()
  await page.getByRole('button', { name: 'پس دادن جا' }).waitFor()
}
async function propose(page: Page, caseId: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/staff/cases/${caseId}`)
  await page.getByRole('button', { name: 'پیشنهاد سپردن' }).click()
  const to = page.getByLabel(/^به کدام همراه/)
  await to.selectOption((await to.locator('option').filter({ hasText: 'گلنار' }).getAttribute('value')) ?? '')
  await page.getByLabel(/^چرا/).selectOption({ label: 'دوری راه' })
  await page.getByRole('button', { name: 'پیشنهاد سپردن' }).click()
  await page.getByRole('button', { name: /^پس گرفتن پیشنهاد/ }).waitFor()
}
/** She accepts, opens the file, and tells the woman who accompanies her now. */
async function accept(stage: Stage, caseId: string): Promise<void> {
  const second = await enter(stage, 'رهیار دوم دشتستان')
  await goTo(second, 'پیشنهادهای سپردن')
  await second.getByRole('button', { name: /^می‌پذیرم/ }).click()
  await second.getByText('پرونده‌ای به شما پیشنهاد نشده است.').waitFor()
  await inspect(second)
  await second.goto(`${stage.address}/staff/cases/${caseId}`)
  await second.getByRole('button', { name: 'به او گفتم', exact: true }).last().click()
  await second.getByText(/^به او بگویید: «از این پس/).waitFor({ state: 'detached' })
  await second.context().close()
}
