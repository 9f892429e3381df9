import { type DateValue, GregorianCalendar, toCalendar, toCalendarDate, today } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { createElement, use } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
} from 'react-aria-components/Calendar'
import { SelectBox } from './field.tsx'
import { digits, formatDate, monthNames } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { words } from './words.ts'

const gregorian = new GregorianCalendar()
/** How far the choice of years goes where nothing bounds it: the oldest woman, and plans ten years ahead. */
const YEARS_BACK = 110
const YEARS_AHEAD = 10
const ARROW = 'flex size-11 items-center justify-center rounded-control text-brand data-[disabled]:text-control lg:size-9'

/** One month; the arrow keys go where the eye sees, the spoken names of days are in the order people say them. */
export function Calendar() {
  const say = useSay()
  const language = useLanguage()
  return (
    <AriaCalendar className="w-fit">
      <div className="flex items-center gap-1 pb-2">
        <Button slot="previous" className={ARROW}>
          <ChevronLeft aria-hidden size={18} className="rtl:-scale-x-100" />
        </Button>
        <MonthAndYear />
        <Button slot="next" className={ARROW}>
          <ChevronRight aria-hidden size={18} className="rtl:-scale-x-100" />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="narrow" className="w-full border-collapse text-center">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="font-normal text-ink-2 text-tag">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="flex size-11 cursor-pointer items-center justify-center rounded-control text-dense data-[disabled]:text-control data-[outside-month]:hidden data-[selected]:bg-brand data-[today]:font-bold data-[selected]:text-white hover:bg-sunken data-[selected]:hover:bg-brand lg:size-9"
              render={(props, { isToday, isSelected }) => {
                const day = formatDate(toCalendar(date, gregorian).toString(), language, 'full')
                const parts = [...(isToday ? [say(words.today)] : []), day, ...(isSelected ? [say(words.chosen)] : [])]
                return createElement('div', { ...props, 'aria-label': parts.join(language === 'en' ? ', ' : '، ') })
              }}
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </AriaCalendar>
  )
}
function MonthAndYear() {
  const say = useSay()
  const language = useLanguage()
  const state = use(CalendarStateContext)
  if (state === null) return null
  const shown = state.visibleRange.start
  const now = toCalendar(today(state.timeZone), shown.calendar)
  const yearOf = (date: DateValue | null | undefined, otherwise: number): number =>
    date == null ? otherwise : toCalendar(toCalendarDate(date), shown.calendar).year
  const first = yearOf(state.minValue, now.year - YEARS_BACK)
  const last = Math.max(first, yearOf(state.maxValue, now.year + YEARS_AHEAD))
  const go = (part: { readonly year: number } | { readonly month: number }): void => state.setFocusedDate(shown.set(part))
  return (
    <>
      <SelectBox
        className="flex-1"
        aria-label={say(words.month)}
        value={shown.month}
        onChange={(event) => go({ month: Number(event.target.value) })}
      >
        {monthNames(language).map((name, index) => (
          <option key={name} value={index + 1}>
            {name}
          </option>
        ))}
      </SelectBox>
      <SelectBox
        className="w-24"
        aria-label={say(words['date-year'])}
        value={shown.year}
        onChange={(event) => go({ year: Number(event.target.value) })}
      >
        {Array.from({ length: last - first + 1 }, (_, place) => last - place).map((year) => (
          <option key={year} value={year}>
            {digits(String(year), language)}
          </option>
        ))}
      </SelectBox>
    </>
  )
}
