import { useRead } from '../../../platform/client.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, FieldGrid, NumberField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { listFields } from '../../occupations/contract.ts'
import { PreciseGround } from '../../people/contract.ts'
import { words as people } from '../../people/words.ts'
import { listDivisions } from '../../territory/contract.ts'
import { RegistrationFields } from '../contract/registration.ts'
import { neededFields } from '../rules/registration.ts'
import { words } from '../words.ts'

type Name = keyof RegistrationFields
const NAMES = RegistrationFields.keyof().options
const { education, reads, placeToWork, phoneKind } = RegistrationFields.shape
/** The word that names each field, on the screen and on the paper. */
export const labelOf = {
  fatherName: 'father-name',
  bornOn: 'born-on',
  ground: 'ground',
  groundFrom: 'ground-valid-from',
  groundTo: 'ground-valid-to',
  groundSeen: 'ground-seen',
  householdSize: 'household-size',
  dependants: 'dependants',
  dependantsUnderSeven: 'dependants-under-seven',
  hasDisability: 'has-disability',
  careHours: 'care-hours',
  education: 'education',
  reads: 'reads',
  placeToWork: 'place-to-work',
  phoneKind: 'phone-kind',
  knownFieldCode: 'known-field',
  districtCode: 'district',
  settlement: 'settlement',
} as const satisfies Record<Name, keyof typeof people>

interface Part {
  readonly fields: RegistrationFields
  readonly set: (change: Partial<RegistrationFields>) => void
}
/** The eighteen fields in three groups, under the numbers they have on the paper. */
export function RegistrationParts({ countyCode, ...part }: Part & { readonly countyCode: string }) {
  const say = useSay()
  return (
    <>
      <h3 className="pb-2 font-semibold">{say(words['part-herself'])}</h3>
      <FieldGrid>
        <PersonFields {...part} />
      </FieldGrid>
      <h3 className="pt-6 pb-2 font-semibold">{say(words['part-household'])}</h3>
      <FieldGrid>
        <HouseholdFields {...part} />
      </FieldGrid>
      <h3 className="pt-6 pb-2 font-semibold">{say(words['part-work'])}</h3>
      <FieldGrid>
        <SkillFields {...part} />
        <PlaceFields {...part} countyCode={countyCode} />
      </FieldGrid>
    </>
  )
}
/** What every field here has: its name, its number and label, whether it is needed. */
function useField(): (name: Name) => { readonly name: string; readonly label: string; readonly isRequired: boolean } {
  const say = useSay()
  const language = useLanguage()
  return (name) => ({
    name,
    label: `${digits(`${NAMES.indexOf(name) + 1}`, language)}. ${say(people[labelOf[name]])}`,
    isRequired: neededFields.some((one) => one === name),
  })
}
function PersonFields({ fields, set }: Part) {
  const say = useSay()
  const field = useField()
  return (
    <>
      <TextField {...field('fatherName')} value={fields.fatherName ?? ''} onChange={(fatherName) => set({ fatherName })} />
      <DateField {...field('bornOn')} value={fields.bornOn ?? null} onChange={(bornOn) => set({ bornOn })} />
      <SelectField
        {...field('ground')}
        value={fields.ground}
        onChange={(ground) => set({ ground })}
        choices={PreciseGround.options.map((one) => ({ value: one, label: say(wordFor(people, `ground-precise-${one}`)) }))}
      />
      <DateField {...field('groundFrom')} value={fields.groundFrom ?? null} onChange={(day) => set({ groundFrom: day ?? undefined })} />
      <DateField {...field('groundTo')} value={fields.groundTo ?? null} onChange={(groundTo) => set({ groundTo })} />
      <YesNoField {...field('groundSeen')} value={fields.groundSeen} onChange={(groundSeen) => set({ groundSeen })} />
    </>
  )
}
function HouseholdFields({ fields, set }: Part) {
  const field = useField()
  return (
    <>
      <NumberField {...field('householdSize')} value={fields.householdSize} onChange={(householdSize) => set({ householdSize })} />
      <NumberField {...field('dependants')} value={fields.dependants} onChange={(dependants) => set({ dependants })} />
      <NumberField
        {...field('dependantsUnderSeven')}
        value={fields.dependantsUnderSeven}
        onChange={(n) => set({ dependantsUnderSeven: n })}
      />
      <YesNoField {...field('hasDisability')} value={fields.hasDisability} onChange={(hasDisability) => set({ hasDisability })} />
      <NumberField {...field('careHours')} value={fields.careHours ?? undefined} onChange={(hours) => set({ careHours: hours ?? null })} />
    </>
  )
}
function SkillFields({ fields, set }: Part) {
  const say = useSay()
  const field = useField()
  const language = useLanguage()
  const known = useRead(listFields, {})
  return (
    <>
      <ChoiceField
        {...field('education')}
        value={fields.education}
        onChange={(one) => set({ education: one })}
        choices={education.unwrap().options.map((one) => ({ value: one, label: say(people[`education-${one}`]) }))}
      />
      <ChoiceField
        {...field('reads')}
        value={fields.reads}
        onChange={(one) => set({ reads: one })}
        choices={reads.unwrap().options.map((one) => ({ value: one, label: say(people[`reads-${one}`]) }))}
      />
      <ChoiceField
        {...field('placeToWork')}
        value={fields.placeToWork}
        onChange={(one) => set({ placeToWork: one })}
        choices={placeToWork.unwrap().options.map((one) => ({ value: one, label: say(people[`place-${one}`]) }))}
      />
      <ChoiceField
        {...field('phoneKind')}
        value={fields.phoneKind}
        onChange={(one) => set({ phoneKind: one })}
        choices={phoneKind.unwrap().options.map((one) => ({ value: one, label: say(people[`phone-${one}`]) }))}
      />
      <SearchChoiceField
        {...field('knownFieldCode')}
        value={fields.knownFieldCode ?? undefined}
        onChange={(code) => set({ knownFieldCode: code ?? null })}
        choices={(known.data?.fields ?? []).map(({ code, nameFa, nameEn }) => ({
          value: code,
          label: language === 'en' ? nameEn : nameFa,
        }))}
      />
    </>
  )
}
function PlaceFields({ fields, set, countyCode }: Part & { readonly countyCode: string }) {
  const field = useField()
  const language = useLanguage()
  const districts = useRead(listDivisions, { level: 'district', parentCode: countyCode })
  return (
    <>
      <SelectField
        {...field('districtCode')}
        value={fields.districtCode}
        onChange={(districtCode) => set({ districtCode })}
        choices={(districts.data?.divisions ?? []).map(({ code, nameFa, nameEn }) => ({
          value: code,
          label: language === 'en' ? (nameEn ?? nameFa) : nameFa,
        }))}
      />
      <TextField
        {...field('settlement')}
        value={fields.settlement ?? ''}
        onChange={(settlement) => set({ settlement: settlement === '' ? undefined : settlement })}
      />
    </>
  )
}
