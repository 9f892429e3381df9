import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Actor, service } from '../../access/actor.ts'
import { beyondReach, sql, type Tx } from '../../platform/db.ts'
import { appendHistory } from '../../platform/history.ts'
import type { House } from '../../platform/house.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { unseal } from '../../platform/vault.ts'
import { WhosePhone } from '../people/contract.ts'
import { createNominated } from '../people/port.ts'
import { type NewCase, openCases } from './port.ts'
import { finishChunk, type ImportScope, listOwnNominated, listRows, lockImport, setState } from './store/imports.ts'

/** Rows nominated in one transaction: small enough to be lost without harm, large enough to be quick. */
const CHUNK = 200
const Kept = z.object({
  nomination: z.object({
    givenName: z.string(),
    familyName: z.string(),
    nationalId: z.string(),
    phone: z.string().nullable(),
    whosePhone: WhosePhone.nullable(),
    countyCode: z.string(),
  }),
})

/**
 * Nominates the ready rows of a running import, chunk by chunk. A chunk is one transaction that also moves the cursor and marks its rows, so a
 * kill at any instant loses nothing and doubles nothing: whoever comes next goes on behind the last committed chunk.
 */
export async function runImport(house: House, planId: string, importId: string): Promise<void> {
  let after = 0
  for (let chunks = 1; ; chunks++) {
    const last = await house.door.asActor(service(planId), (tx) => runChunk(tx, { house, planId, importId, after }))
    if (last === undefined) return
    after = last
    if (isPowerOfTwo(chunks)) await house.door.asActor(service(planId), recount)
  }
}
const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0
/**
 * What the planner knows of tables that were empty a moment ago: without it every check of a foreign key reads all cases of the plan, and a list
 * costs the square of its length. Doubling keeps the cost of counting small.
 */
async function recount(tx: Tx): Promise<void> {
  await beyondReach(tx, () => sql`analyze enrolment."case", enrolment.nomination, enrolment.import_row, people.person`.execute(tx))
}
interface Chunk {
  readonly house: House
  readonly planId: string
  readonly importId: string
  /** The last row this run has seen: no chunk walks again over those before it. */
  readonly after: number
}
/** The last row of the chunk; nothing once no row is ready. */
async function runChunk(tx: Tx, { house, planId, importId, after }: Chunk): Promise<number | undefined> {
  const scope = await lockImport(tx, importId)
  if (scope === undefined || scope.import.state !== 'running') return undefined
  const rows = await listRows(tx, importId, { state: 'ready', after, limit: CHUNK })
  const last = rows.at(-1)
  if (last === undefined) {
    await setState(tx, importId, 'finished', house.clock())
    return undefined
  }
  const key = house.vault.keyFor('import-row')
  const read = rows.map((row) => {
    const { nomination } = Kept.parse(JSON.parse(unseal(key, importId, row.sealedRow ?? Buffer.alloc(0)).toString()))
    return {
      row,
      nomination,
      index: house.vault.blindIndex(planId, 'national-id', nomination.nationalId),
      caseId: house.newId(),
      personId: house.newId(),
    }
  })
  const known = await listOwnNominated(
    tx,
    scope.organisationId,
    read.map(({ index }) => index),
  )
  const fresh = read.filter(({ index }) => !known.has(index.toString('hex')))
  await nominate(tx, { house, scope, fresh })
  const rejected = new Map(
    read.filter((one) => !fresh.includes(one)).map(({ row }): [number, string] => [row.number, 'enrolment.row-already-nominated']),
  )
  await finishChunk(tx, importId, {
    accepted: new Map(fresh.map(({ row, caseId }): [number, string] => [row.number, caseId])),
    rejected,
    cursor: rows.length,
  })
  return last.number
}
interface Fresh {
  readonly row: { readonly number: number }
  readonly nomination: z.infer<typeof Kept>['nomination']
  readonly index: Buffer
  readonly caseId: string
  readonly personId: string
}
async function nominate(
  tx: Tx,
  { house, scope, fresh }: { readonly house: House; readonly scope: ImportScope; readonly fresh: readonly Fresh[] },
): Promise<void> {
  const { planId, organisationId, accountId, id } = scope
  const now = house.clock()
  const actor: Actor = { ...service(planId), accountId, organisationId }
  await createNominated(
    tx,
    { house, planId },
    fresh.map(({ personId, nomination }) => ({ personId, ...nomination })),
  )
  const cases: NewCase[] = fresh.map(({ caseId, personId, nomination, index, row }) => ({
    id: caseId,
    personId,
    countyCode: nomination.countyCode,
    organisationId,
    nationalIdIndex: index,
    importId: id,
    rowNumber: row.number,
  }))
  await openCases({ tx, house, actor, now, planId, today: dayIn(TEHRAN, now) }, cases)
  await appendHistory(
    tx,
    actor,
    fresh.map(({ caseId, personId, nomination, row }) => ({
      id: house.newId(),
      at: now,
      action: 'enrolment.import',
      subject: { type: 'case', id: caseId, personId, caseId, countyCode: nomination.countyCode, organisationId },
      facts: { row: row.number },
      digest: createHash('sha256').update(`${id}/${row.number}`).digest(),
      requestId: id,
      batchId: id,
    })),
  )
}
