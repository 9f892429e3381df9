import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, unfold } from './driving.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const list = Buffer.from(
  writeXlsx({
    sheetName: 'فهرست',
    rows: [
      ['نام و نام خانوادگی', 'کد ملی'],
      ['گلنار نخلستانی', '3510001230'],
    ],
  }),
)

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a desktop: a file changes hands and county, pauses, leaves the road and comes back to it', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 1366, faults: [] }
  try {
    await introduce(stage)
    const fileNumber = await handOver(stage)
    await sendToDashti(stage)
    await goOnThere(stage, fileNumber)
  } finally {
    await leave(stage, house)
  }
  expect(stage.faults).toEqual([])
})

async function introduce(stage: Stage): Promise<void> {
  const agency = await enter(stage, 'بهزیستی دشتستان')
  await goTo(agency, 'فرستادن فهرست')
  await agency.setInputFiles('input[type=file]', { name: 'list.xlsx', mimeType: XLSX, buffer: list })
  await agency.getByRole('button', { name: 'معرفی ردیف‌های آماده' }).click()
  await agency.getByText('۱ از ۱ ردیف معرفی شد').waitFor()
  await agency.context().close()
  const supervisor = await enter(stage, 'سرپرست رهیاران دشتستان')
  await goTo(supervisor, 'پرونده‌های من')
  await supervisor.getByRole('button', { name: 'برداشتن پروندهٔ بعدی' }).click()
  await supervisor.getByRole('heading', { level: 1, name: 'گلنار نخلستانی' }).waitFor()
  await supervisor.context().close()
}
/** The supervisor of guides gives the file to another guide of the county, by its number. */
async function handOver(stage: Stage): Promise<string> {
  const supervisor = await enter(stage, 'سرپرست رهیاران دشتستان')
  await goTo(supervisor, 'سپردن پرونده‌ها')
  await supervisor.getByRole('link', { name: 'ماه‌بانو سرکره‌ای' }).click()
  const box = supervisor.getByRole('checkbox')
  await box.check()
  const fileNumber = (await supervisor.locator('label bdi').textContent()) ?? ''
  await supervisor.getByLabel('به چه کسی سپرده شود').selectOption({ label: 'سکینه نخلستانی' })
  await inspect(supervisor)
  await supervisor.getByRole('button', { name: 'سپردن ۱ پرونده' }).click()
  await supervisor.getByText('پرونده‌ای در این نما نیست').waitFor()
  await supervisor.context().close()
  return fileNumber
}
async function openHers(page: Page): Promise<void> {
  await goTo(page, 'پرونده‌های من')
  await page.getByRole('link', { name: 'گلنار نخلستانی' }).click()
  await unfold(page, 'دیگر کارهای پرونده')
}
async function sendToDashti(stage: Stage): Promise<void> {
  const guide = await enter(stage, 'رهیار دشتستان')
  await openHers(guide)
  await guide.getByRole('button', { name: 'انتقال به شهرستان دیگر' }).click()
  const dialog = guide.getByRole('dialog')
  await dialog.getByLabel('شهرستان تازه').selectOption('1804')
  await inspect(guide)
  await dialog.getByRole('button', { name: 'انتقال به شهرستان دیگر' }).click()
  await guide.getByText('هنوز شهرستان دیگر پرونده را برنداشته است').waitFor()
  await inspect(guide)
  await guide.context().close()
}
/** The guide of the other county takes the file, pauses it, goes on, lets her leave and brings her back. */
async function goOnThere(stage: Stage, fileNumber: string): Promise<void> {
  const guide = await enter(stage, 'رهیار دشتی')
  await goTo(guide, 'پرونده‌های من')
  await guide.getByText(fileNumber).waitFor()
  await inspect(guide)
  await guide.getByRole('button', { name: 'برداشتن این پرونده' }).click()
  await guide.getByRole('heading', { level: 1, name: 'گلنار نخلستانی' }).waitFor()
  await unfold(guide, 'دیگر کارهای پرونده')
  await guide.getByRole('button', { name: 'مکث', exact: true }).click()
  await guide.getByText('امنیت او').click()
  await guide.getByText('جز شما کسی نمی‌بیند').waitFor()
  await inspect(guide)
  await guide.getByRole('dialog').getByRole('button', { name: 'مکث', exact: true }).click()
  await guide.getByRole('button', { name: 'ادامه از همان‌جا' }).click()
  await guide.getByRole('button', { name: 'بیرون رفتن از مسیر' }).click()
  await guide.getByText('از شهرستان‌های طرح رفت').click()
  await inspect(guide)
  await guide.getByRole('dialog').getByRole('button', { name: 'بیرون رفتن از مسیر' }).click()
  await guide.getByRole('button', { name: 'بازگشت به مسیر' }).click()
  await guide.getByText('تماس گرفته شد').first().waitFor()
  await inspect(guide)
  await guide.context().close()
}
