import { type ReactNode, useId } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { asciiDigits } from '../platform/persian.ts'
import { useSay } from './language.tsx'
import { words } from './words.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly isRequired?: boolean
}
const BOX =
  'w-full rounded-control border border-control bg-surface px-3 py-2 min-h-11 lg:min-h-10 text-ink placeholder:text-ink-2 data-[focused]:border-brand'

/** A label above, a hint under it, the red star with its word for those who do not see it. */
export function FieldLabel({ label, isRequired = false }: FieldProps) {
  const say = useSay()
  return (
    <Label className="block font-semibold text-dense">
      {label}
      {isRequired ? (
        <span className="text-overdue">
          {' *'}
          <span className="sr-only">{say(words.required)}</span>
        </span>
      ) : null}
    </Label>
  )
}
function Hint({ children }: { readonly children: string | undefined }) {
  return children === undefined ? null : (
    <Text slot="description" className="block text-ink-2 text-tag">
      {children}
    </Text>
  )
}
export interface TextProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Identifiers, numbers, addresses of machines: typed and shown from left to right, in any digits. */
  readonly isCode?: boolean
  readonly type?: 'text' | 'password' | 'email' | 'tel'
  readonly autoComplete?: string
  readonly name?: string
}
export function TextField({
  label,
  hint,
  isRequired = false,
  value,
  onChange,
  isCode = false,
  type = 'text',
  autoComplete,
  name,
}: TextProps) {
  return (
    <AriaTextField
      isRequired={isRequired}
      value={value}
      onChange={(typed) => onChange(isCode ? asciiDigits(typed) : typed)}
      type={type}
      validationBehavior="aria"
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <Input className={BOX} {...(isCode ? { dir: 'ltr', inputMode: type === 'text' ? 'numeric' : undefined } : {})} />
    </AriaTextField>
  )
}
export function LongTextField({ label, hint, isRequired = false, value, onChange, rows = 4 }: TextProps & { readonly rows?: number }) {
  return (
    <AriaTextField isRequired={isRequired} value={value} onChange={onChange} validationBehavior="aria">
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <TextArea className={BOX} rows={rows} />
    </AriaTextField>
  )
}
/** A whole number in any digits; empty is undefined. */
export function NumberField({
  value,
  onChange,
  ...rest
}: FieldProps & { readonly value: number | undefined; readonly onChange: (value: number | undefined) => void }) {
  const take = (typed: string): void => {
    const plain = asciiDigits(typed).replace(/\D/g, '').slice(0, 12)
    onChange(plain === '' ? undefined : Number(plain))
  }
  return <TextField {...rest} isCode value={value === undefined ? '' : String(value)} onChange={take} />
}
export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}
/** Up to seven choices as rows, the whole row being the target; two stand side by side. */
export function ChoiceField<T extends string>({
  label,
  hint,
  isRequired = false,
  value,
  onChange,
  choices,
}: FieldProps & { readonly value: T | undefined; readonly onChange: (value: T) => void; readonly choices: readonly Choice<T>[] }) {
  const take = (chosen: string): void => {
    const choice = choices.find((one) => one.value === chosen)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <RadioGroup value={value ?? null} onChange={take} isRequired={isRequired} validationBehavior="aria">
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <div className={choices.length === 2 ? 'grid grid-cols-2 gap-2 pt-1' : 'flex flex-col gap-2 pt-1'}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-control bg-surface px-3 py-2 data-[selected]:border-brand data-[selected]:bg-brand-soft data-[focus-visible]:outline-3 data-[focus-visible]:outline-focus data-[focus-visible]:outline-offset-2 lg:min-h-10"
          >
            {({ isSelected }) => (
              <>
                <span
                  aria-hidden
                  className={`size-4 shrink-0 rounded-full border-2 ${isSelected ? 'border-brand bg-brand' : 'border-control bg-surface'}`}
                />
                {choice.label}
              </>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
export function YesNoField({
  value,
  onChange,
  ...rest
}: FieldProps & { readonly value: boolean | undefined; readonly onChange: (value: boolean) => void }) {
  const say = useSay()
  const choices = [
    { value: 'yes', label: say(words.yes) },
    { value: 'no', label: say(words.no) },
  ] as const
  return (
    <ChoiceField
      {...rest}
      choices={choices}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  )
}
/** More than seven choices: the platform's own list, which every phone shows well. */
export function SelectField<T extends string>({
  label,
  hint,
  isRequired = false,
  value,
  onChange,
  choices,
  empty,
}: FieldProps & {
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly choices: readonly Choice<T>[]
  readonly empty: string
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="block font-semibold text-dense">
        {label}
        {isRequired ? <span className="text-overdue"> *</span> : null}
      </label>
      {hint === undefined ? null : <span className="block text-ink-2 text-tag">{hint}</span>}
      <select
        id={id}
        className={BOX}
        value={value ?? ''}
        required={isRequired}
        onChange={(event) => onChange(choices.find((one) => one.value === event.target.value)?.value)}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
/** Fields of a form in a calm column, two side by side where there is room. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-2">{children}</div>
}
