import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions, LightMyRequestResponse as InjectResponse } from 'fastify'
import { listReleases } from '../../modules/outcomes/contract/releases.ts'
import { languageOf } from '../../platform/http.ts'
import type { Language } from '../../platform/words.ts'
import { aboutBody, aboutData } from './about-page.ts'
import { type FiguresPage, figuresBody, figuresCsv, figuresData, pledgesBody } from './figures-page.ts'
import { page } from './frame.ts'

interface Mounting {
  readonly ask: (request: FastifyRequest, options: InjectOptions) => Promise<InjectResponse>
  readonly counties: (request: FastifyRequest, language: Language) => Promise<FiguresPage['counties']>
  readonly address: string
  readonly isDemo: boolean
}
/** Pages anybody may find again, in the order of the sitemap. */
export const OPEN_PAGES = ['/about', '/figures', '/pledges', '/goods', '/call', '/complaint'] as const
/** The language an address names, or else the reader's. */
export function languageAsked(request: FastifyRequest): Language {
  const { query } = request
  const lang = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined
  return lang === 'en' || lang === 'fa' ? lang : languageOf(request)
}
/** Asked for again each time, sent again only when it has changed: what is taken back is gone in that moment, and nothing is sent twice. */
export function sendSame(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, text }: { readonly type: string; readonly text: string },
): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 20)}"`
  void reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'accept-language').type(`${type}; charset=utf-8`)
  return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(text)
}
/** What is for everybody to read: the plan in plain words, published figures and promises, and where search engines find them. */
export function mountOpenPages(scope: FastifyInstance, { ask, counties, address, isDemo }: Mounting): void {
  const html = 'text/html'
  const figures = async (request: FastifyRequest): Promise<FiguresPage> => {
    const language = languageAsked(request)
    const { releases } = listReleases.output.parse((await ask(request, { method: 'GET', url: `/api${listReleases.path}` })).json())
    return { language, releases, counties: await counties(request, language) }
  }
  scope.get('/about', async (request, reply) => {
    const language = languageAsked(request)
    const frame = { language, title: 'about', isDemo, at: { address, path: '/about' }, data: aboutData(language, address) } as const
    return sendSame(request, reply, { type: html, text: page(frame, aboutBody(language)) })
  })
  scope.get('/figures', async (request, reply) => {
    const told = await figures(request)
    const frame = {
      language: told.language,
      title: 'figures',
      isDemo,
      at: { address, path: '/figures' },
      data: figuresData(told, address),
    } as const
    return sendSame(request, reply, { type: html, text: page(frame, figuresBody(told)) })
  })
  scope.get('/figures.csv', async (request, reply) =>
    sendSame(request, reply, { type: 'text/csv', text: figuresCsv(await figures(request)) }),
  )
  scope.get('/pledges', async (request, reply) => {
    const told = await figures(request)
    const frame = { language: told.language, title: 'pledges', isDemo, at: { address, path: '/pledges' } } as const
    return sendSame(request, reply, { type: html, text: page(frame, pledgesBody(told)) })
  })
  scope.get('/robots.txt', async (request, reply) =>
    sendSame(request, reply, {
      type: 'text/plain',
      // The demonstration is invented and is not to be found by anybody who looks for the plan.
      text: isDemo
        ? 'User-agent: *\nDisallow: /\n'
        : `User-agent: *\n${OPEN_PAGES.map((path) => `Allow: ${path}`).join('\n')}\nDisallow: /\nSitemap: ${address}/sitemap.xml\n`,
    }),
  )
  scope.get('/sitemap.xml', async (request, reply) => {
    const urls = OPEN_PAGES.map((path) => `<url><loc>${address}${path}</loc></url>`).join('')
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>\n`
    return sendSame(request, reply, { type: 'application/xml', text })
  })
}
