import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, FieldGrid, NumberField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { listConsents, PreciseGround } from '../../people/contract.ts'
import { type PaperDraft, PaperFields, wholePaper } from '../../people/screens/port.tsx'
import { words as people } from '../../people/words.ts'
import { listDivisions } from '../../territory/contract.ts'
import { recordConsent } from '../contract/cases.ts'
import { type RegistrationFields, readRegistration, saveRegistration } from '../contract/registration.ts'
import type { Position } from '../rules/case-moves.ts'
import { missingFields } from '../rules/registration.ts'
import { words } from '../words.ts'
import { CompletingCard } from './completing-card.tsx'

interface Props {
  readonly caseId: string
  readonly personId: string
  readonly position: Position
}
/** Registration opens with her consent and not before. */
export function RegistrationSection({ caseId, personId, position }: Props) {
  const may = useMay('enrolment.register')
  if (!may) return null
  if (position === 'contacted') return <OpenRegistration caseId={caseId} personId={personId} />
  if (position === 'incomplete') return <CompletingCard caseId={caseId} />
  return position === 'consented' ? <RegistrationForm caseId={caseId} /> : null
}
function OpenRegistration({ caseId, personId }: { readonly caseId: string; readonly personId: string }) {
  const say = useSay()
  const write = useWrite(recordConsent)
  const consents = useRead(listConsents, { personId })
  const last = consents.data?.consents.filter(({ purpose }) => purpose === 'keep-file').at(-1)
  const isGiven = last?.answer === true && last.withdrawnOn === null
  return (
    <Card title={say(words.registration)}>
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={!isGiven} isPending={write.isPending} onPress={() => write.mutate({ input: { caseId } })}>
        {say(words['record-consent'])}
      </Button>
      <ReasonList reasons={isGiven ? [] : [say(words['consent-missing'])]} />
    </Card>
  )
}
const LABELS: Readonly<Record<string, keyof typeof people>> = {
  bornOn: 'born-on',
  ground: 'ground',
  groundFrom: 'ground-valid-from',
  householdSize: 'household-size',
  dependants: 'dependants',
  dependantsUnderSeven: 'dependants-under-seven',
  hasDisability: 'has-disability',
  reads: 'reads',
  placeToWork: 'place-to-work',
  districtCode: 'district',
}
function RegistrationForm({ caseId }: { readonly caseId: string }) {
  const draft = useRead(readRegistration, { caseId })
  return <Read of={draft}>{(data) => <Form key={caseId} caseId={caseId} draft={data.draft} />}</Read>
}
interface FormProps {
  readonly caseId: string
  readonly draft: z.infer<typeof readRegistration.output>['draft']
}
/** Goes on from what was said before, on whatever device. */
function Form({ caseId, draft }: FormProps) {
  const say = useSay()
  const [fields, setFields] = useState<RegistrationFields>(draft?.fields ?? {})
  const [groundId] = useState(() => draft?.groundId ?? newCommandId())
  const write = useWrite(saveRegistration)
  const set = (change: Partial<RegistrationFields>): void => setFields((before) => ({ ...before, ...change }))
  const missing = missingFields(fields)
  const [paperDraft, setPaperDraft] = useState<PaperDraft>()
  const paper = wholePaper(paperDraft)
  const isPaperWhole = paperDraft === undefined || paper !== undefined
  const send = (isComplete: boolean): void =>
    write.mutate({ input: { ...fields, caseId, groundId, isComplete, ...(paper === undefined ? {} : { paper }) } })
  return (
    <Card
      title={say(words.registration)}
      actions={
        <>
          <Button look="primary" isDisabled={missing.length > 0 || !isPaperWhole} isPending={write.isPending} onPress={() => send(true)}>
            {say(words['finish-registration'])}
          </Button>
          <Button isPending={write.isPending} onPress={() => send(false)}>
            {say(words['save-draft'])}
          </Button>
        </>
      }
    >
      <ProblemBox error={write.error} />
      {write.isSuccess && !write.isPending ? <p role="status">{say(words.kept)}</p> : null}
      <PaperFields value={paperDraft} onChange={setPaperDraft} />
      <FieldGrid>
        <PersonFields fields={fields} set={set} />
        <HouseholdFields fields={fields} set={set} />
        <WorkFields fields={fields} set={set} />
      </FieldGrid>
      <ReasonList reasons={missing.map((name) => say(people[LABELS[name] ?? 'not-recorded']))} />
    </Card>
  )
}
interface Part {
  readonly fields: RegistrationFields
  readonly set: (change: Partial<RegistrationFields>) => void
}
function PersonFields({ fields, set }: Part) {
  const say = useSay()
  return (
    <>
      <TextField label={say(people['father-name'])} value={fields.fatherName ?? ''} onChange={(fatherName) => set({ fatherName })} />
      <DateField label={say(people['born-on'])} isRequired value={fields.bornOn ?? null} onChange={(bornOn) => set({ bornOn })} />
      <SelectField
        label={say(people.ground)}
        isRequired
        value={fields.ground}
        onChange={(ground) => set({ ground })}
        choices={PreciseGround.options.map((one) => ({ value: one, label: say(wordFor(people, `ground-precise-${one}`)) }))}
      />
      <DateField
        label={say(people['ground-valid-from'])}
        isRequired
        value={fields.groundFrom ?? null}
        onChange={(day) => set({ groundFrom: day ?? undefined })}
      />
      <DateField label={say(people['ground-valid-to'])} value={fields.groundTo ?? null} onChange={(groundTo) => set({ groundTo })} />
      <YesNoField label={say(people['ground-seen'])} value={fields.groundSeen} onChange={(groundSeen) => set({ groundSeen })} />
    </>
  )
}
function HouseholdFields({ fields, set }: Part) {
  const say = useSay()
  return (
    <>
      <NumberField
        label={say(people['household-size'])}
        isRequired
        value={fields.householdSize}
        onChange={(householdSize) => set({ householdSize })}
      />
      <NumberField label={say(people.dependants)} isRequired value={fields.dependants} onChange={(dependants) => set({ dependants })} />
      <NumberField
        label={say(people['dependants-under-seven'])}
        isRequired
        value={fields.dependantsUnderSeven}
        onChange={(dependantsUnderSeven) => set({ dependantsUnderSeven })}
      />
      <YesNoField
        label={say(people['has-disability'])}
        isRequired
        value={fields.hasDisability}
        onChange={(hasDisability) => set({ hasDisability })}
      />
      <NumberField
        label={say(people['care-hours'])}
        value={fields.careHours ?? undefined}
        onChange={(careHours) => set({ careHours: careHours ?? null })}
      />
    </>
  )
}
function WorkFields({ fields, set }: Part) {
  const say = useSay()
  const language = useLanguage()
  const districts = useRead(listDivisions, { level: 'district' })
  return (
    <>
      <ChoiceField
        label={say(people.reads)}
        isRequired
        value={fields.reads}
        onChange={(reads) => set({ reads })}
        choices={(['no', 'little', 'yes'] as const).map((one) => ({ value: one, label: say(people[`reads-${one}`]) }))}
      />
      <ChoiceField
        label={say(people['place-to-work'])}
        isRequired
        value={fields.placeToWork}
        onChange={(placeToWork) => set({ placeToWork })}
        choices={(['own', 'rented-allowed', 'rented-not-allowed', 'relatives'] as const).map((one) => ({
          value: one,
          label: say(people[`place-${one}`]),
        }))}
      />
      <ChoiceField
        label={say(people['phone-kind'])}
        value={fields.phoneKind}
        onChange={(phoneKind) => set({ phoneKind })}
        choices={(['none', 'simple', 'smart'] as const).map((one) => ({ value: one, label: say(people[`phone-${one}`]) }))}
      />
      <SelectField
        label={say(people.district)}
        isRequired
        value={fields.districtCode}
        onChange={(districtCode) => set({ districtCode })}
        choices={(districts.data?.divisions ?? []).map(({ code, nameFa, nameEn }) => ({
          value: code,
          label: language === 'en' ? (nameEn ?? nameFa) : nameFa,
        }))}
      />
      <TextField
        label={say(people.settlement)}
        value={fields.settlement ?? ''}
        onChange={(settlement) => set({ settlement: settlement === '' ? undefined : settlement })}
      />
    </>
  )
}
