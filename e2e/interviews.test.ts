import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPlanId } from '../src/app/demo.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, unfold } from './driving.ts'
import {
  finish,
  LISTENER,
  markAs,
  markOne,
  markSections,
  offerTime,
  openResult,
  openSeat,
  READER,
  recommend,
  recordTold,
  SPEAKER,
  typeTimes,
  writeWish,
} from './road-steps.ts'
import { settlePlaced } from './small-world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const OF_SUPPORT_BODY = 'گفت‌وگوی کاری، بهزیستی'
const ROOM = 'سالن کتابخانه'
/** The network that the journey itself takes away. */
const TAKEN_AWAY = /ERR_INTERNET_DISCONNECTED/

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a phone: from a place she has taken to a result she was told, each step by whose it is', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 390, faults: [] }
  try {
    const { started_on: startedOn } = await house.house.door.asOwner((tx) =>
      tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
    )
    await settlePlaced(house.house, startedOn)
    await planToday(stage)
    await callHer(stage)
    await speak(stage)
    await markAs(stage, LISTENER, '۳')
    await markAs(stage, READER, '۳')
    await agreeOn(stage)
    await keepOtherView(stage)
    await tellHer(stage)
    await compareMarks(stage)
  } finally {
    await leave(stage, house)
  }
  expect(stage.faults.filter((fault) => !TAKEN_AWAY.test(fault))).toEqual([])
})

