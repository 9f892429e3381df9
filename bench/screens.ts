import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { settleDemo } from '../src/app/demo.ts'
import { makeServer } from '../src/app/server.ts'
import { bringToThisVersion } from '../src/app/start.ts'
import { startCluster } from '../src/platform/embedded.ts'
import { openBrowser } from '../test/chromium.ts'

export const name = 'screens'
export const about =
  'bytes of the first load (gzip), the largest area, time to the largest paint on a slow phone and small targets, each beside its budget'

type Figures = readonly { readonly figure: string; readonly value: number; readonly unit: string }[]
/** Budgets of the staff surface: kB by gzip, seconds on a slow phone, pixels. */
export const BUDGET = { shell: 230, area: 60, styles: 15, font: 111, firstPaint: 3, target: 44 } as const
/** A slow phone as Lighthouse means it: 1.6 Mbit/s, 150 ms there and back, a processor four times slower than this one. */
export const LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
export const PHONE = { viewport: { width: 390, height: 844 }, locale: 'fa-IR', hasTouch: true, isMobile: true } as const

/** Measures the built pages as the demonstration serves them. Sizes are exact; seconds are the middle one of several loads on this machine. */
export async function run({ full }: { readonly full: boolean }): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'kariz-bench-'))
  const cluster = await startCluster({ dir: join(folder, 'postgres'), unsafe: true })
  const webFolder = join(folder, 'web')
  await buildWebIfStale(webFolder)
  await bringToThisVersion(cluster.config, () => undefined)
  const server = await makeServer({
    config: cluster.config,
    masterKey: Buffer.alloc(32, 7),
    filesFolder: join(folder, 'files'),
    mode: 'demo',
    webFolder,
  })
  await settleDemo(server.house, server.secret)
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  try {
    return [
      ...(await sizes(browser, address, webFolder)),
      ...(await paints(browser, address, full ? 9 : 3)),
      ...(await targets(browser, address)),
    ]
  } finally {
    await browser.close()
    await server.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
async function enterDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /رهیار دشتستان$/ }).click()
  await page.locator('main#content h1').waitFor()
}
/** Kilobytes by gzip of what the browser asked for until sign-in, of what the first page of work adds, and of the largest part after it. */
export async function firstLoad(browser: Browser, address: string, webFolder: string) {
  const page = await browser.newPage(PHONE)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname.replace('/assets/', '')))
  await page.goto(address)
  await page.getByRole('textbox').first().waitFor()
  const entrance = new Set(asked)
  await enterDemo(page)
  await page.close()
  const files = readdirSync(join(webFolder, 'assets'))
  const weight = (of: Iterable<string>, ending: string): number =>
    [...of].filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + sizeOf(join(webFolder, 'assets', file)), 0)
  const later = files.filter((file) => file.endsWith('.js') && !asked.has(file)).map((file) => ({ file, size: weight([file], '.js') }))
  const shell = weight(entrance, '.js')
  const largest = later.toSorted((one, other) => other.size - one.size)[0] ?? { file: 'none', size: 0 }
  return { shell, area: weight(asked, '.js') - shell, styles: weight(asked, '.css'), font: weight(asked, '.woff2'), largest }
}
async function sizes(browser: Browser, address: string, webFolder: string): Promise<Figures> {
  const { shell, area, styles, font, largest } = await firstLoad(browser, address, webFolder)
  const part = largest.file.replace(/-[\w-]{8}\.js$/, '')
  return [
    { figure: `JavaScript until sign-in (budget ${BUDGET.shell})`, value: rounded(shell), unit: 'kB gzip' },
    { figure: `JavaScript the first page of work adds (budget ${BUDGET.area})`, value: rounded(area), unit: 'kB gzip' },
    { figure: `styles (budget ${BUDGET.styles})`, value: rounded(styles), unit: 'kB gzip' },
    { figure: `typeface (budget ${BUDGET.font})`, value: rounded(font), unit: 'kB' },
    { figure: `largest part loaded later, ${part} (budget ${BUDGET.area})`, value: rounded(largest.size), unit: 'kB gzip' },
  ]
}
function sizeOf(file: string): number {
  return statSync(/\.(js|css)$/.test(file) ? `${file}.gz` : file).size / 1000
}
/** Seconds to the largest paint with an empty cache, and again with a warm one. */
async function paints(browser: Browser, address: string, times: number): Promise<Figures> {
  const cold: number[] = []
  const warm: number[] = []
  for (let time = 0; time < times; time++) {
    const context = await browser.newContext(PHONE)
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    cold.push(await largestPaint(page, address))
    warm.push(await largestPaint(page, address))
    await context.close()
  }
  return [
    { figure: `largest paint of sign-in on a slow phone (budget ${BUDGET.firstPaint})`, value: rounded(middle(cold)), unit: 's' },
    { figure: 'the same from its cache', value: rounded(middle(warm)), unit: 's' },
  ]
}
async function largestPaint(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.getByRole('textbox').first().waitFor()
  await page.waitForLoadState('networkidle')
  const milliseconds = await page.evaluate<number>(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`,
  )
  return milliseconds / 1000
}
/** Buttons, links and boxes of the first pages lower than a finger needs. */
async function targets(browser: Browser, address: string): Promise<Figures> {
  const page = await browser.newPage(PHONE)
  await page.goto(address)
  await page.getByRole('textbox').first().waitFor()
  const atEntrance = await lowTargets(page)
  await enterDemo(page)
  const atWork = await lowTargets(page)
  await page.close()
  return [{ figure: `targets under ${BUDGET.target} px on a phone (budget 0)`, value: atEntrance + atWork, unit: 'targets' }]
}
async function lowTargets(page: Page): Promise<number> {
  const boxes = await Promise.all(
    (await page.locator('button:visible, input:visible, select:visible').all()).map((one) => one.boundingBox()),
  )
  return boxes.filter((box) => box !== null && box.height > 1 && box.height < BUDGET.target).length
}
function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
