import { useRead } from '../../../platform/client.ts'
import { SelectField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { listCapacities, listOrganisations } from '../../partners/contract.ts'
import { words } from '../words.ts'

export interface Body {
  readonly organisationId: string | undefined
  readonly capacityId: string | undefined
}
interface Props {
  readonly label: string
  readonly countyCode: string
  readonly value: Body
  readonly onChange: (value: Body) => void
  /** What it means when no body is chosen; required when absent. */
  readonly empty?: string
}
/** An agency that works in her county, and what it has free there. */
export function BodyFields({ label, countyCode, value, onChange, empty }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { organisationId, capacityId } = value
  const agencies = useRead(listOrganisations, { kind: 'agency', countyCode })
  const capacities = useRead(
    listCapacities,
    { countyCode, organisationId: organisationId ?? '' },
    { enabled: organisationId !== undefined },
  )
  const free = organisationId === undefined ? [] : (capacities.data?.capacities ?? []).filter((one) => one.free > 0)
  return (
    <>
      <SelectField
        label={label}
        isRequired={empty === undefined}
        {...(empty === undefined ? {} : { empty })}
        value={organisationId}
        onChange={(id) => onChange({ organisationId: id, capacityId: undefined })}
        choices={(agencies.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
      />
      {free.length === 0 ? null : (
        <SelectField
          label={say(words['refer-capacity'])}
          empty={say(words['refer-no-capacity'])}
          value={capacityId}
          onChange={(id) => onChange({ organisationId, capacityId: id })}
          choices={free.map((one) => ({ value: one.id, label: `${one.title} (${formatNumber(one.free, language)} ${one.unit})` }))}
        />
      )}
    </>
  )
}
