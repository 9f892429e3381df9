import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { newCommandId } from '../../../platform/sending.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatTime } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { listSeats, printDay, type Seat } from '../contract/seats.ts'
import { words } from '../words.ts'
import { DayRoster } from './day-roster.tsx'
import { DoorSign } from './door-sign.tsx'
import { StateTag } from './state-tag.tsx'

/** One’s own conversations, a day at a time: open from the day before to three days after, and not to be found on any other. */
export function Screen() {
  const say = useSay()
  const read = useRead(listSeats, {})
  const [isSign, setSign] = useState(false)
  const print = useWrite(printDay, { isQuiet: true })
  if (isSign && read.data !== undefined) return <DoorSign sign={read.data.doorSign} onBack={() => setSign(false)} />
  if (print.data !== undefined) return <DayRoster roster={print.data} onBack={print.reset} />
  return (
    <>
      <PageHeader title={say(words['own-sessions'])} facts={say(words['own-sessions-hint'])} />
      <ProblemBox error={print.error} />
      <Read of={read}>
        {({ seats }) =>
          seats.length === 0 ? (
            <EmptyState>{say(words['no-own-sessions'])}</EmptyState>
          ) : (
            sittingsOf(seats).map((sitting) => (
              <DayCard
                key={sitting[0].interviewId}
                seats={sitting}
                onSign={() => setSign(true)}
                onRoster={() => print.mutate({ input: { id: sitting[0].interviewId, rosterId: newCommandId() } })}
              />
            ))
          )
        }
      </Read>
    </>
  )
}
type Sitting = readonly [Seat, ...Seat[]]
/** A day in a room; whoever sits in two rooms on one day has two of them. */
function sittingsOf(seats: readonly Seat[]): readonly Sitting[] {
  const groups = Map.groupBy(seats, ({ heldOn, roomTitle }) => `${heldOn} ${roomTitle}`)
  return [...groups.values()].flatMap(([first, ...rest]) => (first === undefined ? [] : [[first, ...rest] as const]))
}
interface DayProps {
  readonly seats: Sitting
  readonly onSign: () => void
  readonly onRoster: () => void
}
function DayCard({ seats, onSign, onRoster }: DayProps) {
  const say = useSay()
  const language = useLanguage()
  const [one] = seats
  const day = formatDate(one.heldOn, language, 'full')
  return (
    <Card
      title={day}
      actions={
        <>
          <Button look="quiet" onPress={onSign}>
            {say(words['print-door-sign'])}
          </Button>
          <Button look="quiet" label={`${say(words['print-day'])}: ${day} ${one.roomTitle}`} onPress={onRoster}>
            {say(words['print-day'])}
          </Button>
        </>
      }
    >
      <p className="pb-2 text-ink-2">
        {one.roomTitle} · {one.roomAddress} · {say(words['open-until'], { day: formatDate(one.closesOn, language) })}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {seats.map((seat) => (
          <li key={seat.interviewId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              <span className="block font-semibold">
                <bdi>{formatTime(seat.startsAt, language)}</bdi> · {seat.givenName}
              </span>
              <span className="block text-ink-2 text-tag">
                <bdi>{digits(seat.fileNumber, language)}</bdi> · {say(words[`part-${seat.part}`])}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-3">
              <StateTag state={seat.state} />
              <TextLink to={`/staff/my-sessions/${seat.interviewId}`}>{say(words[seat.kinship === null ? 'open-seat' : 'go-on'])}</TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
