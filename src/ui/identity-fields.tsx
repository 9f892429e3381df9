import { useState } from 'react'
import { parseNationalId, parsePhone } from '../platform/identifiers.ts'
import { asciiDigits } from '../platform/persian.ts'
import { Button } from './button.tsx'
import type { FieldProps } from './field.tsx'
import { TextField } from './fields.tsx'
import { digits, formatMoney, formatNumber } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { words } from './words.ts'

interface CodeProps extends FieldProps {
  /** ASCII digits as typed so far; the server has the last word. */
  readonly value: string
  readonly onChange: (value: string) => void
}
const onlyDigits = (typed: string, most: number): string => asciiDigits(typed).replace(/\D/g, '').slice(0, most)

/** A national ID in any digits. Its check digit is looked at when the field is left; zeros lost at its head are put back only after asking. */
export function NationalIdField({ value, onChange, error, ...rest }: CodeProps) {
  const say = useSay()
  const language = useLanguage()
  const [isLeft, setLeft] = useState(false)
  const parsed = parseNationalId(value)
  const isShort = 'value' in parsed && parsed.isPadded === true
  const own = 'reason' in parsed ? say(words[parsed.reason]) : isShort ? say(words['national-id-length']) : undefined
  return (
    <TextField
      {...rest}
      isCode
      value={digits(value, language)}
      onChange={(typed) => {
        setLeft(false)
        onChange(onlyDigits(typed, 10))
      }}
      onBlur={() => setLeft(true)}
      error={error ?? (isLeft && value !== '' ? own : undefined)}
      below={
        isLeft && 'value' in parsed && isShort ? (
          <div className="pt-2">
            <Button onPress={() => onChange(parsed.value)}>{say(words['pad-national-id'], { id: parsed.value })}</Button>
          </div>
        ) : null
      }
    />
  )
}
/** A phone of Iran, mobile or with its area code, in any digits and any way of writing; looked at when the field is left. */
export function PhoneField({ value, onChange, error, ...rest }: CodeProps) {
  const say = useSay()
  const language = useLanguage()
  const [isLeft, setLeft] = useState(false)
  const isWrong = isLeft && value !== '' && 'reason' in parsePhone(value)
  return (
    <TextField
      {...rest}
      isCode
      type="tel"
      value={digits(value, language)}
      onChange={(typed) => {
        setLeft(false)
        onChange(
          asciiDigits(typed)
            .replace(/[^\d+ -]/g, '')
            .slice(0, 20),
        )
      }}
      onBlur={() => setLeft(true)}
      error={error ?? (isWrong ? say(words['phone-wrong']) : undefined)}
    />
  )
}
interface MoneyProps extends FieldProps {
  /** Whole rials. */
  readonly value: number | undefined
  readonly onChange: (rial: number | undefined) => void
}
/** Money in whole rials with its unit in the box; the same amount in toman stands under it, so that nobody writes the one for the other. */
export function MoneyField({ value, onChange, ...rest }: MoneyProps) {
  const say = useSay()
  const language = useLanguage()
  const take = (typed: string): void => {
    const plain = onlyDigits(typed, 15)
    onChange(plain === '' ? undefined : Number(plain))
  }
  return (
    <TextField
      {...rest}
      isCode
      unit={say(words.rial)}
      value={value === undefined ? '' : formatNumber(value, language)}
      onChange={take}
      below={
        <p role="status" className="min-h-6 text-ink-2 text-tag">
          {value === undefined ? '' : say(words['equals-toman'], { amount: formatMoney(value, language, 'toman') })}
        </p>
      }
    />
  )
}
