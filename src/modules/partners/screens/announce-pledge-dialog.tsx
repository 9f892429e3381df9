import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { listFields } from '../../occupations/contract.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { announcePledge, pledgeKinds, promisedAs } from '../contract/pledges.ts'
import { listOrganisations } from '../contract.ts'
import { words } from '../words.ts'

interface Props {
  /** The partner one acts for; null for the office, which chooses. */
  readonly ownOrganisationId: string | null
  readonly onClose: () => void
}
interface Part {
  readonly key: string
  readonly dueOn: string | null
  readonly quantity: number | undefined
}
/** A promise as it is first heard: who, in which role, what, how much, where, until when, and in which parts. */
export function AnnouncePledgeDialog({ ownOrganisationId, onClose }: Props) {
  const say = useSay()
  const { counties } = useCounties()
  const partners = useRead(listOrganisations, { limit: 250 }, { enabled: ownOrganisationId === null })
  const fields = useRead(listFields, {})
  const [organisationId, setOrganisation] = useState<string | undefined>(ownOrganisationId ?? undefined)
  const [role, setRole] = useState<(typeof promisedAs)[number]>()
  const [kind, setKind] = useState<(typeof pledgeKinds)[number]>()
  const [title, setTitle] = useState('')
  const [fieldCode, setField] = useState<string>()
  const [quantity, setQuantity] = useState<number>()
  const [unit, setUnit] = useState('')
  const [valueRial, setValue] = useState<number>()
  const [bound, setBound] = useState<readonly string[]>([])
  const [groupNote, setGroup] = useState('')
  const [startsOn, setStart] = useState<string | null>(null)
  const [dueOn, setDue] = useState<string | null>(null)
  const [parts, setParts] = useState<readonly Part[]>([])
  const write = useWrite(announcePledge)
  const isReady =
    organisationId !== undefined &&
    role !== undefined &&
    kind !== undefined &&
    quantity !== undefined &&
    startsOn !== null &&
    dueOn !== null &&
    title.trim().length >= 3 &&
    unit.trim() !== '' &&
    parts.every((part) => part.dueOn !== null && part.quantity !== undefined)
  const send = (): void => {
    if (!isReady) return
    const whole = parts.flatMap(({ dueOn: day, quantity: some }) =>
      day === null || some === undefined ? [] : [{ dueOn: day, quantity: some }],
    )
    const what = { promisedAs: role, kind, title, fieldCode: fieldCode ?? null, quantity, unit, valueRial: valueRial ?? null }
    const bounds = { counties: [...bound], groupNote: groupNote.trim() === '' ? null : groupNote, startsOn, dueOn, parts: whole }
    write.mutate({ input: { id: newCommandId(), organisationId, ...what, ...bounds } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['announce-pledge'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <FieldGrid>
          {ownOrganisationId === null ? (
            <SearchChoiceField
              label={say(words.organisation)}
              isRequired
              value={organisationId}
              onChange={setOrganisation}
              choices={(partners.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
            />
          ) : null}
          <SelectField
            label={say(words['promised-as'])}
            isRequired
            empty="—"
            value={role}
            onChange={setRole}
            choices={promisedAs.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
          />
          <SelectField
            label={say(words['pledge-kind'])}
            isRequired
            empty="—"
            value={kind}
            onChange={setKind}
            choices={pledgeKinds.map((one) => ({ value: one, label: say(wordFor(words, `pledge-kind-${one}`)) }))}
          />
          <TextField label={say(words.title)} name="title" isRequired value={title} onChange={setTitle} />
          <SearchChoiceField
            label={say(words.field)}
            hint={say(words['any-field'])}
            value={fieldCode}
            onChange={setField}
            choices={(fields.data?.fields ?? []).map(({ code, nameFa }) => ({ value: code, label: nameFa }))}
          />
          <NumberField label={say(words.quantity)} name="quantity" isRequired value={quantity} onChange={setQuantity} />
          <TextField label={say(words.unit)} name="unit" hint={say(words['unit-hint'])} isRequired value={unit} onChange={setUnit} />
          <MoneyField label={say(words['value-rial'])} value={valueRial} onChange={setValue} />
          <DateField label={say(words['starts-on'])} isRequired value={startsOn} onChange={setStart} />
          <DateField label={say(words['due-on'])} isRequired value={dueOn} onChange={setDue} />
          <TextField label={say(words['group-note'])} value={groupNote} onChange={setGroup} />
        </FieldGrid>
        <CheckField
          label={say(words.where)}
          value={bound}
          onChange={setBound}
          choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Schedule parts={parts} onChange={setParts} />
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
            {say(words['announce-pledge'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
/** In which parts the promise comes, when not at once. */
function Schedule({ parts, onChange }: { readonly parts: readonly Part[]; readonly onChange: (parts: readonly Part[]) => void }) {
  const say = useSay()
  const change = (key: string, more: Partial<Part>): void => onChange(parts.map((part) => (part.key === key ? { ...part, ...more } : part)))
  return (
    <fieldset>
      <legend className="pb-2 font-semibold">{say(words.schedule)}</legend>
      {parts.length === 0 ? <p className="pb-2 text-ink-2 text-dense">{say(words['no-schedule'])}</p> : null}
      {parts.map((part) => (
        <div key={part.key} className="flex flex-wrap items-end gap-3 pb-3">
          <DateField label={say(words['part-due'])} isRequired value={part.dueOn} onChange={(day) => change(part.key, { dueOn: day })} />
          <NumberField
            label={say(words.quantity)}
            isRequired
            value={part.quantity}
            onChange={(some) => change(part.key, { quantity: some })}
          />
          <Button look="quiet" onPress={() => onChange(parts.filter(({ key }) => key !== part.key))}>
            {say(words['remove-part'])}
          </Button>
        </div>
      ))}
      <Button
        isDisabled={parts.length >= 36}
        onPress={() => onChange([...parts, { key: newCommandId(), dueOn: null, quantity: undefined }])}
      >
        {say(words['add-part'])}
      </Button>
    </fieldset>
  )
}
