import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { endCentrePlace, type HerCentre, readHerCentre, takeCentrePlace } from '../contract/centres.ts'
import { words } from '../words.ts'

/** At which counselling centre one woman has a place. */
export function HerCentreCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readHerCentre, { caseId })
  return (
    <Card title={say(words['her-centre'])}>
      <Read of={read}>
        {({ place, centres }) =>
          place === null ? (
            <Taking caseId={caseId} centres={centres} />
          ) : (
            <>
              <p>{say(words['her-centre-since'], { day: formatDate(place.takenOn, language), name: place.centreName })}</p>
              <Leaving caseId={caseId} placeId={place.id} />
            </>
          )
        }
      </Read>
    </Card>
  )
}
function Taking({ caseId, centres }: { readonly caseId: string; readonly centres: HerCentre['centres'] }) {
  const say = useSay()
  const language = useLanguage()
  const [centreId, setCentre] = useState<string>()
  const write = useWrite(takeCentrePlace)
  if (centres.length === 0) return <p className="text-ink-2">{say(words['no-open-centres'])}</p>
  return (
    <div className="flex max-w-md flex-col gap-3">
      <p className="text-ink-2">{say(words['no-her-centre'])}</p>
      <SelectField
        label={say(words.centre)}
        value={centreId}
        onChange={setCentre}
        choices={centres.map(({ id, name, free }) => ({
          value: id,
          label: say(words['centre-choice'], { name, free: formatNumber(free, language) }),
        }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button
          isDisabled={centreId === undefined}
          isPending={write.isPending}
          onPress={() => (centreId === undefined ? undefined : write.mutate({ input: { caseId, id: newCommandId(), centreId } }))}
        >
          {say(words['centre-take'])}
        </Button>
      </div>
    </div>
  )
}
function Leaving({ caseId, placeId }: { readonly caseId: string; readonly placeId: string }) {
  const say = useSay()
  const write = useWrite(endCentrePlace)
  return (
    <div className="pt-3">
      <ProblemBox error={write.error} />
      <Button look="quiet" isPending={write.isPending} onPress={() => write.mutate({ input: { caseId, placeId } })}>
        {say(words['centre-leave'])}
      </Button>
    </div>
  )
}
