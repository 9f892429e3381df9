import type { Tx } from '../../../platform/db.ts'

export interface StageMove {
  readonly id: string
  readonly version: number
  readonly to: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly today: string
}
/** Moves what another office keeps under the version seen; a move without a letter keeps the last one. False when somebody was quicker. */
export async function moveStage(
  tx: Tx,
  table: 'pathways.loan' | 'pathways.insurance',
  { id, version, to, letterNumber, letterDate, today }: StageMove,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({
      state: to,
      state_since: today,
      ...(letterNumber === null ? {} : { letter_number: letterNumber, letter_date: letterDate }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
