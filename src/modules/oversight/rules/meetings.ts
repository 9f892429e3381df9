import type { Attendance, MeetingKind, MeetingStatus } from '../contract/states.ts'

/** Where a meeting stands: what was written of it says so. */
export function meetingStatusOf(meeting: { readonly attendedOn: string | null; readonly minutesDate: string | null }): MeetingStatus {
  if (meeting.minutesDate !== null) return 'signed'
  return meeting.attendedOn === null ? 'called' : 'held'
}
/** A deputy has full power: who sent one is there. */
export function presentOf(attendance: readonly Attendance[]): number {
  return attendance.filter((one) => one !== 'absent').length
}
export interface Quorum {
  readonly part: number
  readonly of: number
}
/** Whether so many of the members are there as the letter asks: at least `part` of every `of`. */
export function hasQuorum(present: number, members: number, { part, of }: Quorum): boolean {
  return members > 0 && present * of >= members * part
}
/** The majority of those who are there decides. */
export function hasMajority(votesFor: number, present: number): boolean {
  return votesFor * 2 > present
}
export type CallRefusal = 'oversight.agenda-late' | 'oversight.agenda-empty' | 'oversight.meeting-past'
interface Called {
  readonly kind: MeetingKind
  readonly meetsOn: string
  readonly agenda: readonly string[]
}
/** Members of a deciding meeting know what is decided on so many days ahead as the letter says; nobody is called for a day that has passed. */
export function reasonsNotToCall(
  { kind, meetsOn, agenda }: Called,
  { today, earliest }: { readonly today: string; readonly earliest: string },
): readonly CallRefusal[] {
  const reasons: CallRefusal[] = []
  if (meetsOn < today) reasons.push('oversight.meeting-past')
  if (kind === 'deciding' && agenda.length === 0) reasons.push('oversight.agenda-empty')
  if (kind === 'deciding' && meetsOn >= today && meetsOn < earliest) reasons.push('oversight.agenda-late')
  return reasons
}
export type AttendRefusal = 'oversight.meeting-ahead' | 'oversight.minutes-signed' | 'oversight.attendance-incomplete'
/** Who came is written down on its day or later, for every member, and not changed once the minutes are signed. */
export function reasonsNotToAttend(
  { status, meetsOn }: { readonly status: MeetingStatus; readonly meetsOn: string },
  { today, isWhole }: { readonly today: string; readonly isWhole: boolean },
): readonly AttendRefusal[] {
  if (status === 'signed') return ['oversight.minutes-signed']
  if (today < meetsOn) return ['oversight.meeting-ahead']
  return isWhole ? [] : ['oversight.attendance-incomplete']
}
interface Meeting {
  readonly kind: MeetingKind
  readonly status: MeetingStatus
  readonly agenda: readonly string[]
}
export type DraftRefusal =
  | 'oversight.not-a-deciding-meeting'
  | 'oversight.minutes-signed'
  | 'oversight.not-on-the-agenda'
  | 'oversight.due-in-the-past'
/** A resolution belongs to something the members were told of (R5). */
export function reasonsNotToDraft(
  { kind, status, agenda }: Meeting,
  draft: { readonly agendaPlace: number; readonly dueOn: string },
  today: string,
): readonly DraftRefusal[] {
  if (kind !== 'deciding') return ['oversight.not-a-deciding-meeting']
  if (status === 'signed') return ['oversight.minutes-signed']
  if (draft.agendaPlace > agenda.length) return ['oversight.not-on-the-agenda']
  return draft.dueOn < today ? ['oversight.due-in-the-past'] : []
}
interface Held extends Meeting {
  readonly present: number | null
  readonly members: number
  readonly quorum: Quorum | null
}
export type AdoptRefusal =
  | 'oversight.not-held-yet'
  | 'oversight.minutes-signed'
  | 'oversight.no-quorum'
  | 'oversight.no-majority'
  | 'oversight.more-votes-than-members'
/** A resolution is adopted by the majority of those who are there, when there are enough of them. */
export function reasonsNotToAdopt({ status, present, members, quorum }: Held, votesFor: number): readonly AdoptRefusal[] {
  if (status === 'signed') return ['oversight.minutes-signed']
  if (present === null || quorum === null) return ['oversight.not-held-yet']
  if (!hasQuorum(present, members, quorum)) return ['oversight.no-quorum']
  if (votesFor > present) return ['oversight.more-votes-than-members']
  return hasMajority(votesFor, present) ? [] : ['oversight.no-majority']
}
