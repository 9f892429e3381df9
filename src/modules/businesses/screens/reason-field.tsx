import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { PermitReason } from '../contract/permits.ts'
import { words } from '../words.ts'

interface ReasonProps {
  readonly value: PermitReason | undefined
  readonly onChange: (value: PermitReason | undefined) => void
}
/** Why a request was sent back, refused or stopped. */
export function ReasonField({ value, onChange }: ReasonProps) {
  const say = useSay()
  return (
    <SelectField
      label={say(words.reason)}
      isRequired
      value={value}
      onChange={onChange}
      choices={PermitReason.options.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
    />
  )
}
