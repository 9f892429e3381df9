import { ChoiceField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Manner } from '../contract/exit-table.ts'
import { words } from '../words.ts'

export interface Given {
  readonly manner: (typeof Manner.options)[number]
  readonly witnessName: string
}
export const SPOKEN: Given = { manner: 'spoken', witnessName: '' }
/** How she gave her word, and the witness of a fingerprint. */
export function GivenFields({ value, onChange }: { readonly value: Given; readonly onChange: (value: Given) => void }) {
  const say = useSay()
  return (
    <div className="flex flex-col gap-3">
      <ChoiceField
        label={say(words.manner)}
        value={value.manner}
        onChange={(manner) => onChange({ ...value, manner })}
        choices={Manner.options.map((one) => ({ value: one, label: say(words[`manner-${one}`]) }))}
      />
      {value.manner === 'fingerprint' ? (
        <TextField
          label={say(words['witness-name'])}
          isRequired
          value={value.witnessName}
          onChange={(witnessName) => onChange({ ...value, witnessName })}
        />
      ) : null}
    </div>
  )
}
