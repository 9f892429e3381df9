import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listOwnCases, readCounters, takeNext } from '../contract/cases.ts'
import { words } from '../words.ts'
import { CaseLines } from './case-lines.tsx'
import { TransfersCard } from './transfers-card.tsx'

/** The files one carries, and the next one to take. */
export function Screen() {
  const say = useSay()
  const { countyName } = useCounties()
  const cases = useRead(listOwnCases, { limit: 100 })
  return (
    <>
      <PageHeader
        title={say(words['own-cases'])}
        facts={cases.data === undefined ? undefined : say(words['count-cases'], { n: cases.data.total })}
      />
      {useMay('enrolment.take-file') ? <TakeNext /> : null}
      {useMay('enrolment.accept-transfer') ? <TransfersCard /> : null}
      <Read of={cases}>{(data) => <CaseLines label={say(words['own-cases'])} rows={data.cases} countyName={countyName} />}</Read>
    </>
  )
}
function TakeNext() {
  const say = useSay()
  const navigate = useNavigate()
  const counters = useRead(readCounters, {})
  const take = useWrite(takeNext)
  const waiting = (counters.data?.counters ?? [])
    .filter(({ position }) => position === 'nominated')
    .reduce((sum, { count }) => sum + count, 0)
  const press = (): void => {
    take.mutate({ input: {} }, { onSuccess: ({ id }) => void navigate({ to: `/staff/cases/${id}` }) })
  }
  return (
    <Card>
      <p className="pb-3">{say(words['count-waiting'], { n: waiting })}</p>
      <ProblemBox error={take.error} />
      <Button look="primary" onPress={press} isPending={take.isPending} isDisabled={waiting === 0}>
        {say(words['take-next'])}
      </Button>
    </Card>
  )
}
