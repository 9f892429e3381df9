import { useState } from 'react'
import { Problem } from '../../platform/client.ts'
import { Button } from '../button.tsx'
import { DateField } from '../date-field.tsx'
import { ChoiceField, FieldGrid, LongTextField, NumberField, SelectField, TextField, YesNoField } from '../fields.tsx'
import { FileUpload } from '../file-upload.tsx'
import { Form } from '../form.tsx'
import { MoneyField, NationalIdField, PhoneField } from '../identity-fields.tsx'
import { useSay } from '../language.tsx'
import { Card } from '../layout.tsx'
import { MonthField } from '../month-field.tsx'
import { SearchChoiceField } from '../search-choice.tsx'
import { settlements } from './samples.ts'
import { words } from './words.ts'

type Reads = 'no' | 'little' | 'yes'
type Ground = 'one' | 'two'

/** Each field empty, filled and wrong. */
export function FieldsPart() {
  const say = useSay()
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [size, setSize] = useState<number>()
  const [reads, setReads] = useState<Reads>()
  const [isDisabled, setDisabled] = useState<boolean>()
  const [ground, setGround] = useState<Ground>()
  const [settlement, setSettlement] = useState<string>()
  return (
    <Card title={say(words.fields)}>
      <FieldGrid>
        <TextField label={say(words['father-name'])} hint={say(words['father-hint'])} isRequired value={text} onChange={setText} />
        <TextField label={say(words['given-name'])} error={say(words.wrong)} value={text} onChange={setText} />
        <LongTextField label={say(words.note)} value={note} onChange={setNote} />
        <NumberField label={say(words['household-size'])} unit={say(words.people)} value={size} onChange={setSize} />
        <ChoiceField
          label={say(words.reads)}
          isRequired
          value={reads}
          onChange={setReads}
          choices={[
            { value: 'no', label: say(words['reads-no']) },
            { value: 'little', label: say(words['reads-little']) },
            { value: 'yes', label: say(words['reads-yes']) },
          ]}
        />
        <YesNoField label={say(words.disability)} error={say(words.wrong)} value={isDisabled} onChange={setDisabled} />
        <SelectField
          label={say(words.ground)}
          isRequired
          value={ground}
          onChange={setGround}
          choices={[
            { value: 'one', label: say(words['ground-one']) },
            { value: 'two', label: say(words['ground-two']) },
          ]}
        />
        <SearchChoiceField
          label={say(words.settlement)}
          hint={say(words['settlement-hint'])}
          value={settlement}
          onChange={setSettlement}
          choices={settlements}
        />
        <SearchChoiceField label={say(words.partner)} value={undefined} onChange={() => undefined} choices={[]} />
      </FieldGrid>
      <output className="block text-ink-2 text-tag">{settlements.find(({ value }) => value === settlement)?.label ?? ''}</output>
    </Card>
  )
}
/** Fields of dates, identity, phones and money. */
export function ValuesPart() {
  const say = useSay()
  const [bornOn, setBornOn] = useState<string | null>(null)
  const [visitOn, setVisitOn] = useState<string | null>('2026-11-23')
  const [month, setMonth] = useState<string | null>(null)
  const [nationalId, setNationalId] = useState('')
  const [phone, setPhone] = useState('')
  const [income, setIncome] = useState<number>()
  const told = { bornOn, visitOn, month, nationalId, phone, income: income ?? null }
  return (
    <Card title={say(words.month)}>
      <FieldGrid>
        <DateField label={say(words['born-on'])} isRequired value={bornOn} onChange={setBornOn} max="2026-11-24" />
        <DateField
          label={say(words['visit-on'])}
          hint={say(words['visit-hint'])}
          value={visitOn}
          onChange={setVisitOn}
          min="2026-11-02"
          max="2027-11-23"
        />
        <MonthField label={say(words.month)} value={month} onChange={setMonth} />
        <NationalIdField label={say(words['national-id'])} isRequired value={nationalId} onChange={setNationalId} />
        <PhoneField label={say(words.phone)} value={phone} onChange={setPhone} />
        <MoneyField label={say(words.income)} value={income} onChange={setIncome} />
      </FieldGrid>
      <output id="told" dir="ltr" className="block break-all text-ink-2 text-meta">
        {JSON.stringify(told)}
      </output>
    </Card>
  )
}
/** A form to which the server answered that one field is wrong. */
export function FormPart() {
  const say = useSay()
  const [name, setName] = useState('')
  const [error, setError] = useState<Error | null>(null)
  const answer = (): void =>
    setError(name === '' ? new Problem(422, { fields: [{ path: 'givenName', sentence: say(words.wrong) }], reasons: [] }) : null)
  return (
    <Card title={say(words.form)}>
      <Form error={error} onSubmit={answer}>
        <TextField name="givenName" label={say(words['given-name'])} isRequired value={name} onChange={setName} />
        <div>
          <Button type="submit" look="primary">
            {say(words.send)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
/** A file not chosen, on its way, and sent back. */
export function UploadPart() {
  const say = useSay()
  const [sent, setSent] = useState<number | null>(0.4)
  const look = { hint: say(words['upload-hint']), accept: ['.xlsx', '.csv'], maxBytes: 5 * 1_048_576, onChoose: () => undefined } as const
  const nothing = { sent: null, error: null, cancel: () => undefined } as const
  const refused = new Problem(422, { fields: [], reasons: [{ code: 'kit.wrong', sentence: say(words.wrong) }] })
  return (
    <Card title={say(words.upload)}>
      <div className="grid gap-6 sm:grid-cols-3">
        <FileUpload {...look} label={say(words.upload)} uploading={nothing} />
        <FileUpload
          {...look}
          label={say(words['upload-under-way'])}
          uploading={{ sent, error: null, cancel: () => setSent(null) }}
          onChoose={() => setSent(0.4)}
        />
        <FileUpload {...look} label={say(words['upload-refused'])} uploading={{ ...nothing, error: refused }} />
      </div>
    </Card>
  )
}
