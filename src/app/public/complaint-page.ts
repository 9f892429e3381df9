import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { complain, grievanceAbouts, readComplaint, sayOfComplaint } from '../../modules/oversight/contract/grievances.ts'
import { grievanceEnglish } from '../../modules/oversight/words/grievances.en.ts'
import { grievanceWords } from '../../modules/oversight/words/grievances.ts'
import { languageOf } from '../../platform/http.ts'
import { UUID } from '../../platform/ids.ts'
import { speaker } from '../../platform/speech.ts'
import type { Language } from '../../platform/words.ts'
import { problems, type Typed } from './call-page.ts'
import { page } from './frame.ts'
import { type Html, html } from './html.ts'
import { languageAsked } from './open-pages.ts'
import { say } from './say.ts'

const sayOf = speaker(grievanceWords, grievanceEnglish)
type Read = ReturnType<typeof readComplaint.output.parse>
interface Asked {
  readonly statusCode: number
  readonly json: () => unknown
}
/** What this page borrows of the public pages. */
export interface Borrowed {
  readonly send: (request: FastifyRequest, path: string, payload: object, command: string) => Promise<Asked>
  readonly counties: (request: FastifyRequest, language?: Language) => Promise<readonly { readonly code: string; readonly name: string }[]>
  readonly typedIn: (body: unknown) => Typed
  readonly wrongIn: (answer: Asked, labels?: Readonly<Record<string, string>>) => readonly string[]
  readonly show: (reply: FastifyReply, text: string) => FastifyReply
  readonly newId: () => string
  readonly address: string
  readonly isDemo: boolean
}
/** Whoever has something to complain of, without a name and without a script; with the code she reads the answer and says whether it settled the matter. */
export function mountComplaints(scope: FastifyInstance, borrowed: Borrowed): void {
  const { send, counties, typedIn, wrongIn, show, newId, isDemo, address } = borrowed
  const whole = (request: FastifyRequest, body: Html): string => page({ language: languageOf(request), title: 'complaint', isDemo }, body)
  const write = async (request: FastifyRequest, reply: FastifyReply, typed: Typed, wrong: readonly string[]) => {
    const body = complaintBody({ language: languageOf(request), id: newId(), counties: await counties(request), typed, wrong })
    return show(reply.status(wrong.length === 0 ? 200 : 422), whole(request, body))
  }
  const ask = (request: FastifyRequest, reply: FastifyReply, tracking: string, wrong: readonly string[]) => {
    const body = askBody(languageOf(request), tracking, wrong)
    return show(reply.status(wrong.length === 0 ? 200 : 422), whole(request, body))
  }
  scope.get('/complaint', async (request, reply) => {
    const language = languageAsked(request)
    const body = complaintBody({ language, id: newId(), counties: await counties(request, language), typed: typedIn(''), wrong: [] })
    return show(reply, page({ language, title: 'complaint', isDemo, at: { address, path: '/complaint' } }, body))
  })
  scope.post('/complaint', async (request, reply) => {
    const form = typedIn(request.body)
    const id = UUID.test(form.one('id')) ? form.one('id') : newId()
    const countyCode = form.one('county') === '' ? null : form.one('county')
    const payload = { id, about: form.one('about'), countyCode, text: form.one('text'), privateText: form.one('private') }
    const answer = await send(request, complain.path, payload, id)
    if (answer.statusCode !== 200) {
      const language = languageOf(request)
      const labels = { about: sayOf('grievance-about', language), text: sayOf('grievance-text', language) }
      return write(request, reply, form, wrongIn(answer, labels))
    }
    return show(reply, whole(request, filedBody(languageOf(request), complain.output.parse(answer.json()))))
  })
  scope.get('/complaint/answer', async (request, reply) => ask(request, reply, '', []))
  scope.post('/complaint/answer', async (request, reply) => {
    const form = typedIn(request.body)
    const [tracking, word] = [form.one('tracking').trim(), form.one('settled')]
    const said = { tracking, isSettled: word === 'yes', text: form.one('text') }
    const answer =
      word === '' ? await send(request, readComplaint.path, { tracking }, newId()) : await send(request, sayOfComplaint.path, said, newId())
    if (answer.statusCode === 200)
      return show(
        reply,
        whole(request, readBody({ language: languageOf(request), tracking, one: readComplaint.output.parse(answer.json()) })),
      )
    const again = word === '' ? undefined : await send(request, readComplaint.path, { tracking }, newId())
    if (again?.statusCode !== 200) return ask(request, reply, tracking, wrongIn(answer))
    const one = readComplaint.output.parse(again.json())
    return show(reply.status(422), whole(request, readBody({ language: languageOf(request), tracking, one, wrong: wrongIn(answer) })))
  })
}
interface Writing {
  readonly language: Language
  readonly id: string
  readonly counties: readonly { readonly code: string; readonly name: string }[]
  readonly typed: Typed
  readonly wrong: readonly string[]
}
function complaintBody({ language, id, counties, typed, wrong }: Writing): Html {
  const must = html` <span class="must" aria-hidden="true">*</span>`
  const option = (name: string, value: string, label: string): Html =>
    html`<option value="${value}"${typed.has(name, value) ? html` selected` : null}>${label}</option>`
  return html`<h1>${say('complaint', language)}</h1><p>${say('complaint-lead', language)}</p>${problems(language, wrong)}
<form class="card" method="post" action="/complaint"><input type="hidden" name="id" value="${id}">
<div class="field"><label class="label" for="about">${sayOf('grievance-about', language)}${must}</label><select id="about" name="about" required>${option('about', '', '—')}${grievanceAbouts.map((one) => option('about', one, sayOf(`about-${one}`, language)))}</select></div>
<div class="field"><label class="label" for="county">${sayOf('grievance-county', language)}</label><p class="hint" id="county-hint">${say('complaint-county', language)}</p><select id="county" name="county" aria-describedby="county-hint">${option('county', '', '—')}${counties.map(({ code, name }) => option('county', code, name))}</select></div>
<div class="field"><label class="label" for="text">${sayOf('grievance-text', language)}${must}</label><textarea id="text" name="text" required maxlength="2000">${typed.one('text')}</textarea></div>
<div class="field"><label class="label" for="private">${sayOf('private-text', language)}</label><p class="hint" id="private-hint">${say('complaint-private', language)}</p><textarea id="private" name="private" maxlength="1000" aria-describedby="private-hint">${typed.one('private')}</textarea></div>
<button type="submit">${say('send-complaint', language)}</button></form>
<p><a href="/complaint/answer">${say('complaint-answer', language)}</a></p>`
}
interface Told {
  readonly number: string
  readonly tracking: string
  readonly acknowledgeBy: string
  readonly answerBy: string
}
function filedBody(language: Language, { number, tracking, acknowledgeBy, answerBy }: Told): Html {
  const lead = say('complaint-sent', language, { number, first: acknowledgeBy, answer: answerBy })
  return html`<h1>${sayOf('filed', language)}</h1><section class="card"><p>${lead}</p><p class="code">${tracking}</p><p>${say('keep-code', language)}</p></section><p><a href="/complaint/answer">${say('complaint-answer', language)}</a></p>`
}
function askBody(language: Language, tracking: string, wrong: readonly string[]): Html {
  return html`<h1>${say('complaint-answer', language)}</h1><p>${say('complaint-ask', language)}</p>${problems(language, wrong, 'look-again')}
<form class="card" method="post" action="/complaint/answer"><div class="field"><label class="label" for="tracking">${say('code', language)}</label><input type="text" id="tracking" name="tracking" dir="ltr" required maxlength="20" autocomplete="off" value="${tracking}"></div>
<button type="submit">${say('complaint-read', language)}</button></form>`
}
interface Reading {
  readonly language: Language
  readonly tracking: string
  readonly one: Read
  readonly wrong?: readonly string[]
}
/** What was said and where it stands; her word, where it is awaited. The code travels in the form and never in an address. */
function readBody({ language, tracking, one, wrong = [] }: Reading): Html {
  const who = (by: string): string => say(by === 'her' ? 'complaint-you' : 'complaint-office', language)
  const closed = one.closedHow === null ? '' : ` (${sayOf(`closed-${one.closedHow}`, language)})`
  const due = one.dueOn === null || one.mayAnswer ? null : html`<p class="quiet">${say('complaint-due', language, { day: one.dueOn })}</p>`
  const said = one.words.map(
    ({ by, on, text }) => html`<p class="quiet">${say('complaint-said', language, { who: who(by), day: on })}</p><p>${text}</p>`,
  )
  return html`<h1>${say('complaint-number', language, { number: one.number })}</h1><p>${sayOf(`grievance-state-${one.state}`, language)}${closed}</p>${due}${problems(language, wrong)}<section class="card">${said}</section>${
    one.mayAnswer
      ? html`<form class="card" method="post" action="/complaint/answer"><input type="hidden" name="tracking" value="${tracking}"><h2>${say('complaint-settled', language)}</h2><div class="field"><label class="label" for="why">${say('complaint-why', language)}</label><textarea id="why" name="text" maxlength="1000"></textarea></div><button type="submit" name="settled" value="yes">${say('complaint-yes', language)}</button> <button class="other" type="submit" name="settled" value="no">${say('complaint-no', language)}</button></form>`
      : null
  }`
}
