import { useId, useState } from 'react'
import { asciiDigits } from '../platform/persian.ts'
import { BOX, type FieldProps, RequiredMark, SelectBox, useFieldError } from './field.tsx'
import { digits, jalaliMonthNames } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { words } from './words.ts'

interface MonthProps extends FieldProps {
  /** A month of the Jalali year as `1405-09`, or null while it is not whole. */
  readonly value: string | null
  readonly onChange: (month: string | null) => void
}
interface Parts {
  readonly year: string
  readonly month: string
}
const partsOf = (value: string | null): Parts => ({ year: value?.slice(0, 4) ?? '', month: value?.slice(5) ?? '' })

/** A month of the Jalali year: its name chosen, its year typed in any digits. */
export function MonthField({ label, hint, isRequired = false, error, name, value, onChange }: MonthProps) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const wrong = useFieldError({ error, name })
  const [typed, setTyped] = useState(partsOf(value))
  const parts = value === null ? typed : partsOf(value)
  const take = (change: Partial<Parts>): void => {
    const next = { ...parts, ...change }
    setTyped(next)
    onChange(/^1[34]\d\d$/.test(next.year) && next.month !== '' ? `${next.year}-${next.month}` : null)
  }
  const describedBy = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`].join(' ').trim()
  return (
    <fieldset
      {...(name === undefined ? {} : { 'data-field': name })}
      {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
      className="min-w-0"
    >
      <legend className="block font-semibold text-dense">
        {label}
        <RequiredMark isRequired={isRequired} />
      </legend>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="block text-ink-2 text-tag">
          {hint}
        </span>
      )}
      <div className="grid grid-cols-[1fr_6rem] gap-2">
        <SelectBox
          aria-label={say(words.month)}
          value={parts.month}
          onChange={(event) => take({ month: event.target.value })}
          {...(wrong === undefined ? {} : { 'data-invalid': true })}
        >
          <option value="">{say(words.choose)}</option>
          {jalaliMonthNames(language).map((month, index) => (
            <option key={month} value={String(index + 1).padStart(2, '0')}>
              {month}
            </option>
          ))}
        </SelectBox>
        <input
          aria-label={say(words['date-year'])}
          className={BOX}
          dir="ltr"
          inputMode="numeric"
          maxLength={4}
          value={digits(parts.year, language)}
          onChange={(event) => take({ year: asciiDigits(event.target.value).replace(/\D/g, '') })}
          {...(wrong === undefined ? {} : { 'aria-invalid': true, 'data-invalid': true })}
        />
      </div>
      {wrong === undefined ? null : (
        <span id={`${id}-wrong`} className="block pt-1 text-overdue text-tag">
          {wrong}
        </span>
      )}
    </fieldset>
  )
}
