import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { asciiDigits } from '../src/platform/persian.ts'
import { choose, dayFromToday, enter, goTo, inspect, open, pressed, type Stage, typeDay } from './driving.ts'

/** Steps of the road that its journeys share: the whole road walks all of them, the journey of one room those of its room. */
export const OPERATOR = 'بازار دشتستان'
export const HOLDING = 'هلدینگ نمایشی موج'
export const GUIDE = 'رهیار دشتستان'
export const SPEAKER = 'گفت‌وگوی کاری، جهاد دانشگاهی'
export const LISTENER = 'گفت‌وگوی کاری، تعاون و کار'
export const READER = 'گفت‌وگوی کاری، صنایع دستی'
/** How closely a journey looks at a page: that of its room inspects it. */
type Look = (page: Page) => Promise<void>
/** What she says of herself in her conversation. */
export const WISH = 'می‌خواهم زنبیل‌هایم را خودم بفروشم.'

/** The office gives the next place of the county, pressing twice as an impatient hand does. */
export async function givePlace(stage: Stage): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'نوبت')
  await office.getByLabel('شهرستان را برگزینید').selectOption('1803')
  await office.getByText('۱ نفر در نوبت').waitFor()
  await office.getByRole('button', { name: 'دادن جا' }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'دادن جا' }).dblclick()
  await office.getByText('داده شد. همراه او خبر می‌دهد').waitFor()
  await office.context().close()
}
/** One conversation at the end of today, so that its hour is not over. */
export async function typeTimes(planner: Page): Promise<void> {
  await typeDay(planner, 'روز جلسه', dayFromToday(0))
  await planner.getByLabel('ساعت آغاز').fill('۲۳:۵۹')
  await planner.getByLabel('شمار گفت‌وگوها').fill('۱')
}
/** The session is kept, and its time offered to whoever waits. */
export async function offerTime(planner: Page): Promise<void> {
  await planner.getByRole('button', { name: 'ثبت جلسه' }).click()
  await planner.getByText('۱ نفر در انتظار زمان‌اند').waitFor()
  await planner.getByRole('button', { name: /^زمان‌های آزاد را پیشنهاد کن/ }).click()
  await planner.getByText('زمان پیشنهاد شد', { exact: true }).waitFor()
}
/** A member in her seat, who is no kin of the woman. */
export async function openSeat(stage: Stage, place: string): Promise<Page> {
  const member = await enter(stage, place)
  await goTo(member, 'جلسه‌های من')
  await member.getByRole('link', { name: 'آغاز' }).click()
  await member.getByRole('button', { name: 'نه، خویشاوند نیستم' }).click()
  return member
}
export const markOne = (page: Page, item: string, degree: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: item, exact: true })
    .getByText(new RegExp(`^${degree} · `))
    .click()
