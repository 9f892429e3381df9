import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoId, demoPlanId } from '../src/app/demo.ts'
import { openStage } from '../src/app/demo-stage.ts'
import { openRooms } from '../src/app/demo-talks.ts'
import type { House } from '../src/platform/house.ts'
import { dayFromToday, enter, glance, goTo, inspect, open, pressed, type Stage, typeDay } from './driving.ts'
import { answerThem, behzisti, decideBoth, readAgain, registerBoth, relief, seeOverturned, sendList, tellSupport } from './enrol-steps.ts'
import {
  acceptProposal,
  addGoods,
  agreeOnStep,
  callOrder,
  finish,
  GUIDE,
  goOnWith,
  HOLDING,
  hearHerWord,
  LISTENER,
  markAs,
  markSections,
  OPERATOR,
  offerTime,
  openOfCase,
  openResult,
  openSeat,
  pay,
  READER,
  readTerms,
  recommend,
  recordTold,
  registerBusiness,
  runMatching,
  SPEAKER,
  scan,
  seeRealisation,
  split,
  takeOn,
  takePieces,
  typeTimes,
  WISH,
  writeWish,
} from './road-steps.ts'
import { settlePledge } from './small-world.ts'

const ORDER = { title: 'زنبیل حصیری فروشگاه', pledge: 'خرید زنبیل حصیری', unit: 'عدد' }

/**
 * Journey 1, in one run: from two agencies' spreadsheets over one woman's whole road to her word that the money came, each step by whose it is, and
 * on to the sheet the governor signs and the pages everybody may read. Beside her another woman is refused, and another body overturns it.
 */
