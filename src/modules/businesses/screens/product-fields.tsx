import { CheckField } from '../../../ui/check-field.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { jalaliMonthNames } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { ProductUnit } from '../contract/products.ts'
import { words } from '../words.ts'

export interface ProductValue {
  readonly name: string
  readonly unit: ProductUnit
  readonly seasonMonths: readonly number[]
  readonly weeklyDeclared: number | undefined
}
export const NEW_PRODUCT: ProductValue = { name: '', unit: 'piece', seasonMonths: [], weeklyDeclared: undefined }
interface Props {
  readonly value: ProductValue
  readonly onChange: (value: ProductValue) => void
}
/** Name, unit, how many a week she says, and the months. */
export function ProductFields({ value, onChange }: Props) {
  const say = useSay()
  const language = useLanguage()
  const months = jalaliMonthNames(language).map((label, place) => ({ value: String(place + 1), label }))
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={say(words['product-name'])}
        hint={say(words['product-name-hint'])}
        isRequired
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <FieldGrid>
        <SelectField
          label={say(words.unit)}
          isRequired
          value={value.unit}
          onChange={(unit) => onChange({ ...value, unit: unit ?? 'piece' })}
          choices={ProductUnit.options.map((one) => ({ value: one, label: say(words[`unit-${one}`]) }))}
        />
        <NumberField
          label={say(words['weekly-declared-field'], { unit: say(words[`unit-${value.unit}`]) })}
          isRequired
          value={value.weeklyDeclared}
          onChange={(weeklyDeclared) => onChange({ ...value, weeklyDeclared })}
        />
      </FieldGrid>
      <details open={value.seasonMonths.length > 0}>
        <summary className="min-h-11 cursor-pointer font-semibold text-brand">{say(words.season)}</summary>
        <p className="pb-2 text-ink-2">{say(words['season-hint'])}</p>
        <CheckField
          label={say(words.season)}
          value={value.seasonMonths.map(String)}
          onChange={(chosen) => onChange({ ...value, seasonMonths: chosen.map(Number) })}
          choices={months}
        />
      </details>
    </div>
  )
}
