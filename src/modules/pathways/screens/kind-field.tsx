import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { StepKind } from '../contract/work-plan.ts'
import { words } from '../words.ts'

interface KindProps {
  readonly value: StepKind | undefined
  readonly onChange: (value: StepKind | undefined) => void
}
/** What she is sent for, or what was done for her. */
export function KindField({ value, onChange }: KindProps) {
  const say = useSay()
  return (
    <SelectField
      label={say(words['refer-kind'])}
      isRequired
      value={value}
      onChange={onChange}
      choices={StepKind.options.map((one) => ({ value: one, label: say(words[`step-${one}`]) }))}
    />
  )
}
