import type { Language } from '../../platform/words.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
import type { words } from './words.ts'

type Key = keyof typeof words
/** What was typed, to be shown again when it could not be taken. */
export interface Typed {
  readonly one: (name: string) => string
  readonly has: (name: string, value: string) => boolean
}
export interface CallPage {
  readonly language: Language
  /** The command: the same form sent twice applies once. */
  readonly id: string
  readonly counties: readonly { readonly code: string; readonly name: string }[]
  readonly typed: Typed
  readonly wrong: readonly string[]
}
const WANTED = ['driver', 'backer', 'moin', 'buyer', 'volunteer'] as const

export function callBody({ language, id, counties, typed, wrong }: CallPage): Html {
  const text = (key: Key): string => say(key, language)
  const choice = (type: 'radio' | 'checkbox', name: string, value: string, label: string): Html =>
    html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${typed.has(name, value) ? html` checked` : null}${type === 'radio' ? html` required` : null}><span>${label}</span></label>`
  const must = html` <span class="must" aria-hidden="true">*</span>`
  return html`<h1>${text('call')}</h1><p>${text('call-lead')}</p>${problems(language, wrong)}
<form class="card" method="post" action="/call"><input type="hidden" name="id" value="${id}">
<fieldset><legend>${text('who-applies')}${must}</legend>${choice('radio', 'manner', 'self', text('for-self'))}${choice('radio', 'manner', 'introduced', text('for-other'))}</fieldset>
<fieldset><legend>${text('person-kind')}${must}</legend><div class="two">${choice('radio', 'personKind', 'natural', text('person-natural'))}${choice('radio', 'personKind', 'legal', text('person-legal'))}</div></fieldset>
<div class="field"><label class="label" for="name">${text('name')}${must}</label><input type="text" id="name" name="name" required maxlength="160" value="${typed.one('name')}"></div>
<div class="field"><label class="label" for="phone">${text('phone')}${must}</label><input type="tel" id="phone" name="phone" dir="ltr" required maxlength="20" autocomplete="tel" value="${typed.one('phone')}"></div>
<fieldset><legend>${text('wanted')}${must}</legend>${WANTED.map((one) => choice('checkbox', 'wanted', one, text(`wanted-${one}`)))}</fieldset>
<fieldset><legend>${text('counties')}</legend><p class="hint">${text('counties-hint')}</p><div class="two">${counties.map(({ code, name }) => choice('checkbox', 'counties', code, name))}</div></fieldset>
<div class="field"><label class="label" for="offer">${text('offer')}${must}</label><p class="hint" id="offer-hint">${text('offer-hint')}</p><textarea id="offer" name="offer" required maxlength="1200" aria-describedby="offer-hint">${typed.one('offer')}</textarea></div>
<button type="submit">${text('send')}</button></form>
<p><a href="/call/accept">${text('accept-title')}</a></p>`
}
/** What its fields are called in a sentence about what to mend. */
export const callLabels = (language: Language): Readonly<Record<string, string>> => ({
  manner: say('who-applies', language),
  personKind: say('person-kind', language),
  name: say('name', language),
  phone: say('phone', language),
  wanted: say('wanted', language),
  offer: say('offer', language),
})
export function sentBody(language: Language, told: { readonly tracking: string; readonly state: string; readonly decideBy: string }): Html {
  const isOwn = told.state === 'received'
  const lead = isOwn ? say('sent-self', language, { day: told.decideBy }) : say('sent-other', language)
  return html`<h1>${say('sent-title', language)}</h1><section class="card"><p>${lead}</p><p class="code">${told.tracking}</p><p>${say('keep-code', language)}</p></section>`
}
export function acceptBody(language: Language, { typed, wrong }: { readonly typed: string; readonly wrong: readonly string[] }): Html {
  const text = (key: Key): string => say(key, language)
  return html`<h1>${text('accept-title')}</h1><p>${text('accept-lead')}</p>${problems(language, wrong)}
<form class="card" method="post" action="/call/accept"><div class="field"><label class="label" for="tracking">${text('code')}</label><input type="text" id="tracking" name="tracking" dir="ltr" required maxlength="20" autocomplete="off" value="${typed}"></div>
<button type="submit" name="accepts" value="yes">${text('accept')}</button> <button class="other" type="submit" name="accepts" value="no">${text('decline')}</button></form>`
}
export function answeredBody(language: Language, accepts: boolean): Html {
  const which = accepts ? 'accepted' : 'declined'
  return html`<h1>${say(`${which}-title`, language)}</h1><section class="card"><p>${say(`${which}-text`, language)}</p></section>`
}
/** What could not be taken, as sentences, above the form. */
export function problems(language: Language, wrong: readonly string[], lead: 'not-sent' | 'look-again' = 'not-sent'): Html | null {
  if (wrong.length === 0) return null
  return html`<div class="wrong" role="alert"><p>${say(lead, language)}</p><ul>${wrong.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>`
}
