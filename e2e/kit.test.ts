import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { createServer } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults, sidewaysScroll } from '../test/axe.ts'
import { openBrowser } from '../test/chromium.ts'
import { openKit } from '../test/kit-page.ts'

let browser: Browser
let kit: Awaited<ReturnType<typeof openKit>>
let page: Page
const faults: string[] = []
beforeAll(async () => {
  ;[browser, kit] = await Promise.all([openBrowser(), openKit()])
})
afterAll(async () => {
  await browser?.close()
  await kit?.stop()
})
afterEach(async () => {
  // What a page kept for the next one of its browser goes with it; the files of the kit stay, so that they come once a width.
  if (page === undefined || page.isClosed()) return
  await page.evaluate('localStorage.clear()')
  await page.close()
})
const contexts = new Map<number, BrowserContext>()
async function open(width = 1366): Promise<void> {
  const context = contexts.get(width) ?? (await browser.newContext({ viewport: { width, height: 844 }, locale: 'fa-IR' }))
  contexts.set(width, context)
  page = await context.newPage()
  page.setDefaultTimeout(8_000)
  page.on('console', (message) => (message.type() === 'error' ? faults.push(message.text()) : undefined))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(kit.address)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const told = async (): Promise<unknown> => JSON.parse((await page.locator('#told').textContent()) ?? '')
/** Every name a screen reader would speak inside, one for each element. */
async function spoken(where: Locator): Promise<readonly string[]> {
  return (await where.ariaSnapshot()).split('\n').flatMap((line) => /^\s*- '?[a-z]+ "([^"]*)"/.exec(line)?.[1] ?? [])
}
/** Waits until the focus is there; whether it came. */
async function isFocused(where: Locator): Promise<boolean> {
  await where.and(page.locator(':focus')).waitFor()
  return true
}

describe.each([
  [390, 'phone'],
  [1366, 'desktop'],
])('at %i px, a %s', (width) => {
  test('every piece stands in Persian from right to left, without a fault of axe or a Latin letter spoken', async () => {
    await open(width)
    expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('rtl')
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    const names = await spoken(page.getByRole('main'))
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name) => /[A-Za-z]/.test(name))).toEqual([])
  })
  test('every piece stands in English from left to right', async () => {
    await open(width)
    const menu = page.getByRole('button', { name: 'فهرست', exact: true })
    if (await menu.isVisible()) await menu.click()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kit of screens' }).waitFor()
    expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('ltr')
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    const buttons = await page.getByRole('main').getByRole('button').allTextContents()
    expect(buttons.filter((text) => /[\u0600-\u06ff]/.test(text) && !/عباسی|زاده|غلامی|بحرینی|رنجبر|تنگستانی/.test(text))).toEqual([])
  })
  test('what opens is clean of faults while it is open: calendar, searchable choice, dialog, toast', async () => {
    await open(width)
    await page.getByRole('group', { name: 'تاریخ تولد' }).getByRole('button').click()
    await page.getByRole('dialog').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /آبادی/ }).click()
    await page.getByRole('listbox').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'گشودن گفت‌وگو' }).click()
    await page.getByRole('dialog', { name: 'کنار گذاشتن پرونده' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'نشان دادن پیام' }).click()
    await page.getByRole('alertdialog').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('fields', () => {
  test('a number takes the digits of three scripts and shows those of the page', async () => {
    await open()
    const size = page.getByLabel('شمار اعضای خانوار')
    await size.fill('۱٢3')
    expect(await size.inputValue()).toBe('۱۲۳')
  })
  test('a choice is made by the arrow keys, its whole row is the target', async () => {
    await open()
    const group = page.getByRole('radiogroup', { name: 'خواندن و نوشتن' })
    await group.getByText('نمی‌خواند').click()
    await page.keyboard.press('ArrowDown')
    expect(await group.getByRole('radio', { name: 'کمی می‌خواند' }).isChecked()).toBe(true)
  })
  test('a searchable choice finds across spellings, shows no more than fifty, and is chosen by keyboard', async () => {
    await open()
    await page.getByRole('button', { name: /آبادی/ }).press('Enter')
    const list = page.getByRole('listbox')
    expect(await list.getByRole('option').count()).toBe(50)
    await page.getByText('۹۴ گزینهٔ دیگر هست').waitFor()
    await page.keyboard.type('تنگ ارم شرقي')
    await list.getByRole('option', { name: 'تنگ‌ارم شرقی' }).waitFor()
    expect(await list.getByRole('option').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('output', { hasText: 'تنگ‌ارم شرقی' }).waitFor()
    expect(await isFocused(page.getByRole('button', { name: /آبادی/ }))).toBe(true)
  })
  test('a searchable choice says so when nothing is found', async () => {
    await open()
    await page.getByRole('button', { name: /آبادی/ }).press('Enter')
    await page.keyboard.type('ققق')
    await page.getByText('چیزی پیدا نشد').waitFor()
    expect(await page.getByRole('listbox').getByRole('option', { name: 'بنه بالا' }).count()).toBe(0)
  })
  test('a searchable choice opens before its choices have come, and says that they are read', async () => {
    await open()
    await page.getByRole('button', { name: /همراه/ }).press('Enter')
    await page.getByRole('listbox').getByText('در حال خواندن').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').count()).toBe(0)
  })
  test('a Jalali date is typed in its three parts and kept as an ISO day', async () => {
    await open()
    const segments = page.getByRole('group', { name: 'تاریخ تولد' }).getByRole('spinbutton')
    for (const [index, part] of ['1365', '۰۵', '12'].entries()) {
      await segments.nth(index).focus()
      await page.keyboard.type(part)
    }
    expect(await told()).toMatchObject({ bornOn: '1986-08-03' })
  })
  test('a calendar is in Jalali months from Saturday; the left arrow goes to the next day; year and month are chosen', async () => {
    await open()
    await page.getByRole('group', { name: 'روز بازدید' }).getByRole('button').press('Enter')
    const day = (name: string): Locator => page.getByRole('button', { name })
    await day('دوشنبه ۲ آذر ۱۴۰۵، برگزیده').waitFor()
    expect(await page.getByRole('columnheader', { includeHidden: true }).filter({ hasText: /^.$/ }).allTextContents()).toEqual([
      'ش',
      'ی',
      'د',
      'س',
      'چ',
      'پ',
      'ج',
    ])
    await page.keyboard.press('ArrowLeft')
    expect(await isFocused(day('سه‌شنبه ۳ آذر ۱۴۰۵'))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await told()).toMatchObject({ visitOn: '2026-11-24' })
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('group', { name: 'تاریخ تولد' }).getByRole('button').press('Enter')
    await page.getByRole('dialog').getByRole('combobox', { name: 'سال' }).selectOption('1350')
    await page.getByRole('dialog').getByRole('combobox', { name: 'ماه' }).selectOption('1')
    await day('یکشنبه ۱ فروردین ۱۳۵۰').click()
    expect(await told()).toMatchObject({ bornOn: '1971-03-21' })
  })
  test('a day outside its bounds is said to be so, in Persian', async () => {
    await open()
    const segments = page.getByRole('group', { name: 'تاریخ تولد' }).getByRole('spinbutton')
    for (const [index, part] of ['1406', '01', '01'].entries()) {
      await segments.nth(index).focus()
      await page.keyboard.type(part)
    }
    expect(await page.getByText(/تاریخ باید .* یا پیش از آن باشد/).textContent()).not.toMatch(/[A-Za-z0-9]/)
  })
  test('a month is a name and a year', async () => {
    await open()
    const month = page.getByRole('group', { name: 'ماه گزارش' })
    await month.getByLabel('ماه', { exact: true }).selectOption('09')
    expect(await told()).toMatchObject({ month: null })
    await month.getByLabel('سال').fill('۱۴۰۵')
    expect(await told()).toMatchObject({ month: '1405-09' })
  })
  test('a national ID is checked when left, in any digits, and lost zeros come back only after asking', async () => {
    await open()
    const field = page.getByRole('textbox', { name: 'کد ملی' })
    await field.fill('۳۵۱۰۰۰۱۲۳۱')
    await field.blur()
    await page.getByText('کد ملی درست نیست').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('٣٥١٠٠٠١٢٣٠')
    await field.blur()
    expect(await told()).toMatchObject({ nationalId: '3510001230' })
    expect(await field.getAttribute('aria-invalid')).toBeNull()
    await field.fill('۱۲۳۴۵۶۷۹۷')
    await field.blur()
    expect(await told()).toMatchObject({ nationalId: '123456797' })
    await page.getByRole('button', { name: 'با صفرهای آغازش: ۰۱۲۳۴۵۶۷۹۷' }).click()
    expect(await told()).toMatchObject({ nationalId: '0123456797' })
  })
  test.each([
    ['۰۹۱۷ ۱۲۳ ۴۵۶۷', null],
    ['٠٧٧٣٤٢٢١٢٣٤', null],
    ['12345', 'true'],
  ])('the phone %s is wrong: %s', async (typed, isWrong) => {
    await open()
    const field = page.getByRole('textbox', { name: 'تلفن' })
    await field.fill(typed)
    await field.blur()
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe(isWrong)
  })
  test('money is whole rials with its unit in sight and its toman under it', async () => {
    await open()
    await page.getByRole('textbox', { name: 'درآمد ماهانه' }).fill('۲۰٬۰۰۰٬۰۰۵')
    expect(await told()).toMatchObject({ income: 20_000_005 })
    expect(await page.getByRole('textbox', { name: 'درآمد ماهانه' }).inputValue()).toBe('۲۰٬۰۰۰٬۰۰۵')
    await page.getByText('برابر با ۲٬۰۰۰٬۰۰۰٫۵ تومان').waitFor()
    expect(await page.getByText('ریال', { exact: true }).isVisible()).toBe(true)
  })
})

test('a form says at its top what the server found wrong, and leads to the field', async () => {
  await open()
  const form = page.locator('form')
  await form.getByRole('button', { name: 'فرستادن' }).click()
  await form.getByRole('alert').getByRole('button', { name: 'این خانه درست نیست.' }).click()
  const field = form.getByRole('textbox', { name: 'نام' })
  expect(await isFocused(field)).toBe(true)
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await field.fill('زهرا')
  await page.keyboard.press('Enter')
  await form.getByRole('alert').waitFor({ state: 'hidden' })
})
test('a file on its way shows how far it is and can be stopped; one too large is said before it is sent', async () => {
  await open()
  expect(await page.getByRole('progressbar').first().getAttribute('value')).toBe('40')
  await page.getByRole('button', { name: 'نفرست' }).click()
  await page.getByRole('button', { name: 'در راه' }).waitFor()
  const large = { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(5 * 1_048_576 + 1) }
  await page.locator('input[type=file]').first().setInputFiles(large)
  await page.getByText('این پرونده بزرگ‌تر از ۵ مگابایت است.').waitFor()
})
test('a dialog keeps the focus, closes with Escape and gives the focus back', async () => {
  await open()
  const opener = page.getByRole('button', { name: 'گشودن گفت‌وگو' })
  await opener.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'کنار گذاشتن پرونده' })
  await dialog.waitFor()
  for (let press = 0; press < 4; press++) await page.keyboard.press('Tab')
  expect(await dialog.locator(':focus').count()).toBe(1)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await isFocused(opener)).toBe(true)
  await opener.press('Enter')
  await dialog.getByRole('button', { name: 'بستن' }).click()
  await dialog.waitFor({ state: 'hidden' })
})
test('a toast takes back what was done', async () => {
  await open()
  await page.getByRole('button', { name: 'نشان دادن پیام' }).click()
  expect(await page.getByRole('alertdialog').textContent()).toContain('یادداشت برداشته شد.')
  expect(await page.getByText('یادداشت برگشت.').count()).toBe(0)
  await page.getByRole('button', { name: 'برگردان' }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  expect(await page.getByText('یادداشت برگشت.').count()).toBe(1)
})
test('tabs go where the eye sees', async () => {
  await open()
  await page.getByRole('tab', { name: 'نما' }).focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('tab', { name: 'کسب‌وکار' }).getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('list', { name: 'رخدادها' }).waitFor()
})
test('the chain of wells says which is now', async () => {
  await open()
  const wells = page.getByRole('list', { name: 'مسیر توانمندسازی' })
  expect(await wells.locator('[aria-current=step]').textContent()).toContain('کسب‌وکار')
  expect(await wells.getByRole('listitem').count()).toBe(4)
})
test('filters live in the address, and the address brings them back', async () => {
  await open()
  const table = page.getByRole('table', { name: 'جدول کوتاه' })
  await page.getByRole('search').getByLabel('شهرستان').selectOption('1804')
  await page.waitForURL(/county=/)
  expect(await table.getByRole('row').count()).toBe(3)
  const address = page.url()
  await page.getByRole('button', { name: 'برداشتن صافی‌ها' }).click()
  expect(await table.getByRole('row').count()).toBe(7)
  await page.getByRole('alertdialog').getByRole('button', { name: 'برگردان' }).click()
  await page.waitForURL(/county=/)
  await page.goto(address)
  await page.getByRole('button', { name: 'برداشتن صافی‌ها' }).waitFor()
  expect(await page.getByRole('table', { name: 'جدول کوتاه' }).getByRole('row').count()).toBe(3)
})
test('a table is sorted by its titles, in the Persian order of letters and by number', async () => {
  await open()
  const table = page.getByRole('table', { name: 'جدول کوتاه' })
  await table.getByRole('button', { name: 'نام' }).click()
  expect(await table.getByRole('row').nth(1).textContent()).toContain('خدیجه رنجبر')
  expect(await table.getByRole('columnheader', { name: 'نام' }).getAttribute('aria-sort')).toBe('ascending')
  await table.getByRole('button', { name: 'روز' }).press('Enter')
  await table.getByRole('button', { name: 'روز' }).press('Enter')
  expect(await table.getByRole('row').nth(1).textContent()).toContain('۱۵')
})
test.each([390, 1366])('a table of five thousand rows draws those near the eye, at %i px', async (width) => {
  await open(width)
  const table = page.getByRole('table', { name: 'جدول بلند' })
  const drawn = () => table.getByRole('row').count()
  expect(await table.getAttribute('aria-rowcount')).toBe('5001')
  expect(await drawn()).toBeLessThan(80)
  await table.getByText('پروندهٔ ۱', { exact: true }).waitFor()
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)')
  await table.getByText('پروندهٔ ۵٬۰۰۰', { exact: true }).waitFor()
  expect(await drawn()).toBeLessThan(80)
})
test('columns collapse into rows with their titles on a phone, and stay a table for those who hear it', async () => {
  await open(390)
  const row = page.getByRole('table', { name: 'جدول کوتاه' }).getByRole('row').nth(1)
  const [first, last] = [await row.getByRole('cell').first().boundingBox(), await row.getByRole('cell').last().boundingBox()]
  expect((last?.y ?? 0) > (first?.y ?? 0)).toBe(true)
  expect(await row.getByRole('cell').nth(1).textContent()).toContain('شهرستان')
})
test('a list and its detail stand side by side; on a phone the one leads to the other and back', async () => {
  await open()
  const list = page.getByRole('region', { name: 'فهرست و جزئیات' }).last()
  await list.getByRole('button', { name: /مریم غلامی/ }).click()
  await page.getByText('مریم غلامی · دشتی').waitFor()
  expect(await list.isVisible()).toBe(true)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await list.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'بازگشت به فهرست' }).click()
  expect(await list.isVisible()).toBe(true)
})
test('a sheet is printed without what stands around it', async () => {
  await open()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { includeHidden: true }).first().isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'چاپ', includeHidden: true }).isVisible()).toBe(false)
  expect(await page.getByText('معرفی به کارگاه').isVisible()).toBe(true)
  expect(await page.getByText('۱۸۰۴/ص/۱۲۳').isVisible()).toBe(true)
})
test('every target of a phone is at least 24 px high', async () => {
  await open(390)
  const targets = await page.getByRole('main').getByRole('button').all()
  const heights = await Promise.all(targets.map(async (one) => (await one.boundingBox())?.height ?? 24))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
})
test('nothing was complained of in the console of any of these pages', () => {
  expect(faults).toEqual([])
})
test('`npm run dev` serves it at /kit', async () => {
  const server = await createServer({ configFile: 'vite.config.ts', logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false } })
  await server.listen()
  const answer = await fetch(`${server.resolvedUrls?.local[0]}kit`)
  expect(await answer.text()).toContain('جعبه‌ابزار کاریز')
  await server.close()
})
