import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type DemoSheet, demoSheets } from '../db/seed/sheets.ts'
import { asciiDigits } from '../src/platform/persian.ts'
import { enter, goTo, inspect, type Stage, typeDay } from './driving.ts'
import { givePlace } from './road-steps.ts'

/** The lists of two agencies as they keep them. */
export const [behzisti, relief] = demoSheets('kariz')
const born = { young: ['1365', '05', '12'], old: ['1325', '02', '03'] } as const
/** The two women whose files are followed, by the names the agencies’ lists give them. */
export interface Followed {
  readonly young: string
  readonly old: string
}

/** The agency’s own spreadsheet, as ugly as it is: rows that can be nominated are, others say what to mend, and what nobody should have written down is not kept. */
export async function sendList(stage: Stage, place: string, sheet: DemoSheet | undefined): Promise<void> {
  const agency = await enter(stage, place)
  await goTo(agency, 'فرستادن فهرست')
  await agency.setInputFiles('input[type=file]', {
    name: sheet?.fileName ?? '',
    mimeType: sheet?.mediaType ?? '',
    buffer: Buffer.from(sheet?.bytes ?? []),
  })
  const told = (await agency.getByText(/^[۰-۹]+ ردیف آمادهٔ معرفی$/).textContent()) ?? ''
  const ready = told.split(' ')[0] ?? ''
  expect(Number(asciiDigits(ready))).toBeGreaterThan(70)
  await agency.getByText('کد ملی درست نیست').first().waitFor()
  await inspect(agency)
  await agency.getByRole('button', { name: 'معرفی ردیف‌های آماده' }).click()
  await agency.getByText(`${ready} از ${ready} ردیف معرفی شد`).waitFor()
  await agency.context().close()
}
/** The guide takes two files, reaches each woman, holds the talk of consent and registers her. */
export async function registerBoth(stage: Stage): Promise<Followed> {
  const guide = await enter(stage, 'رهیار دشتستان')
  const one = await registerNext(guide, born.young)
  const other = await registerNext(guide, born.old)
  await guide.context().close()
  return { young: one, old: other }
}
async function registerNext(guide: Page, bornOn: readonly [string, string, string]): Promise<string> {
  await goTo(guide, 'پرونده‌های من')
  await guide.getByText('معرفی‌شده در شهرستان شما منتظر تماس‌اند').waitFor()
  await guide.getByRole('button', { name: 'برداشتن پروندهٔ بعدی' }).click()
  expect(await guide.getByRole('heading', { name: 'گام بعدی' }).locator('xpath=..').textContent()).toContain('تماس با خودش')
  await guide.getByText('با خودش گفت‌وگو شد').click()
  const name = (await guide.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await guide.getByRole('button', { name: 'ثبت تماس' }).click()
  await guide.getByRole('button', { name: 'ثبت پاسخ‌ها' }).waitFor()
  for (const yes of await guide.getByRole('radiogroup').getByText('بله', { exact: true }).all()) await yes.click()
  await guide.getByRole('button', { name: 'ثبت پاسخ‌ها' }).click()
  await fillRegistration(guide, bornOn)
  if (bornOn === born.young) await inspect(guide)
  await guide.getByRole('button', { name: 'پایان ثبت‌نام' }).click()
  await guide.getByText('ثبت‌نام شد').first().waitFor()
  return name
}
async function fillRegistration(page: Page, bornOn: readonly [string, string, string]): Promise<void> {
  await typeDay(page, 'تاریخ تولد', bornOn)
  await page.getByLabel('علت سرپرستی').selectOption('widowed')
  await typeDay(page, 'از تاریخ', ['1395', '01', '15'])
  await page.getByRole('radiogroup', { name: 'مدرک دیده شد' }).getByText('بله', { exact: true }).click()
  await page.getByLabel('شمار اعضای خانوار').fill('۳')
  await page.getByLabel('افراد تحت تکفل').fill('2')
  await page.getByLabel('کودک زیر هفت سال').fill('1')
  await page.getByRole('radiogroup', { name: 'معلولیت' }).getByText('نه', { exact: true }).click()
  await page.getByText('کمی می‌خواند').click()
  await page.getByText('خانهٔ خودش').click()
  await page.getByLabel('بخش').selectOption('180303')
}
/** A support body sends its coverage list and learns only how many rows were read. */
export async function tellSupport(stage: Stage, place: string): Promise<void> {
  const body = await enter(stage, place)
  await goTo(body, 'فرستادن فهرست پوشش')
  await body.getByText('بله', { exact: true }).click()
  await body.getByRole('textbox').fill('۳۵۱۰۰۰۱۲۳۰، در نوبت، ۱۴۰۵/۰۱/۱۵')
  await body.getByRole('button', { name: 'فرستادن', exact: true }).click()
  await body.getByText('۱ ردیف نگه داشته شد').waitFor()
  await body.context().close()
}
/** The decider opens each file with its purpose, reads every rule, and decides on what she saw. */
export async function decideBoth(stage: Stage): Promise<void> {
  const decider = await enter(stage, 'بررسی شرایط')
  await goTo(decider, 'در انتظار تصمیم')
  const waiting = decider.getByRole('table').getByRole('link')
  await waiting.first().waitFor()
  // By name, for the list shows for a moment what it held when it was left.
  const files = await waiting.allInnerTexts()
  expect(files).toHaveLength(2)
  for (const file of files) {
    await goTo(decider, 'در انتظار تصمیم')
    await decider.getByRole('table').getByRole('link', { name: file }).click()
    await decider.getByRole('button', { name: 'گشودن پرونده برای تصمیم' }).click()
    await decider.getByText('برای شما خوانده شود').waitFor()
    await inspect(decider)
    await decider.getByRole('button', { name: /^ثبت تصمیم/ }).click()
    await decider
      .locator('main header')
      .getByText(/در نوبت|غیرمشمول/)
      .waitFor()
  }
  await goTo(decider, 'در انتظار تصمیم')
  await decider.getByText('پرونده‌ای در انتظار تصمیم نیست.').waitFor()
  await decider.context().close()
}
/** The office gives the next place; the guide brings one woman her place and reads the other her answer, prints it, and asks again for her. */
export async function answerThem(stage: Stage, { young, old }: Followed): Promise<{ readonly refused: string; readonly caseId: string }> {
  await givePlace(stage)
  const guide = await enter(stage, 'رهیار دشتستان')
  await goTo(guide, 'پرونده‌های من')
  await guide.getByRole('link', { name: young }).click()
  await guide.getByRole('button', { name: 'می‌پذیرد' }).click()
  await guide.getByText('ثبت شد.').waitFor()
  const caseId = new URL(guide.url()).pathname.split('/').at(-1) ?? ''
  await goTo(guide, 'پرونده‌های من')
  await guide.getByRole('link', { name: old }).click()
  await guide.getByText('سن شما در این سال در بازه‌ای که نامهٔ طرح گفته است جا نمی‌گیرد.').waitFor()
  const refused = (await guide.locator('main header bdi').first().textContent()) ?? ''
  await inspect(guide)
  await guide.getByRole('link', { name: 'چاپ برگهٔ پاسخ' }).click()
  await guide.getByRole('heading', { level: 2, name: 'برگهٔ پاسخ' }).waitFor()
  expect(await guide.locator('article').textContent()).not.toContain(old)
  await inspect(guide)
  await guide.goBack()
  await guide.getByText('روبه‌رو', { exact: true }).click()
  await guide.getByRole('button', { name: 'به او گفتم' }).dblclick()
  await guide.getByText(/^به او گفته شد: /).waitFor()
  await guide.getByText('چیزی نادرست نوشته شده است').click()
  await guide.getByRole('button', { name: 'درخواست بررسی دوباره' }).click()
  await guide.getByText('مهلت پاسخ').waitFor()
  await guide.context().close()
  return { refused, caseId }
}
/** The office gives the second reading to another body, whose reader sees rules and papers, not the woman. */
export async function readAgain(stage: Stage, { fileNumber, name }: { readonly fileNumber: string; readonly name: string }): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'درخواست‌های بررسی دوباره')
  await office.getByRole('button', { name: `سپردن به ادارهٔ دیگر: ${fileNumber}` }).click()
  await office.getByRole('dialog').getByRole('radio').first().press('Space')
  await inspect(office)
  await office.getByRole('dialog').getByRole('button', { name: 'سپردن به ادارهٔ دیگر' }).click()
  await office.getByText('سپرده به ادارهٔ دیگر').waitFor()
  await office.context().close()

  const reader = await enter(stage, 'بررسی دوباره')
  await goTo(reader, 'درخواست‌های بررسی دوباره')
  await reader.getByRole('button', { name: `خواندن دوباره: ${fileNumber}` }).click()
  await reader.getByText('تصمیم پیشین برگشت').click()
  expect(await reader.locator('main').textContent()).not.toContain(name)
  await reader.getByLabel('دلیل').fill('تاریخ تولد در شناسنامه اصلاح شده است.')
  await inspect(reader)
  await reader.getByRole('button', { name: 'ثبت پاسخ' }).click()
  await reader.getByText('درخواستی در انتظار نیست.').waitFor()
  await reader.context().close()
}
export async function seeOverturned(stage: Stage, fileNumber: string): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'نوبت')
  await office.getByLabel('شهرستان را برگزینید').selectOption('1803')
  await office.getByRole('link', { name: fileNumber }).first().waitFor()
  await office.context().close()
}
