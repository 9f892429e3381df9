import { type ReactNode, useId } from 'react'
import { Input } from 'react-aria-components/Input'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { asciiDigits } from '../platform/persian.ts'
import { BOX, FieldLabel, type FieldProps, Hint, RequiredMark, SelectBox, useFieldError, Wrong } from './field.tsx'
import { digits } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { words } from './words.ts'

export interface TextProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Identifiers, numbers, addresses of machines: typed and shown from left to right, in any digits; given on in ASCII digits. */
  readonly isCode?: boolean
  readonly type?: 'text' | 'password' | 'email' | 'tel'
  readonly autoComplete?: string
  readonly onBlur?: () => void
  /** A unit or another short mark at the end of the box, always seen. */
  readonly unit?: string
  /** What stands under the box: an offer to mend, an amount in words. */
  readonly below?: ReactNode
}
export function TextField({
  label,
  hint,
  isRequired = false,
  error,
  name,
  value,
  onChange,
  isCode = false,
  type = 'text',
  autoComplete,
  onBlur,
  unit,
  below,
}: TextProps) {
  const wrong = useFieldError({ error, name })
  return (
    <AriaTextField
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      value={value}
      onChange={(typed) => onChange(isCode ? asciiDigits(typed) : typed)}
      type={type}
      validationBehavior="aria"
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(name === undefined ? {} : { name, 'data-field': name })}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <div className={unit === undefined ? '' : 'relative'} {...(isCode ? { dir: 'ltr' } : {})}>
        <Input
          className={`${BOX} ${unit === undefined ? '' : 'pe-14'}`}
          {...(isCode ? { dir: 'ltr', inputMode: type === 'text' ? 'numeric' : undefined } : {})}
        />
        {unit === undefined ? null : (
          <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-2 text-dense">{unit}</span>
        )}
      </div>
      <Wrong>{wrong}</Wrong>
      {below}
    </AriaTextField>
  )
}
export function LongTextField({
  label,
  hint,
  isRequired = false,
  error,
  name,
  value,
  onChange,
  rows = 4,
}: TextProps & { readonly rows?: number }) {
  const wrong = useFieldError({ error, name })
  return (
    <AriaTextField
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      value={value}
      onChange={onChange}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name, 'data-field': name })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <TextArea className={BOX} rows={rows} />
      <Wrong>{wrong}</Wrong>
    </AriaTextField>
  )
}
/** A whole number typed in any digits and shown in those of the language; empty is undefined. */
export function NumberField({
  value,
  onChange,
  unit,
  ...rest
}: FieldProps & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly unit?: string
}) {
  const language = useLanguage()
  const take = (typed: string): void => {
    const plain = asciiDigits(typed).replace(/\D/g, '').slice(0, 12)
    onChange(plain === '' ? undefined : Number(plain))
  }
  const shown = value === undefined ? '' : digits(String(value), language)
  return <TextField {...rest} isCode value={shown} onChange={take} {...(unit === undefined ? {} : { unit })} />
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
  error,
  name,
  value,
  onChange,
  choices,
}: FieldProps & { readonly value: T | undefined; readonly onChange: (value: T) => void; readonly choices: readonly Choice<T>[] }) {
  const wrong = useFieldError({ error, name })
  const take = (chosen: string): void => {
    const choice = choices.find((one) => one.value === chosen)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <RadioGroup
      value={value ?? null}
      onChange={take}
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name, 'data-field': name })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <div className={choices.length === 2 ? 'grid grid-cols-2 gap-2 pt-1' : 'flex flex-col gap-2 pt-1'}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-control bg-surface px-3 py-2 data-[selected]:border-brand data-[selected]:bg-brand-soft data-[focus-visible]:outline-3 data-[focus-visible]:outline-focus data-[focus-visible]:outline-offset-2 lg:min-h-10"
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
      <Wrong>{wrong}</Wrong>
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
/** More than seven choices and few enough to look through: the platform's own list, which every phone shows well. */
export function SelectField<T extends string>({
  label,
  hint,
  isRequired = false,
  error,
  name,
  value,
  onChange,
  choices,
  empty,
}: FieldProps & {
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly choices: readonly Choice<T>[]
  /** What stands there while nothing is chosen: in a filter «all»; unsaid, an invitation to choose. */
  readonly empty?: string
}) {
  const say = useSay()
  const id = useId()
  const wrong = useFieldError({ error, name })
  const described = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`]
    .filter((part) => part !== '')
    .join(' ')
  return (
    <div {...(name === undefined ? {} : { 'data-field': name })}>
      <label htmlFor={id} className="field-label block font-semibold text-dense">
        {label}
        <RequiredMark isRequired={isRequired} />
      </label>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="block text-ink-2 text-tag">
          {hint}
        </span>
      )}
      <SelectBox
        id={id}
        value={value ?? ''}
        required={isRequired}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(wrong === undefined ? {} : { 'aria-invalid': true, 'data-invalid': true })}
        onChange={(event) => onChange(choices.find((one) => one.value === event.target.value)?.value)}
      >
        <option value="">{empty ?? say(words.choose)}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </SelectBox>
      {wrong === undefined ? null : (
        <span id={`${id}-wrong`} className="block pt-1 text-overdue text-tag">
          {wrong}
        </span>
      )}
    </div>
  )
}
/** Fields of a form in a calm column, two side by side where there is room. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className="grid items-start gap-4 sm:grid-cols-2">{children}</div>
}
