import { formatDate, formatMoney } from '../../ui/format.ts'
import { type Html, html } from '../public/html.ts'
import { say } from './say.ts'

export const day = (iso: string): string => formatDate(iso, 'fa')
/** In whole toman, as it is said: what is less than one is left out. */
export const money = (rial: number): string => formatMoney(Math.floor(rial / 10) * 10, 'fa', 'toman')

export interface Act {
  /** Where the form is sent, and which page follows. */
  readonly to: string
  readonly next: string
  readonly newId: () => string
}
/** One answer as a form of one button: large, alone in its line, and sent once however often it is pressed. */
export function press(label: string, { to, next, newId }: Act, fields: Readonly<Record<string, string>> = {}, look = ''): Html {
  const hidden = Object.entries({ command: newId(), id: newId(), ...fields }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${to}" data-next="${next}">${hidden}<button class="${look}" type="submit">${label}</button></form>`
}
export const go = (path: string, label: string, look = 'go'): Html => html`<a class="${look}" href="${path}">${label}</a>`
export const back = (): Html => go('/mine', say('go-back'))
export const line = (text: string): Html => html`<p>${text}</p>`
