export type Part = 'speaks' | 'in-room' | 'reads-sample'
export type SeatRefusal = 'interviews.one-speaks' | 'interviews.at-most-three' | 'interviews.twice-on-panel'
const IN_ROOM_AT_MOST = 3
/** One speaks, at most three are in the room, and nobody takes two parts (roles.md §3.7). */
export function reasonsNotToSeat(members: readonly { readonly accountId: string; readonly part: Part }[]): readonly SeatRefusal[] {
  const reasons: SeatRefusal[] = []
  if (members.filter(({ part }) => part === 'speaks').length !== 1) reasons.push('interviews.one-speaks')
  if (members.filter(({ part }) => part !== 'reads-sample').length > IN_ROOM_AT_MOST) reasons.push('interviews.at-most-three')
  if (new Set(members.map(({ accountId }) => accountId)).size < members.length) reasons.push('interviews.twice-on-panel')
  return reasons
}
