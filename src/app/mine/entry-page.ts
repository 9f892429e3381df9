import { shownDigits } from '../../platform/speech.ts'
import { type Html, html } from '../public/html.ts'
import type { DemoChoice } from './demo-choices.ts'
import { told, wrong } from './page.ts'
import { say } from './say.ts'

const inDigits = (text: string): string => shownDigits(text, 'fa')
/** The first question: which phone. Nothing on it says whose pages these are. */
export function phoneBody({
  problem,
  isOver,
  choices,
}: {
  readonly problem: string | null
  readonly isOver: boolean
  /** The invented women of the demonstration; empty in every real house. */
  readonly choices: readonly DemoChoice[]
}): Html {
  return html`<h1>${say('enter-title')}</h1>${isOver ? told(say('session-over')) : null}${wrong(problem === null ? [] : [problem])}
<form class="card" method="post" action="/mine/phone"><p>${say('enter-lead')}</p><label for="phone">${say('phone')}</label><input id="phone" name="phone" type="tel" dir="ltr" inputmode="tel" maxlength="20" required autocomplete="off"><button type="submit">${say('continue')}</button></form>${choices.length === 0 ? null : demoChoices(choices)}`
}
function demoChoices(choices: readonly DemoChoice[]): Html {
  return html`<section class="card"><p>${say('demo-women')}</p>${choices.map(
    ({ phone, pin, place }) =>
      html`<form method="post" action="/mine/phone"><input type="hidden" name="phone" value="${phone}"><button class="other" type="submit">${place}<br><small>${say('demo-pin', { pin: inDigits(pin) })}</small></button></form>`,
  )}</section>`
}
/** The second: the code of the phone and the number that is hers, together; the same page whether the phone is known or not. */
export function codeBody({
  phone,
  problem,
  demoCode,
  choices,
}: {
  readonly phone: string
  readonly problem: string | null
  readonly demoCode: string | null
  readonly choices: readonly DemoChoice[]
}): Html {
  const hers = choices.filter((one) => one.phone === phone)
  const numbers = hers.map(({ pin, place }) => html`<br>${say('demo-her-pin', { place, pin: inDigits(pin) })}`)
  return html`<h1>${say('enter-title')}</h1>${wrong(problem === null ? [] : [problem])}${demoCode === null ? null : html`<p class="mark">${say('demo-code', { code: inDigits(demoCode) })}${numbers}</p>`}
<form class="card" method="post" action="/mine/enter"><p>${say('code-lead')}</p><input type="hidden" name="phone" value="${phone}"><label for="code">${say('code')}</label><input id="code" name="code" type="text" dir="ltr" inputmode="numeric" maxlength="12" required autocomplete="one-time-code"><label for="pin">${say('pin')}</label><input id="pin" name="pin" type="password" dir="ltr" inputmode="numeric" maxlength="8" required autocomplete="off"><button type="submit">${say('enter')}</button></form>
<form method="post" action="/mine/phone"><input type="hidden" name="phone" value="${phone}"><button class="other" type="submit">${say('new-code')}</button></form><p class="quiet">${say('no-code')}</p>`
}
