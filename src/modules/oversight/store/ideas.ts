import type { Tx } from '../../../platform/db.ts'
import type { Idea } from '../contract/meetings.ts'
import type { StoredMeeting } from './meetings.ts'

export type StoredIdea = Omit<Idea, 'ownerName'>
interface Row {
  readonly id: string
  readonly sentence: string
  readonly organisation_id: string
  readonly answer: string | null
  readonly answered_on: string | null
  readonly version: number
}
const ideaOf = ({ organisation_id: organisationId, answered_on: answeredOn, ...row }: Row): StoredIdea => ({
  id: row.id,
  sentence: row.sentence,
  organisationId,
  answer: row.answer,
  answeredOn,
  version: row.version,
})
/** In the order they were said. */
export async function listIdeas(tx: Tx, meetingId: string): Promise<readonly StoredIdea[]> {
  const rows = await tx.selectFrom('oversight.idea').selectAll().where('meeting_id', '=', meetingId).orderBy('id').limit(100).execute()
  return rows.map(ideaOf)
}
export async function findIdea(tx: Tx, id: string): Promise<StoredIdea | undefined> {
  const row = await tx.selectFrom('oversight.idea').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : ideaOf(row)
}
/** An idea to answer, locked: by its owner, or by whoever runs the meeting for an owner without an account. */
export async function lockIdea(tx: Tx, id: string): Promise<StoredIdea | undefined> {
  const row = await tx.selectFrom('oversight.idea').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : ideaOf(row)
}
interface NewIdea {
  readonly ideaId: string
  readonly sentence: string
  readonly organisationId: string
}
export async function insertIdea(tx: Tx, meeting: StoredMeeting, made: NewIdea): Promise<void> {
  await tx
    .insertInto('oversight.idea')
    .values({
      plan_id: meeting.planId,
      id: made.ideaId,
      meeting_id: meeting.id,
      county_code: meeting.countyCode,
      shared_with: [...meeting.sharedWith],
      organisation_id: made.organisationId,
      sentence: made.sentence,
    })
    .execute()
}
export async function keepIdeaAnswer(tx: Tx, { id, version }: StoredIdea, answer: string, today: string): Promise<void> {
  await tx
    .updateTable('oversight.idea')
    .set({ answer, answered_on: today, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
