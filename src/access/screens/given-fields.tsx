import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { useRead } from '../../platform/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldLabel } from '../../ui/field.tsx'
import { type Choice, FieldGrid, SelectField } from '../../ui/fields.tsx'
import { useSay, wordFor } from '../../ui/language.tsx'
import { Read } from '../../ui/states.tsx'
import { type Given, listChoices, type StaffRole, staffRoles } from '../contract/accounts.ts'
import { dutiesOf } from '../rules.ts'
import { words } from '../words.ts'

/** An assignment while it is being filled in. */
export interface Drafted {
  readonly role: StaffRole | undefined
  readonly duties: Given['duties']
  readonly counties: readonly string[]
  readonly organisationId: string | undefined
  readonly validFrom: string | null
  readonly validTo: string | null
}
export function blank(): Drafted {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(new Date())
  return { role: undefined, duties: [], counties: [], organisationId: undefined, validFrom: today, validTo: null }
}
/** What the form says, once it says enough to be asked for. */
export function givenOf({ role, validFrom, duties, counties, organisationId, validTo }: Drafted): Given | undefined {
  if (role === undefined || validFrom === null) return undefined
  return { role, duties, counties: [...counties], organisationId: organisationId ?? null, validFrom, validTo }
}
interface FieldsProps {
  readonly value: Drafted
  readonly onChange: (value: Drafted) => void
}
/** Role, duties that belong to it, for whom, where, from–to. */
export function GivenFields({ value, onChange }: FieldsProps) {
  const say = useSay()
  const choices = useRead(listChoices, {})
  const duties = value.role === undefined ? [] : dutiesOf(value.role)
  return (
    <Read of={choices}>
      {({ counties, organisations }) => (
        <div className="flex flex-col gap-4">
          <SelectField
            label={say(words.role)}
            isRequired
            value={value.role}
            onChange={(role) => onChange({ ...value, role, duties: [] })}
            choices={staffRoles.map((role) => ({ value: role, label: say(wordFor(words, `role-${role}`)) }))}
          />
          {duties.length === 0 ? null : (
            <ManyField
              label={say(words.duties)}
              value={value.duties}
              choices={duties.map((duty) => ({ value: duty, label: say(wordFor(words, `duty-${duty}`)) }))}
              onChange={(chosen) => onChange({ ...value, duties: duties.filter((duty) => chosen.includes(duty)) })}
            />
          )}
          <SelectField
            label={say(words.organisation)}
            empty={say(words['organisation-none'])}
            value={value.organisationId}
            onChange={(organisationId) => onChange({ ...value, organisationId })}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ManyField
            label={say(words.counties)}
            value={value.counties}
            choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(chosen) => onChange({ ...value, counties: chosen })}
          />
          <FieldGrid>
            <DateField
              label={say(words.from)}
              isRequired
              value={value.validFrom}
              onChange={(validFrom) => onChange({ ...value, validFrom })}
            />
            <DateField label={say(words.to)} value={value.validTo} onChange={(validTo) => onChange({ ...value, validTo })} />
          </FieldGrid>
        </div>
      )}
    </Read>
  )
}
interface ManyProps {
  readonly label: string
  readonly value: readonly string[]
  readonly choices: readonly Choice<string>[]
  readonly onChange: (value: string[]) => void
}
function ManyField({ label, value, choices, onChange }: ManyProps) {
  return (
    <CheckboxGroup value={[...value]} onChange={onChange}>
      <FieldLabel label={label} />
      <div className="grid grid-cols-2 gap-2 pt-1">
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-control bg-surface px-3 py-2 data-[selected]:border-brand data-[selected]:bg-brand-soft data-[focus-visible]:outline-3 data-[focus-visible]:outline-focus data-[focus-visible]:outline-offset-2 lg:min-h-10"
          >
            {({ isSelected }) => (
              <>
                <span
                  aria-hidden
                  className={`size-4 shrink-0 rounded-tag border-2 ${isSelected ? 'border-brand bg-brand' : 'border-control bg-surface'}`}
                />
                {choice.label}
              </>
            )}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
