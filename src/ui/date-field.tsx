import { type CalendarDate, GregorianCalendar, PersianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { CalendarDays } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import { Calendar } from './calendar.tsx'
import { FieldLabel, type FieldProps, Hint, useFieldError } from './field.tsx'
import { useLanguage } from './language.tsx'

interface DateProps extends FieldProps {
  /** ISO date, or null while empty. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly min?: string
  readonly max?: string
}
const gregorian = new GregorianCalendar()
const persian = new PersianCalendar()

/**
 * A day typed in its three parts, year first as identity cards print it, or chosen from the calendar of the language; kept as an ISO date. Years
 * and months of the calendar are chosen, not paged through.
 */
export function DateField({ label, hint, isRequired = false, error, name, value, onChange, min, max }: DateProps) {
  const wrong = useFieldError({ error, name })
  const calendar = useLanguage() === 'en' ? gregorian : persian
  // The bounds lend their calendar to the month that is shown first: all of them must be in the one of the language.
  const known = (iso: string | null | undefined): CalendarDate | null => (iso == null ? null : toCalendar(parseDate(iso), calendar))
  return (
    <DatePicker
      value={known(value)}
      onChange={(date) => onChange(date === null ? null : toCalendar(date, gregorian).toString())}
      isRequired={isRequired}
      {...(wrong === undefined ? {} : { isInvalid: true })}
      validationBehavior="aria"
      minValue={known(min)}
      maxValue={known(max)}
      granularity="day"
      shouldForceLeadingZeros
      {...(name === undefined ? {} : { name, 'data-field': name })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <Group
        dir="ltr"
        className="flex min-h-12 w-full items-center rounded-control border border-control bg-surface ps-3 data-[invalid]:border-overdue data-[focus-within]:border-brand lg:min-h-10"
      >
        <DateInput className="flex flex-1 items-center py-2">
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded-tag px-1 outline-none data-[focused]:bg-brand data-[focused]:text-white data-[placeholder]:text-ink-2 data-[placeholder]:data-[focused]:text-white"
            />
          )}
        </DateInput>
        <Button className="flex size-11 shrink-0 items-center justify-center rounded-control text-brand lg:size-10">
          <CalendarDays aria-hidden size={18} />
        </Button>
      </Group>
      <FieldError className="block pt-1 text-overdue text-tag">{({ validationErrors }) => wrong ?? validationErrors.join(' ')}</FieldError>
      <Popover className="rounded-card border border-line bg-surface p-3 shadow-float">
        <Dialog className="outline-none">
          <Calendar />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
