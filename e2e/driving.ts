import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
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
/** No sideways scroll, and on a desktop no fault of axe but contrast: `pages.test.ts` looks at every page at both widths and at its contrast, and axe is most of a journey's time. */
export async function inspect(page: Page): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 0) < 640
  expect(isPhone ? [] : await axeFaults(page, { withContrast: false })).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
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