export async function walkJourney1(stage: Stage, house: House): Promise<void> {
  await settle(house)
  await sendList(stage, 'بهزیستی دشتستان', behzisti)
  await sendList(stage, 'کمیتهٔ امداد دشتستان', relief)
  const followed = await registerBoth(stage)
  await tellSupport(stage, 'بهزیستی دشتستان')
  await tellSupport(stage, 'کمیتهٔ امداد دشتستان')
  await decideBoth(stage)
  const { refused, caseId } = await answerThem(stage, followed)
  await readAgain(stage, { fileNumber: refused, name: followed.old })
  await seeOverturned(stage, refused)
  const guide = await enter(stage, GUIDE)
  const familyName = followed.young.split(' ').at(-1) ?? ''
  await planToday(stage)
  await callHer(guide)
  await hear(stage)
  await tellHer(guide)
  await planWork(guide, caseId)
  await beginBusiness(guide, caseId)
  const operator = await enter(stage, OPERATOR)
  await callOrder(operator, ORDER, glance)
  const holding = await enter(stage, HOLDING)
  await takeOn(holding, glance)
  await openToWomen(operator)
  await runMatching(operator, familyName)
  await acceptProposal(guide, caseId, ORDER.title, glance)
  await takeHome(operator)
  await split(operator, ORDER, glance)
  const code = await readTerms(guide, caseId, glance)
  await make(operator, code)
  await takePieces(holding, ORDER, glance)
  await pay(operator, code, glance)
  await hearHerWord(guide, caseId, glance)
  await seeWhereSheStands(guide)
  await seeRealisation(holding, ORDER)
  for (const line of ['سفارش۲۰', 'پذیرفته۲۰']) expect(await holding.locator('main').textContent()).toContain(line)
  await signSheet(stage)
  await publish(stage)
  await readInPublic(stage, familyName)
}
/** Beside the road, without a browser: rooms and members of conversations, and the promise of the holding, each of which has a journey of its own. */
async function settle(house: House): Promise<void> {
  const { started_on: startedOn } = await house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  )
  const stage = await openStage(house, startedOn)
  await openRooms(stage, stage.today)
  await settlePledge(stage, ORDER)
  await stage.close()
}
/** The executor seats three members of three agencies, two of them in the room, and gives her the time. */
async function planToday(stage: Stage): Promise<void> {
  const planner = await enter(stage, 'مجری')
  await planner.goto(`${stage.address}/staff/interviews/plan?countyCode=1803`)
  await planner.getByRole('combobox', { name: /^جا/ }).selectOption(demoId('room/1803'))
  await typeTimes(planner)
  await planner.getByLabel('نقش مهری دیلمی').selectOption('speaks')
  await planner.getByLabel('نقش رضا بوشکانی').selectOption('in-room')
  await planner.getByLabel('نقش فاطمه جمی').selectOption('reads-sample')
  await offerTime(planner)
  await planner.context().close()
}
async function callHer(guide: Page): Promise<void> {
  await open(guide, '/staff/worklist')
  await guide.getByRole('link', { name: 'گفتن زمان گفت‌وگو به او' }).click()
  await guide.getByText('جای شما می‌ماند و هزینهٔ راه با ماست').waitFor()
  await guide.getByText('می‌آید', { exact: true }).click()
  await pressed(guide, 'ثبت پاسخ او')
  await guide.getByText('او این زمان را پذیرفته است.').waitFor()
}
/** Three mark, each alone, and whoever speaks writes down what all agree on. */
async function hear(stage: Stage): Promise<void> {
  const speaker = await openSeat(stage, SPEAKER)
  await pressed(speaker, 'آغاز گفت‌وگو')
  await markSections(speaker, 6, '۴')
  await writeWish(speaker)
  await finish(speaker)
  await markAs(stage, LISTENER, '۳')
  await markAs(stage, READER, '۴')
  await open(speaker, '/staff/my-sessions')
  await speaker.getByRole('link', { name: 'ادامه' }).click()
  await recommend(speaker)
  await speaker.context().close()
}
async function tellHer(guide: Page): Promise<void> {
  await openResult(guide)
  await guide.getByText('پیشنهاد این است که کار خانگی را با یک پشتیبان دارای مجوز آغاز کنید.').waitFor()
  await recordTold(guide)
}
/** Written with her and agreed; read what may change, she goes on with all of it. */
async function planWork(guide: Page, caseId: string): Promise<void> {
  await openOfCase(guide, caseId, '/work-plan', 'برنامهٔ کار')
  await guide.getByText('کار خانگی', { exact: true }).click()
  await guide.getByText('مستقل', { exact: true }).click()
  await guide.getByLabel('خواست ۱').selectOption('HB001')
  // How the occupation stands in her county is said beside it, with its day.
  await guide.getByText(/^وضع در /).waitFor()
  await guide.getByLabel('چه کسی می‌خرد').fill(HOLDING)
  await guide.getByLabel('خواست او به زبان خودش').fill(WISH)
  await pressed(guide, 'ثبت برنامه')
  await agreeOnStep(guide, 'نمونهٔ کار')
  await openOfCase(guide, caseId, '/exit-table', 'اگر درآمد پیدا کنم')
  await pressed(guide, 'برای او خواندم')
  await guide.getByText(/^خوانده شد در/).waitFor()
  for (const what of ['پروانهٔ کار', 'بیمه', 'وام', 'نخستین سفارش']) await goOnWith(guide, what)
}
async function beginBusiness(guide: Page, caseId: string): Promise<void> {
  await open(guide, `/staff/cases/${caseId}/business`)
  await registerBusiness(guide, glance)
  await addGoods(guide, 'زنبیل حصیری', '۱۰')
}
/** The order the holding took on is opened to women of its field, one place. */
async function openToWomen(operator: Page): Promise<void> {
  await goTo(operator, 'سفارش‌ها')
  await operator.getByRole('link', { name: ORDER.title }).click()
  await operator.reload()
  await pressed(operator, 'باز کردن سفارش برای زنان')
  await operator.getByLabel('رشتهٔ فعالیت').selectOption('HB001')
  await operator.locator('[name=places]').fill('۱')
  await typeDay(operator, 'آغاز', dayFromToday(1))
  await inspect(operator)
  await pressed(operator, 'باز کردن سفارش برای زنان')
  await operator.getByText('۰ نفر از ۱ جا پذیرفته‌اند').waitFor()
}
/** Whoever said yes becomes a home of the order. */
async function takeHome(operator: Page): Promise<void> {
  await goTo(operator, 'سفارش‌ها')
  await operator.getByRole('link', { name: ORDER.title }).click()
  await operator.reload()
  await operator.getByText('۱ نفر از ۱ جا پذیرفته‌اند').waitFor()
  await pressed(operator, 'پیشنهاد ۱ نفری که پذیرفته‌اند')
  await operator.getByText('۱۰ (به گفتهٔ خودش)').waitFor()
}
/** Begun, brought, looked at, all of it good, and handed to the buyer. */
async function make(operator: Page, code: string): Promise<void> {
  await scan(operator, code)
  await pressed(operator, 'کار را بدهید')
  await operator.getByText('سفارش شد').first().waitFor()
  await pressed(operator, 'تحویل گرفتم')
  await operator.getByText('ساخته شد').first().waitFor()
  await operator.getByText('۲۰ عدد برای بازرسی آمده است', { exact: false }).waitFor()
  await pressed(operator, 'ثبت بازرسی')
  await pressed(operator, 'تحویل به خریدار')
  await operator.getByText('تحویل شد').first().waitFor()
}
/** She earns, and is accompanied until her income lasts. */
async function seeWhereSheStands(guide: Page): Promise<void> {
  await guide.locator('main header').getByText('درآمد دارد').waitFor()
  await guide.getByText('همراهی تا درآمد ماندگار').waitFor()
  await inspect(guide)
}
/** The office issues the sheet that the governor signs: the holding's promise stands on it to the payment, and no file of anybody. Once more in English. */
async function signSheet(stage: Stage): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'برگه‌های امضا')
  const main = office.locator('main')
  await office.getByRole('heading', { name: 'تعهدها: از گفته تا پرداخت' }).waitFor()
  expect(await main.textContent()).toContain(HOLDING)
  expect(await main.textContent()).not.toMatch(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]/)
  await inspect(office)
  await pressed(office, 'صدور برگه')
  const paper = office.waitForEvent('download')
  await pressed(office, 'گرفتن برگه')
  expect((await readFile(await (await paper).path())).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const menu = office.getByRole('button', { name: 'فهرست', exact: true })
  if (await menu.isVisible()) await menu.click()
  await pressed(office, 'English')
  await office.getByRole('heading', { name: 'Pledges: from said to paid' }).waitFor()
  await office.getByRole('heading', { name: 'At whose desk work waits' }).waitFor()
  await glance(office)
  await office.context().close()
}
/** The office prepares the figures of today, and another person publishes them as they stand. */
async function publish(stage: Stage): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'شاخص‌های منتشرشده')
  await pressed(office, 'آماده کردن انتشار امروز')
  await office.getByRole('dialog').getByRole('button', { name: 'آماده کردن انتشار امروز' }).click()
  await office.getByText('کس دیگری از دفتر باید منتشر کند').waitFor()
  await office.context().close()
  const second = await enter(stage, 'تأییدکنندهٔ دوم')
  await goTo(second, 'شاخص‌های منتشرشده')
  await pressed(second, 'منتشر کردن')
  await second.getByRole('heading', { name: /^انتشار ۱،/ }).waitFor()
  await inspect(second)
  await second.context().close()
}
/** Everybody reads the promises and the figures, without a script and in two languages; two women are too few for a number of theirs, and no page names one. */
async function readInPublic({ browser, address, width }: Stage, familyName: string): Promise<void> {
  for (const [locale, few, figures] of [
    ['fa-IR', 'کمتر از ۱۰ زن: گفته نمی‌شود', 'شاخص'],
    ['en-GB', 'fewer than 10 women: not told', 'igures'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${address}/pledges`)
    const told = (await page.locator('main').textContent()) ?? ''
    expect(told).toContain(HOLDING)
    expect(told.toLowerCase()).toContain(few.toLowerCase())
    expect(told).not.toContain(familyName)
    await page.goto(`${address}/figures`)
    expect(await page.locator('main').textContent()).toContain(figures)
    await context.close()
  }
}
