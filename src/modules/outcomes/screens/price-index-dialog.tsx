import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import type { Language } from '../../../platform/words.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, TextField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { MonthField } from '../../../ui/month-field.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { enterPriceIndex, type PriceIndex } from '../contract/price-index.ts'
import { words } from '../words.ts'
import { useMonthSaid } from './months-said.ts'

/** Hundredths of a point as the letter writes them: 285.4. */
export function pointsSaid(hundredths: number, language: Language): string {
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  const whole = digits(String(Math.floor(hundredths / 100)), language)
  return rest === '' ? whole : `${whole}${language === 'fa' ? '٫' : '.'}${digits(rest, language)}`
}
/** What was typed in hundredths of a point; undefined while it is no number with at most two decimals. */
function hundredthsOf(typed: string): number | undefined {
  const parts = /^(\d{1,6})(?:[.٫/](\d{1,2}))?$/.exec(asciiDigits(typed).trim())
  if (parts === null) return undefined
  const value = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return value > 0 ? value : undefined
}
interface Props {
  /** The edition that is corrected; absent for a month of its own. */
  readonly of: PriceIndex | undefined
  readonly known: readonly PriceIndex[]
  readonly onClose: () => void
}
export function PriceIndexDialog({ of, known, onClose }: Props) {
  const say = useSay()
  const language = useLanguage()
  const monthSaid = useMonthSaid()
  const [month, setMonth] = useState<string | null>(of?.month ?? null)
  const [value, setValue] = useState(of === undefined ? '' : pointsSaid(of.hundredths, language))
  const [baseYear, setBaseYear] = useState<number | undefined>(of?.baseYear ?? known[0]?.baseYear)
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const write = useWrite(enterPriceIndex)
  const hundredths = hundredthsOf(value)
  const press = (): void => {
    if (month === null || hundredths === undefined || baseYear === undefined || letterDate === null) return
    const input = { id: newCommandId(), month, baseYear, hundredths, letterNumber, letterDate, after: of?.edition ?? 0 }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={of === undefined ? say(words['enter-price-index']) : monthSaid(of.month)} isOpen onClose={onClose}>
      <FieldGrid>
        {of === undefined ? (
          <>
            <MonthField label={say(words.month)} isRequired value={month} onChange={setMonth} />
            <NumberField label={say(words['base-year'])} isRequired value={baseYear} onChange={setBaseYear} />
          </>
        ) : null}
        <TextField label={say(words['index-value'])} hint={say(words['index-value-hint'])} isRequired value={value} onChange={setValue} />
        <TextField label={say(words['letter-number'])} isRequired value={letterNumber} onChange={setNumber} />
        <DateField label={say(words['letter-date'])} isRequired value={letterDate} onChange={setDate} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={
            month === null || hundredths === undefined || baseYear === undefined || letterDate === null || letterNumber.trim() === ''
          }
          isPending={write.isPending}
          onPress={press}
        >
          {say(words.save)}
        </Button>
      </div>
    </Dialog>
  )
}
