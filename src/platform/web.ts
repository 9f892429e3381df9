import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import send from '@fastify/send'
import type { FastifyInstance } from 'fastify'

const PAGE = /^\/(staff|field|sign-in)(\/|$)/

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }
const FORMS = [
  { encoding: 'br', ending: 'br' },
  { encoding: 'gzip', ending: 'gz' },
] as const
/** The smallest form of a file that lies beside it and that the browser reads. */
function smallFormOf(folder: string, path: string, accepted: string) {
  const type = /^\/assets\/[\w.-]+\.(js|css)$/.exec(path)?.[1]
  const form = FORMS.find(({ encoding, ending }) => accepted.includes(encoding) && existsSync(join(folder, `${path}.${ending}`)))
  return type === undefined || form === undefined ? undefined : { ...form, type: TYPES[type] ?? '' }
}
/** Serves the built pages: hashed files for a year, the shell never from a cache. Unknown pages of a surface get the shell. */
export function serveWeb(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return
  const shell = readFileSync(join(folder, 'index.html'))
  const tag = `"${createHash('sha256').update(shell).digest('hex').slice(0, 20)}"`
  app.get('/assets/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const small = smallFormOf(folder, path, request.headers['accept-encoding'] ?? '')
    const file = small === undefined ? path : `${path}.${small.ending}`
    const found = await send(request.raw, file, { root: folder, maxAge: '365d', immutable: true, dotfiles: 'deny' })
    void reply.status(found.statusCode).headers(found.headers).header('vary', 'accept-encoding')
    if (small !== undefined) void reply.header('content-encoding', small.encoding).type(small.type)
    return reply.send(found.stream)
  })
  for (const url of ['/', '/*'])
    app.get(url, async (request, reply) => {
      const path = request.url.split('?')[0] ?? ''
      if (path !== '/' && !PAGE.test(path)) return reply.callNotFound()
      void reply.header('etag', tag).header('cache-control', 'no-cache').type('text/html; charset=utf-8')
      return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(shell)
    })
}
