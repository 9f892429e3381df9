import { listOfCase } from '../../modules/interviews/store/interviews.ts'
import { findRoom, findSession } from '../../modules/interviews/store/sessions.ts'
import type { Tx } from '../../platform/db.ts'

export interface TalkAhead {
  readonly id: string
  readonly sessionId: string
  readonly isAccepted: boolean
  readonly startsAt: Date
  readonly room: string
}
/** Her conversation about work while its time lies ahead: put to her, or she said yes. For her own page and the card she carries. */
export async function findTalkAhead(tx: Tx, caseId: string, now: Date): Promise<TalkAhead | null> {
  const open = (await listOfCase(tx, caseId)).find(({ state }) => state === 'proposed' || state === 'invited' || state === 'accepted')
  if (open?.startsAt == null || open.sessionId === null || open.startsAt <= now) return null
  const session = await findSession(tx, open.sessionId)
  const room = session === undefined ? undefined : await findRoom(tx, session.room_id)
  const { id, sessionId, state, startsAt } = open
  return { id, sessionId, isAccepted: state === 'accepted', startsAt, room: room?.title ?? '' }
}
