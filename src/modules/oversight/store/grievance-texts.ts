import { z } from 'zod'
import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { findKeyOf } from '../../people/port.ts'
import { GrievanceWord } from '../contract/grievances.ts'
import type { HerScope } from './grievances.ts'

/** Whose words are sealed: hers, with her key; nobody's, with a key of the house. */
export interface Sealed {
  readonly house: House
  readonly planId: string
  readonly id: string
  readonly personId: string | null
}
const placeOf = (what: 'words' | 'private', { planId, id }: Sealed): string => `oversight.grievance.${what}/${planId}/${id}`
/** Undefined once she was erased. */
async function keyOf(tx: Tx, { house, planId, personId }: Sealed): Promise<Buffer | undefined> {
  return personId === null ? house.vault.keyFor('grievance') : findKeyOf(tx, { house, planId, personId })
}
export interface Text {
  readonly words: readonly GrievanceWord[]
  readonly privateText: string | null
}
const Words = z.array(GrievanceWord)
export async function insertText(tx: Tx, whose: Sealed, scope: HerScope | undefined, { words, privateText }: Text): Promise<boolean> {
  return beyondReach(tx, async () => {
    const key = await keyOf(tx, whose)
    if (key === undefined) return false
    await tx
      .insertInto('oversight.grievance_text')
      .values({
        plan_id: whose.planId,
        id: whose.id,
        ...scope,
        sealed_words: seal(key, placeOf('words', whose), JSON.stringify(words)),
        sealed_private: privateText === null ? null : seal(key, placeOf('private', whose), privateText),
      })
      .execute()
    return true
  })
}
/** What was said, as far as the reader holds it: she, of her own. Empty once it was let go or she was erased. */
export async function findText(tx: Tx, whose: Sealed): Promise<Text> {
  const key = await keyOf(tx, whose)
  const row = await tx
    .selectFrom('oversight.grievance_text')
    .select(['sealed_words', 'sealed_private'])
    .where('plan_id', '=', whose.planId)
    .where('id', '=', whose.id)
    .executeTakeFirst()
  if (key === undefined || row === undefined || row.sealed_words === null) return { words: [], privateText: null }
  return {
    words: Words.parse(JSON.parse(unseal(key, placeOf('words', whose), row.sealed_words).toString('utf8'))),
    privateText: row.sealed_private === null ? null : unseal(key, placeOf('private', whose), row.sealed_private).toString('utf8'),
  }
}
/** The same for a desk that found the complaint under its own reach: words and key are lent to it, and never whose they are. */
export async function lendText(tx: Tx, whose: Sealed): Promise<Text> {
  return beyondReach(tx, () => findText(tx, whose))
}
/** Adds one thing said to those before it. The complaint is locked, so that nobody else adds at once. */
export async function addWord(tx: Tx, whose: Sealed, word: GrievanceWord): Promise<void> {
  await beyondReach(tx, async () => {
    const key = await keyOf(tx, whose)
    if (key === undefined) return
    const { words } = await findText(tx, whose)
    await tx
      .updateTable('oversight.grievance_text')
      .set({ sealed_words: seal(key, placeOf('words', whose), JSON.stringify([...words, word])) })
      .where('plan_id', '=', whose.planId)
      .where('id', '=', whose.id)
      .execute()
  })
}
