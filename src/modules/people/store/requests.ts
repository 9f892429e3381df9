import type { Tx } from '../../../platform/db.ts'
import { HerRequest } from '../contract/requests.ts'
import type { Scope } from './file.ts'

/** What she asked, newest first; a hundred at most. */
export async function listRequests(tx: Tx, personId: string): Promise<HerRequest[]> {
  const rows = await tx
    .selectFrom('people.request')
    .select(['id', 'kind', 'part', 'asked_on as askedOn', 'answer', 'answered_on as answeredOn'])
    .where('person_id', '=', personId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => HerRequest.parse(row))
}
export interface NewRequest {
  readonly id: string
  readonly personId: string
  readonly kind: HerRequest['kind']
  readonly part: HerRequest['part']
  readonly today: string
}
export async function insertRequest(tx: Tx, scope: Scope, { id, personId, kind, part, today }: NewRequest): Promise<void> {
  await tx
    .insertInto('people.request')
    .values({ ...scope, id, person_id: personId, kind, part, asked_on: today })
    .execute()
}
/** The same where it was asked already and not answered: it stays as it is. */
export async function keepRequest(tx: Tx, scope: Scope, made: NewRequest): Promise<void> {
  const open = await tx
    .selectFrom('people.request')
    .select('id')
    .where('person_id', '=', made.personId)
    .where('kind', '=', made.kind)
    .where('answered_on', 'is', null)
    .executeTakeFirst()
  if (open === undefined) await insertRequest(tx, scope, made)
}
/** Says what came of it; false when somebody did a moment before. */
export async function answerRequest(
  tx: Tx,
  of: {
    readonly personId: string
    readonly id: string
    readonly answer: 'done' | 'stays'
    readonly today: string
    readonly accountId: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.request')
    .set({ answer: of.answer, answered_on: of.today, answered_by: of.accountId })
    .where('person_id', '=', of.personId)
    .where('id', '=', of.id)
    .where('answered_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
