import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatTime } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read, ReadPage, ReasonList } from '../../../ui/states.tsx'
import { begin, declareKinship, listSeats, readSeat, type Seat } from '../contract/seats.ts'
import { words } from '../words.ts'
import { Agreeing } from './agreeing.tsx'
import { Marking } from './marking.tsx'
import { SeatCall } from './seat-call.tsx'
import { StateTag } from './state-tag.tsx'

/** How often a member who is done looks whether the others are. */
const LOOK_AGAIN_MS = 8_000
const TOGETHER: ReadonlySet<string> = new Set(['scored', 'agreed', 'told'])
/** One member at one conversation: kin or not, alone with her marks, then all together. */
export function Screen() {
  const say = useSay()
  const { interviewId = '' } = useParams({ strict: false })
  const read = useRead(listSeats, {})
  return (
    <ReadPage of={read}>
      {({ seats }) => {
        const seat = seats.find((one) => one.interviewId === interviewId)
        if (seat === undefined)
          return (
            <>
              <PageHeader title={say(words.interview)} />
              <EmptyState action={<TextLink to="/staff/my-sessions">{say(words['own-sessions'])}</TextLink>}>
                {say(words['seat-not-open'])}
              </EmptyState>
            </>
          )
        return (
          <>
            <Head seat={seat} />
            {seat.kinship === null ? <Kinship seat={seat} /> : <Step seat={seat} />}
          </>
        )
      }}
    </ReadPage>
  )
}
function Head({ seat }: { readonly seat: Seat }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <PageHeader
      title={seat.givenName}
      facts={
        <>
          <bdi>{digits(seat.fileNumber, language)}</bdi> · <bdi>{formatTime(seat.startsAt, language)}</bdi> ·{' '}
          {say(words[`part-${seat.part}`])} <StateTag state={seat.state} />
        </>
      }
      actions={<TextLink to="/staff/my-sessions">{say(words['own-sessions'])}</TextLink>}
    />
  )
}
/** Said before anything of her is opened; whoever is kin leaves, and nobody asks further. */
function Kinship({ seat }: { readonly seat: Seat }) {
  const say = useSay()
  const write = useWrite(declareKinship)
  const answer = (kinship: 'none' | 'kin'): void => write.mutate({ input: { id: seat.interviewId, kinship } })
  return (
    <Card title={say(words['kinship-ask'], { name: seat.givenName })}>
      <p className="pb-4 text-ink-2">{say(words['kinship-hint'])}</p>
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isPending={write.isPending} onPress={() => answer('none')}>
          {say(words['kinship-none'])}
        </Button>
        <Button isPending={write.isPending} onPress={() => answer('kin')}>
          {say(words['kinship-kin'])}
        </Button>
      </div>
    </Card>
  )
}
function Step({ seat }: { readonly seat: Seat }) {
  if (TOGETHER.has(seat.state)) return <Agreeing interviewId={seat.interviewId} />
  if (seat.isFinished) return <WaitingForOthers interviewId={seat.interviewId} />
  if (seat.state === 'accepted' && seat.part !== 'reads-sample')
    return (
      <>
        <Begin seat={seat} />
        {seat.part === 'speaks' ? <SeatCall interviewId={seat.interviewId} /> : null}
      </>
    )
  return <MarkingOf interviewId={seat.interviewId} />
}
function MarkingOf({ interviewId }: { readonly interviewId: string }) {
  const read = useRead(readSeat, { id: interviewId }, { isFresh: true })
  return <Read of={read}>{(data) => <Marking field={data} />}</Read>
}
function Begin({ seat }: { readonly seat: Seat }) {
  const say = useSay()
  const [today] = useState(() => dayIn(TEHRAN, new Date()))
  const write = useWrite(begin)
  const hasCome = seat.heldOn <= today
  return (
    <Card title={say(words.begin)}>
      <p className="pb-3">{say(words['begin-hint'])}</p>
      <ProblemBox error={write.error} />
      <div className="flex flex-col gap-2">
        <ReasonList reasons={hasCome ? [] : [say(words['day-not-come'])]} />
        <div>
          <Button
            look="primary"
            isDisabled={!hasCome}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id: seat.interviewId } })}
          >
            {say(words.begin)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
/** Her marks are shut, and nobody sees another's before all are in. */
function WaitingForOthers({ interviewId }: { readonly interviewId: string }) {
  const say = useSay()
  useRead(listSeats, {}, { every: LOOK_AGAIN_MS })
  const read = useRead(readSeat, { id: interviewId }, { every: LOOK_AGAIN_MS })
  return (
    <Card title={say(words['own-marks-done'])}>
      <Read of={read}>{({ finished, seats }) => <p aria-live="polite">{say(words['others-to-finish'], { finished, seats })}</p>}</Read>
      <p className="pt-2 text-ink-2">{say(words['blind-hint'])}</p>
    </Card>
  )
}
