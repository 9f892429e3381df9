import { beyondReach, type Tx } from '../../../platform/db.ts'
import { restamp } from '../../../platform/restamp.ts'
import { type Consent, ConsentManner, ConsentPurpose } from '../contract.ts'
import type { Scope } from './file.ts'
import { listJoined } from './linkage.ts'

export async function listConsents(tx: Tx, personId: string): Promise<Consent[]> {
  const rows = await tx
    .selectFrom('people.consent')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('given_on')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(consentOf)
}
/** Of several women, whoever asks: what follows is a yes or no, and no answer leaves. */
export async function listConsentsOf(
  tx: Tx,
  planId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Consent[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('people.consent')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('person_id', 'in', [...personIds])
      .orderBy('given_on')
      .orderBy('id')
      .execute(),
  )
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Map([...byPerson].map(([personId, hers]) => [personId, hers.map(consentOf)]))
}
interface ConsentRow {
  readonly id: string
  readonly purpose: string
  readonly answer: boolean
  readonly manner: string
  readonly given_on: string
  readonly until: string | null
  readonly withdrawn_on: string | null
  readonly form_version: number
}
function consentOf(row: ConsentRow): Consent {
  return {
    id: row.id,
    purpose: ConsentPurpose.parse(row.purpose),
    answer: row.answer,
    manner: ConsentManner.parse(row.manner),
    givenOn: row.given_on,
    until: row.until,
    withdrawnOn: row.withdrawn_on,
    formVersion: row.form_version,
  }
}
export async function insertConsents(
  tx: Tx,
  scope: Scope,
  rows: readonly {
    readonly id: string
    readonly personId: string
    readonly purpose: string
    readonly answer: boolean
    readonly manner: string
    readonly witness: Buffer | null
    readonly givenOn: string
    readonly formVersion: number
  }[],
): Promise<void> {
  await tx
    .insertInto('people.consent')
    .values(
      rows.map((row) => ({
        ...scope,
        id: row.id,
        person_id: row.personId,
        purpose: row.purpose,
        answer: row.answer,
        manner: row.manner,
        sealed_witness: row.witness,
        given_on: row.givenOn,
        form_version: row.formVersion,
      })),
    )
    .execute()
}
export async function withdrawConsent(
  tx: Tx,
  { personId, id, today }: { readonly personId: string; readonly id: string; readonly today: string },
): Promise<Consent | undefined> {
  const row = await tx
    .updateTable('people.consent')
    .set({ withdrawn_on: today })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : consentOf(row)
}
/** Closes what was opened to organisations on the strength of her consent, in her file and those joined to it; what an agency itself wrote as a nomination stays with it. */
export async function closeShares(
  tx: Tx,
  { planId, personId, at }: { readonly planId: string; readonly personId: string; readonly at: Date },
): Promise<number> {
  let closed = 0
  for (const one of await listJoined(tx, { planId, personId })) closed += await closeSharesOf(tx, { planId, personId: one, at })
  return closed
}
async function closeSharesOf(
  tx: Tx,
  { planId, personId, at }: { readonly planId: string; readonly personId: string; readonly at: Date },
): Promise<number> {
  const shared = await beyondReach(tx, async () => {
    await tx
      .updateTable('people.share')
      .set({ closed_at: at })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .where('field_group', '<>', 'nomination')
      .where('closed_at', 'is', null)
      .execute()
    const person = await tx
      .selectFrom('people.person')
      .select('shared_with')
      .where('plan_id', '=', planId)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    return person.shared_with
  })
  for (const organisationId of shared)
    await restamp(tx, { planId, personId }, { unshareWith: organisationId }, ['people.identity', 'people.person'])
  return shared.length
}
/** No message from now on. */
export async function stopMessages(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('people.contact')
    .set((set) => ({ may_message: false, updated_at: at, version: set('version', '+', 1) }))
    .where('person_id', '=', personId)
    .where('may_message', '=', true)
    .execute()
}

export interface NewCode {
  readonly scope: Scope
  readonly id: string
  readonly personId: string
  readonly hash: Buffer
  readonly at: Date
  readonly until: Date
}
/** Keeps the code that was sent, as a hash. */
export async function insertCode(tx: Tx, { scope, id, personId, hash, at, until }: NewCode): Promise<void> {
  await tx
    .insertInto('people.consent_code')
    .values({ ...scope, id, person_id: personId, code_hash: hash, sent_at: at, until })
    .execute()
}
export async function findLastCode(tx: Tx, personId: string) {
  return tx
    .selectFrom('people.consent_code')
    .select(['id', 'sent_at', 'until'])
    .where('person_id', '=', personId)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
/** Counts a try at the last code and returns its hash; undefined when there is none left to try. Its own transaction, so that a wrong try counts. */
export async function tryCode(tx: Tx, { personId, at }: { readonly personId: string; readonly at: Date }) {
  const last = await findLastCode(tx, personId)
  if (last === undefined) return undefined
  return tx
    .updateTable('people.consent_code')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('id', '=', last.id)
    .where('used_at', 'is', null)
    .where('until', '>', at)
    .where('tries', '<', 5)
    .returning(['id', 'code_hash'])
    .executeTakeFirst()
}
/** Uses a code up; false when somebody used it a moment before. */
export async function spendCode(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.consent_code')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
