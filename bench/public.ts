import type { Browser } from 'playwright-core'
import { OPEN_PAGES } from '../src/app/public/open-pages.ts'
import { openBrowser } from '../test/chromium.ts'
import { type Figure, median, rounded, type Size } from './bench.ts'
import { openBenchHouse } from './house.ts'
import { LINE, PHONE } from './screens.ts'

export const name = 'public'
export const about =
  'pages open to everybody on a slow phone: bytes as they cross the line, requests, and time to the largest paint, beside their budget'
/** Budget of a public page: 10 kB of styles within 48 kB of everything but pictures, no script at all, seconds on a slow phone. */
const BUDGET = { script: 0, bytes: 48, paint: 1.5 } as const

export async function run({ full }: Size): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  try {
    const figures: Figure[] = []
    for (const path of OPEN_PAGES) figures.push(...(await measure(browser, `${address}${path}`, { path, times: full ? 9 : 3 })))
    return figures
  } finally {
    await browser.close()
    await house.close()
  }
}
async function measure(
  browser: Browser,
  url: string,
  { path, times }: { readonly path: string; readonly times: number },
): Promise<readonly Figure[]> {
  const paints: number[] = []
  let bytes = 0
  let scripts = 0
  for (let time = 0; time < times; time++) {
    const context = await browser.newContext(PHONE)
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    bytes = 0
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    page.on('request', (request) => {
      scripts += request.resourceType() === 'script' ? 1 : 0
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    paints.push(
      await page.evaluate<number>(
        `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`,
      ),
    )
    await context.close()
  }
  return [
    { figure: `${path}: crossing the line (budget ${BUDGET.bytes})`, value: rounded(bytes / 1000), unit: 'kB' },
    { figure: `${path}: scripts (budget ${BUDGET.script})`, value: scripts, unit: 'requests' },
    { figure: `${path}: largest paint on a slow phone (budget ${BUDGET.paint})`, value: rounded(median(paints) / 1000), unit: 's' },
  ]
}
