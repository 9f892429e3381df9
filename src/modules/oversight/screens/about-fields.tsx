import { useRead } from '../../../platform/client.ts'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { type GrievanceAbout, grievanceAbouts } from '../contract/grievances.ts'
import { routing } from '../rules/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'

export interface Where {
  readonly about: GrievanceAbout
  readonly countyCode: string | null
  readonly organisationId: string | null
}
interface Props {
  readonly value: Where
  readonly onChange: (value: Where) => void
  /** Whether county and organisation must be known, as they must where it is brought to whoever answers. */
  readonly needsAll?: boolean
  /** What whoever writes here may not write about: herself. */
  readonly without?: GrievanceAbout
}
/** What a complaint is about, with the county or the organisation that its office needs. */
export function AboutFields({ value, onChange, needsAll = false, without }: Props) {
  const say = useSay()
  const { needs } = routing[value.about]
  const kind = value.about === 'agency' ? ({ kind: 'agency' } as const) : {}
  const bodies = useRead(listOrganisations, { ...kind, limit: 250 }, { enabled: needs === 'organisation' })
  return (
    <>
      <SelectField
        label={say(words['grievance-about'])}
        isRequired
        value={value.about}
        onChange={(about) => onChange({ ...value, about: about ?? value.about, organisationId: null })}
        choices={grievanceAbouts.filter((one) => one !== without).map((one) => ({ value: one, label: say(words[`about-${one}`]) }))}
      />
      {needs === 'county' ? (
        <CountyField
          label={say(words['grievance-county'])}
          isRequired={needsAll}
          empty="—"
          value={value.countyCode ?? undefined}
          onChange={(countyCode) => onChange({ ...value, countyCode: countyCode ?? null })}
        />
      ) : null}
      {needs === 'organisation' ? (
        <SelectField
          label={say(words['grievance-organisation'])}
          isRequired={needsAll}
          empty="—"
          value={value.organisationId ?? undefined}
          onChange={(organisationId) => onChange({ ...value, organisationId: organisationId ?? null })}
          choices={(bodies.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
        />
      ) : null}
    </>
  )
}
