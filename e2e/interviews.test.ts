import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPlanId } from '../src/app/demo.ts'
import { jalaliOf } from '../src/platform/jalali.ts'
import { dayIn, TEHRAN } from '../src/platform/time.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, typeDay, unfold } from './driving.ts'
import { settlePlaced } from './small-world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const SPEAKER = 'گفت‌وگوی کاری، جهاد دانشگاهی'
const LISTENER = 'گفت‌وگوی کاری، تعاون و کار'
const OF_SUPPORT_BODY = 'گفت‌وگوی کاری، بهزیستی'
const READER = 'گفت‌وگوی کاری، صنایع دستی'
const ROOM = 'سالن کتابخانه'
/** The network that the journey itself takes away. */
const TAKEN_AWAY = /ERR_INTERNET_DISCONNECTED/

test.each([
  ['phone', 390],
  ['desktop', 1366],
])('on a %s: from a place she has taken to a result she was told, each step by whose it is', async (_device, width) => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width, faults: [] }
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
  const { year, month, day } = jalaliOf(dayIn(TEHRAN, new Date()))
  await typeDay(planner, 'روز جلسه', [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')])
  await planner.getByLabel('ساعت آغاز').fill('۲۳:۵۹')
  await planner.getByLabel('شمار گفت‌وگوها').fill('۱')
  await planner.getByLabel('نقش مهری دیلمی').selectOption('speaks')
  await planner.getByLabel('نقش رضا بوشکانی').selectOption('in-room')
  await planner.getByLabel('نقش نازنین دیری').selectOption('in-room')
  await planner.getByText('اگر زنی نخواهد کارشناس نهاد حمایتی بنشیند').waitFor()
  await planner.getByLabel('نقش فاطمه جمی').selectOption('reads-sample')
  await inspect(planner)
  await planner.getByRole('button', { name: 'ثبت جلسه' }).click()
  await planner.getByText('۱ نفر در انتظار زمان‌اند').waitFor()
  await planner.getByRole('button', { name: /^زمان‌های آزاد را پیشنهاد کن/ }).click()
  await planner.getByText('زمان پیشنهاد شد', { exact: true }).waitFor()
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
async function openSeat(stage: Stage, place: string): Promise<Page> {
  const member = await enter(stage, place)
  await goTo(member, 'جلسه‌های من')
  await member.getByRole('link', { name: 'آغاز' }).click()
  await member.getByRole('button', { name: 'نه، خویشاوند نیستم' }).click()
  return member
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
  await choose(marking, 'هدف', '۵')
  await marking.getByText('روی همین دستگاه').waitFor()
  await marking.context().setOffline(false)
  await marking.getByText('نزد اداره است').waitFor()
  await marking.reload()
  await marking.getByText('بخش ۱ از ۸').waitFor()
  expect(await marking.getByRole('radiogroup', { name: 'هدف' }).getByRole('radio', { checked: true }).count()).toBe(1)
  await markSections(marking, 6, '۳', ['هدف'])
  await marking.getByLabel('خواست خودش').fill('می‌خواهم زنبیل‌هایم را خودم بفروشم.')
  await marking.getByRole('button', { name: /رشته‌ای که برمی‌گزیند/ }).click()
  await marking.getByRole('option', { name: /^حصیربافی/ }).click()
  await marking.getByText('رفت‌وآمد', { exact: true }).click()
  await marking.getByRole('button', { name: 'بعدی' }).click()
  await finish(marking)
  await marking.context().close()
}
const choose = (page: Page, item: string, degree: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: item, exact: true })
    .getByText(new RegExp(`^${degree} · `))
    .click()
/** Every item of so many sections; those named are marked already. */
async function markSections(page: Page, sections: number, degree: string, marked: readonly string[] = []): Promise<void> {
  for (let section = 0; section < sections; section++) {
    await page.getByText(new RegExp(`^بخش ${'۱۲۳۴۵۶۷۸'[section]} از`)).waitFor()
    for (const group of await page.getByRole('radiogroup').all()) {
      const name = (await group.locator('.field-label').first().textContent()) ?? ''
      if (!marked.includes(name.trim())) await group.getByText(new RegExp(`^${degree} · `)).click()
    }
    await page.getByRole('button', { name: 'بعدی' }).click()
  }
}
async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'پایان نشانه‌های من' }).click()
  await page
    .getByText(/نشانه‌های شما پایان یافت|همه پایان دادند/)
    .first()
    .waitFor()
}
/** Another member alone: nothing of anybody else is marked when she begins. */
async function markAs(stage: Stage, place: string, degree: string): Promise<void> {
  const member = await openSeat(stage, place)
  await member.getByText('بخش ۱ از').waitFor()
  expect(await member.getByRole('radio', { checked: true }).count()).toBe(0)
  await markSections(member, place === READER ? 1 : 6, degree)
  await finish(member)
  await member.context().close()
}
/** All marks beside each other: the wide gap stands first and wants its reason. */
async function agreeOn(stage: Stage): Promise<void> {
  const speaker = await enter(stage, SPEAKER)
  await goTo(speaker, 'جلسه‌های من')
  await speaker.getByRole('link', { name: 'ادامه' }).click()
  await speaker.getByText('هرجا نشانه‌ها دو درجه یا بیشتر فاصله دارند، دلیل توافق را بنویسید.').waitFor()
  await speaker.getByRole('combobox', { name: /^توافق دربارهٔ «هدف»/ }).selectOption('4')
  await speaker.getByLabel('دلیل توافق دربارهٔ «هدف»').fill('گام‌هایش را گفت و هنوز آغاز نکرده است.')
  await speaker.getByRole('combobox', { name: /^پیشنهاد/ }).selectOption('supported')
  await speaker.getByLabel('دلیل پیشنهاد').fill('نمونه‌کارش پذیرفتنی است و پروانه ندارد.')
  await inspect(speaker)
  await speaker.getByRole('button', { name: 'ثبت توافق' }).click()
  await speaker.getByText('توافق ثبت شد و دیگر تغییر نمی‌کند').waitFor()
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
  await goTo(guide, 'میز کار')
  await guide.getByRole('link', { name: 'گفتن نتیجهٔ گفت‌وگو' }).click()
  await guide.getByRole('button', { name: 'باز کردن نتیجه' }).click()
  await guide.getByText('می‌خواهم زنبیل‌هایم را خودم بفروشم.').waitFor()
  await guide.getByText('پیشنهاد این است که کار خانگی را با یک پشتیبان دارای مجوز آغاز کنید.').waitFor()
  await guide.getByText('نظر دیگر: ۱ مورد').waitFor()
  await inspect(guide)
  const [paper] = await Promise.all([guide.waitForEvent('download'), guide.getByRole('button', { name: 'برگهٔ نتیجه برای چاپ' }).click()])
  expect(paper.suggestedFilename()).toMatch(/^\d{4}-\d{4}-\d\.pdf$/)
  await guide.getByText('اثر انگشت زد').click()
  await guide.getByLabel('نام گواه').fill('بتول خسروی')
  await guide.getByRole('button', { name: 'به او گفته شد' }).click()
  await guide.getByText('نتیجه به او گفته شده است.').waitFor()
  await guide.getByRole('link', { name: 'پروندهٔ او' }).click()
  await guide.locator('main header').getByText('گفت‌وگو شد').waitFor()
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
