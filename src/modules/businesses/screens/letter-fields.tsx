import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { words } from '../words.ts'

export interface LetterValue {
  readonly letterNumber: string
  readonly letterDate: string | null
}
export const NO_LETTER: LetterValue = { letterNumber: '', letterDate: null }
interface Props {
  readonly value: LetterValue
  readonly onChange: (value: LetterValue) => void
  /** What number and date are those of. */
  readonly of: 'letter' | 'request' | 'permit'
  readonly isRequired?: boolean
}
const NAMES = {
  letter: ['letter-number', 'letter-date'],
  request: ['request-number', 'requested-on'],
  permit: ['permit-number', 'issued-on'],
} as const
/** Number and date, side by side where there is room. */
export function LetterFields({ value, onChange, of, isRequired = true }: Props) {
  const say = useSay()
  const [number, date] = NAMES[of]
  return (
    <FieldGrid>
      <TextField
        label={say(words[number])}
        isRequired={isRequired}
        value={value.letterNumber}
        onChange={(letterNumber) => onChange({ ...value, letterNumber })}
      />
      <DateField
        label={say(words[date])}
        isRequired={isRequired}
        value={value.letterDate}
        onChange={(letterDate) => onChange({ ...value, letterDate })}
      />
    </FieldGrid>
  )
}
