import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import send from '@fastify/send'
import type { FastifyInstance } from 'fastify'

const PAGE = /^\/(staff|field|mine|sign-in|kit)(\/|$)/

/** Serves the built pages: hashed files for a year, the shell never from a cache. Unknown pages of a surface get the shell. */
export function serveWeb(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return
  const shell = readFileSync(join(folder, 'index.html'))
  const tag = `"${createHash('sha256').update(shell).digest('hex').slice(0, 20)}"`
  app.get('/assets/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const found = await send(request.raw, path, { root: folder, maxAge: '365d', immutable: true, dotfiles: 'deny' })
    return reply.status(found.statusCode).headers(found.headers).send(found.stream)
  })
  for (const url of ['/', '/*'])
    app.get(url, async (request, reply) => {
      const path = request.url.split('?')[0] ?? ''
      if (path !== '/' && !PAGE.test(path)) return reply.callNotFound()
      void reply.header('etag', tag).header('cache-control', 'no-cache').type('text/html; charset=utf-8')
      return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(shell)
    })
}
