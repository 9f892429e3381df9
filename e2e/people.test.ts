import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, typeDay, unfold } from './driving.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
const list = writeXlsx({
  sheetName: 'فهرست',
  rows: [
    ['نام و نام خانوادگی', 'کد ملی', 'شماره تماس'],
    ['گل‌نسا بندری', '3510001230', '09171234567'],
  ],
})

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a phone: what protects her, each step by its persona', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 390, faults: [] }
  try {
    await nominateOne(stage)
    const guide = await enter(stage, 'رهیار دشتستان')
    await reachHer(guide)
    await printForms(guide)
    await writeContactRule(guide)
    await keepDocument(guide)
    await barSomebody(guide)
    await withdrawMessages(guide)
    const address = guide.url()
    await printRoster(guide)
    await breakGlass(stage, address)
    await review(stage)
    await seeReaders(guide, address)
    await guide.context().close()
  } finally {
    await leave(stage, house)
  }
  // The browser tells of the one refused document, and of nothing else.
  expect(stage.faults).toEqual(['Failed to load resource: the server responded with a status of 409 (Conflict)'])
})

async function nominateOne(stage: Stage): Promise<void> {
  const agency = await enter(stage, 'بهزیستی دشتستان')
  await goTo(agency, 'فرستادن فهرست')
  await agency.setInputFiles('input[type=file]', { name: 'list.xlsx', mimeType: XLSX, buffer: Buffer.from(list) })
  await agency.getByRole('button', { name: 'معرفی ردیف‌های آماده' }).click()
  await agency.getByText('۱ از ۱ ردیف معرفی شد').waitFor()
  await agency.context().close()
}
async function reachHer(page: Page): Promise<void> {
  await goTo(page, 'پرونده‌های من')
  await page.getByRole('button', { name: 'برداشتن پروندهٔ بعدی' }).click()
  await page.getByRole('button', { name: 'دیدن شماره و راه تماس' }).click()
  expect(await page.getByRole('link', { name: 'تماس' }).getAttribute('href')).toBe('tel:+989171234567')
  await page.getByText('دربارهٔ قراری تماس گرفته‌ام؛ دوباره زنگ می‌زنم.').waitFor()
  await page.getByText('با خودش گفت‌وگو شد').click()
  await page.getByRole('button', { name: 'ثبت تماس' }).click()
  await page.getByRole('button', { name: 'ثبت پاسخ‌ها' }).waitFor()
  for (const yes of await page.getByRole('radiogroup').getByText('بله', { exact: true }).all()) await yes.click()
  await page.getByText('اثر انگشت با گواه').click()
  await page.getByLabel('نام گواه').fill('مریم بندری')
  await inspect(page)
  await page.getByRole('button', { name: 'ثبت پاسخ‌ها' }).click()
  await page.getByRole('button', { name: 'پرسش لازم مانده' }).waitFor()
}
/** The eighteen fields on paper: a code, and no name of hers. */
async function printForms(page: Page): Promise<void> {
  const back = page.url()
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await unfold(page, 'برگه‌های کاغذی')
  for (const button of ['چاپ برگهٔ ثبت‌نام روی کاغذ', 'چاپ برگهٔ رضایت']) {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('button', { name: 'چاپ', exact: true }).waitFor()
    await inspect(page)
    const sheet = (await page.getByRole('article').textContent()) ?? ''
    expect(sheet).toMatch(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]/)
    expect(sheet).not.toContain(name)
    await page.goto(back)
    await unfold(page, 'برگه‌های کاغذی')
  }
}
async function writeContactRule(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'باز کردن پرونده' }).click()
  await page.getByRole('button', { name: 'تغییر: راه تماس' }).click()
  const dialog = page.getByRole('dialog', { name: 'راه تماس' })
  await dialog.getByText('خودش', { exact: true }).click()
  await dialog.getByLabel('از ساعت').fill('۹')
  await dialog.getByLabel('تا ساعت').fill('۱۱')
  await dialog.getByText('بله', { exact: true }).click()
  await dialog.getByLabel('واژهٔ امن').fill('گل‌پونه')
  await inspect(page)
  await dialog.getByRole('button', { name: 'ذخیره' }).click()
  await page.getByText('از ۹:۰۰ تا ۱۱:۰۰').waitFor()
  await page.getByRole('button', { name: 'ثبت علت تازه' }).click()
  const ground = page.getByRole('dialog', { name: 'ثبت علت تازه' })
  await ground.getByLabel('علت سرپرستی').selectOption('widowed')
  await typeDay(page, 'از تاریخ', ['1398', '02', '10'], ground)
  await inspect(page)
  await ground.getByRole('button', { name: 'ثبت علت تازه' }).click()
  await page.getByText('برقرار', { exact: true }).waitFor()
  await inspect(page)
}
async function keepDocument(page: Page): Promise<void> {
  await unfold(page, 'مدارک')
  await page.getByRole('button', { name: 'افزودن مدرک' }).click()
  await page.setInputFiles('input[type=file]', { name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('متن') })
  await page.getByText('این پرونده PDF یا عکس JPEG و PNG نیست').waitFor()
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a86' } })
    .jpeg()
    .toBuffer()
  await page.setInputFiles('input[type=file]', { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByText('گرفتن هر مدرک در تاریخچهٔ او می‌ماند.').waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'گرفتن', exact: true }).click()
  expect((await downloading).suggestedFilename()).toMatch(/\.jpg$/)
}
async function barSomebody(page: Page): Promise<void> {
  await unfold(page, 'کسانی که نباید پرونده را ببینند')
  await page.getByRole('button', { name: 'بستن پرونده بر این کس' }).click()
  await page.getByLabel('آغاز نام آن کس').fill('کامران')
  await page.getByText('کامران دشتی‌پور').click()
  await page.getByText('از او می‌ترسد').click()
  await inspect(page)
  await page.getByRole('button', { name: 'بستن پرونده بر این کس' }).click()
  await page.getByRole('button', { name: 'برداشتن', exact: true }).waitFor()
  expect(await page.getByText('از او می‌ترسد').count()).toBe(0)
}
async function withdrawMessages(page: Page): Promise<void> {
  await unfold(page, 'رضایت‌ها')
  await page.getByRole('listitem').filter({ hasText: 'پیامک بی‌نام' }).getByRole('button', { name: 'پس گرفتن رضایت' }).click()
  const dialog = page.getByRole('dialog', { name: 'پس گرفتن این رضایت' })
  await dialog.getByText('پیامک فرستاده نمی‌شود').waitFor()
  await dialog.getByRole('button', { name: 'پس گرفتن رضایت' }).click()
  await page.getByText('پس گرفته شد').waitFor()
  await page.getByText('پیامک نفرستید؛ تنها تماس بگیرید.').waitFor()
}
/** The one paper on which names leave: the first name, the time and the file number. */
async function printRoster(page: Page): Promise<void> {
  await goTo(page, 'فهرست حضور')
  await page.getByRole('button', { name: /افزودن نام/ }).click()
  await page.getByRole('option', { name: 'گل‌نسا بندری' }).click()
  await page.getByLabel('ساعت گل‌نسا بندری').fill('۹:۳۰')
  await inspect(page)
  await page.getByRole('button', { name: 'ساختن فهرست' }).click()
  await page.getByRole('button', { name: 'چاپ', exact: true }).waitFor()
  await inspect(page)
  const sheet = (await page.getByRole('article').textContent()) ?? ''
  expect(sheet).toContain('گل‌نسا')
  expect(sheet).not.toContain('گل‌نسا بندری')
}
async function breakGlass(stage: Stage, address: string): Promise<void> {
  const officer = await enter(stage, 'مسئول ایمنی')
  await officer.goto(address)
  await officer.getByText('خشونت', { exact: true }).click()
  await officer.getByLabel('چرا همین اکنون؟').fill('همسایه از درگیری خبر داده است')
  await officer.getByRole('radiogroup', { name: 'گفتن این به او خطر دارد' }).getByText('نه', { exact: true }).click()
  await inspect(officer)
  await officer.getByRole('button', { name: 'گشودن برای سه ساعت' }).click()
  await officer.getByText('گل‌پونه').waitFor()
  await inspect(officer)
  await officer.context().close()
}
async function review(stage: Stage): Promise<void> {
  const second = await enter(stage, 'تأییدکنندهٔ دوم')
  await goTo(second, 'گشودن‌های اضطراری')
  await inspect(second)
  await second.getByRole('button', { name: 'به‌جا بود' }).click()
  await second.getByText('به‌جا بود').waitFor()
  await second.context().close()
  const linkage = await enter(stage, 'یکی‌سازی پرونده‌ها')
  await goTo(linkage, 'پرونده‌های با کد ملی یکسان')
  await linkage.getByText('هیچ دو پرونده‌ای کد ملی یکسان ندارند.').waitFor()
  await inspect(linkage)
  await linkage.context().close()
}
async function seeReaders(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('link', { name: 'برگهٔ «چه کسی پروندهٔ مرا دید»' }).click()
  await page.getByText('گشودن اضطراری').first().waitFor()
  await inspect(page)
}
