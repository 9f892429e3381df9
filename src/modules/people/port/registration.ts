import type { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import { seal } from '../../../platform/vault.ts'
import type { Address, Household, PreciseGround, Skill } from '../contract.ts'
import { classOfGround } from '../rules.ts'
import { findKey, getScope, placeOf, type Whose } from '../store/file.ts'

/** What registration writes: the groups of fields of the eighteen fields. Fields absent stay as they are. */
export interface Registration {
  readonly fatherName?: string | null | undefined
  readonly bornOn?: string | null | undefined
  readonly ground?:
    | {
        readonly id: string
        readonly precise: PreciseGround
        readonly validFrom: string
        readonly validTo: string | null
        readonly isSeen: boolean
      }
    | undefined
  readonly household?: z.infer<typeof Household> | undefined
  readonly skill?: z.infer<typeof Skill> | undefined
  readonly address?: z.infer<typeof Address> | undefined
}
/** Fills the groups of registration as the one who carries the file. Returns false when the file cannot be seen. */
export async function fillRegistration(
  tx: Tx,
  whose: Whose & { readonly accountId: string; readonly today: string },
  input: Registration,
): Promise<boolean> {
  const key = await findKey(tx, whose)
  const scope = await getScope(tx, whose.personId)
  if (key === undefined || scope === undefined) return false
  const base = { ...scope, person_id: whose.personId, updated_at: whose.house.clock() }
  if (input.fatherName !== undefined || input.bornOn !== undefined)
    await tx
      .updateTable('people.identity')
      .set((set) => ({
        ...(input.fatherName === undefined ? {} : { father_name: input.fatherName }),
        ...(input.bornOn === undefined ? {} : { born_on: input.bornOn, born_precision: input.bornOn === null ? null : 'day' }),
        version: set('version', '+', 1),
      }))
      .where('person_id', '=', whose.personId)
      .execute()
  if (input.ground !== undefined) await putGround(tx, key, whose, base, input.ground)
  if (input.household !== undefined) await putHousehold(tx, base, input.household)
  if (input.skill !== undefined) await putSkill(tx, base, input.skill)
  if (input.address !== undefined) await putAddress(tx, key, whose, base, input.address)
  return true
}
type Base = NonNullable<Awaited<ReturnType<typeof getScope>>> & { readonly person_id: string; readonly updated_at: Date }

async function putGround(
  tx: Tx,
  key: Buffer,
  whose: Whose & { readonly accountId: string; readonly today: string },
  base: Base,
  ground: NonNullable<Registration['ground']>,
): Promise<void> {
  const fields = {
    ground_class: classOfGround[ground.precise],
    sealed_ground: seal(key, placeOf('ground.ground', whose), ground.precise),
    valid_from: ground.validFrom,
    valid_to: ground.validTo,
    verified_on: ground.isSeen ? whose.today : null,
    verified_by: ground.isSeen ? whose.accountId : null,
  }
  await tx
    .insertInto('people.ground')
    .values({ ...base, ...fields, id: ground.id })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'id'])
        .doUpdateSet((set) => ({ ...fields, updated_at: base.updated_at, version: set('people.ground.version', '+', 1) })),
    )
    .execute()
}
async function putHousehold(tx: Tx, base: Base, household: z.infer<typeof Household>): Promise<void> {
  const fields = {
    size: household.size,
    dependants: household.dependants,
    dependants_under_seven: household.dependantsUnderSeven,
    has_disability: household.hasDisability,
    care_hours: household.careHours,
  }
  await tx
    .insertInto('people.household')
    .values({ ...base, ...fields })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'person_id'])
        .doUpdateSet((set) => ({ ...fields, updated_at: base.updated_at, version: set('people.household.version', '+', 1) })),
    )
    .execute()
}
async function putSkill(tx: Tx, base: Base, skill: z.infer<typeof Skill>): Promise<void> {
  const fields = {
    education: skill.education,
    reads: skill.reads,
    known_field_code: skill.knownFieldCode,
    place_to_work: skill.placeToWork,
    phone_kind: skill.phoneKind,
  }
  await tx
    .insertInto('people.skill')
    .values({ ...base, ...fields })
    .onConflict((clash) => clash.columns(['plan_id', 'person_id']).doUpdateSet(fields))
    .execute()
}
async function putAddress(tx: Tx, key: Buffer, whose: Whose, base: Base, address: z.infer<typeof Address>): Promise<void> {
  const fields = {
    district_code: address.districtCode,
    settlement: address.settlement,
    sealed_address: address.address === null ? null : seal(key, placeOf('address.address', whose), address.address),
  }
  await tx
    .insertInto('people.address')
    .values({ ...base, ...fields })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'person_id'])
        .doUpdateSet((set) => ({ ...fields, updated_at: base.updated_at, version: set('people.address.version', '+', 1) })),
    )
    .execute()
}
