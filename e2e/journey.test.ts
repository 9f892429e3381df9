import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
let house: Awaited<ReturnType<typeof openDemo>>
const faults: string[] = []
beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openDemo()])
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** A page at a width, signed in as the account whose button names this place. */
async function enter(place: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'fa-IR' })
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(house.address)
  await page.getByRole('button', { name: new RegExp(`${place}$`) }).click()
  await page.locator('main#content h1').waitFor()
  return page
}
/** Opens a page of the side navigation; on a phone the drawer first. */
async function goTo(page: Page, label: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'فهرست', exact: true })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('link', { name: label, exact: true }).click()
}
/** No fault of axe, no Latin letter spoken in Persian, no sideways scroll. */
async function inspect(page: Page): Promise<void> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(overflow).toBeLessThanOrEqual(0)
}
const list = (familyName: string, nationalId: string) =>
  writeXlsx({
    sheetName: 'فهرست',
    rows: [
      ['ادارهٔ بهزیستی شهرستان دشتستان'],
      ['رديف', 'نام و نام خانوادگي', 'كد ملي', 'نوع معلولیت', 'شماره تماس'],
      ['1', `فاطمه‌زهرا ${familyName}`, nationalId, 'حرکتی', '۰۹۱۷۱۲۳۴۵۶۷'],
      ['2', 'مریم کریمی', '3490000014', '', ''],
    ],
  })

test.each([
  ['phone', 390, 'نخلستانی', '3510001230'],
  ['desktop', 1366, 'دشتی‌زاده', '3540007776'],
])('on a %s: a list is sent, a woman is reached, asked and registered', async (_device, width, familyName, nationalId) => {
  const agency = await enter('بهزیستی دشتستان', width)
  await inspect(agency)
  await goTo(agency, 'فرستادن فهرست')
  await agency.setInputFiles('input[type=file]', { name: 'list.xlsx', mimeType: XLSX, buffer: Buffer.from(list(familyName, nationalId)) })
  await agency.getByText('۱ ردیف آمادهٔ معرفی').waitFor()
  await agency.getByText('کد ملی درست نیست').waitFor()
  await inspect(agency)
  await agency.getByRole('button', { name: 'معرفی ردیف‌های آماده' }).click()
  await agency.getByText('۱ از ۱ ردیف معرفی شد').waitFor()
  await agency.context().close()

  const guide = await enter('رهیار دشتستان', width)
  await inspect(guide)
  await goTo(guide, 'پرونده‌های من')
  await guide.getByText('۱ معرفی‌شده در شهرستان شما منتظر تماس‌اند').waitFor()
  await inspect(guide)
  await guide.getByRole('button', { name: 'برداشتن پروندهٔ بعدی' }).click()
  await guide.getByRole('heading', { level: 1, name: `فاطمه‌زهرا ${familyName}` }).waitFor()
  await inspect(guide)
  await guide.getByText('با خودش گفت‌وگو شد').click()
  await guide.getByRole('button', { name: 'ثبت تماس' }).click()
  for (const yes of await guide.getByRole('radiogroup').getByText('بله', { exact: true }).all()) await yes.click()
  await guide.getByRole('button', { name: 'رضایت‌ها' }).click()
  await guide.getByRole('button', { name: 'رضایت داده شد؛ ادامهٔ ثبت‌نام' }).click()
  await fillRegistration(guide)
  await inspect(guide)
  await guide.getByRole('button', { name: 'پایان ثبت‌نام' }).click()
  await guide.getByText('ثبت‌نام شد').first().waitFor()
  await guide.context().close()
  expect(faults).toEqual([])
})

async function fillRegistration(page: Page): Promise<void> {
  const day = async (label: string, parts: readonly string[]): Promise<void> => {
    const segments = page.getByRole('group', { name: label }).getByRole('spinbutton')
    for (const [index, part] of parts.entries()) {
      await segments.nth(index).focus()
      await page.keyboard.type(part)
    }
  }
  await day('تاریخ تولد', ['1365', '05', '12'])
  await page.getByLabel('علت سرپرستی').selectOption('widowed')
  await day('از تاریخ', ['1395', '01', '15'])
  await page.getByLabel('شمار اعضای خانوار').fill('۳')
  await page.getByLabel('افراد تحت تکفل').fill('2')
  await page.getByLabel('کودک زیر هفت سال').fill('1')
  await page.getByRole('radiogroup', { name: 'معلولیت' }).getByText('نه', { exact: true }).click()
  await page.getByText('کمی می‌خواند').click()
  await page.getByText('خانهٔ خودش').click()
  await page.getByLabel('بخش').selectOption('180303')
}
