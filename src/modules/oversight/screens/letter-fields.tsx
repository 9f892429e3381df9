import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { scopeWords as words } from '../words/scope.ts'

export interface LetterDraft {
  readonly letterNumber: string
  readonly letterDate: string | null
}
export const emptyLetter: LetterDraft = { letterNumber: '', letterDate: null }
/** The letter as routes take it; undefined while something is missing. */
export function wholeLetter({ letterNumber, letterDate }: LetterDraft) {
  return letterNumber.trim() === '' || letterDate === null ? undefined : { letterNumber, letterDate }
}
/** Number and date of a letter, as every act of this room names one. */
export function LetterFields({ letter, onChange }: { readonly letter: LetterDraft; readonly onChange: (letter: LetterDraft) => void }) {
  const say = useSay()
  return (
    <FieldGrid>
      <TextField
        label={say(words['letter-number'])}
        name="letterNumber"
        isRequired
        value={letter.letterNumber}
        onChange={(letterNumber) => onChange({ ...letter, letterNumber })}
      />
      <DateField
        label={say(words['letter-date'])}
        name="letterDate"
        isRequired
        value={letter.letterDate}
        onChange={(letterDate) => onChange({ ...letter, letterDate })}
      />
    </FieldGrid>
  )
}
