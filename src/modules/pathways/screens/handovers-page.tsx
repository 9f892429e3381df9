import type { ReactNode } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { answerHandover, type Handover, listHandovers, withdrawHandover } from '../contract/handovers.ts'
import { words } from '../words.ts'
import { OrderHandover } from './order-handover.tsx'

/** Files proposed to the reader, and those the reader proposed. */
export function Screen() {
  const say = useSay()
  const read = useRead(listHandovers, {})
  const mayAnswer = useMay('pathways.answer-handover')
  const mayOrder = useMay('pathways.order-handover')
  return (
    <>
      <PageHeader title={say(words.handovers)} facts={say(words['handovers-hint'])} />
      <Read of={read}>
        {({ toMe, byMe }) => (
          <>
            {mayAnswer ? (
              <Card title={say(words['handovers-to-me'])}>
                {toMe.length === 0 ? <EmptyState>{say(words['no-handovers-to-me'])}</EmptyState> : null}
                <ul className="flex flex-col divide-y divide-line">
                  {toMe.map((one) => (
                    <Line key={`${one.id} ${one.version}`} handover={one}>
                      <Answer handover={one} />
                    </Line>
                  ))}
                </ul>
              </Card>
            ) : null}
            <Card title={say(words['handovers-by-me'])}>
              {byMe.length === 0 ? <EmptyState>{say(words['no-handovers-by-me'])}</EmptyState> : null}
              <ul className="flex flex-col divide-y divide-line">
                {byMe.map((one) => (
                  <Line key={`${one.id} ${one.version}`} handover={one}>
                    {one.state === 'proposed' ? <WithdrawHandover handover={one} /> : null}
                  </Line>
                ))}
              </ul>
            </Card>
          </>
        )}
      </Read>
      {mayOrder ? <OrderHandover /> : null}
    </>
  )
}
const MEANINGS = { proposed: 'waiting', accepted: 'done', declined: 'overdue', withdrawn: 'neutral' } as const
function Line({ handover, children }: { readonly handover: Handover; readonly children: ReactNode }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { fileNumber, countyCode, fromName, toName, reason, state, proposedOn } = handover
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        <bdi>{digits(fileNumber, language)}</bdi> {countyName(countyCode)}
        <Tag meaning={MEANINGS[state]}>{say(words[`handover-${state}`])}</Tag>
      </p>
      <p className="text-ink-2">
        {say(words['handover-from-to'], { from: fromName, to: toName })}،{' '}
        {say(words['handover-since'], { day: formatDate(proposedOn, language) })}، {say(words['handover-reason'])}:{' '}
        {say(words[`handover-reason-${reason}`])}
      </p>
      {children}
    </li>
  )
}
function Answer({ handover: { id, fileNumber, version } }: { readonly handover: Handover }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(answerHandover)
  const number = digits(fileNumber, language)
  return (
    <>
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          label={`${say(words['handover-accept'])}: ${number}`}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { id, to: 'accepted', version } })}
        >
          {say(words['handover-accept'])}
        </Button>
        <Button
          label={`${say(words['handover-decline'])}: ${number}`}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { id, to: 'declined', version } })}
        >
          {say(words['handover-decline'])}
        </Button>
      </div>
    </>
  )
}
export function WithdrawHandover({ handover: { id, fileNumber, version } }: { readonly handover: Handover }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(withdrawHandover)
  return (
    <div>
      <ProblemBox error={write.error} />
      <Button
        look="quiet"
        label={`${say(words['handover-withdraw'])}: ${digits(fileNumber, language)}`}
        isPending={write.isPending}
        onPress={() => write.mutate({ input: { id, version } })}
      >
        {say(words['handover-withdraw'])}
      </Button>
    </div>
  )
}
