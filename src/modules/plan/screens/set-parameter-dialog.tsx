import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, FieldGrid, NumberField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox, ReasonList } from '../../../ui/states.tsx'
import { CountyField } from '../../territory/screens/port.ts'
import { GroundClass, type Parameter, type ParameterName, parameterShapes, parameterUnits, setParameter } from '../contract.ts'
import { shapedValue } from '../rules.ts'
import { words } from '../words.ts'

interface Props {
  readonly name: ParameterName
  readonly before: Parameter | undefined
  readonly onClose: () => void
}
/** A new dated value by letter. The value before it ends the day before; decisions already made keep what they used. */
export function SetParameterDialog({ name, before, onClose }: Props) {
  const say = useSay()
  const [value, setValue] = useState<unknown>(before?.value)
  const [countyCode, setCounty] = useState<string>()
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const write = useWrite(setParameter)
  const isShaped = shapedValue(name, value) !== undefined
  const press = (): void => {
    if (validFrom === null || letterDate === null) return
    const input = { id: newCommandId(), name, countyCode: countyCode ?? null, value, validFrom, letterNumber, letterDate }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${say(words['set-parameter'])}: ${say(wordFor(words, `parameter-${name}`))}`} isOpen onClose={onClose}>
      <p className="pb-4 text-ink-2">{say(words['set-parameter-explained'])}</p>
      <ValueField name={name} value={value} onChange={setValue} />
      <div className="py-4">
        <FieldGrid>
          <CountyField label={say(words.county)} empty={say(words['whole-plan'])} value={countyCode} onChange={setCounty} />
          <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setValidFrom} />
          <TextField label={say(words['letter-number'])} isRequired value={letterNumber} onChange={setNumber} />
          <DateField label={say(words['letter-date'])} isRequired value={letterDate} onChange={setDate} />
        </FieldGrid>
      </div>
      <ProblemBox error={write.error} />
      <Button
        look="primary"
        isDisabled={!isShaped || validFrom === null || letterDate === null || letterNumber.trim() === ''}
        isPending={write.isPending}
        onPress={press}
      >
        {say(words['set-parameter'])}
      </Button>
      <ReasonList reasons={isShaped ? [] : [say(words['value-wrong'], { name: say(wordFor(words, `parameter-${name}`)) })]} />
    </Dialog>
  )
}
interface ValueProps {
  readonly name: ParameterName
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}
/** The field or fields a value of this name is typed into. */
function ValueField({ name, value, onChange }: ValueProps) {
  const say = useSay()
  if (name === 'age-bounds') return <AgeBounds value={value} onChange={onChange} />
  if (name === 'contact-tries') return <Numbers parts={['tries', 'channels']} value={value} onChange={onChange} />
  if (name === 'follow-up-months') return <Numbers parts={['first', 'second', 'third', 'fourth']} value={value} onChange={onChange} />
  if (name === 'sustained-months') return <Numbers parts={['earningMonths', 'lastMonths']} value={value} onChange={onChange} />
  if (name === 'meeting-quorum') return <Numbers parts={['part', 'of']} value={value} onChange={onChange} />
  if (name === 'contact-cadence') return <Numbers parts={['starting', 'working', 'earning']} value={value} onChange={onChange} />
  if (name === 'insurance-ban')
    return (
      <YesNoField
        label={say(wordFor(words, `parameter-${name}`))}
        value={typeof value === 'boolean' ? value : undefined}
        onChange={onChange}
      />
    )
  if (name === 'covered-policy' || name === 'transfer-quota')
    return (
      <ChoiceField<string>
        label={say(words.value)}
        value={typeof value === 'string' ? value : undefined}
        onChange={onChange}
        choices={parameterShapes[name].options.map((one) => ({ value: one, label: say(wordFor(words, `policy-${one}`)) }))}
      />
    )
  if (name === 'office-phone')
    return (
      <TextField
        label={say(words.value)}
        isRequired
        value={typeof value === 'string' ? value : ''}
        onChange={(typed) => onChange(asciiDigits(typed))}
      />
    )
  if (name === 'hourly-floor')
    return <MoneyField label={say(words.value)} name="value" isRequired value={numberIn(value)} onChange={onChange} />
  const unit = say(wordFor(words, `unit-${parameterUnits[name]}`))
  return <NumberField label={`${say(words.value)} (${unit})`} isRequired value={numberIn(value)} onChange={onChange} />
}
const partWords = {
  tries: 'tries',
  channels: 'channels',
  starting: 'starting',
  working: 'working',
  earning: 'earning',
  first: 'follow-up-first',
  second: 'follow-up-second',
  third: 'follow-up-third',
  fourth: 'follow-up-fourth',
  earningMonths: 'sustained-earning',
  lastMonths: 'sustained-last',
  part: 'quorum-part',
  of: 'quorum-of',
} as const
interface NumbersProps extends Omit<ValueProps, 'name'> {
  readonly parts: readonly (keyof typeof partWords)[]
}
/** A value of several whole numbers, each with its own label. */
function Numbers({ parts, value, onChange }: NumbersProps) {
  const say = useSay()
  const known = partsOf(value)
  return (
    <FieldGrid>
      {parts.map((part) => (
        <NumberField
          key={part}
          label={say(words[partWords[part]])}
          isRequired
          value={numberIn(known[part])}
          onChange={(typed) => onChange({ ...known, [part]: typed })}
        />
      ))}
    </FieldGrid>
  )
}
function AgeBounds({ value, onChange }: Omit<ValueProps, 'name'>) {
  const say = useSay()
  const grounds = partsOf(value)
  const set = (ground: string, part: 'from' | 'to', typed: number | undefined): void =>
    onChange({ ...grounds, [ground]: { ...partsOf(grounds[ground]), [part]: typed } })
  return (
    <>
      {GroundClass.options.map((ground) => (
        <fieldset key={ground} className="pb-3">
          <legend className="font-semibold text-dense">{say(wordFor(words, `ground-${ground}`))}</legend>
          <div className="grid grid-cols-2 gap-4">
            {(['from', 'to'] as const).map((part) => (
              <NumberField
                key={part}
                label={say(part === 'from' ? words['age-from'] : words['age-to'])}
                isRequired
                value={numberIn(partsOf(grounds[ground])[part])}
                onChange={(typed) => set(ground, part, typed)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
