import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { demoPlanId, settleDemo } from '../src/app/demo.ts'
import { peopleDemo } from '../src/app/demo-women.ts'
import { listDemoChoices } from '../src/app/mine/demo-choices.ts'
import { OPEN_PAGES } from '../src/app/public/open-pages.ts'
import { makeServer } from '../src/app/server.ts'
import { bringToThisVersion } from '../src/app/start.ts'
import { startCluster } from '../src/platform/embedded.ts'
import { asciiDigits } from '../src/platform/persian.ts'
import { openBrowser } from '../test/chromium.ts'
import { phoneOn } from '../test/her-pages.ts'
import { besideBudget, type Figure, median, rounded, type Size } from './bench.ts'
import { LINE, PHONE } from './screens.ts'

export const name = 'public'
export const about =
  'open pages and her own pages on a slow phone and on slow 3G, out of the demonstration: bytes as they cross the line, pictures, scripts and the largest paint, beside their budgets'
/** Open to everybody: no script at all, 48 kB of everything but pictures. Her own pages: 150 kB with the one script that reads aloud. */
const OPEN = { scripts: 0, bytes: 48, paint: 1.5 } as const
const HERS = { scripts: 1, bytes: 150, paint: 2.5 } as const
type Budget = typeof OPEN | typeof HERS
/** Slow 3G: 400 kbit/s either way, 400 ms there and back. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: (400 * 1024) / 8, uploadThroughput: (400 * 1024) / 8 }
const LINES = [
  ['slow phone', LINE],
  ['slow 3G', SLOW_3G],
] as const
const HER_PAGES = ['/mine', '/mine/work', '/mine/money', '/mine/goods', '/mine/complaints'] as const

/** The demonstration with its year, so that goods, figures, promises and what a woman is owed stand on the pages that are measured. */
export async function run({ full }: Size): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kariz-bench-'))
  const cluster = await startCluster({ dir: join(folder, 'postgres'), unsafe: true })
  await bringToThisVersion(cluster.config, () => undefined)
  const masterKey = Buffer.alloc(32, 7)
  const server = await makeServer({
    config: cluster.config,
    masterKey,
    filesFolder: join(folder, 'files'),
    mode: 'demo',
    logLevel: 'silent',
  })
  await settleDemo(server.house, server.secret)
  await peopleDemo(server.house, () => undefined)
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  try {
    const cookie = await enterAsHer(server)
    const order = /href="(\/goods\/order\?goods=[\w-]+)/.exec(await (await fetch(`${address}/goods`)).text())?.[1]
    const pages: readonly Page[] = [
      ...[...OPEN_PAGES, ...(order === undefined ? [] : [order])].map((path) => ({ path, budget: OPEN, cookie: '' })),
      { path: '/mine', budget: HERS, cookie: '' },
      ...HER_PAGES.map((path) => ({ path, budget: HERS, cookie })),
    ]
    const figures: Figure[] = []
    for (const page of pages) figures.push(...(await measure(browser, address, { ...page, times: full ? 9 : 3 })))
    return figures
  } finally {
    await browser.close()
    await server.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
/** The cookie of the invented woman who is owed money: her pages are the longest. */
async function enterAsHer(server: Awaited<ReturnType<typeof makeServer>>): Promise<string> {
  const [, owed] = await listDemoChoices(server.house, demoPlanId)
  if (owed === undefined) throw new Error('the demonstration lets nobody into pages of her own')
  const phone = phoneOn(server)
  const code = asciiDigits(/کد: ([۰-۹]{6})/.exec((await phone.send('/mine/phone', { phone: owed.phone })).body)?.[1] ?? '')
  await phone.send('/mine/enter', { phone: owed.phone, code, pin: owed.pin })
  await phone.send('/mine/money', { pin: owed.pin })
  return phone.cookie()
}
interface Page {
  readonly path: string
  readonly budget: Budget
  readonly cookie: string
}
async function measure(
  browser: Browser,
  address: string,
  { path, budget, cookie, times }: Page & { readonly times: number },
): Promise<readonly Figure[]> {
  const shown = `${path.replace(/goods=.*/, 'goods=…')}${budget === HERS ? (cookie === '' ? ' (at the door)' : ' (hers)') : ''}`
  const loads = new Map<string, readonly Load[]>()
  for (const [line, conditions] of LINES)
    for (let time = 0; time < times; time++)
      loads.set(line, [...(loads.get(line) ?? []), await load(browser, `${address}${path}`, { cookie, conditions })])
  const [one] = loads.get(LINES[0][0]) ?? []
  return [
    besideBudget(`${shown}: crossing the line`, (one?.bytes ?? 0) / 1000, budget.bytes, 'kB'),
    { figure: `${shown}: pictures`, value: rounded((one?.pictures ?? 0) / 1000), unit: 'kB' },
    { figure: `${shown}: scripts, ${budget.scripts} allowed`, value: one?.scripts ?? 0, unit: 'requests' },
    ...LINES.map(([line]) =>
      besideBudget(`${shown}: largest paint, ${line}`, median((loads.get(line) ?? []).map(({ paint }) => paint)) / 1000, budget.paint, 's'),
    ),
  ]
}
interface Load {
  /** Of everything but pictures, as it crosses the line. */
  readonly bytes: number
  readonly pictures: number
  readonly scripts: number
  readonly paint: number
}
interface Line {
  readonly cookie: string
  readonly conditions: typeof LINE
}
/** One first visit of a phone that has nothing of this house yet. */
async function load(browser: Browser, url: string, { cookie, conditions }: Line): Promise<Load> {
  const context = await browser.newContext(PHONE)
  const [name, value] = cookie.split('=')
  if (name !== undefined && value !== undefined) await context.addCookies([{ name, value, url, sameSite: 'Strict' }])
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', conditions)
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const types = new Map<string, string>()
  let [bytes, pictures] = [0, 0]
  line.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Image') pictures += encodedDataLength
    else bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const paint = await page.evaluate<number>(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`,
  )
  await context.close()
  return { bytes, pictures, scripts: [...types.values()].filter((type) => type === 'Script').length, paint }
}
