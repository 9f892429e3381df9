import type { z } from 'zod'
import type { Tx, Write } from '../../../platform/db.ts'
import { seal } from '../../../platform/vault.ts'
import type { Address, Household, PreciseGround, Skill } from '../contract.ts'
import { classOfGround } from '../rules.ts'
import { type Anchor, placeOf, type Whose } from '../store/file.ts'

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
/** The writes that fill the groups of registration as the one who carries the file; `anchor` is what was read of her (`findAnchor`). */
export function registrationWrites(
  tx: Tx,
  whose: Whose & { readonly accountId: string; readonly today: string },
  { key, scope }: Anchor,
  input: Registration,
): Write[] {
  const base = { ...scope, person_id: whose.personId, updated_at: whose.house.clock() }
  return [
    input.fatherName === undefined && input.bornOn === undefined ? undefined : identityWrite(tx, whose, input),
    input.ground === undefined ? undefined : groundWrite(tx, key, whose, base, input.ground),
    input.household === undefined ? undefined : householdWrite(tx, base, input.household),
    input.skill === undefined ? undefined : skillWrite(tx, base, input.skill),
    input.address === undefined ? undefined : addressWrite(tx, key, whose, base, input.address),
  ].filter((write) => write !== undefined)
}
type Base = Anchor['scope'] & { readonly person_id: string; readonly updated_at: Date }

function identityWrite(tx: Tx, { personId }: Whose, { fatherName, bornOn }: Registration): Write {
  return tx
    .updateTable('people.identity')
    .set((set) => ({
      ...(fatherName === undefined ? {} : { father_name: fatherName }),
      ...(bornOn === undefined ? {} : { born_on: bornOn, born_precision: bornOn === null ? null : 'day' }),
      version: set('version', '+', 1),
    }))
    .where('person_id', '=', personId)
}
function groundWrite(
  tx: Tx,
  key: Buffer,
  whose: Whose & { readonly accountId: string; readonly today: string },
  base: Base,
  ground: NonNullable<Registration['ground']>,
): Write {
  const fields = {
    ground_class: classOfGround[ground.precise],
    sealed_ground: seal(key, placeOf('ground.ground', whose), ground.precise),
    valid_from: ground.validFrom,
    valid_to: ground.validTo,
    verified_on: ground.isSeen ? whose.today : null,
    verified_by: ground.isSeen ? whose.accountId : null,
  }
  return tx
    .insertInto('people.ground')
    .values({ ...base, ...fields, id: ground.id })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'id'])
        .doUpdateSet((set) => ({ ...fields, updated_at: base.updated_at, version: set('people.ground.version', '+', 1) })),
    )
}
function householdWrite(tx: Tx, base: Base, household: z.infer<typeof Household>): Write {
  const fields = {
    size: household.size,
    dependants: household.dependants,
    dependants_under_seven: household.dependantsUnderSeven,
    has_disability: household.hasDisability,
    care_hours: household.careHours,
  }
  return tx
    .insertInto('people.household')
    .values({ ...base, ...fields })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'person_id'])
        .doUpdateSet((set) => ({ ...fields, updated_at: base.updated_at, version: set('people.household.version', '+', 1) })),
    )
}
function skillWrite(tx: Tx, base: Base, skill: z.infer<typeof Skill>): Write {
  const fields = {
    education: skill.education,
    reads: skill.reads,
    known_field_code: skill.knownFieldCode,
    place_to_work: skill.placeToWork,
    phone_kind: skill.phoneKind,
  }
  return tx
    .insertInto('people.skill')
    .values({ ...base, ...fields })
    .onConflict((clash) => clash.columns(['plan_id', 'person_id']).doUpdateSet(fields))
}
function addressWrite(tx: Tx, key: Buffer, whose: Whose, base: Base, address: z.infer<typeof Address>): Write {
  const fields = {
    district_code: address.districtCode,
    settlement: address.settlement,
    sealed_address: address.address === null ? null : seal(key, placeOf('address.address', whose), address.address),
  }
  return tx
    .insertInto('people.address')
    .values({ ...base, ...fields })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'person_id'])
        .doUpdateSet((set) => ({ ...fields, updated_at: base.updated_at, version: set('people.address.version', '+', 1) })),
    )
}
