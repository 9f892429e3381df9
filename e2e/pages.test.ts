import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUDGET, firstLoad } from '../bench/screens.ts'
import { type Action, actions } from '../src/access/actions.ts'
import { demoAccounts } from '../src/access/demo.ts'
import { actionsOf } from '../src/access/policy.ts'
import { demoId, demoPlanId } from '../src/app/demo.ts'
import { OPEN_PAGES } from '../src/app/public/open-pages.ts'
import { navWords as market } from '../src/modules/market/nav-words.ts'
import { english } from '../src/ui/words.en.ts'
import { words } from '../src/ui/words.ts'
import { axeFaults, sidewaysScroll } from '../test/axe.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, type Stage } from './driving.ts'
import { type SmallWorld, settleSmallWorld } from './small-world.ts'

/** Every page of the house, opened by somebody who may: sound for axe, spoken in Persian, within its width, with a title that names nobody. */
interface Page {
  readonly path: string
  readonly action: Action
}
const root = resolve(import.meta.dirname, '..')
/** The pages as the rooms list them; read as text, since a list of screens belongs to the browser. */
const pages: readonly Page[] = globSync('src/**/screens/routes.tsx', { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/path: '([^']+)'[^}]*?action: '([^']+)'/g)].map(([, path = '', name]) => {
    const action = actions.find((one) => one === name)
    if (action === undefined) throw new Error(`${file} names no action for ${path}`)
    return { path, action }
  }),
)
let browser: Browser
let house: Awaited<ReturnType<typeof openDemo>>
let world: SmallWorld
const faults: string[] = []
beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openDemo()])
  const { started_on: startedOn } = await house.house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  )
  world = await settleSmallWorld(house.house, startedOn)
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** Who opens which pages: those nearer to the women first, so that a page is seen with most on it; her file by everyone whose part of it differs. */
const openers = [
  'rahyar-dashtestan',
  'goftogu-jahad',
  'mojri',
  'behzisti-dashtestan',
  'barresi',
  'imeni',
  'hamsani',
  'taeed',
  'rahbar',
  'momayez',
  'bazar-dashtestan',
  'farmandari-dashtestan',
]
const FILE = '/staff/cases/$caseId'
const accountOf = (key: string) => demoAccounts.find(({ email }) => email === `${key}@kariz.example`)
function pagesOf(key: string): readonly Page[] {
  const may = (one: string, page: Page): boolean => {
    const account = accountOf(one)
    return account !== undefined && actionsOf(account).includes(page.action)
  }
  return pages.filter((page) => may(key, page) && (page.path === FILE || openers.find((one) => may(one, page)) === key))
}
/** What stands behind the id of an address, by the room it lies in. */
const THINGS: readonly (readonly [under: string, thing: string])[] = [
  ['/staff/hubs', 'hub/small'],
  ['/staff/opportunities', 'opportunity/small'],
  ['/staff/runs', 'run/small'],
  ['/staff/pledges', 'pledge/small'],
  ['/staff/orders', 'order/small'],
  ['/staff/lots', 'lot/small'],
  ['/staff/scopes', 'scope/small'],
  ['/staff/deliverables', 'deliverable/small'],
  ['/staff/grievances', 'grievance/small'],
  ['/staff/meetings', 'meeting/small'],
  ['/staff/monthly-sheets', 'sheet/small'],
  ['/staff/resolutions', 'resolution/small'],
  ['/staff/visits', 'visit/small'],
  ['/staff/obstacles', 'obstacle/small'],
  ['/staff/amayesh/studies', 'study/small'],
]
/** The address of a page, with something real behind each of its parts. */
function addressOf({ path }: Page): string {
  const parts: Readonly<Record<string, string>> = {
    caseId: path.endsWith('/letter') ? world.refused.caseId : world.queued.caseId,
    personId: world.refused.personId,
    paperId: world.paperId,
    importId: world.importId,
    interviewId: world.interviewId,
    accountId: demoId('account/rahyar-dashtestan@kariz.example'),
    id: demoId(THINGS.find(([under]) => path.startsWith(under))?.[1] ?? 'organisation/behzisti'),
    code: 'HB001',
  }
  return path.replaceAll(/\$([A-Za-z]+)/g, (_, part: string) => parts[part] ?? '')
}
/** What is wrong with a page as it stands now. Contrast is looked at once, and what axe finds is the same in every language. */
async function faultsOf(
  tab: Tab,
  { withAxe, withContrast }: { readonly withAxe: boolean; readonly withContrast: boolean },
): Promise<readonly string[]> {
  const wide = await sidewaysScroll(tab)
  return [...(withAxe ? await axeFaults(tab, { withContrast }) : []), ...(wide > 0 ? [`${wide} px wider than its window`] : [])]
}
/** What is written in Latin letters wherever it stands: addresses of mail and web, names of files. */
const DATA = /\S+@\S+|https?:\S+|\S+\.(?:xlsx|csv)/g
/** Names a screen reader would speak, one for each element that has one. */
async function namesOn(tab: Tab): Promise<readonly string[]> {
  return (await tab.locator('body').ariaSnapshot()).split('\n').flatMap((line) => /^\s*- '?[a-z]+ "([^"]*)"/.exec(line)?.[1] ?? [])
}
const LOADING = new RegExp(`${words.loading.message}|${english.loading}`)
async function settled(tab: Tab): Promise<void> {
  await tab.locator('main#content h1').waitFor()
  await tab.locator('main [role=status]').filter({ hasText: LOADING }).first().waitFor({ state: 'hidden' })
}

describe('every page of the house', () => {
  test('is opened by somebody', () => {
    expect(pages.length).toBeGreaterThan(30)
    const opened = new Set(openers.flatMap((key) => pagesOf(key).map(({ path }) => path)))
    expect(pages.map(({ path }) => path).filter((path) => !opened.has(path))).toEqual([])
  })
  test('comes within the bytes it may cost a phone', async () => {
    const { shell, area, styles, font, largest } = await firstLoad(browser, house.address, house.webFolder)
    const over = { shell: shell > BUDGET.shell, area: area > BUDGET.area, styles: styles > BUDGET.styles, font: font > BUDGET.font }
    expect({ ...over, largest: largest.size > BUDGET.area ? largest.file : 'within' }).toEqual({
      shell: false,
      area: false,
      styles: false,
      font: false,
      largest: 'within',
    })
  })
  test.each(openers)('as %s', async (key) => {
    const stage: Stage = { browser, address: house.address, width: 1366, faults }
    const tab = await enter(stage, accountOf(key)?.place ?? '')
    const found: string[] = []
    const look = async (page: Page, width: number, language: 'fa' | 'en'): Promise<void> => {
      await tab.setViewportSize({ width, height: 844 })
      found.push(
        ...(await faultsOf(tab, { withAxe: language === 'fa', withContrast: width > 390 })).map(
          (fault) => `${page.path} ${width} ${language}: ${fault}`,
        ),
      )
    }
    const inPersian = async (page: Page): Promise<void> => {
      if (await tab.locator('main [role=alert]').isVisible())
        found.push(`${page.path} says ${await tab.locator('main [role=alert]').textContent()}`)
      const title = await tab.title()
      if (!/^([^·]+ · )?کاریز$/.test(title)) found.push(`${page.path} is called «${title}»`)
      await look(page, 390, 'fa')
      await look(page, 1366, 'fa')
      const strange = (await namesOn(tab)).filter((name) => /[A-Za-z]/.test(name.replaceAll(DATA, '')) && name !== 'English')
      found.push(...strange.map((name) => `${page.path} says «${name}» to whoever hears it`))
    }
    // A page is opened in the language in which the one before it was left: each is changed once.
    for (const [turn, page] of pagesOf(key).entries()) {
      await tab.goto(`${house.address}${addressOf(page)}`)
      await settled(tab)
      if (turn % 2 === 0) await inPersian(page)
      else await look(page, 1366, 'en')
      const [button, language] = turn % 2 === 0 ? ['English', 'en'] : ['فارسی', 'fa']
      await tab.getByRole('button', { name: button }).click()
      await tab.locator(`html[lang=${language}]`).waitFor()
      if (turn % 2 === 0) await look(page, 1366, 'en')
      else await inPersian(page)
    }
    await tab.context().close()
    expect(found).toEqual([])
  })
  test('keeps a heading where a file is not the reader’s or is none at all, and says what to do', async () => {
    // What the browser itself says of a refused request is not a fault of the page.
    const tab = await enter({ browser, address: house.address, width: 390, faults: [] }, accountOf('rahyar-dashtestan')?.place ?? '')
    for (const id of [demoPlanId, 'no-file']) {
      await tab.goto(`${house.address}/staff/cases/${id}`)
      await tab.getByRole('heading', { level: 1, name: words['page-not-open'].message }).waitFor()
      expect(await tab.locator('main [role=alert] p').first().textContent()).toMatch(/[آ-ی]{3,}.*\.$/)
      expect(await tab.getByRole('button', { name: words['try-again'].message }).isVisible()).toBe(true)
      expect(await axeFaults(tab)).toEqual([])
    }
    await tab.context().close()
  })
  test.each([390, 1366])('says without a network that it cannot come, and comes when the network is back, at %i px', async (width) => {
    const tab = await enter({ browser, address: house.address, width, faults: [] }, accountOf('bazar-dashtestan')?.place ?? '')
    const menu = tab.getByRole('button', { name: words.menu.message, exact: true })
    if (await menu.isVisible()) await menu.click()
    await tab.context().setOffline(true)
    await tab.getByRole('link', { name: market.lots.message, exact: true }).click()
    await tab.getByRole('heading', { level: 1, name: words['page-not-open'].message }).waitFor()
    expect(await tab.locator('main [role=alert]').textContent()).toContain(words.offline.message)
    await tab.context().setOffline(false)
    await tab.getByRole('button', { name: words['try-again'].message }).click()
    await tab.getByRole('heading', { level: 1, name: market.lots.message }).waitFor()
    await tab.context().close()
  })
  test('and what is open to everybody is sound at either width and fits it, without a script that runs', async () => {
    const tab = await browser.newPage()
    tab.on('console', (message) => faults.push(message.text()))
    const found: string[] = []
    for (const path of [...OPEN_PAGES, '/goods/order/state', '/call/accept', '/complaint/answer'])
      for (const width of [390, 1366]) {
        await tab.setViewportSize({ width, height: 844 })
        await tab.goto(`${house.address}${path}`)
        found.push(...(await faultsOf(tab, { withAxe: true, withContrast: true })).map((fault) => `${path} ${width}: ${fault}`))
      }
    await tab.close()
    expect(found).toEqual([])
  })
  test('complains of nothing in the console', () => {
    expect(faults).toEqual([])
  })
})
