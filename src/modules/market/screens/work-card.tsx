import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { download, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { collectLot, deliverLot, downloadLotPaper, type LotWork, paperKinds, readWork, startLot } from '../contract/work.ts'
import { reasonsNotToMoveLot } from '../rules/moves.ts'
import { words } from '../words.ts'
import { ClaimsCard } from './claims-card.tsx'
import { InspectForm } from './inspect-form.tsx'
import { KitCard } from './kit-card.tsx'
import { MoneyCard } from './money-card.tsx'

/** The work of one lot in the order of its steps: the next one on top, for a thumb. */
export function WorkCards({ id }: { readonly id: string }) {
  const read = useRead(readWork, { id })
  return (
    <Read of={read}>
      {(work) => (
        <>
          <NextStep key={`step ${work.lot.version}`} work={work} />
          <MoneyCard key={`money ${work.lot.version}`} work={work} />
          <ClaimsCard key={`claims ${work.lot.version}`} lot={work.lot} />
          <KitCard key={`kit ${work.lot.version}`} work={work} />
        </>
      )}
    </Read>
  )
}
function NextStep({ work }: { readonly work: LotWork }) {
  const say = useSay()
  const language = useLanguage()
  const mayWork = useMay('market.work-lot')
  const { pieces, lot } = work
  const count = (n: number): string => `${formatNumber(n, language)} ${lot.terms.unit}`
  return (
    <Card title={say(words.work)}>
      <Facts
        facts={[
          [say(words.presented), count(pieces.presented)],
          [say(words.accepted), count(pieces.accepted)],
          [say(words.rework), count(pieces.toRework)],
          [say(words.rejected), count(pieces.rejected)],
          [say(words.spoiled), count(pieces.spoiled)],
        ]}
      />
      <div className="flex flex-wrap gap-3 pt-3">
        {paperKinds
          .filter((kind) => kind !== 'slip' || work.money.entries.length > 0)
          .map((kind) => (
            <Button key={kind} onPress={() => void download(downloadLotPaper, { id: lot.id, kind })}>
              {say(words[`paper-${kind}`])}
            </Button>
          ))}
      </div>
      {mayWork ? <Steps work={work} /> : null}
    </Card>
  )
}
function Steps({ work }: { readonly work: LotWork }) {
  const { lot } = work
  const may = (to: Parameters<typeof reasonsNotToMoveLot>[1]): boolean => reasonsNotToMoveLot(lot.state, to).length === 0
  return (
    <div className="flex flex-col gap-4 pt-3">
      {may('ordered') ? <Start work={work} maySample={may('sample')} /> : null}
      {may('produced') ? <Collect work={work} /> : null}
      {may('checked') ? <InspectForm work={work} /> : null}
      {may('delivered') && work.pieces.accepted + work.pieces.spoiled > 0 ? <Deliver work={work} /> : null}
    </div>
  )
}
function Start({ work, maySample }: { readonly work: LotWork; readonly maySample: boolean }) {
  const say = useSay()
  const write = useWrite(startLot)
  const { id, version } = work.lot
  return (
    <>
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { id, version, to: 'ordered' } })}>
          {say(words['start-ordered'])}
        </Button>
        {maySample ? (
          <Button look="quiet" isPending={write.isPending} onPress={() => write.mutate({ input: { id, version, to: 'sample' } })}>
            {say(words['start-sample'])}
          </Button>
        ) : null}
      </div>
    </>
  )
}
function Collect({ work }: { readonly work: LotWork }) {
  const say = useSay()
  const write = useWrite(collectLot)
  const { lot, pieces } = work
  const [n, setN] = useState<number | undefined>(pieces.mayBring)
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">{say(words.collect)}</h3>
      <NumberField
        label={say(words.pieces)}
        hint={say(words['collect-hint'], { n: pieces.mayBring, unit: lot.terms.unit })}
        unit={lot.terms.unit}
        isRequired
        value={n}
        onChange={setN}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button
          look="primary"
          isDisabled={n === undefined || n === 0}
          isPending={write.isPending}
          onPress={() => (n === undefined ? undefined : write.mutate({ input: { id: lot.id, version: lot.version, pieces: n } }))}
        >
          {say(words['collect-done'])}
        </Button>
      </div>
    </div>
  )
}
function Deliver({ work }: { readonly work: LotWork }) {
  const say = useSay()
  const write = useWrite(deliverLot)
  const { id, version } = work.lot
  const { toRework } = work.pieces
  const leavesRework = toRework > 0
  return (
    <>
      <ProblemBox error={write.error} />
      <div>
        <Button
          look={leavesRework ? 'quiet' : 'primary'}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { id, version, leavesRework } })}
        >
          {leavesRework ? say(words['deliver-without-rework'], { n: toRework }) : say(words.deliver)}
        </Button>
      </div>
    </>
  )
}
