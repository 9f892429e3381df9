import type { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, NumberField, SelectField, YesNoField } from '../../../ui/fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { ProductUnit } from '../../businesses/contract/products.ts'
import { words as businesses } from '../../businesses/words.ts'
import { listFields } from '../../occupations/contract.ts'
import type { Asks } from '../contract/opportunities.ts'
import { words } from '../words.ts'

export interface AsksDraft {
  readonly fieldCode?: string | undefined
  readonly places?: number | undefined
  readonly leastCraft?: number | undefined
  readonly leastWeekly?: number | undefined
  readonly unit?: ProductUnit | undefined
  readonly needsPermit: boolean
  readonly startsOn: string | null
  readonly endsOn: string | null
}
export const NOTHING_ASKED: AsksDraft = { needsPermit: false, startsOn: null, endsOn: null }
/** What is asked, as a route takes it; undefined while something is missing. */
export function wholeAsks({
  fieldCode,
  places,
  leastCraft,
  leastWeekly,
  unit,
  needsPermit,
  startsOn,
  endsOn,
}: AsksDraft): z.output<typeof Asks> | undefined {
  if (fieldCode === undefined || places === undefined || startsOn === null || endsOn === null) return undefined
  const asked = { leastCraft: leastCraft ?? null, leastWeekly: leastWeekly ?? null, unit: unit ?? null, needsPermit }
  return { fieldCode, places, ...asked, startsOn, endsOn }
}
/** Field, places, days, and what is asked of whoever takes one; what is left empty is not asked. */
export function AsksFields({ draft, change }: { readonly draft: AsksDraft; readonly change: (more: Partial<AsksDraft>) => void }) {
  const say = useSay()
  const language = useLanguage()
  const fields = useRead(listFields, {})
  return (
    <FieldGrid>
      <SelectField
        label={say(words.field)}
        isRequired
        empty="—"
        value={draft.fieldCode}
        onChange={(fieldCode) => change({ fieldCode })}
        choices={(fields.data?.fields ?? []).map(({ code, nameFa, nameEn }) => ({
          value: code,
          label: language === 'fa' ? nameFa : nameEn,
        }))}
      />
      <NumberField label={say(words.places)} name="places" isRequired value={draft.places} onChange={(places) => change({ places })} />
      <DateField
        label={say(words['starts-on'])}
        name="startsOn"
        isRequired
        value={draft.startsOn}
        onChange={(startsOn) => change({ startsOn })}
      />
      <DateField label={say(words['ends-on'])} name="endsOn" isRequired value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
      <NumberField
        label={say(words['least-craft'])}
        hint={say(words['not-asked-hint'])}
        name="leastCraft"
        value={draft.leastCraft}
        onChange={(leastCraft) => change({ leastCraft })}
      />
      <NumberField
        label={say(words['least-weekly'])}
        hint={say(words['not-asked-hint'])}
        name="leastWeekly"
        value={draft.leastWeekly}
        onChange={(leastWeekly) => change({ leastWeekly })}
      />
      {draft.leastWeekly === undefined ? null : (
        <SelectField
          label={say(words.unit)}
          isRequired
          empty="—"
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          choices={ProductUnit.options.map((one) => ({ value: one, label: say(businesses[`unit-${one}`]) }))}
        />
      )}
      <YesNoField label={say(words['needs-permit'])} value={draft.needsPermit} onChange={(needsPermit) => change({ needsPermit })} />
    </FieldGrid>
  )
}
