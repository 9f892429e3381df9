import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { codeOf } from '../test/signing-in.ts'
import { enter, goTo, inspect, leave, type Stage } from './driving.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const PASSWORD = 'نخل و دریا و چاه ژرف'
const invited = { name: 'مرجان دلواری', email: 'marjan@example.org' } as const

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a desktop: invited, accepted, a second factor, approved by a second person, at work; every page of administration is sound', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 1366, faults: [] }
  try {
    const link = await invite(stage)
    const guide = await accept(stage, link)
    await approve(stage)
    await guide.reload()
    await guide.locator('main#content h1').waitFor()
    await goTo(guide, 'حساب من')
    await guide.getByText('رمز دوم برقرار است').waitFor()
    await inspect(guide)
    await guide.context().close()
    await administer(stage)
  } finally {
    await leave(stage, house)
  }
  // The one refused request is the link opened a second time.
  expect(stage.faults.filter((fault) => !fault.includes('403'))).toEqual([])
})

async function invite(stage: Stage): Promise<string> {
  const page = await enter(stage, 'راهبر سامانه')
  await goTo(page, 'دعوت‌ها')
  await inspect(page)
  await page.getByRole('button', { name: 'دعوت همکار' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('نام و نام خانوادگی').fill(invited.name)
  await dialog.getByLabel('نشانی رایانامه').fill(invited.email)
  await dialog.locator('select').first().selectOption('GD')
  await dialog.getByText('ثبت‌نام', { exact: true }).click()
  await dialog.locator('select').nth(1).selectOption({ label: 'جهاد دانشگاهی' })
  await dialog.getByText('تنگستان', { exact: true }).click()
  await inspect(page)
  await dialog.getByRole('button', { name: 'دعوت همکار' }).click()
  const link = (await page.getByText(/sign-in\/invitation#/).textContent()) ?? ''
  await page.context().close()
  return new URL(link.trim()).hash
}
async function accept({ address, width, faults }: Stage, hash: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'fa-IR' })
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${address}/sign-in/invitation${hash}`)
  await page.getByText(invited.name).waitFor()
  await inspect(page)
  await page.getByLabel('گذرواژهٔ تازه', { exact: false }).first().fill(PASSWORD)
  await page.getByLabel('گذرواژهٔ تازه، بار دیگر').fill(PASSWORD)
  await page.getByRole('button', { name: 'ساختن حساب' }).click()
  await page.getByRole('button', { name: 'رفتن به ورود' }).click()
  await page.getByRole('heading', { name: /^نسخهٔ نمایشی/ }).waitFor()
  await inspect(page)
  await page.getByLabel('نشانی رایانامه').fill(invited.email)
  await page.getByLabel('گذرواژه', { exact: false }).fill(PASSWORD)
  await page.getByRole('button', { name: 'ادامه' }).first().click()
  await setSecondFactor(page)
  await page.getByText('در انتظار تأیید نفر دوم').waitFor()
  const again = await context.newPage()
  await again.goto(`${address}/sign-in/invitation${hash}`)
  await again.getByText('این پیوند دیگر کار نمی‌کند').waitFor()
  await again.close()
  return page
}
async function setSecondFactor(page: Page): Promise<void> {
  await page.getByLabel('نخست گذرواژهٔ خود را بنویسید').fill(PASSWORD)
  await page.getByRole('button', { name: 'راه‌اندازی رمز دوم' }).click()
  const uri = (await page.getByRole('link', { name: 'گشودن در برنامهٔ رمزساز همین دستگاه' }).getAttribute('href')) ?? ''
  await inspect(page)
  await page.getByLabel('رمز دوم (شش رقم)').fill(codeOf(uri))
  await page.getByRole('button', { name: 'ادامه' }).click()
  await page.getByRole('heading', { name: 'کدهای بازیابی' }).waitFor()
  await inspect(page)
  await page.getByRole('button', { name: 'کدها را نگه داشتم' }).click()
}
async function approve(stage: Stage): Promise<void> {
  const page = await enter(stage, 'تأییدکنندهٔ دوم')
  await goTo(page, 'سمت‌ها و تأیید آن‌ها')
  await inspect(page)
  const row = page.getByRole('row').filter({ hasText: invited.name })
  await row.getByRole('button', { name: 'تأیید' }).click()
  await row.waitFor({ state: 'detached' })
  await page.context().close()
}
async function administer(stage: Stage): Promise<void> {
  const page = await enter(stage, 'راهبر سامانه')
  for (const label of ['سمت‌ها و تأیید آن‌ها', 'پیام‌ها', 'حساب من', 'حساب‌ها']) {
    await goTo(page, label)
    await inspect(page)
  }
  await page.getByRole('link', { name: invited.name }).click()
  await page.getByRole('heading', { level: 1, name: invited.name }).waitFor()
  await inspect(page)
  await page.getByRole('button', { name: 'بستن همهٔ ورودها' }).click()
  await page.getByText('۱ ورود بسته شد').waitFor()
  await page.context().close()
}
