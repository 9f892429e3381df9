import { createHash } from 'node:crypto'
import { service } from '../../access/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { destroyFileKey, listFilesFor } from '../../platform/files.ts'
import { appendHistory } from '../../platform/history.ts'
import type { House } from '../../platform/house.ts'
import { addDays } from '../../platform/time.ts'
import { erasePerson } from '../people/port.ts'
import { parameterOn } from '../plan/port.ts'
import { beforeConsent } from './rules/case-moves.ts'
import { endCarried } from './store/carriers.ts'
import { count } from './store/counters.ts'
import * as store from './store/erasure.ts'

const BATCH = 100

/**
 * Lets go of what nobody may keep any longer: names that never became a registration and files taken back, once the days a letter gives have passed;
 * rows of lists that were never nominated; and lists themselves, which are read and not kept.
 */
export async function eraseDue(house: House, planId: string, today: string): Promise<void> {
  const counties = await house.door.asActor(service(planId), store.listCountiesOfCases)
  for (const countyCode of counties)
    for (;;) if ((await house.door.asActor(service(planId), (tx) => eraseBatch(tx, { house, planId, today, countyCode }))) < BATCH) break
  await house.door.asActor(service(planId), async (tx) => {
    const { value } = await parameterOn(tx, 'nomination-retention', { day: today })
    await store.blankRowsBefore(tx, new Date(Date.parse(`${addDays(today, -value)}T00:00:00+03:30`)))
  })
  // Lists that an earlier version of the house kept as files.
  for (const { id, address } of await house.door.asActor(service(planId), (tx) => listFilesFor(tx, 'nomination-list'))) {
    await house.files.erase(address)
    await house.door.asActor(service(planId), (tx) => destroyFileKey(tx, id))
  }
}
interface Erasing {
  readonly house: House
  readonly planId: string
  readonly today: string
  readonly countyCode: string
}
async function eraseBatch(tx: Tx, { house, planId, today, countyCode }: Erasing): Promise<number> {
  const retention = await parameterOn(tx, 'nomination-retention', { day: today, countyCode })
  const rows = await store.lockDue(tx, { countyCode, today, before: addDays(today, -retention.value), limit: BATCH })
  const at = house.clock()
  const due = [...rows, ...(await store.listJoinedTo(tx, rows))]
  for (const { id, personId } of due) {
    await erasePerson(tx, { planId, personId, at })
    await store.blankCase(tx, { planId, id, personId })
  }
  if (due.length > 0) await endCarried(tx, { planId, caseIds: due.map(({ id }) => id), at })
  await count(
    tx,
    planId,
    beforeConsent.map((position) => ({ countyCode, position, by: -rows.filter((one) => one.position === position).length })),
  )
  await appendHistory(
    tx,
    service(planId),
    due.map(({ id, personId }) => ({
      id: house.newId(),
      at,
      action: 'enrolment.erase',
      subject: { type: 'case', id, personId, caseId: id, countyCode },
      facts: { days: retention.value, letter: retention.letterNumber },
      digest: createHash('sha256').update(id).digest(),
      requestId: id,
    })),
  )
  return rows.length
}
