// npm run screenshots: takes the pictures of the guide from the demonstration as it stands, on a throw-away cluster of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { settleDemo } from '../src/app/demo.ts'
import { peopleDemo } from '../src/app/demo-women.ts'
import { makeServer } from '../src/app/server.ts'
import { startCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openBrowser } from '../test/chromium.ts'
import { type Shot, shots } from './shots.ts'

const images = resolve(import.meta.dirname, '../docs/img')

async function take(browser: Browser, address: string, { file, who, width, path, press = [] }: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 800 }, locale: 'fa-IR' })
  const page: Page = await context.newPage()
  await page.goto(who === null ? `${address}${path}` : address)
  if (who !== null) {
    await page
      .getByRole('button', { name: new RegExp(`(^| )${who}$`) })
      .first()
      .click()
    await page.locator('main#content h1').waitFor()
    await page.goto(`${address}${path}`)
    await page.locator('main#content h1').waitFor()
    for (const name of press) await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click()
  }
  await page.waitForLoadState('networkidle')
  const picture = await page.screenshot()
  await sharp(picture)
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toFile(join(images, `${file}.png`))
  console.log(`${file}.png`)
  await context.close()
}

const dir = mkdtempSync(join(tmpdir(), 'kariz-shots-'))
const cluster = await startCluster({ dir: join(dir, 'postgres'), unsafe: true })
await migrate(cluster.config)
const webFolder = join(dir, 'web')
await buildWebIfStale(webFolder)
const server = await makeServer({
  config: cluster.config,
  masterKey: Buffer.alloc(32, 7),
  filesFolder: join(dir, 'files'),
  mode: 'demo',
  webFolder,
})
await settleDemo(server.house, server.secret)
await peopleDemo(server.house, (done, all) => console.log(`women ${done}/${all}`))
const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
mkdirSync(images, { recursive: true })
const browser = await openBrowser()
for (const shot of shots) await take(browser, address, shot)
await browser.close()
await server.stop()
await cluster.stop()
rmSync(dir, { recursive: true, force: true })
