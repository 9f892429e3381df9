import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, LongTextField, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { listOffers } from '../../occupations/contract.ts'
import { OccupationNote } from '../../occupations/screens/port.tsx'
import { PlanKind, Relation, type WorkPlan, writeWorkPlan } from '../contract/work-plan.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly countyCode: string
  readonly plan: WorkPlan | null
}
const MOST_WISHES = 3
/** Kind, relation, her wishes in her order, hours and the buyer. */
export function WorkPlanForm({ caseId, countyCode, plan }: Props) {
  const say = useSay()
  const [kind, setKind] = useState<PlanKind | undefined>(plan?.kind)
  const [relation, setRelation] = useState<Relation | null>(plan?.relation ?? null)
  const [wishes, setWishes] = useState<readonly string[]>(plan?.wishes ?? [])
  const [hoursPerWeek, setHours] = useState<number | undefined>(plan?.hoursPerWeek ?? undefined)
  const [buyer, setBuyer] = useState(plan?.buyer ?? '')
  const [wish, setWish] = useState(plan?.wish ?? '')
  const write = useWrite(writeWorkPlan)
  const press = (): void => {
    if (kind === undefined) return
    const input = {
      caseId,
      kind,
      relation: kind === 'home-based' ? relation : null,
      wishes: kind === 'not-work-oriented' ? [] : [...wishes],
      hoursPerWeek: hoursPerWeek ?? null,
      buyer,
      wish,
      version: plan?.version ?? 0,
    }
    write.mutate({ input })
  }
  return (
    <div className="flex flex-col gap-4">
      <ChoiceField
        label={say(words['plan-kind'])}
        isRequired
        value={kind}
        onChange={setKind}
        choices={PlanKind.options.map((one) => ({ value: one, label: say(words[`plan-${one}`]) }))}
      />
      {kind === 'home-based' ? (
        <ChoiceField
          label={say(words['plan-relation'])}
          isRequired
          value={relation ?? undefined}
          onChange={setRelation}
          choices={Relation.options.map((one) => ({ value: one, label: say(words[`relation-${one}`]) }))}
        />
      ) : null}
      {kind === undefined || kind === 'not-work-oriented' ? null : <Wishes countyCode={countyCode} wishes={wishes} onChange={setWishes} />}
      <NumberField label={say(words['hours-per-week'])} value={hoursPerWeek} onChange={setHours} />
      <TextField label={say(words.buyer)} hint={say(words['buyer-hint'])} value={buyer} onChange={setBuyer} />
      <LongTextField label={say(words.wish)} rows={2} value={wish} onChange={setWish} />
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={kind === undefined} isPending={write.isPending} onPress={press}>
        {say(words.save)}
      </Button>
    </div>
  )
}
interface WishesProps {
  readonly countyCode: string
  readonly wishes: readonly string[]
  readonly onChange: (wishes: readonly string[]) => void
}
function Wishes({ countyCode, wishes, onChange }: WishesProps) {
  const say = useSay()
  const language = useLanguage()
  const offers = useRead(listOffers, { countyCode })
  const places = Array.from({ length: Math.min(MOST_WISHES, wishes.length + 1) }, (_, place) => place)
  const set = (place: number, code: string | undefined): void =>
    onChange([...wishes.slice(0, place), ...(code === undefined ? [] : [code]), ...wishes.slice(place + 1)])
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1 font-semibold text-dense">{say(words.wishes)}</legend>
      <Read of={offers}>
        {(data) =>
          data.offers.length === 0 ? (
            <p>{say(words['no-offers'])}</p>
          ) : (
            places.map((place) => (
              <div key={place} className="flex flex-col gap-2">
                <SelectField
                  label={say(words['wish-place'], { n: formatNumber(place + 1, language) })}
                  empty="—"
                  value={wishes[place]}
                  onChange={(code) => set(place, code)}
                  choices={data.offers.map((one) => ({ value: one.fieldCode, label: language === 'en' ? one.nameEn : one.nameFa }))}
                />
                <OccupationNote countyCode={countyCode} fieldCode={wishes[place]} />
              </div>
            ))
          )
        }
      </Read>
    </fieldset>
  )
}
