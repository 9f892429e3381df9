import { addDays } from '../../../platform/time.ts'

/** How long before and after its day a conversation is open to those who sit there (roles.md §2, «se»). */
export const OPENS_BEFORE = 1
export const CLOSES_AFTER = 3
/** The days on which those who sit there see a conversation: from the day before to three days after. */
export function daysOf(heldOn: string): { readonly opensOn: string; readonly closesOn: string } {
  return { opensOn: addDays(heldOn, -OPENS_BEFORE), closesOn: addDays(heldOn, CLOSES_AFTER) }
}
/** A time of day in Tehran («10:30») on a day, as an instant. Iran has kept +03:30 all year since 1401. */
export function instantOf(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+03:30`)
}
export interface SlotTimes {
  readonly startsAt: Date
  readonly endsAt: Date
}
/** So many conversations after each other, with a rest between two; nobody is called for a time at which another sits. */
export function slotsOf(
  startsAt: Date,
  { slots, minutes, rest }: { readonly slots: number; readonly minutes: number; readonly rest: number },
): readonly SlotTimes[] {
  return Array.from({ length: slots }, (_, place) => {
    const from = startsAt.getTime() + place * (minutes + rest) * 60_000
    return { startsAt: new Date(from), endsAt: new Date(from + minutes * 60_000) }
  })
}
export interface Waiting {
  readonly caseId: string
  readonly since: string
}
export interface Free {
  readonly slotId: string
  readonly startsAt: string
}
/** Who waited longest is proposed the first free time at which her panel can sit; `maySit` says whether it can. */
export function proposeSlots(
  free: readonly Free[],
  waiting: readonly Waiting[],
  maySit: (caseId: string) => boolean,
): readonly { readonly slotId: string; readonly caseId: string }[] {
  const open = free.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const first = waiting
    .filter(({ caseId }) => maySit(caseId))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.caseId < b.caseId ? -1 : 1))
  return first.slice(0, open.length).map(({ caseId }, index) => ({ caseId, slotId: open[index]?.slotId ?? '' }))
}
/** A stretch of a day in which a room and members are taken. */
export interface Taken {
  readonly startsAt: string
  readonly endsAt: string
  readonly roomId: string
  /** Whoever is in the room; who reads the sample elsewhere may do so for several at once. */
  readonly inRoom: readonly string[]
}
/** What of a session that is being planned is taken already: the room, and each member who would be in two rooms at once. */
export function clashesOf<Held extends Taken>(
  planned: Taken,
  held: readonly Held[],
): { readonly room: Held | undefined; readonly members: readonly { readonly accountId: string; readonly session: Held }[] } {
  const meanwhile = held.filter(({ startsAt, endsAt }) => startsAt < planned.endsAt && planned.startsAt < endsAt)
  return {
    room: meanwhile.find(({ roomId }) => roomId === planned.roomId),
    members: meanwhile.flatMap((session) =>
      planned.inRoom.filter((accountId) => session.inRoom.includes(accountId)).map((accountId) => ({ accountId, session })),
    ),
  }
}
