import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import type { IncomeBand, WorkLimit } from '../../people/contract/limits.ts'
import { IncomeField, LimitsField, LimitsLine } from '../../people/screens/port.tsx'
import { readSeatMeans, type SeatMeans, writeSeatMeans } from '../contract/from-seat.ts'
import { words } from '../words.ts'

type Known = z.infer<typeof SeatMeans>
interface Props {
  readonly interviewId: string
  readonly isSpeaking: boolean
}
/** Her limits at work for those in the room, and what she lives on, which a seat writes and never reads again. Closed until opened. */
export function MeansCard({ interviewId, isSpeaking }: Props) {
  const say = useSay()
  const may = useMay('interviews.ask-means')
  const [isOpen, setOpen] = useState(false)
  const read = useRead(readSeatMeans, { id: interviewId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words['means-title'])} isFolded>
      <p className="pb-3 text-ink-2">{say(words['means-hint'])}</p>
      {isOpen ? (
        <Read of={read}>
          {(known) => (isSpeaking ? <MeansForm interviewId={interviewId} known={known} /> : <LimitsLine limits={known.limits} />)}
        </Read>
      ) : (
        <Button onPress={() => setOpen(true)}>{say(words['means-open'])}</Button>
      )}
    </Card>
  )
}
function MeansForm({ interviewId, known }: { readonly interviewId: string; readonly known: Known }) {
  const say = useSay()
  const [limits, setLimits] = useState<readonly WorkLimit[]>(known.limits ?? [])
  const [band, setBand] = useState<IncomeBand>()
  const write = useWrite(writeSeatMeans)
  const press = (): void => write.mutate({ input: { id: interviewId, limits: [...limits], incomeBand: band ?? null } })
  return (
    <div className="flex flex-col gap-4">
      {known.limits === null ? null : <LimitsLine limits={known.limits} />}
      <LimitsField value={limits} onChange={setLimits} />
      {known.mayAskIncome ? (
        <>
          <IncomeField value={band} onChange={setBand} />
          {known.isIncomeWritten ? <p className="text-ink-2 text-dense">{say(words['income-written'])}</p> : null}
        </>
      ) : (
        <p className="text-clay">{say(words['payer-sits'])}</p>
      )}
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button isPending={write.isPending} onPress={press}>
          {say(words['means-save'])}
        </Button>
        {write.isSuccess ? <span role="status">{say(words['means-saved'])}</span> : null}
      </div>
    </div>
  )
}
