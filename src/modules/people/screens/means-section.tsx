import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { changeIncomeBand, changeLimits, type Means, readMeans, type WorkLimit } from '../contract/limits.ts'
import { words } from '../words.ts'
import { IncomeField, LimitsField, LimitsLine } from './port.tsx'

/** Her limits at work and the band of her income: closed until opened, because every look is written down. */
export function MeansSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('people.read-means')
  const [isOpen, setOpen] = useState(false)
  const means = useRead(readMeans, { personId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words.means)} isFolded>
      <p className="pb-3 text-ink-2">{say(words['means-hint'])}</p>
      {isOpen ? (
        <Read of={means}>
          {(data) => (
            <div className="flex flex-col gap-6">
              <LimitsForm key={`limits-${data.limitsVersion}`} personId={personId} means={data} />
              <IncomeForm key={`income-${data.incomeVersion}`} personId={personId} means={data} />
            </div>
          )}
        </Read>
      ) : (
        <Button onPress={() => setOpen(true)}>{say(words['means-open'])}</Button>
      )}
    </Card>
  )
}
interface Props {
  readonly personId: string
  readonly means: Means
}
function LimitsForm({ personId, means }: Props) {
  const say = useSay()
  const [limits, setLimits] = useState<readonly WorkLimit[]>(means.limits ?? [])
  const write = useWrite(changeLimits)
  const press = (): void => write.mutate({ input: { personId, limits: [...limits], version: means.limitsVersion } })
  return (
    <div className="flex flex-col gap-3">
      <LimitsLine limits={means.limits} />
      <LimitsField value={limits} onChange={setLimits} />
      <ProblemBox error={write.error} />
      <div>
        <Button label={`${say(ui.save)}: ${say(words['work-limits'])}`} isPending={write.isPending} onPress={press}>
          {say(ui.save)}
        </Button>
      </div>
    </div>
  )
}
function IncomeForm({ personId, means }: Props) {
  const say = useSay()
  const [band, setBand] = useState(means.incomeBand)
  const write = useWrite(changeIncomeBand)
  const press = (): void => {
    if (band !== null) write.mutate({ input: { personId, incomeBand: band, version: means.incomeVersion } })
  }
  return (
    <div className="flex flex-col gap-3">
      <IncomeField value={band ?? undefined} onChange={setBand} />
      <ProblemBox error={write.error} />
      <div>
        <Button
          label={`${say(ui.save)}: ${say(words['income-band'])}`}
          isDisabled={band === null}
          isPending={write.isPending}
          onPress={press}
        >
          {say(ui.save)}
        </Button>
      </div>
    </div>
  )
}
