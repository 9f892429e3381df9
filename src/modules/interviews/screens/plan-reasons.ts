import { useRead } from '../../../platform/client.ts'
import { formatTime } from '../../../ui/format.ts'
import { type Say, useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { listSessions, type Session } from '../contract/sessions.ts'
import { reasonsNotToSit, seatsFor } from '../rules/panel.ts'
import { reasonsNotToSeat } from '../rules/parts.ts'
import { clashesOf, instantOf, slotsOf, type Taken } from '../rules/slots.ts'
import { words } from '../words.ts'
import type { Chosen } from './member-rows.tsx'

/** What is typed of a session before it stands. */
export interface Planned {
  readonly roomId: string | undefined
  readonly heldOn: string | null
  readonly startsAt: string
  readonly slots: number | undefined
  readonly minutes: number | undefined
  readonly rest: number | undefined
}
interface Asked {
  readonly countyCode: string
  readonly planned: Planned
  readonly chosen: readonly Chosen[]
}
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
/** Why a session cannot stand yet, what it clashes with, and what may come of her answer: sentences, by the rules the server asks too. */
export function useReasons({ countyCode, planned, chosen }: Asked) {
  const say = useSay()
  const language = useLanguage()
  const { heldOn } = planned
  const ofDay = useRead(listSessions, { countyCode, from: heldOn ?? undefined, limit: 100 }, { enabled: heldOn !== null })
  const held = (ofDay.data?.sessions ?? []).filter((one) => one.state === 'planned' && one.heldOn === heldOn).map(takenBy)
  const wanted = takenOf(planned, chosen)
  const clashes = wanted === undefined ? { room: undefined, members: [] } : clashesOf(wanted, held)
  const during = ({ startsAt, endsAt, roomTitle }: Standing) => ({
    from: formatTime(startsAt, language),
    to: formatTime(endsAt, language),
    room: roomTitle,
  })
  const nameOf = (accountId: string): string => chosen.find((one) => one.accountId === accountId)?.name ?? ''
  return {
    missing: missingOf(planned, chosen, say),
    clashes: [
      ...(clashes.room === undefined ? [] : [say(words['clash-room'], during(clashes.room))]),
      ...clashes.members.map(({ accountId, session }) => say(words['clash-member'], { name: nameOf(accountId), ...during(session) })),
    ],
    hints: hintsOf(chosen, say),
  }
}
type Standing = Taken & { readonly roomTitle: string }
const takenBy = ({ startsAt, endsAt, room, panel }: Session): Standing => ({
  startsAt,
  endsAt,
  roomId: room.id,
  roomTitle: room.title,
  inRoom: panel.filter(({ part }) => part !== 'reads-sample').map(({ accountId }) => accountId),
})
function takenOf({ roomId, heldOn, startsAt, slots, minutes, rest }: Planned, chosen: readonly Chosen[]): Taken | undefined {
  if (roomId === undefined || heldOn === null || !TIME.test(startsAt) || slots === undefined || minutes === undefined) return undefined
  const times = slotsOf(instantOf(heldOn, startsAt), { slots: Math.min(slots, 12), minutes, rest: rest ?? 0 })
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const inRoom = chosen.filter(({ part }) => part !== 'reads-sample').map(({ accountId }) => accountId)
  return { startsAt: first.startsAt.toISOString(), endsAt: last.endsAt.toISOString(), roomId, inRoom }
}
const seated = (chosen: readonly Chosen[]) => {
  let next = 2
  return chosen.map(({ part, isWoman, ...member }) => ({
    ...member,
    isWoman: isWoman === true,
    chair: part === 'speaks' ? 1 : part === 'in-room' ? next++ : null,
  }))
}
const sentence = (say: Say, code: string): string => say(wordFor(words, code.split('.')[1] ?? code))
function missingOf({ roomId, heldOn, startsAt, slots, minutes }: Planned, chosen: readonly Chosen[], say: Say): readonly string[] {
  const isWhole = roomId !== undefined && heldOn !== null && TIME.test(startsAt) && slots !== undefined && minutes !== undefined
  return [
    ...(isWhole ? [] : [say(words['when-missing'])]),
    ...[...reasonsNotToSeat(chosen), ...reasonsNotToSit(seated(chosen))].map((code) => sentence(say, code)),
  ]
}
/** A panel that stands only with an officer of a support body falls when she would rather be without. */
function hintsOf(chosen: readonly Chosen[], say: Say): readonly string[] {
  const panel = seated(chosen)
  const without = seatsFor(panel, { barred: [], satBefore: [], kin: [], supportBodies: 'refused' })
  return reasonsNotToSit(panel).length === 0 && reasonsNotToSit(without).length > 0 ? [say(words['falls-without-support-body'])] : []
}
