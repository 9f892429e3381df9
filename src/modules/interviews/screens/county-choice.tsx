import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { words } from '../words.ts'

interface CountyProps {
  readonly value: string
  readonly counties: readonly string[]
  readonly onChange: (countyCode: string | undefined) => void
}
/** The county whose conversations are planned. */
export function CountyChoice({ value, counties, onChange }: CountyProps) {
  const say = useSay()
  const { countyName } = useCounties()
  return (
    <div className="max-w-md pb-4">
      <SelectField
        label={say(words.county)}
        value={value}
        onChange={onChange}
        choices={counties.map((code) => ({ value: code, label: countyName(code) }))}
      />
    </div>
  )
}