/** The executor names members of four agencies, adds a room, reads why a panel cannot sit yet, and gives the time to whoever waits. */
async function planToday(stage: Stage): Promise<void> {
  const planner = await enter(stage, 'مجری')
  await planner.goto(`${stage.address}/staff/interviews/members?countyCode=1803`)
  for (const button of ['افزودن (زن): مهری دیلمی', 'افزودن (مرد): رضا بوشکانی', 'افزودن (زن): نازنین دیری', 'افزودن (زن): فاطمه جمی']) {
    await planner.getByRole('button', { name: button }).click()
    await planner.getByRole('button', { name: button }).waitFor({ state: 'detached' })
  }
  await planner.goto(`${stage.address}/staff/interviews/plan?countyCode=1803`)
  await planner.getByText('دست‌کم یکی از اعضای درون اتاق باید زن باشد').waitFor()
  await planner.getByRole('button', { name: 'افزودن جا' }).click()
  await planner.getByLabel('نام جا').fill(ROOM)
  await planner.getByLabel('نشانی').fill('برازجان، خیابان بیمارستان')
  await planner.getByRole('button', { name: 'افزودن جا' }).last().click()
  await planner.getByLabel('نام جا').waitFor({ state: 'detached' })
  await typeTimes(planner)
  await planner.getByLabel('نقش مهری دیلمی').selectOption('speaks')
  await planner.getByLabel('نقش رضا بوشکانی').selectOption('in-room')
  await planner.getByLabel('نقش نازنین دیری').selectOption('in-room')
  await planner.getByText('اگر زنی نخواهد کارشناس نهاد حمایتی بنشیند').waitFor()
  await planner.getByLabel('نقش فاطمه جمی').selectOption('reads-sample')
  await inspect(planner)
  await offerTime(planner)
  await inspect(planner)
  await planner.context().close()
}
/** Her guide reads the sentences to her; she comes, and would rather be without an officer of a support body. */
async function callHer(stage: Stage): Promise<void> {
  const guide = await enter(stage, 'رهیار دشتستان')
  await guide.getByRole('link', { name: 'گفتن زمان گفت‌وگو به او' }).click()
  await guide.getByText('جای شما می‌ماند و هزینهٔ راه با ماست').waitFor()
  await guide.getByText('یکی از کارشناسان بهزیستی هم می‌نشیند').waitFor()
  await guide.getByText('می‌آید', { exact: true }).click()
  await guide.getByText('نمی‌پذیرد', { exact: true }).click()
  await inspect(guide)
  await guide.getByRole('button', { name: 'ثبت پاسخ او' }).click()
  await guide.getByText('او این زمان را پذیرفته است.').waitFor()
  await guide.context().close()
}
/** Whoever speaks: the door sign and the sheet, a tap kept while the network is away, her wish in her words. */
async function speak(stage: Stage): Promise<void> {
  const absent = await enter(stage, OF_SUPPORT_BODY)
  await goTo(absent, 'جلسه‌های من')
  await absent.getByText('اکنون گفت‌وگویی برای شما باز نیست.').waitFor()
  await absent.context().close()

  const speaker = await enter(stage, SPEAKER)
  await goTo(speaker, 'جلسه‌های من')
  await speaker.getByRole('button', { name: 'برگهٔ روی در' }).click()
  await speaker.getByRole('heading', { level: 1, name: 'جلسهٔ کسب‌وکارهای خانگی' }).waitFor()
  await speaker.getByRole('button', { name: 'بازگشت به جلسه‌ها' }).click()
  await speaker.getByRole('button', { name: /^فهرست حضور/ }).click()
  await speaker.getByText('پس از جلسه این برگه را به دفتر برگردانید تا امحا شود. از آن عکس و رونوشت نگیرید.').waitFor()
  const sheet = (await speaker.locator('article').textContent()) ?? ''
  expect(sheet).toContain('خورشید')
  expect(sheet).not.toContain('ساحلی')
  await speaker.context().close()

  const marking = await openSeat(stage, SPEAKER)
  await marking.getByRole('button', { name: 'آغاز گفت‌وگو' }).click()
  await marking.getByText('بخش ۱ از ۸').waitFor()
  await unfold(marking, 'محدودیت‌های کار و درآمد')
  await marking.getByRole('button', { name: 'دیدن یا پرسیدن' }).click()
  await marking.getByText('بلند کردن بار', { exact: true }).click()
  await marking.getByText('کمتر از نصف آن', { exact: true }).click()
  await marking.getByRole('button', { name: 'نوشتن آنچه گفت' }).click()
  await marking.getByText('نوشته شد و مهر شد.').waitFor()
  await inspect(marking)
  await marking.context().setOffline(true)
  await markOne(marking, 'هدف', '۵')
  await marking.getByText('روی همین دستگاه').waitFor()
  await marking.context().setOffline(false)
  await marking.getByText('نزد اداره است').waitFor()
  await marking.reload()
  await marking.getByText('بخش ۱ از ۸').waitFor()
  expect(await marking.getByRole('radiogroup', { name: 'هدف' }).getByRole('radio', { checked: true }).count()).toBe(1)
  await markSections(marking, 6, '۳', ['هدف'])
  await writeWish(marking)
  await finish(marking)
  await marking.context().close()
}
/** All marks beside each other: the wide gap stands first and wants its reason. */
async function agreeOn(stage: Stage): Promise<void> {
  const speaker = await enter(stage, SPEAKER)
  await goTo(speaker, 'جلسه‌های من')
  await speaker.getByRole('link', { name: 'ادامه' }).click()
  await speaker.getByText('هرجا نشانه‌ها دو درجه یا بیشتر فاصله دارند، دلیل توافق را بنویسید.').waitFor()
  await speaker.getByRole('combobox', { name: /^توافق دربارهٔ «هدف»/ }).selectOption('4')
  await speaker.getByLabel('دلیل توافق دربارهٔ «هدف»').fill('گام‌هایش را گفت و هنوز آغاز نکرده است.')
  await inspect(speaker)
  await recommend(speaker)
  await speaker.context().close()
}
async function keepOtherView(stage: Stage): Promise<void> {
  const listener = await enter(stage, LISTENER)
  await goTo(listener, 'جلسه‌های من')
  await listener.getByRole('link', { name: 'ادامه' }).click()
  await listener.getByRole('button', { name: 'نظر دیگر دارم: هدف' }).click()
  await listener.getByLabel('درجهٔ من').selectOption('3')
  await listener.getByLabel('دلیل من').fill('کارش معین است و گام‌هایش هنوز روشن نیست.')
  await listener.getByRole('button', { name: 'ثبت نظر دیگر' }).click()
  await listener.getByLabel('درجهٔ من').waitFor({ state: 'detached' })
  await listener.context().close()
}
/** Her guide tells her in sentences, hands her the paper, and her road goes on. */
async function tellHer(stage: Stage): Promise<void> {
  const guide = await enter(stage, 'رهیار دشتستان')
  await openResult(guide)
  await guide.getByText('پیشنهاد این است که کار خانگی را با یک پشتیبان دارای مجوز آغاز کنید.').waitFor()
  await guide.getByText('نظر دیگر: ۱ مورد').waitFor()
  await inspect(guide)
  const [paper] = await Promise.all([guide.waitForEvent('download'), guide.getByRole('button', { name: 'برگهٔ نتیجه برای چاپ' }).click()])
  expect(paper.suggestedFilename()).toMatch(/^\d{4}-\d{4}-\d\.pdf$/)
  await recordTold(guide)
  await guide.context().close()
}
/** The office sees how members’ marks lie, and no woman. */
async function compareMarks(stage: Stage): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await office.goto(`${stage.address}/staff/interviews/drift`)
  const table = office.getByRole('table', { name: 'هم‌سنجی نشانه‌ها' })
  await table.getByText('مهری دیلمی').waitFor()
  expect(await table.textContent()).toContain('۱۲ نشانه: ۱ بالاتر')
  await inspect(office)
  await office.context().close()
}
