import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { Manner } from '../contract/exit-table.ts'
import { Channel, type HerNotes, type NoteEntry, type NoteLevel, Standing } from '../contract/notes.ts'
import type { Scope } from './scope.ts'
import { openedText, type Sealing, sealedText } from './work-plans.ts'

const MOST = 60
interface Text {
  readonly id: string
  readonly noted_on: string
  readonly sealed_text: Buffer
  readonly account_id: string
}
/** What the reader may read of one case, newest first: contacts with their sentence, and sentences by themselves. */
export async function listEntries(tx: Tx, caseId: string, sealing: Sealing, accountId: string): Promise<readonly NoteEntry[]> {
  const contacts = await tx
    .selectFrom('pathways.contact')
    .select(['id', 'channel', 'standing', 'held_on', 'account_id'])
    .where('case_id', '=', caseId)
    .orderBy('held_on', 'desc')
    .limit(MOST)
    .execute()
  const texts = [
    ...(await listTexts(tx, 'pathways.note', caseId)).map((row) => ({ row, level: 'normal' as const })),
    ...(await listTexts(tx, 'pathways.confidential_note', caseId)).map((row) => ({ row, level: 'confidential' as const })),
  ]
  const said = new Map(texts.map((one) => [one.row.id, one]))
  const textOf = (id: string) => {
    const one = said.get(id)
    return { level: one?.level ?? null, text: one === undefined ? null : openedText(sealing, 'note', one.row.sealed_text) }
  }
  const held = contacts.map((row) => ({
    id: row.id,
    on: row.held_on,
    channel: Channel.parse(row.channel),
    standing: Standing.parse(row.standing),
    ...textOf(row.id),
    isMine: row.account_id === accountId,
  }))
  const isHeld = new Set(contacts.map(({ id }) => id))
  const alone = texts
    .filter(({ row }) => !isHeld.has(row.id))
    .map(({ row }) => ({
      id: row.id,
      on: row.noted_on,
      channel: 'none' as const,
      standing: null,
      ...textOf(row.id),
      isMine: row.account_id === accountId,
    }))
  return [...held, ...alone].toSorted((one, other) => other.on.localeCompare(one.on) || other.id.localeCompare(one.id)).slice(0, MOST)
}
async function listTexts(tx: Tx, table: 'pathways.note' | 'pathways.confidential_note', caseId: string): Promise<readonly Text[]> {
  return tx
    .selectFrom(table)
    .select(['id', 'noted_on', 'sealed_text', 'account_id'])
    .where('case_id', '=', caseId)
    .orderBy('noted_on', 'desc')
    .limit(MOST)
    .execute()
}
export interface NewEntry {
  readonly id: string
  readonly heldOn: string
  readonly channel: Channel
  readonly standing: Standing | null
  readonly level: NoteLevel
  readonly text: string | null
  readonly accountId: string
  readonly at: Date
}
/** Keeps an entry once: what a phone sends again is there already. False when the id is that of another entry. */
export async function insertEntry(tx: Tx, scope: Scope, sealing: Sealing, entry: NewEntry): Promise<boolean> {
  const { id, accountId, heldOn, channel, standing, level, text } = entry
  const common = { ...scope, id, account_id: accountId }
  if (channel !== 'none' && standing !== null) {
    const row = { ...common, channel, standing, held_on: heldOn, written_at: entry.at }
    const { numInsertedOrUpdatedRows: made } = await tx
      .insertInto('pathways.contact')
      .values(row)
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst()
    if (made === 0n && !(await isHers(tx, 'pathways.contact', scope, entry))) return false
  }
  const sealed = sealedText(sealing, 'note', text)
  if (sealed === null) return true
  const note = { ...common, sealed_text: sealed, noted_on: heldOn }
  // Each level by its name: a table that is computed could be anybody's.
  const { numInsertedOrUpdatedRows: made } =
    level === 'normal'
      ? await tx
          .insertInto('pathways.note')
          .values(note)
          .onConflict((clash) => clash.doNothing())
          .executeTakeFirst()
      : await tx
          .insertInto('pathways.confidential_note')
          .values(note)
          .onConflict((clash) => clash.doNothing())
          .executeTakeFirst()
  return made !== 0n || isHers(tx, level === 'normal' ? 'pathways.note' : 'pathways.confidential_note', scope, entry)
}
async function isHers(
  tx: Tx,
  table: 'pathways.contact' | 'pathways.note' | 'pathways.confidential_note',
  { case_id: caseId }: Scope,
  { id, accountId }: NewEntry,
): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}
/** How many confidential notes of a case are shut to a guide: their number and nothing of them. */
export async function countClosed(tx: Tx, { plan_id: planId, case_id: caseId }: Scope, accountId: string): Promise<number> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ closed: number }>`select count(*)::integer as closed from pathways.confidential_note
      where plan_id = ${planId} and case_id = ${caseId} and not ${accountId}::uuid = any (opened_to || account_id)`.execute(tx),
  )
  return rows[0]?.closed ?? 0
}
export async function findOpening(tx: Tx, caseId: string, accountId: string): Promise<HerNotes['opening']> {
  const row = await tx
    .selectFrom('pathways.note_opening')
    .select(['is_open', 'manner', 'said_on'])
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row === undefined ? null : { isOpen: row.is_open, manner: Manner.parse(row.manner), saidOn: row.said_on }
}
interface Word {
  readonly accountId: string
  readonly isOpen: boolean
  readonly manner: string
  readonly sealedWitness: Buffer | null
  readonly on: string
}
/** Her last word stands: opens or shuts, to one guide, every confidential note others wrote so far. */
export async function putOpening(tx: Tx, scope: Scope, word: Word): Promise<void> {
  const said = { is_open: word.isOpen, manner: word.manner, sealed_witness: word.sealedWitness, said_on: word.on }
  await tx
    .insertInto('pathways.note_opening')
    .values({ ...scope, account_id: word.accountId, ...said })
    .onConflict((clash) => clash.constraint('note_opening_pkey').doUpdateSet(said))
    .execute()
  const changed = word.isOpen
    ? sql`array_append(opened_to, ${word.accountId}::uuid)`
    : sql`array_remove(opened_to, ${word.accountId}::uuid)`
  await beyondReach(tx, () =>
    sql`update pathways.confidential_note set opened_to = ${changed}
      where plan_id = ${scope.plan_id} and case_id = ${scope.case_id} and account_id <> ${word.accountId}
        and ${word.accountId}::uuid = any (opened_to) <> ${word.isOpen}`.execute(tx),
  )
}
