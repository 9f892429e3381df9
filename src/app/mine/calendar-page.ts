import { isoOfJalali, jalaliOf } from '../../platform/jalali.ts'
import { addDays } from '../../platform/time.ts'
import { digits, formatDate, jalaliMonthNames } from '../../ui/format.ts'
import { type Html, html } from '../public/html.ts'

const WEEK = ['ش', 'ی', 'د', 'س', 'چ', 'پ', 'ج'] as const
/** Days of a week before the first of a month; Saturday begins it. */
const before = (iso: string): number => (new Date(`${iso}T12:00:00Z`).getUTCDay() + 1) % 7
/** Where her quick way out leads: the calendar of this month, as it hangs on any wall. */
export function calendarPage(today: string): string {
  const { year, month, day } = jalaliOf(today)
  const first = isoOfJalali(year, month, 1) ?? today
  const next = month === 12 ? isoOfJalali(year + 1, 1, 1) : isoOfJalali(year, month + 1, 1)
  const cells: Html[] = Array.from({ length: before(first) }, () => html`<td></td>`)
  for (let at = first, number = 1; at !== next && number <= 31; at = addDays(at, 1), number++)
    cells.push(
      number === day ? html`<td class="today">${digits(String(number), 'fa')}</td>` : html`<td>${digits(String(number), 'fa')}</td>`,
    )
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => html`<tr>${cells.slice(row * 7, row * 7 + 7)}</tr>`)
  return html`<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>تقویم</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/calendar.css"></head><body><main><h1>${jalaliMonthNames('fa')[month - 1] ?? ''} ${digits(String(year), 'fa')}</h1><p>${formatDate(today, 'fa', 'full')}</p><table><thead><tr>${WEEK.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table></main></body></html>`
    .html
}
