import { sql } from './db.ts'
import type { House } from './house.ts'

const BATCH = 5_000
/** Forgets the receipts of a plan from before an instant, in small units of work; a command sent again afterwards is a new one. Returns how many. */
export async function forgetReceipts(house: House, planId: string, before: Date): Promise<number> {
  let all = 0
  for (;;) {
    const forgotten = await house.door.asOwner(async (tx) => {
      const { numAffectedRows = 0n } = await sql`delete from platform.receipt where plan_id = ${planId} and command_id in (
        select command_id from platform.receipt where plan_id = ${planId} and at < ${before} order by at limit ${BATCH})`.execute(tx)
      return Number(numAffectedRows)
    })
    all += forgotten
    if (forgotten < BATCH) return all
  }
}
