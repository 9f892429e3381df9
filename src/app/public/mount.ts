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
import type { Language } from '../../platform/words.ts'
import { acceptBody, answeredBody, callBody, callLabels, sentBody, type Typed } from './call-page.ts'
import { mountComplaints } from './complaint-page.ts'
import { page } from './frame.ts'
import { goodsBody } from './goods-page.ts'
import { languageAsked, mountOpenPages, sendSame } from './open-pages.ts'
import { mountOrders } from './order-page.ts'

const style = readFileSync(join(import.meta.dirname, 'style.css'))
const Problem = z.object({
  reasons: z.array(z.object({ sentence: z.string() })).default([]),
  fields: z.array(z.object({ path: z.string(), sentence: z.string() })).default([]),
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
/** What could not be taken, as sentences; a field that has a label is called by it. */
function wrongIn(answer: { readonly json: () => unknown }, labels: Readonly<Record<string, string>> = {}): readonly string[] {
  const { reasons, fields } = Problem.parse(answer.json())
  const ofFields = fields.map(({ path, sentence }) => {
    const label = labels[path.split('.')[0] ?? '']
    return label === undefined ? sentence : `${label}: ${sentence}`
  })
  // Where fields are named, the sentence about all of them says nothing more.
  return [...new Set(ofFields.length > 0 ? ofFields : reasons.map(({ sentence }) => sentence))]
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

/** Goods that women let be seen, as anybody reads them now. */
async function listGoods(ask: Ask, request: FastifyRequest) {
  return listOpenGoods.output.parse((await ask(request, { method: 'GET', url: `/api${listOpenGoods.path}` })).json()).goods
}
function mountGoods(scope: FastifyInstance, ask: Ask, { address, isDemo }: { readonly address: string; readonly isDemo: boolean }): void {
  scope.get('/goods', async (request, reply) => {
    const language = languageAsked(request)
    const goods = await listGoods(ask, request)
    const body = goodsBody({ language, goods })
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
  const counties = (request: FastifyRequest, language?: Language) => listCounties(ask, request, language)
  const showCall = async (request: FastifyRequest, reply: FastifyReply, form: Typed, wrong: readonly string[], id: string) => {
    const language = languageOf(request)
    const body = callBody({ language, id, counties: await counties(request), typed: form, wrong })
    return show(reply.status(422), page({ language, title: 'call', isDemo }, body))
  }

  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 65_536 }, (_request, body, done) => {
      done(null, body)
    })
    scope.get('/public.css', async (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(style),
    )
    mountGoods(scope, ask, { address, isDemo })
    mountOpenPages(scope, { ask, counties, address, isDemo })
    const send = (request: FastifyRequest, path: string, payload: object, command: string) =>
      ask(request, { method: 'POST', url: `/api${path}`, headers: { 'idempotency-key': command }, payload })
    const borrowed = { send, counties, typedIn, wrongIn, show, newId, isDemo, address }
    mountComplaints(scope, borrowed)
    mountOrders(scope, { ...borrowed, goods: (request) => listGoods(ask, request) })
    scope.get('/call', async (request, reply) => {
      const language = languageAsked(request)
      const body = callBody({ language, id: newId(), counties: await counties(request, language), typed: typedIn(''), wrong: [] })
      return show(reply, page({ language, title: 'call', isDemo, at: { address, path: '/call' } }, body))
    })
    scope.post('/call', async (request, reply) => {
      const form = typedIn(request.body)
      const id = UUID.test(form.one('id')) ? form.one('id') : newId()
      const told = { manner: form.one('manner'), personKind: form.one('personKind'), name: form.one('name'), phone: form.one('phone') }
      const payload = { id, ...told, wanted: form.all('wanted'), counties: form.all('counties'), offer: form.one('offer') }
      const answer = await ask(request, { method: 'POST', url: `/api${apply.path}`, headers: { 'idempotency-key': id }, payload })
      const language = languageOf(request)
      if (answer.statusCode !== 200) return showCall(request, reply, form, wrongIn(answer, callLabels(language)), newId())
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
