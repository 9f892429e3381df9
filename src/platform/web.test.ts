import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { serveWeb } from './web.ts'

const CODE = 'console.log("kariz")'
async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'kariz-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>shell</title>')
  writeFileSync(join(folder, 'secret.txt'), 'not for the web')
  writeFileSync(join(folder, 'assets/a.js'), CODE)
  writeFileSync(join(folder, 'assets/a.js.br'), brotliCompressSync(CODE))
  const app = Fastify()
  serveWeb(app, folder)
  return app
}
test.each(['/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/secret.txt', '/assets/none.js'])('%s is not there', async (url) => {
  const app = await open()
  expect((await app.inject(url)).statusCode).toBeGreaterThanOrEqual(400)
})
test('a browser that reads the small form gets it, with its true type', async () => {
  const app = await open()
  const answer = await app.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'gzip, br' } })
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  })
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(CODE)
})
test('a browser that does not gets the file itself, for a year', async () => {
  const app = await open()
  const answer = await app.inject('/assets/a.js')
  expect(answer.body).toBe(CODE)
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.headers['cache-control']).toContain('immutable')
})
test('a page of a surface gets the shell, and not again while it is the same', async () => {
  const app = await open()
  const answer = await app.inject('/staff/cases')
  expect(answer.body).toContain('shell')
  const again = await app.inject({ url: '/staff/cases', headers: { 'if-none-match': String(answer.headers.etag) } })
  expect(again.statusCode).toBe(304)
})