/** Every item of so many sections; those named are marked already. */
export async function markSections(page: Page, sections: number, degree: string, marked: readonly string[] = []): Promise<void> {
  for (let section = 0; section < sections; section++) {
    await page.getByText(new RegExp(`^بخش ${'۱۲۳۴۵۶۷۸'[section]} از`)).waitFor()
    for (const group of await page.getByRole('radiogroup').all()) {
      const name = (await group.locator('.field-label').first().textContent()) ?? ''
      if (!marked.includes(name.trim())) await group.getByText(new RegExp(`^${degree} · `)).click()
    }
    await page.getByRole('button', { name: 'بعدی' }).click()
  }
}
/** Her wish in her words, the field she chooses and what she needs. */
export async function writeWish(marking: Page): Promise<void> {
  await marking.getByLabel('خواست خودش').fill(WISH)
  await choose(marking, marking.getByRole('button', { name: /رشته‌ای که برمی‌گزیند/ }), /^حصیربافی/)
  await marking.getByText('رفت‌وآمد', { exact: true }).click()
  await marking.getByRole('button', { name: 'بعدی' }).click()
}
export async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'پایان نشانه‌های من' }).click()
  await page
    .getByText(/نشانه‌های شما پایان یافت|همه پایان دادند/)
    .first()
    .waitFor()
}
/** Another member alone: nothing of anybody else is marked when she begins. */
export async function markAs(stage: Stage, place: string, degree: string): Promise<void> {
  const member = await openSeat(stage, place)
  await member.getByText('بخش ۱ از').waitFor()
  expect(await member.getByRole('radio', { checked: true }).count()).toBe(0)
  await markSections(member, place === READER ? 1 : 6, degree)
  await finish(member)
  await member.context().close()
}
/** What all propose to her, with the reason; after it nothing of the agreement changes. */
export async function recommend(speaker: Page): Promise<void> {
  await speaker.getByRole('combobox', { name: /^پیشنهاد/ }).selectOption('supported')
  await speaker.getByLabel('دلیل پیشنهاد').fill('نمونه‌کارش پذیرفتنی است و پروانه ندارد.')
  await speaker.getByRole('button', { name: 'ثبت توافق' }).click()
  await speaker.getByText('توافق ثبت شد و دیگر تغییر نمی‌کند').waitFor()
}
/** Her guide opens what was agreed of her, which begins with her own words. */
export async function openResult(guide: Page): Promise<void> {
  await goTo(guide, 'میز کار')
  await guide.getByRole('link', { name: 'گفتن نتیجهٔ گفت‌وگو' }).click()
  await guide.getByRole('button', { name: 'باز کردن نتیجه' }).click()
  await guide.getByText(WISH).waitFor()
}
/** She was told and gave her fingerprint before a witness; her road goes on. */
export async function recordTold(guide: Page): Promise<void> {
  await guide.getByText('اثر انگشت زد').click()
  await guide.getByLabel('نام گواه').fill('بتول خسروی')
  await guide.getByRole('button', { name: 'به او گفته شد' }).click()
  await guide.getByText('نتیجه به او گفته شده است.').waitFor()
  await guide.getByRole('link', { name: 'پروندهٔ او' }).click()
  await guide.locator('main header').getByText('گفت‌وگو شد').waitFor()
}
export async function openOfCase(page: Page, caseId: string, place: string, title: string): Promise<void> {
  await open(page, `/staff/cases/${caseId}${place}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
/** Her word on one thing that may change what she is given now. */
export async function goOnWith(page: Page, what: string): Promise<void> {
  await pressed(page, `ثبت پاسخ: ${what}`)
  await page.getByText('پیش می‌روم', { exact: true }).click()
  await pressed(page, 'ثبت پاسخ')
  await page.getByText(new RegExp(`${what}: پیش می‌روم`)).waitFor()
}
/** A step with an owner and a day, her agreement, and the step begun. */
export async function agreeOnStep(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'گام تازه' }).click()
  await page.getByLabel(/^گام/).selectOption({ label })
  await typeDay(page, 'تا روز', ['1499', '1', '1'])
  await page.getByRole('button', { name: 'گام تازه' }).click()
  await page.getByText('پیش رو', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'او موافق است' }).click()
  await page.getByText(/^موافقت کرد در/).waitFor()
  await page.getByRole('button', { name: /^آغاز شد/ }).click()
  await page.getByText('در دست', { exact: true }).waitFor()
}
export async function registerBusiness(guide: Page, look: Look = inspect): Promise<void> {
  await guide.getByText('داشت و دوباره راه افتاد').click()
  await guide.getByLabel('رشتهٔ فعالیت').selectOption('HB001')
  await guide.getByText('مستقل', { exact: true }).click()
  await guide.getByText('دایر', { exact: true }).click()
  await typeDay(guide, 'از کی کار می‌کند', ['1402', '1', '15'])
  await look(guide)
  await guide.getByRole('button', { name: 'ثبت کسب‌وکار' }).click()
  await guide.getByRole('heading', { name: /حصیربافی/ }).waitFor()
}
/** What she makes, and how many a week she says. */
export async function addGoods(guide: Page, name: string, weekly: string): Promise<void> {
  await guide.getByRole('button', { name: 'افزودن کالا' }).click()
  const dialog = guide.getByRole('dialog')
  await dialog.getByLabel('نام کالا').fill(name)
  await dialog.getByLabel('در هفته چند').fill(weekly)
  await dialog.getByRole('button', { name: 'افزودن کالا' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await guide.getByText(`${weekly} عدد`).waitFor()
}
/** A run proposes her for an opportunity, without naming her. */
export async function runMatching(operator: Page, notNamed: string): Promise<void> {
  await goTo(operator, 'دورهای تخصیص')
  await operator.getByRole('button', { name: 'یک دور تازه' }).click()
  await operator.getByLabel('یک‌یک زنان').getByText('پیشنهاد شد').waitFor()
  expect(await operator.locator('main').textContent()).not.toContain(notNamed)
}
/** Her guide looks at what was proposed for her, tells her, and she says yes. */
export async function acceptProposal(guide: Page, caseId: string, title: string, look: Look = inspect): Promise<void> {
  await open(guide, `/staff/cases/${caseId}`)
  const proposal = guide.getByRole('article', { name: title })
  await proposal.getByText('در انتظار همراه').waitFor()
  await look(guide)
  await proposal.getByRole('button', { name: 'به او می‌گویم' }).click()
  await proposal.getByRole('button', { name: 'او می‌پذیرد' }).click()
  await proposal.getByText('پذیرفت', { exact: true }).waitFor()
}
/** An order for twenty of what a promise of fifty names. */
export interface Ordered {
  readonly title: string
  readonly pledge: string
  readonly unit: string
}
/** The operator writes down what the holding wants of its promise. */
export async function callOrder(operator: Page, { title, pledge, unit }: Ordered, look: Look = inspect): Promise<void> {
  await goTo(operator, 'سفارش‌ها')
  await pressed(operator, 'فراخوان تازه')
  const dialog = operator.getByRole('dialog')
  await choose(operator, dialog.getByRole('button', { name: /خریدار/ }), new RegExp(HOLDING))
  await dialog.getByLabel('از تعهد').selectOption({ label: pledge })
  await dialog.getByLabel('مقداری که از تعهد فراخوانده می‌شود').fill('۲۰')
  await dialog.getByLabel('چه می‌خواهد').fill(title)
  await dialog.getByRole('textbox', { name: /^واحد/ }).fill(unit)
  await dialog.locator('[name=quantity]').fill('۲۰')
  await dialog.getByLabel('کوچک‌ترین محموله').fill('۵')
  await typeDay(operator, 'تحویل تا', dayFromToday(28), dialog)
  await dialog.getByLabel('کارمزد هر واحد').fill('۴۵۰۰۰۰')
  await dialog.getByLabel('دقیقه برای هر واحد').fill('۴۵')
  await look(operator)
  await pressed(operator, 'ثبت فراخوان')
  await operator.getByRole('link', { name: title }).waitFor()
}
/** What waits for the holding is on its worklist; it says yes by its own paper. */
export async function takeOn(holding: Page, look: Look = inspect): Promise<void> {
  await goTo(holding, 'میز کار')
  await look(holding)
  await holding.getByRole('link', { name: 'پاسخ به فراخوان سفارش' }).click()
  await pressed(holding, 'می‌پذیریم')
  const dialog = holding.getByRole('dialog')
  await dialog.getByLabel('شمارهٔ برگهٔ خریدار').fill('س/۱۲')
  await typeDay(holding, 'تاریخ برگه', dayFromToday(0), dialog)
  await dialog.getByRole('button', { name: 'می‌پذیریم' }).click()
  await holding.getByText('سفارش قطعی').first().waitFor()
  await look(holding)
}
export async function split(operator: Page, { unit }: Ordered, look: Look = inspect): Promise<void> {
  await open(operator, '/staff/worklist')
  await operator.getByRole('link', { name: 'تقسیم سفارش' }).click()
  await pressed(operator, 'پیشنهاد تقسیم')
  await operator.getByText(`۲۰ از ۲۰ ${unit} میان ۱ خانه تقسیم می‌شود.`).waitFor()
  await look(operator)
  await pressed(operator, 'عرضه به خانه‌ها')
  await operator.getByText('عرضه شد').first().waitFor()
}
/** Her guide reads the terms aloud and writes down her yes; the code of her lot. */
export async function readTerms(guide: Page, caseId: string, look: Look = inspect): Promise<string> {
  await open(guide, `/staff/cases/${caseId}`)
  const link = guide.getByRole('link', { name: /^[۰-۹]{9}$/ })
  const code = (await link.textContent()) ?? ''
  await link.click()
  await guide.getByText('هر ساعت کار ۶۰۰٬۰۰۰ ریال می‌شود', { exact: false }).waitFor()
  await look(guide)
  await pressed(guide, 'برای او خواندم')
  await pressed(guide, 'می‌پذیرد')
  await guide.getByText('پذیرفت').first().waitFor()
  return code
}
/** The operator scans the code of the paper, as a scanner types it; the lot opens by itself. */
export async function scan(operator: Page, code: string): Promise<void> {
  await goTo(operator, 'محموله‌ها')
  await operator.getByRole('heading', { level: 1 }).click()
  await operator.keyboard.type(asciiDigits(code))
  await operator.getByRole('heading', { level: 1, name: 'محموله', exact: true }).waitFor()
}
/** The buyer says that it took the pieces, and sees until when it pays what. */
export async function takePieces(holding: Page, { unit }: Ordered, look: Look = inspect): Promise<void> {
  await open(holding, '/staff/worklist')
  await holding.getByRole('link', { name: 'تحویل گرفتن محموله' }).click()
  await holding.getByRole('button', { name: /^تحویل گرفتن محمولهٔ/ }).click()
  await holding.getByText(`۲۰ ${unit} را تحویل گرفته‌اید`, { exact: false }).waitFor()
  await look(holding)
  await holding.getByRole('dialog').getByRole('button', { name: 'تحویل گرفتیم' }).click()
  await holding.getByText('۹٬۰۰۰٬۰۰۰ ریال').first().waitFor()
  expect(await holding.locator('main').textContent()).not.toContain('خورشید')
  await look(holding)
}
export async function pay(operator: Page, code: string, look: Look = inspect): Promise<void> {
  await scan(operator, code)
  // What was read in the last seconds is shown again without asking; the buyer was quicker than that.
  await operator.reload()
  await typeDay(operator, 'روز پرداخت', dayFromToday(0))
  await operator.getByLabel('شمارهٔ رسید').fill('ر/۵')
  await look(operator)
  await pressed(operator, 'ثبت پرداخت')
  await operator.getByText('به او پرداخت شد').first().waitFor()
}
/** Nobody but she ends a lot; by her word she earns. */
export async function hearHerWord(guide: Page, caseId: string, look: Look = inspect): Promise<void> {
  await guide.reload()
  await guide.getByText('آیا پول به دستش رسید؟').waitFor()
  await look(guide)
  await pressed(guide, 'رسید')
  await guide.getByText('خودش تأیید کرد').first().waitFor()
  await open(guide, `/staff/cases/${caseId}`)
  await guide.getByText('درآمد دارد').first().waitFor()
}
/** What became of the promise until today, one line for each stage. */
export async function seeRealisation(holding: Page, { pledge, unit }: Ordered): Promise<void> {
  await open(holding, '/staff/realisation')
  await holding.getByRole('heading', { level: 1, name: 'تعهد شما تا امروز' }).waitFor()
  await holding.getByRole('heading', { name: pledge }).waitFor()
  const told = (await holding.locator('main').textContent()) ?? ''
  for (const line of [`قول داده‌شده۵۰ ${unit}`, `فراخوانده۲۰ ${unit}`, 'تحویل۲۰', 'پرداخت۹٬۰۰۰٬۰۰۰ ریال', 'بی‌دیرکرد'])
    expect(told).toContain(line)
  await inspect(holding)
}
