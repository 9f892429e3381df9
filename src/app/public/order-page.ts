import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OpenGoods } from '../../modules/businesses/contract/showing.ts'
import { readOrderRequestState, requestOrder } from '../../modules/market/contract/order-requests.ts'
import { languageOf } from '../../platform/http.ts'
import { UUID } from '../../platform/ids.ts'
import { readDate } from '../../platform/jalali.ts'
import { shownDigits } from '../../platform/speech.ts'
import type { Language } from '../../platform/words.ts'
import { problems, type Typed } from './call-page.ts'
import type { Borrowed } from './complaint-page.ts'
import { page } from './frame.ts'
import { fieldOf, priceOf, unitOf } from './goods-page.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
import type { words } from './words.ts'

interface Goods extends Borrowed {
  readonly goods: (request: FastifyRequest) => Promise<readonly OpenGoods[]>
}
/** A day as it is written in each language, to be written like it. */
const SAMPLE = { fa: '۱۴۰۵/۱۱/۱۵', en: '2027-02-04' } as const
/**
 * Whoever sees goods asks for an order of them, without an account and without a script, and reads with number and telephone where it stands. Both
 * travel in the form and never in an address.
 */
export function mountOrders(scope: FastifyInstance, { goods, send, typedIn, wrongIn, show, newId, isDemo }: Goods): void {
  const whole = (request: FastifyRequest, title: 'order' | 'order-state', body: Html): string =>
    page({ language: languageOf(request), title, isDemo }, body)
  const write = async (request: FastifyRequest, reply: FastifyReply, typed: Typed, wrong: readonly string[]) => {
    const language = languageOf(request)
    const one = (await goods(request)).find(({ id }) => id === typed.one('goods'))
    if (one === undefined) return show(reply.status(404), whole(request, 'order', goneBody(language)))
    const body = orderBody({ language, id: newId(), one, typed, wrong })
    return show(reply.status(wrong.length === 0 ? 200 : 422), whole(request, 'order', body))
  }
  const look = (request: FastifyRequest, reply: FastifyReply, typed: Typed, wrong: readonly string[]) =>
    show(reply.status(wrong.length === 0 ? 200 : 422), whole(request, 'order-state', askBody(languageOf(request), typed, wrong)))

  scope.get('/goods/order', (request, reply) => write(request, reply, typedIn(new URL(request.url, 'http://here').search), []))
  scope.post('/goods/order', async (request, reply) => {
    const [form, language] = [typedIn(request.body), languageOf(request)]
    const day = dayIn(form.one('wantedOn'))
    if (day === undefined) return write(request, reply, form, [say('order-day-wrong', language, { day: SAMPLE[language] })])
    const id = UUID.test(form.one('id')) ? form.one('id') : newId()
    const who = { personKind: form.one('personKind'), name: form.one('name'), phone: form.one('phone') }
    const what = { goodsId: form.one('goods'), quantity: form.one('quantity'), wantedOn: day, message: form.one('message') }
    const answer = await send(request, requestOrder.path, { id, ...who, ...what }, id)
    if (answer.statusCode !== 200) return write(request, reply, form, wrongIn(answer, labelsIn(language)))
    return show(reply, whole(request, 'order', sentBody(language, requestOrder.output.parse(answer.json()))))
  })
  scope.get('/goods/order/state', async (request, reply) => look(request, reply, typedIn(''), []))
  scope.post('/goods/order/state', async (request, reply) => {
    const [form, language] = [typedIn(request.body), languageOf(request)]
    const asked = { number: form.one('number'), phone: form.one('phone') }
    const answer = await send(request, readOrderRequestState.path, asked, newId())
    if (answer.statusCode !== 200)
      return look(request, reply, form, wrongIn(answer, { number: say('order-number', language), phone: say('phone', language) }))
    return show(reply, whole(request, 'order-state', stateBody(language, readOrderRequestState.output.parse(answer.json()))))
  })
}
/** The wished day; null where none was written, undefined where it cannot be read. */
function dayIn(typed: string): string | null | undefined {
  if (typed.trim() === '') return null
  const read = readDate(typed)
  return 'iso' in read ? read.iso : undefined
}
const labelsIn = (language: Language): Readonly<Record<string, string>> => ({
  personKind: say('person-kind', language),
  name: say('name', language),
  phone: say('phone', language),
  quantity: say('order-quantity', language, { unit: '' }).replace(' ()', ''),
  wantedOn: say('order-wanted-on', language),
  message: say('order-message', language),
})
interface Ordering {
  readonly language: Language
  /** The command: the same form sent twice asks once. */
  readonly id: string
  readonly one: OpenGoods
  readonly typed: Typed
  readonly wrong: readonly string[]
}
const must = html` <span class="must" aria-hidden="true">*</span>`
function orderBody({ language, id, one, typed, wrong }: Ordering): Html {
  const text = (key: keyof typeof words): string => say(key, language)
  const kind = (value: string): Html =>
    html`<label class="choice"><input type="radio" name="personKind" value="${value}"${typed.has('personKind', value) ? html` checked` : null} required><span>${text(value === 'legal' ? 'person-legal' : 'person-natural')}</span></label>`
  return html`<h1>${text('order')}</h1><p>${text('order-lead')}</p><section class="card"><h2>${one.name}</h2><p class="quiet">${fieldOf(one, language)}</p><p>${priceOf(one, language)}</p></section>${problems(language, wrong)}
<form class="card" method="post" action="/goods/order"><input type="hidden" name="id" value="${id}"><input type="hidden" name="goods" value="${one.id}">
<div class="field"><label class="label" for="quantity">${say('order-quantity', language, { unit: unitOf(one, language) })}${must}</label><input type="text" inputmode="numeric" id="quantity" name="quantity" dir="ltr" required maxlength="9" autocomplete="off" value="${typed.one('quantity')}"></div>
<div class="field"><label class="label" for="wantedOn">${text('order-wanted-on')}</label><p class="hint" id="wanted-hint">${say('order-wanted-hint', language, { day: SAMPLE[language] })}</p><input type="text" id="wantedOn" name="wantedOn" dir="ltr" maxlength="20" autocomplete="off" aria-describedby="wanted-hint" value="${typed.one('wantedOn')}"></div>
<fieldset><legend>${text('person-kind')}${must}</legend><div class="two">${kind('natural')}${kind('legal')}</div></fieldset>
<div class="field"><label class="label" for="name">${text('name')}${must}</label><input type="text" id="name" name="name" required maxlength="160" autocomplete="name" value="${typed.one('name')}"></div>
<div class="field"><label class="label" for="phone">${text('phone')}${must}</label><p class="hint" id="phone-hint">${text('order-phone-hint')}</p><input type="tel" id="phone" name="phone" dir="ltr" required maxlength="20" autocomplete="tel" aria-describedby="phone-hint" value="${typed.one('phone')}"></div>
<div class="field"><label class="label" for="message">${text('order-message')}</label><textarea id="message" name="message" maxlength="1000">${typed.one('message')}</textarea></div>
<button type="submit">${text('order-send')}</button></form>
<p><a href="/goods">${text('order-others')}</a></p>`
}
function goneBody(language: Language): Html {
  return html`<h1>${say('order', language)}</h1><section class="card"><p>${say('order-gone', language)}</p></section><p><a href="/goods">${say('order-others', language)}</a></p>`
}
function sentBody(language: Language, told: { readonly number: string; readonly goodsName: string; readonly answerBy: string }): Html {
  const lead = say('order-sent-text', language, { goods: told.goodsName, day: told.answerBy })
  return html`<h1>${say('order-sent', language)}</h1><section class="card"><p>${lead}</p><p class="code">${shownDigits(told.number, language)}</p><p>${say('order-keep', language)}</p></section><p><a href="/goods/order/state">${say('order-state', language)}</a></p><p><a href="/goods">${say('order-others', language)}</a></p>`
}

