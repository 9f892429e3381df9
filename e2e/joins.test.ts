import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage } from './driving.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
const PAGE = 'پرونده‌های با کد ملی یکسان'
const list = writeXlsx({
  sheetName: 'فهرست',
  rows: [
    ['نام و نام خانوادگی', 'کد ملی'],
    ['گل‌نسا بندری', '3510001230'],
  ],
})

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a desktop: one woman nominated by two agencies is joined and parted again by the linkage unit', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 1366, faults: [] }
  try {
    for (const agency of ['بهزیستی دشتستان', 'کمیتهٔ امداد دشتستان']) await nominateBy(stage, agency)
    const guide = await enter(stage, 'رهیار دشتستان')
    await goTo(guide, 'پرونده‌های من')
    await guide.getByRole('button', { name: 'برداشتن پروندهٔ بعدی' }).click()
    await guide.getByText('ثبت تماس', { exact: true }).first().waitFor()
    const address = guide.url()
    const unit = await enter(stage, 'یکی‌سازی پرونده‌ها')
    await join(unit)
    if (process.env.KARIZ_SHOTS !== undefined) await unit.screenshot({ path: `${process.env.KARIZ_SHOTS}/joined.png`, fullPage: true })
    await seeEarlier(guide, address)
    await part(unit)
    await guide.goto(address)
    await guide.locator('main#content h1').waitFor()
    expect(await guide.getByText('پرونده‌های پیشین همین زن').count()).toBe(0)
  } finally {
    await leave(stage, house)
  }
  expect(stage.faults).toEqual([])
})

async function nominateBy(stage: Stage, agency: string): Promise<void> {
  const page = await enter(stage, agency)
  await goTo(page, 'فرستادن فهرست')
  await page.setInputFiles('input[type=file]', { name: 'list.xlsx', mimeType: XLSX, buffer: Buffer.from(list) })
  await page.getByRole('button', { name: 'معرفی ردیف‌های آماده' }).click()
  await page.getByText('۱ از ۱ ردیف معرفی شد').waitFor()
  await page.context().close()
}
async function join(page: Page): Promise<void> {
  await goTo(page, PAGE)
  await page.getByText('ادامه می‌یابد', { exact: true }).waitFor()
  await inspect(page)
  await page.getByRole('button', { name: 'سنجیدن' }).click()
  await page.getByText('گل‌نسا').first().waitFor()
  await page.getByRole('button', { name: 'یک نفر است؛ بپیوند' }).click()
  const confirm = page.getByRole('button', { name: 'یک نفر است؛ بپیوند' }).last()
  expect(await confirm.isDisabled()).toBe(true)
  await page.getByText('مدارک هر دو یکی است').click()
  await inspect(page)
  await confirm.click()
  await page.getByText('پیوسته از').waitFor()
}
/** Whoever carries the woman finds the earlier file, reads it, and may change nothing in it. */
async function seeEarlier(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByText('پرونده‌های پیشین همین زن').waitFor()
  await page.getByRole('link', { name: /پروندهٔ پیشین/ }).click()
  await page.getByText('به پروندهٔ دیگری از همین زن پیوسته است').waitFor()
  expect(await page.getByRole('button', { name: 'انصراف' }).count()).toBe(0)
  await page.getByRole('button', { name: 'باز کردن پرونده' }).click()
  await page.getByText('بندری').first().waitFor()
  expect(await page.getByRole('button', { name: /^تغییر/ }).count()).toBe(0)
  await inspect(page)
  if (process.env.KARIZ_SHOTS !== undefined) await page.screenshot({ path: `${process.env.KARIZ_SHOTS}/earlier.png`, fullPage: true })
  await page.getByRole('link', { name: /پرونده‌ای که ادامه دارد/ }).click()
  await page.getByText('پرونده‌های پیشین همین زن').waitFor()
}
async function part(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'دو نفرند؛ جدا کن' }).click()
  await page.getByText('به اشتباه پیوسته شد').click()
  await page.getByRole('button', { name: 'دو نفرند؛ جدا کن' }).last().click()
  await page.getByText('دو نفرند', { exact: true }).waitFor()
}
