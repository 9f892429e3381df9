import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { jalaliOf } from '../src/platform/jalali.ts'
import { addDays, dayIn, TEHRAN } from '../src/platform/time.ts'
import { axeFaults, sidewaysScroll } from '../test/axe.ts'

/** Where a journey drives: a browser, the demonstration's address, a width, and every fault a page told of. */
export interface Stage {
  readonly browser: Browser
  readonly address: string
  readonly width: number
  readonly faults: string[]
}
/** A page signed in as the account whose button names this place. */
export async function enter({ browser, address, width, faults }: Stage, place: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'fa-IR', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`${place}$`) }).click()
  await page.locator('main#content h1').waitFor()
  return page
}
/** Closes every page, then the house: a page left open would complain of a house that is gone. */
export async function leave({ browser }: Stage, house: { readonly stop: () => Promise<void> }): Promise<void> {
  for (const context of browser.contexts()) await context.close()
  await house.stop()
}
/** Opens a page of the side navigation; on a phone the drawer first. */
export async function goTo(page: Page, label: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'فهرست', exact: true })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('link', { name: label, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: label }).waitFor()
}
/** No sideways scroll and no fault of axe but contrast: `pages.test.ts` looks at every page at both widths and at its contrast. */
export async function inspect(page: Page): Promise<void> {
  expect(await axeFaults(page, { withContrast: false })).toEqual([])
  await glance(page)
}
/** No sideways scroll, and no more: for a page that another journey inspects. */
export async function glance(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
}
/** Chooses from a list one searches in; it opens only once its choices have come. */
export async function choose(page: Page, button: Locator, option: RegExp): Promise<void> {
  await page.locator('option').filter({ hasText: option }).first().waitFor({ state: 'attached' })
  await button.click()
  await page.getByRole('option', { name: option }).click()
}
/** Opens what is folded under this heading. */
export async function unfold(page: Page, title: string): Promise<void> {
  await page
    .locator('summary')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .click()
}
/** Types a day into its three parts; where a page has the field twice, within the part of it that is meant. */
export async function typeDay(
  page: Page,
  label: string,
  parts: readonly [year: string, month: string, day: string],
  within: Locator = page.locator('body'),
): Promise<void> {
  const segments = within.getByRole('group', { name: label }).getByRole('spinbutton')
  for (const [index, part] of parts.entries()) {
    await segments.nth(index).focus()
    await page.keyboard.type(part)
  }
}
/** A day as its three parts are typed: so many days from today. */
export function dayFromToday(days: number): readonly [year: string, month: string, day: string] {
  const { year, month, day } = jalaliOf(addDays(dayIn(TEHRAN, new Date()), days))
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
}
/** Loads a page of the same house anew. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
}
export async function pressed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