function askBody(language: Language, typed: Typed, wrong: readonly string[]): Html {
  return html`<h1>${say('order-state', language)}</h1><p>${say('order-state-lead', language)}</p>${problems(language, wrong, 'look-again')}
<form class="card" method="post" action="/goods/order/state"><div class="field"><label class="label" for="number">${say('order-number', language)}${must}</label><input type="text" id="number" name="number" dir="ltr" required maxlength="20" autocomplete="off" value="${typed.one('number')}"></div>
<div class="field"><label class="label" for="phone">${say('phone', language)}${must}</label><input type="tel" id="phone" name="phone" dir="ltr" required maxlength="20" autocomplete="tel" value="${typed.one('phone')}"></div>
<button type="submit">${say('order-look', language)}</button></form>`
}
type State = ReturnType<typeof readOrderRequestState.output.parse>
function stateBody(language: Language, one: State): Html {
  const { number, goodsName: goods, quantity, unit, state, since, answerBy, reason } = one
  const stands = say(`order-is-${state}`, language, { day: state === 'received' ? answerBy : since })
  return html`<h1>${say('order-state', language)}</h1><section class="card"><p class="code">${shownDigits(number, language)}</p><p>${say('order-what', language, { quantity, unit, goods })}</p><p>${stands}</p>${reason === null ? null : html`<p>${reason}</p>`}</section><p><a href="/goods">${say('order-others', language)}</a></p>`
}
