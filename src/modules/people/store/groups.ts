import type { Tx } from '../../../platform/db.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { DeliveryRule } from '../contract/groups.ts'
import type { Household, PreciseGround } from '../contract.ts'
import { classOfGround } from '../rules.ts'
import { groundOf, placeOf, type Scope, type Whose } from './file.ts'

/** Writes the household the writer saw under this version; false when it changed meanwhile or is not there. */
export async function updateHousehold(
  tx: Tx,
  personId: string,
  input: Household & { readonly version: number; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.household')
    .set((set) => ({
      size: input.size,
      dependants: input.dependants,
      dependants_under_seven: input.dependantsUnderSeven,
      has_disability: input.hasDisability,
      care_hours: input.careHours,
      updated_at: input.at,
      version: set('version', '+', 1),
    }))
    .where('person_id', '=', personId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export async function updateAddress(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: {
    readonly districtCode: string | null
    readonly settlement: string | null
    readonly address: string | null
    readonly version: number
    readonly at: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.address')
    .set((set) => ({
      district_code: input.districtCode,
      settlement: input.settlement,
      sealed_address: input.address === null ? null : seal(key, placeOf('address.address', whose), input.address),
      updated_at: input.at,
      version: set('version', '+', 1),
    }))
    .where('person_id', '=', whose.personId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export async function insertGround(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: {
    readonly scope: Scope
    readonly id: string
    readonly precise: PreciseGround
    readonly validFrom: string
    readonly validTo: string | null
    readonly documentId: string | null
    readonly verifiedOn: string | null
    readonly accountId: string
    readonly at: Date
  },
) {
  const row = await tx
    .insertInto('people.ground')
    .values({
      ...input.scope,
      id: input.id,
      person_id: whose.personId,
      ground_class: classOfGround[input.precise],
      sealed_ground: seal(key, placeOf('ground.ground', whose), input.precise),
      document_id: input.documentId,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      verified_on: input.verifiedOn,
      verified_by: input.verifiedOn === null ? null : input.accountId,
      updated_at: input.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return groundOf(row, key, whose)
}
export async function getGround(tx: Tx, key: Buffer, whose: Whose, id: string) {
  const row = await tx
    .selectFrom('people.ground')
    .selectAll()
    .where('person_id', '=', whose.personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : groundOf(row, key, whose)
}
/** Marks that the paper of a ground was seen, under the version seen; a document already tied to it stays when none is named. */
export async function seeGround(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: {
    readonly id: string
    readonly documentId: string | null
    readonly version: number
    readonly verifiedOn: string
    readonly accountId: string
    readonly at: Date
  },
) {
  const row = await tx
    .updateTable('people.ground')
    .set((set) => ({
      verified_on: input.verifiedOn,
      verified_by: input.accountId,
      ...(input.documentId === null ? {} : { document_id: input.documentId }),
      updated_at: input.at,
      version: set('version', '+', 1),
    }))
    .where('person_id', '=', whose.personId)
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : groundOf(row, key, whose)
}
export async function endGround(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  { id, endedOn, version, at }: { readonly id: string; readonly endedOn: string; readonly version: number; readonly at: Date },
) {
  const row = await tx
    .updateTable('people.ground')
    .set((set) => ({ ended_on: endedOn, updated_at: at, version: set('version', '+', 1) }))
    .where('person_id', '=', whose.personId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : groundOf(row, key, whose)
}
export async function findSafety(tx: Tx, key: Buffer, whose: Whose) {
  const row = await tx.selectFrom('people.safety').selectAll().where('person_id', '=', whose.personId).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    deliveryRule: row.delivery_rule === null ? null : DeliveryRule.parse(row.delivery_rule),
    note: row.sealed_note === null ? null : unseal(key, placeOf('safety.note', whose), row.sealed_note).toString(),
    version: row.version,
  }
}
/** Writes the safety group under the version seen; version 0 writes it for the first time. False when somebody was quicker. */
export async function putSafety(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: {
    readonly scope: Scope
    readonly deliveryRule: string | null
    readonly note: string | null
    readonly version: number
    readonly at: Date
  },
): Promise<boolean> {
  const fields = {
    delivery_rule: input.deliveryRule,
    sealed_note: input.note === null ? null : seal(key, placeOf('safety.note', whose), input.note),
    updated_at: input.at,
  }
  if (input.version === 0) {
    const made = await tx
      .insertInto('people.safety')
      .values({ ...input.scope, ...fields, person_id: whose.personId })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst()
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const { numUpdatedRows } = await tx
    .updateTable('people.safety')
    .set((set) => ({ ...fields, version: set('version', '+', 1) }))
    .where('person_id', '=', whose.personId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
