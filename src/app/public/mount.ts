import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions, LightMyRequestResponse as InjectResponse } from 'fastify'
import { z } from 'zod'
import { listOpenGoods } from '../../modules/businesses/contract/showing.ts'
import { answerIntroduction, apply } from '../../modules/partners/contract/applications.ts'
import { listDivisions } from '../../modules/territory/contract.ts'
import type { House } from '../../platform/house.ts'
import { languageOf } from '../../platform/http.ts'
import { UUID } from '../../platform/ids.ts'
import { acceptBody, answeredBody, callBody, sentBody, type Typed } from './call-page.ts'
import { mountComplaints } from './complaint-page.ts'
import { page } from './frame.ts'
import { goodsBody } from './goods-page.ts'
import { languageAsked, mountOpenPages, sendSame } from './open-pages.ts'

const style = readFileSync(join(import.meta.dirname, 'style.css'))
const Problem = z.object({
  reasons: z.array(z.object({ sentence: z.string() })).default([]),
  fields: z.array(z.object({ sentence: z.string() })).default([]),
})
/** A form as browsers send it without a script. */
function typedIn(body: unknown): Typed & { readonly all: (name: string) => readonly string[] } {
  const form = new URLSearchParams(typeof body === 'string' ? body : '')
  return {
    one: (name) => form.get(name) ?? '',
    all: (name) => form.getAll(name),
    has: (name, value) => form.getAll(name).includes(value),
  }
}
type Ask = (request: FastifyRequest, options: InjectOptions) => Promise<InjectResponse>
/** Asks a route of the house as whoever looks: in her language, from where she is. */
const asking =
  (app: FastifyInstance): Ask =>
  (request, options) => {
    const { 'accept-language': language } = request.headers
    const headers = { ...(language === undefined ? {} : { 'accept-language': language }), ...options.headers }
    return app.inject({ ...options, headers, remoteAddress: request.ip })
  }
async function listCounties(ask: Ask, request: FastifyRequest, language = languageOf(request)) {
  const answer = await ask(request, { method: 'GET', url: `/api${listDivisions.path}?level=county` })
  const { divisions } = listDivisions.output.parse(answer.json())
  const isEnglish = language === 'en'
  return divisions.map(({ code, nameFa, nameEn }) => ({ code, name: isEnglish ? (nameEn ?? nameFa) : nameFa }))
}
const show = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** Goods that women let be seen. */
function mountGoods(scope: FastifyInstance, ask: Ask, { address, isDemo }: { readonly address: string; readonly isDemo: boolean }): void {
  scope.get('/goods', async (request, reply) => {
    const language = languageAsked(request)
    const { goods } = listOpenGoods.output.parse((await ask(request, { method: 'GET', url: `/api${listOpenGoods.path}` })).json())
    const body = goodsBody({ language, counties: await listCounties(ask, request, language), goods })
    const frame = { language, title: 'goods', isDemo, at: { address, path: '/goods' } } as const
    return sendSame(request, reply, { type: 'text/html', text: page(frame, body) })
  })
}
/**
 * Public pages: made on the server, whole without a script. They stand before the routes of the house and ask them as anybody would: what is refused
 * there is refused here, in the same sentences.
 */
export async function mountPublic(
  app: FastifyInstance,
  { mode, newId, address }: Pick<House, 'mode' | 'newId' | 'address'>,
): Promise<void> {
  const isDemo = mode === 'demo'
  const ask = asking(app)
  const counties = (request: FastifyRequest) => listCounties(ask, request)
  const wrongIn = (answer: { readonly json: () => unknown }): readonly string[] => {
    const { reasons, fields } = Problem.parse(answer.json())
    return [...new Set([...reasons, ...fields].map(({ sentence }) => sentence))]
  }
  const showCall = async (request: FastifyRequest, reply: FastifyReply, form: Typed, wrong: readonly string[], id: string) => {
    const language = languageOf(request)
    const body = callBody({ language, id, counties: await counties(request), typed: form, wrong })
    return show(reply.status(wrong.length === 0 ? 200 : 422), page({ language, title: 'call', isDemo }, body))
  }

  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 65_536 }, (_request, body, done) => {
      done(null, body)
    })
    scope.get('/public.css', async (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(style),
    )
    mountGoods(scope, ask, { address, isDemo })
    mountOpenPages(scope, { ask, counties: (request, language) => listCounties(ask, request, language), address, isDemo })
    const send = (request: FastifyRequest, path: string, payload: object, command: string) =>
      ask(request, { method: 'POST', url: `/api${path}`, headers: { 'idempotency-key': command }, payload })
    mountComplaints(scope, { send, counties, typedIn, wrongIn, show, newId, isDemo })
    scope.get('/call', (request, reply) => showCall(request, reply, typedIn(''), [], newId()))
    scope.post('/call', async (request, reply) => {
      const form = typedIn(request.body)
      const id = UUID.test(form.one('id')) ? form.one('id') : newId()
      const told = { manner: form.one('manner'), personKind: form.one('personKind'), name: form.one('name'), phone: form.one('phone') }
      const payload = { id, ...told, wanted: form.all('wanted'), counties: form.all('counties'), offer: form.one('offer') }
      const answer = await ask(request, { method: 'POST', url: `/api${apply.path}`, headers: { 'idempotency-key': id }, payload })
      if (answer.statusCode !== 200) return showCall(request, reply, form, wrongIn(answer), newId())
      const language = languageOf(request)
      return show(reply, page({ language, title: 'call', isDemo }, sentBody(language, apply.output.parse(answer.json()))))
    })
    const accept = (request: FastifyRequest, reply: FastifyReply, typed: string, wrong: readonly string[]) => {
      const language = languageOf(request)
      const body = acceptBody(language, { typed, wrong })
      return show(reply.status(wrong.length === 0 ? 200 : 422), page({ language, title: 'accept-title', isDemo }, body))
    }
    scope.get('/call/accept', async (request, reply) => accept(request, reply, '', []))
    scope.post('/call/accept', async (request, reply) => {
      const form = typedIn(request.body)
      const [tracking, accepts] = [form.one('tracking'), form.one('accepts') === 'yes']
      const headers = { 'idempotency-key': newId() }
      const answer = await ask(request, { method: 'POST', url: `/api${answerIntroduction.path}`, headers, payload: { tracking, accepts } })
      if (answer.statusCode !== 200) return accept(request, reply, tracking, wrongIn(answer))
      const language = languageOf(request)
      return show(reply, page({ language, title: 'accept-title', isDemo }, answeredBody(language, accepts)))
    })
  })
}
