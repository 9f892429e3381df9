import type { z } from 'zod'
import { shownDigits } from '../../platform/speech.ts'
import { formatMonth } from '../../ui/format.ts'
import { type Html, html } from '../public/html.ts'
import type { readHerMoney } from './contract/pages.ts'
import { part } from './page.ts'
import { back, day, line, money, press } from './pieces.ts'
import { say } from './say.ts'
import { stepPart } from './steps-page.ts'

type Money = z.output<typeof readHerMoney.output>
/** Her number once more; asked for each time. */
export function moneyDoor(): Html {
  return html`<h1>${say('go-money')}</h1><form class="card" method="post" action="/mine/money" data-next="/mine/money?open"><p>${say('money-lead')}</p><label for="pin">${say('pin')}</label><input id="pin" name="pin" type="password" dir="ltr" inputmode="numeric" maxlength="8" required autocomplete="off"><button type="submit">${say('money-open')}</button></form>${back()}`
}
/** What came of her work until today, in sentences that can be read aloud. */
function incomeBody({ standing, months, hourlyRial, orderedUntil }: NonNullable<Money['income']>): Html {
  const month = (one: string): string => `${formatMonth(Number(one.slice(5)), 'fa')} ${shownDigits(one.slice(0, 4), 'fa')}`
  const came = months.map(({ month: one, netRial }) => html`<li>${say('income-month', { month: month(one), amount: money(netRial) })}</li>`)
  const hour = hourlyRial === null ? null : line(say('income-hour', { amount: money(hourlyRial) }))
  const ordered = orderedUntil === null ? null : line(say('income-ordered', { day: day(orderedUntil) }))
  return html`${line(say(`income-${standing}`))}${came.length === 0 ? null : html`<ul>${came}</ul>`}${hour}${ordered}${line(say('income-how'))}`
}
export function moneyBody({ lots, steps, income }: Money, newId: () => string): Html {
  const shown = lots.map(({ id, title, owedRial, outstandingRial, payBy, isLate, isToConfirm, isConfirmed, version }) => {
    const act = { to: `/mine/payments/${id}`, next: '/mine/money?open', newId }
    const fields = { version: String(version) }
    const left = outstandingRial > 0 && payBy !== null ? line(say('money-left', { amount: money(outstandingRial), day: day(payBy) })) : null
    const asked = html`${line(say('money-asked', { amount: money(owedRial) }))}${line(say('money-only-you'))}${press(say('money-yes'), act, { ...fields, answer: 'yes' })}${press(say('money-no'), act, { ...fields, answer: 'no' }, 'other')}`
    return part(
      title,
      html`${line(say('money-owed', { amount: money(owedRial) }))}${left}${isLate ? line(say('money-late')) : null}${isToConfirm ? asked : null}${isConfirmed ? line(say('money-confirmed')) : null}`,
    )
  })
  return html`<h1>${say('go-money')}</h1>${shown.length === 0 ? line(say('money-none')) : shown}${steps.map((one) => stepPart(one, { at: '/mine/money/steps', next: '/mine/money?open', newId }))}${income === null ? null : part(say('income-title'), incomeBody(income))}${back()}`
}
