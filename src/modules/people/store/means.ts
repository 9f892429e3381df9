import type { Tx } from '../../../platform/db.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { IncomeBand, type Means, type WorkLimit, WorkLimits } from '../contract/limits.ts'
import { placeOf, type Scope, type Whose } from './file.ts'

interface Written<Value> {
  readonly scope: Scope
  readonly value: Value
  /** What the writer saw, 0 for nothing; null from a seat, whose word of the day stands over what stood. */
  readonly version: number | null
  readonly at: Date
}
/** What is kept of her limits and her income, unsealed; nulls and versions of 0 where nobody has asked. */
export async function findMeans(tx: Tx, key: Buffer, whose: Whose): Promise<Means> {
  const health = await tx
    .selectFrom('people.health')
    .select(['sealed_limits', 'version'])
    .where('plan_id', '=', whose.planId)
    .where('person_id', '=', whose.personId)
    .executeTakeFirst()
  const income = await tx
    .selectFrom('people.income')
    .select(['sealed_band', 'version'])
    .where('plan_id', '=', whose.planId)
    .where('person_id', '=', whose.personId)
    .executeTakeFirst()
  return {
    limits:
      health?.sealed_limits == null
        ? null
        : WorkLimits.parse(JSON.parse(unseal(key, placeOf('health.limits', whose), health.sealed_limits).toString())),
    limitsVersion: health?.version ?? 0,
    incomeBand:
      income?.sealed_band == null ? null : IncomeBand.parse(unseal(key, placeOf('income.band', whose), income.sealed_band).toString()),
    incomeVersion: income?.version ?? 0,
  }
}
/** The band of her household's income and the moment it was last written; undefined while nobody asked. */
export async function findIncomeBand(
  tx: Tx,
  key: Buffer,
  whose: Whose,
): Promise<{ readonly band: IncomeBand; readonly writtenAt: Date } | undefined> {
  const row = await tx
    .selectFrom('people.income')
    .select(['sealed_band', 'updated_at'])
    .where('plan_id', '=', whose.planId)
    .where('person_id', '=', whose.personId)
    .executeTakeFirst()
  if (row?.sealed_band == null) return undefined
  return { band: IncomeBand.parse(unseal(key, placeOf('income.band', whose), row.sealed_band).toString()), writtenAt: row.updated_at }
}
/** Writes her limits; false when somebody was quicker. */
export async function putLimits(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  { scope, value, version, at }: Written<readonly WorkLimit[]>,
): Promise<boolean> {
  const fields = { sealed_limits: seal(key, placeOf('health.limits', whose), JSON.stringify([...new Set(value)])), updated_at: at }
  const made = await tx
    .insertInto('people.health')
    .values({ ...scope, ...fields, person_id: whose.personId })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'person_id'])
        .doUpdateSet((set) => ({ ...fields, version: set('people.health.version', '+', 1) }))
        .where((when) => (version === null ? when.lit(true) : when('people.health.version', '=', version))),
    )
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}
/** Writes the band of her income; false when somebody was quicker. */
export async function putIncomeBand(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  { scope, value, version, at }: Written<IncomeBand>,
): Promise<boolean> {
  const fields = { sealed_band: seal(key, placeOf('income.band', whose), value), updated_at: at }
  const made = await tx
    .insertInto('people.income')
    .values({ ...scope, ...fields, person_id: whose.personId })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'person_id'])
        .doUpdateSet((set) => ({ ...fields, version: set('people.income.version', '+', 1) }))
        .where((when) => (version === null ? when.lit(true) : when('people.income.version', '=', version))),
    )
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}
