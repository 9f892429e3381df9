import type { Tx } from '../../../platform/db.ts'

export interface StageMove {
  readonly id: string
  readonly version: number
  readonly to: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly today: string
  /** On whose desks it stands from now on; those it stood on, unless said. */
  readonly desks?: readonly string[]
}
/** What a move changes in a row that mirrors another office; a move without a letter keeps the last one. */
export function columnsOfMove({ version, to, letterNumber, letterDate, today, desks }: StageMove) {
  const letter = letterNumber === null ? {} : { letter_number: letterNumber, letter_date: letterDate }
  const shared = desks === undefined ? {} : { shared_with: [...desks] }
  return { state: to, state_since: today, ...letter, ...shared, version: version + 1 }
}
/** The labour office of the province, by its code among the agencies. */
export async function findLabourOffice(tx: Tx): Promise<string | undefined> {
  const row = await tx
    .selectFrom('partners.organisation')
    .select('id')
    .where('agency_code', '=', 'MCLS')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
