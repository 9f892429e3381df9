/** How a member takes part: chairs 1 to 3 are in the room and the first speaks; without a chair she reads the work sample and writes. */
export interface PanelMember {
  readonly accountId: string
  readonly organisationId: string
  readonly chair: number | null
  readonly isWoman: boolean
  readonly isSupportBody: boolean
}
export const AGENCIES_AT_LEAST = 3
export const IN_ROOM_AT_LEAST = 2
export type PanelRefusal = 'interviews.too-few-agencies' | 'interviews.no-woman' | 'interviews.too-few-in-room'

/** Why a panel cannot sit: fewer than three agencies, no woman among those in the room, or one alone in it. */
export function reasonsNotToSit(panel: readonly PanelMember[]): readonly PanelRefusal[] {
  const inRoom = panel.filter(({ chair }) => chair !== null)
  const reasons: PanelRefusal[] = []
  if (new Set(panel.map(({ organisationId }) => organisationId)).size < AGENCIES_AT_LEAST) reasons.push('interviews.too-few-agencies')
  if (!inRoom.some(({ isWoman }) => isWoman)) reasons.push('interviews.no-woman')
  if (inRoom.length < IN_ROOM_AT_LEAST) reasons.push('interviews.too-few-in-room')
  return reasons
}
/** What keeps a member of the session from one woman's conversation. */
export interface Against {
  /** Officers she barred. */
  readonly barred: readonly string[]
  /** Who sat at her first conversation: a second is held by others. */
  readonly satBefore: readonly string[]
  /** Who is kin to her. */
  readonly kin: readonly string[]
  /** Whether officers of a body that pays her, or that she waits for, may sit: only when she said yes. */
  readonly supportBodies: 'unasked' | 'agreed' | 'refused' | 'none-there'
}
/** The members who sit with her. An empty first chair is taken by the next in the room, so that one speaks. */
export function seatsFor<Member extends PanelMember>(panel: readonly Member[], against: Against): readonly Member[] {
  const away = new Set([...against.barred, ...against.satBefore, ...against.kin])
  const left = panel.filter(
    ({ accountId, isSupportBody }) => !away.has(accountId) && !(isSupportBody && against.supportBodies === 'refused'),
  )
  const inRoom = left.filter(({ chair }) => chair !== null).sort((a, b) => (a.chair ?? 0) - (b.chair ?? 0))
  const chairs = new Map(inRoom.map(({ accountId }, index) => [accountId, index + 1]))
  return left.map((member) => ({ ...member, chair: chairs.get(member.accountId) ?? null }))
}
export type AnswerRefusal = 'interviews.support-bodies-unasked'
/** She is asked about officers of support bodies before she says yes, whenever one sits there. */
export function reasonsNotToAccept(panel: readonly PanelMember[], supportBodies: Against['supportBodies']): readonly AnswerRefusal[] {
  const isAsked = supportBodies === 'agreed' || supportBodies === 'refused'
  return panel.some(({ isSupportBody }) => isSupportBody) && !isAsked ? ['interviews.support-bodies-unasked'] : []
}
