import type { z } from 'zod'
import { english as pathwaysEnglish } from '../../modules/pathways/words.en.ts'
import { words as pathways } from '../../modules/pathways/words.ts'
import { shownDigits, speaker } from '../../platform/speech.ts'
import { formatMonth } from '../../ui/format.ts'
import { type Html, html } from '../public/html.ts'
import type { readHerMoney } from './contract/money.ts'
import { part } from './page.ts'
import { back, day, line, money, press } from './pieces.ts'
import { say } from './say.ts'
import { stepPart } from './steps-page.ts'

const sayPathways = speaker(pathways, pathwaysEnglish)
type Money = z.output<typeof readHerMoney.output>
/** The shut page of her money, asked for each time. */
export const moneyDoor = (): Html => html`${moneyForm()}${back()}`
/** Her number once more; where it was wrong it is typed again on the spot. */
export function moneyForm(): Html {
  return html`<h1>${say('go-money')}</h1><form class="card" method="post" action="/mine/money" data-next="/mine/money?open"><p>${say('money-lead')}</p><label for="pin">${say('pin')}</label><input id="pin" name="pin" type="password" dir="ltr" inputmode="numeric" maxlength="8" required autocomplete="off"><button type="submit">${say('money-open')}</button></form>`
}
/** What came of her work until today, in sentences that can be read aloud. */
function incomeBody({ standing, months, hourlyRial, orderedUntil }: NonNullable<Money['income']>): Html {
  const month = (one: string): string => `${formatMonth(Number(one.slice(5)), 'fa')} ${shownDigits(one.slice(0, 4), 'fa')}`
  const came = months.map(({ month: one, netRial }) => html`<li>${say('income-month', { month: month(one), amount: money(netRial) })}</li>`)
  const hour = hourlyRial === null ? null : line(say('income-hour', { amount: money(hourlyRial) }))
  const ordered = orderedUntil === null ? null : line(say('income-ordered', { day: day(orderedUntil) }))
  return html`${line(say(`income-${standing}`))}${came.length === 0 ? null : html`<ul>${came}</ul>`}${hour}${ordered}${line(say('income-how'))}`
}
/** What is offered to her, as it would be read to her, and her answer below it. */
function offerPart({ id, title, terms, unit, rateRial, wholeRial, dueOn, version }: Money['offers'][number], newId: () => string): Html {
  const act = { to: `/mine/money/lots/${id}`, next: '/mine/work?done', newId }
  const until = dueOn === null ? null : line(say('answer-by', { day: day(dueOn) }))
  const fields = { version: String(version) }
  return part(
    title,
    html`${terms.map(line)}${line(say('terms-in-toman', { unit, rate: money(rateRial), whole: money(wholeRial) }))}${until}${press(say('want'), act, { ...fields, answer: 'yes' })}${press(say('want-not'), { ...act, to: `/mine/lots/${id}` }, { ...fields, answer: 'no' }, 'other')}`,
  )
}
function givenBody({ loans, insurances }: Money): Html {
  const given = [
    ...loans.map(({ amountRial, state, stateSince }) =>
      say('loan-stands', { amount: money(amountRial), state: sayPathways(`loan-state-${state}`, 'fa'), day: day(stateSince) }),
    ),
    ...insurances.map(({ scheme, state, stateSince }) =>
      say('insurance-stands', {
        scheme: sayPathways(`scheme-${scheme}`, 'fa'),
        state: sayPathways(`insurance-state-${state}`, 'fa'),
        day: day(stateSince),
      }),
    ),
  ]
  return given.length === 0 ? html`` : part(say('given-title'), html`<ul>${given.map((one) => html`<li>${one}</li>`)}</ul>`)
}
export function moneyBody(told: Money, newId: () => string): Html {
  const { offers, agreed, lots, loans, insurances, steps, income } = told
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
  const offered = offers.map((one) => offerPart(one, newId))
  const inHand = agreed.map(
    ({ title, terms }) =>
      html`<details class="card" data-aloud><summary>${say('terms-of', { title })}</summary>${terms.map(line)}</details>`,
  )
  const isEmpty = offers.length + agreed.length + lots.length + loans.length + insurances.length + steps.length === 0
  const asked = steps.map((one) => stepPart(one, { at: '/mine/money/steps', next: '/mine/money?open', newId }))
  return html`<h1>${say('go-money')}</h1>${isEmpty ? line(say('money-none')) : null}${offered}${shown}${asked}${inHand}${givenBody(told)}${income === null ? null : part(say('income-title'), incomeBody(income))}${back()}`
}
