import { createHash } from 'node:crypto'
import { service } from '../../access/actor.ts'
import { sql, type Tx } from '../../platform/db.ts'
import { appendHistory } from '../../platform/history.ts'
import type { House } from '../../platform/house.ts'
import { addDays } from '../../platform/time.ts'
import { erasePerson } from '../people/port.ts'
import { parameterOn } from '../plan/port.ts'

const BATCH = 100
interface Due {
  readonly id: string
  readonly person_id: string
  readonly county_code: string
}
/** Erases what came of nominations that ended in no contact, refusal or early withdrawal, once the days a letter gives have passed. */
export async function eraseDue(house: House, planId: string, today: string): Promise<void> {
  for (;;) if ((await house.door.asActor(service(planId), (tx) => eraseBatch(tx, { house, planId, today }))) < BATCH) return
}
async function eraseBatch(
  tx: Tx,
  { house, planId, today }: { readonly house: House; readonly planId: string; readonly today: string },
): Promise<number> {
  const retention = await parameterOn(tx, 'nomination-retention', { day: today })
  const before = addDays(today, -retention.value)
  const { rows } = await sql<Due>`select id, person_id, county_code from enrolment."case"
    where not is_erased and registered_on is null and entered_on < ${before} and (
      position in ('nominated', 'lost-contact', 'not-yet', 'referred-out', 'moved', 'deceased')
      or (position in ('declined', 'withdrawn') and deadline_on < ${today}))
    order by id limit ${BATCH} for update skip locked`.execute(tx)
  const at = house.clock()
  for (const { id, person_id: personId } of rows) {
    await erasePerson(tx, { planId, personId, at })
    await tx.updateTable('enrolment.case').set({ is_erased: true }).where('id', '=', id).execute()
  }
  await appendHistory(
    tx,
    service(planId),
    rows.map((row) => ({
      id: house.newId(),
      at,
      action: 'enrolment.erase',
      subject: { type: 'case', id: row.id, personId: row.person_id, caseId: row.id, countyCode: row.county_code },
      facts: { days: retention.value, letter: retention.letterNumber },
      digest: createHash('sha256').update(row.id).digest(),
      requestId: row.id,
    })),
  )
  return rows.length
}
