import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, type Stage, typeDay } from './driving.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const young = { name: 'فاطمه‌زهرا نخلستانی', nationalId: '3510001230', born: ['1365', '05', '12'] } as const
const old = { name: 'گل‌بهار دشتی‌زاده', nationalId: '3540007776', born: ['1325', '02', '03'] } as const
const list = writeXlsx({
  sheetName: 'فهرست',
  rows: [
    ['ادارهٔ بهزیستی شهرستان دشتستان'],
    ['رديف', 'نام و نام خانوادگي', 'كد ملي', 'نوع معلولیت', 'شماره تماس'],
    ['1', young.name, young.nationalId, 'حرکتی', '۰۹۱۷۱۲۳۴۵۶۷'],
    ['2', old.name, old.nationalId, '', ''],
    ['3', 'مریم کریمی', '3490000014', '', ''],
  ],
})

test.each([
  ['phone', 390],
  ['desktop', 1366],
])('on a %s: from a spreadsheet to a place, and a refusal that another body overturns', async (_device, width) => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width, faults: [] }
  try {
    await sendList(stage)
    await registerBoth(stage)
    await tellSupport(stage, 'بهزیستی دشتستان')
    await tellSupport(stage, 'کمیتهٔ امداد دشتستان')
    await decideBoth(stage)
    const files = await answerThem(stage)
    await readAgain(stage, files.refused)
    await seeOverturned(stage, files.refused)
  } finally {
    await house.stop()
  }
  expect(stage.faults).toEqual([])
})

/** The agency’s own spreadsheet: two rows can be nominated, one says what to mend, the column of disability is not kept. */
async function sendList(stage: Stage): Promise<void> {
  const agency = await enter(stage, 'بهزیستی دشتستان')
  await inspect(agency)
  await goTo(agency, 'فرستادن فهرست')
  await agency.setInputFiles('input[type=file]', { name: 'list.xlsx', mimeType: XLSX, buffer: Buffer.from(list) })
  await agency.getByText('۲ ردیف آمادهٔ معرفی').waitFor()
  await agency.getByText('کد ملی درست نیست').waitFor()
  await inspect(agency)
  await agency.getByRole('button', { name: 'معرفی ردیف‌های آماده' }).click()
  await agency.getByText('۲ از ۲ ردیف معرفی شد').waitFor()
  await agency.context().close()
}
/** The guide takes each file, reaches the woman, holds the talk of consent and registers her. */
async function registerBoth(stage: Stage): Promise<void> {
  const guide = await enter(stage, 'رهیار دشتستان')
  for (const waiting of ['۲', '۱']) {
    await goTo(guide, 'پرونده‌های من')
    await guide.getByText(`${waiting} معرفی‌شده در شهرستان شما منتظر تماس‌اند`).waitFor()
    await inspect(guide)
    await guide.getByRole('button', { name: 'برداشتن پروندهٔ بعدی' }).click()
    expect(await guide.getByRole('heading', { name: 'گام بعدی' }).locator('xpath=..').textContent()).toContain('تماس با خودش')
    await guide.getByText('با خودش گفت‌وگو شد').click()
    const name = await guide.getByRole('heading', { level: 1 }).textContent()
    await guide.getByRole('button', { name: 'ثبت تماس' }).click()
    await guide.getByRole('button', { name: 'ثبت پاسخ‌ها' }).waitFor()
    for (const yes of await guide.getByRole('radiogroup').getByText('بله', { exact: true }).all()) await yes.click()
    await guide.getByRole('button', { name: 'ثبت پاسخ‌ها' }).click()
    await fillRegistration(guide, name === young.name ? young.born : old.born)
    await inspect(guide)
    await guide.getByRole('button', { name: 'پایان ثبت‌نام' }).click()
    await guide.getByText('ثبت‌نام شد').first().waitFor()
  }
  await guide.context().close()
}
async function fillRegistration(page: Page, born: readonly [string, string, string]): Promise<void> {
  await typeDay(page, 'تاریخ تولد', born)
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
async function tellSupport(stage: Stage, place: string): Promise<void> {
  const body = await enter(stage, place)
  await goTo(body, 'فرستادن فهرست پوشش')
  await body.getByText('بله', { exact: true }).click()
  await body.getByRole('textbox').fill('۳۵۱۰۰۰۱۲۳۰، در نوبت، ۱۴۰۵/۰۱/۱۵')
  await inspect(body)
  await body.getByRole('button', { name: 'فرستادن', exact: true }).click()
  await body.getByText('۱ ردیف نگه داشته شد').waitFor()
  await body.context().close()
}
/** The decider opens each file with its purpose, reads every rule, and decides on what she saw. */
async function decideBoth(stage: Stage): Promise<void> {
  const decider = await enter(stage, 'بررسی شرایط')
  for (const _each of [1, 2]) {
    await goTo(decider, 'در انتظار تصمیم')
    await inspect(decider)
    await decider.getByRole('table').getByRole('link').first().click()
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
async function answerThem(stage: Stage): Promise<{ readonly refused: string }> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'نوبت')
  await office.getByLabel('شهرستان را برگزینید').selectOption('1803')
  await office.getByText('۱ نفر در نوبت').waitFor()
  await inspect(office)
  await office.getByRole('button', { name: 'دادن جا' }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'دادن جا' }).click()
  await office.getByText('داده شد. همراه او خبر می‌دهد').waitFor()
  await office.context().close()

  const guide = await enter(stage, 'رهیار دشتستان')
  await goTo(guide, 'پرونده‌های من')
  await guide.getByRole('link', { name: young.name }).click()
  await guide.getByRole('button', { name: 'می‌پذیرد' }).click()
  await guide.getByText('ثبت شد.').waitFor()
  await goTo(guide, 'پرونده‌های من')
  await guide.getByRole('link', { name: old.name }).click()
  await guide.getByText('سن شما در این سال در بازه‌ای که نامهٔ طرح گفته است جا نمی‌گیرد.').waitFor()
  const refused = (await guide.locator('main header bdi').first().textContent()) ?? ''
  await inspect(guide)
  await guide.getByRole('link', { name: 'چاپ برگهٔ پاسخ' }).click()
  await guide.getByRole('heading', { level: 2, name: 'برگهٔ پاسخ' }).waitFor()
  expect(await guide.locator('article').textContent()).not.toContain(old.name)
  await inspect(guide)
  await guide.goBack()
  await guide.getByText('چیزی نادرست نوشته شده است').click()
  await guide.getByRole('button', { name: 'درخواست بررسی دوباره' }).click()
  await guide.getByText('مهلت پاسخ').waitFor()
  await guide.context().close()
  return { refused }
}
/** The office gives the second reading to another body, whose reader sees rules and papers, not the woman. */
async function readAgain(stage: Stage, fileNumber: string): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'درخواست‌های بررسی دوباره')
  await inspect(office)
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
  expect(await reader.locator('main').textContent()).not.toContain(old.name)
  await reader.getByLabel('دلیل').fill('تاریخ تولد در شناسنامه اصلاح شده است.')
  await inspect(reader)
  await reader.getByRole('button', { name: 'ثبت پاسخ' }).click()
  await reader.getByText('درخواستی در انتظار نیست.').waitFor()
  await reader.context().close()
}
async function seeOverturned(stage: Stage, fileNumber: string): Promise<void> {
  const office = await enter(stage, 'دفتر امور بانوان')
  await goTo(office, 'نوبت')
  await office.getByLabel('شهرستان را برگزینید').selectOption('1803')
  await office.getByRole('link', { name: fileNumber }).first().waitFor()
  await office.context().close()
}
