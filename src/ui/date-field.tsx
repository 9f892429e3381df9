import { type CalendarDate, GregorianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Text } from 'react-aria-components/Text'
import { FieldLabel } from './fields.tsx'

interface DateProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly isRequired?: boolean
  /** ISO date, or null while empty. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly min?: string
  readonly max?: string
}
const gregorian = new GregorianCalendar()
const known = (iso: string | null | undefined): CalendarDate | null => (iso == null ? null : parseDate(iso))

/** A day typed in its three parts, year first as identity cards print it, in the calendar of the language; kept as an ISO date. */
export function DateField({ label, hint, isRequired = false, value, onChange, min, max }: DateProps) {
  return (
    <AriaDateField
      value={known(value)}
      onChange={(date) => onChange(date === null ? null : toCalendar(date, gregorian).toString())}
      isRequired={isRequired}
      validationBehavior="aria"
      minValue={known(min)}
      maxValue={known(max)}
      granularity="day"
      shouldForceLeadingZeros
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {hint === undefined ? null : (
        <Text slot="description" className="block text-ink-2 text-tag">
          {hint}
        </Text>
      )}
      <DateInput
        dir="ltr"
        className="flex min-h-11 w-full items-center rounded-control border border-control bg-surface px-3 py-2 lg:min-h-10"
      >
        {(segment) => (
          <DateSegment
            segment={segment}
            className="rounded-tag px-1 data-[focused]:bg-brand data-[focused]:text-white data-[placeholder]:text-ink-2"
          />
        )}
      </DateInput>
    </AriaDateField>
  )
}
