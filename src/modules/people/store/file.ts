import { sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { maskedNationalId } from '../../../platform/identifiers.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { GroundClass } from '../../plan/contract.ts'
import { type Contact, type Ground, type Household, type Identity, PreciseGround, WhosePhone } from '../contract.ts'

export interface Whose {
  readonly house: House
  readonly planId: string
  readonly personId: string
}
/** Where a sealed value stands; it opens nowhere else. */
export const placeOf = (column: string, { planId, personId }: Pick<Whose, 'planId' | 'personId'>): string =>
  `people.${column}/${planId}/${personId}`

/** The data key of one woman; undefined when the actor may not see her or her file was erased. */
export async function findKey(tx: Tx, { house, planId, personId }: Whose): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('people.person').select('wrapped_key').where('id', '=', personId).executeTakeFirst()
  return row?.wrapped_key == null ? undefined : house.vault.unwrap(planId, personId, row.wrapped_key)
}
export async function findIdentity(tx: Tx, key: Buffer, whose: Whose): Promise<Identity | undefined> {
  const row = await tx.selectFrom('people.identity').selectAll().where('person_id', '=', whose.personId).executeTakeFirst()
  if (row === undefined) return undefined
  const nationalId =
    row.sealed_national_id === null ? null : unseal(key, placeOf('identity.national_id', whose), row.sealed_national_id).toString()
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    fatherName: row.father_name,
    nationalId: nationalId === null ? null : maskedNationalId(nationalId),
    bornOn: row.born_on,
    version: row.version,
  }
}
export async function findContact(tx: Tx, key: Buffer, whose: Whose): Promise<Contact | undefined> {
  const row = await tx.selectFrom('people.contact').selectAll().where('person_id', '=', whose.personId).executeTakeFirst()
  return row === undefined ? undefined : contactOf(row, key, whose)
}
interface ContactRow {
  readonly sealed_phone: Buffer | null
  readonly whose_phone: string | null
  readonly call_from: number | null
  readonly call_to: number | null
  readonly may_message: boolean
  readonly sealed_safe_word: Buffer | null
  readonly version: number
}
function contactOf(row: ContactRow, key: Buffer, whose: Whose): Contact {
  return {
    phone: row.sealed_phone === null ? null : unseal(key, placeOf('contact.phone', whose), row.sealed_phone).toString(),
    whosePhone: row.whose_phone === null ? null : WhosePhone.parse(row.whose_phone),
    callFrom: row.call_from,
    callTo: row.call_to,
    mayMessage: row.may_message,
    safeWord: row.sealed_safe_word === null ? null : unseal(key, placeOf('contact.safe_word', whose), row.sealed_safe_word).toString(),
    version: row.version,
  }
}
export async function updateContact(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: Contact & { readonly at: Date },
): Promise<Contact | undefined> {
  const { house, planId, personId } = whose
  const row = await tx
    .updateTable('people.contact')
    .set((set) => ({
      sealed_phone: input.phone === null ? null : seal(key, placeOf('contact.phone', whose), input.phone),
      phone_index: input.phone === null ? null : house.vault.blindIndex(planId, 'phone', input.phone),
      whose_phone: input.whosePhone,
      call_from: input.callFrom,
      call_to: input.callTo,
      may_message: input.mayMessage,
      sealed_safe_word: input.safeWord === null ? null : seal(key, placeOf('contact.safe_word', whose), input.safeWord),
      updated_at: input.at,
      version: set('version', '+', 1),
    }))
    .where('person_id', '=', personId)
    .where('version', '=', input.version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : contactOf(row, key, whose)
}
export async function findHousehold(tx: Tx, personId: string): Promise<(Household & { readonly version: number }) | undefined> {
  const row = await tx.selectFrom('people.household').selectAll().where('person_id', '=', personId).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    size: row.size,
    dependants: row.dependants,
    dependantsUnderSeven: row.dependants_under_seven,
    hasDisability: row.has_disability,
    careHours: row.care_hours,
    version: row.version,
  }
}
export async function findGround(tx: Tx, key: Buffer, whose: Whose): Promise<Ground | undefined> {
  const row = await tx
    .selectFrom('people.ground')
    .selectAll()
    .where('person_id', '=', whose.personId)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : groundOf(row, key, whose)
}
interface GroundRow {
  readonly id: string
  readonly ground_class: string
  readonly sealed_ground: Buffer
  readonly valid_from: string
  readonly valid_to: string | null
  readonly ended_on: string | null
  readonly verified_on: string | null
  readonly document_id: string | null
  readonly version: number
}
export function groundOf(row: GroundRow, key: Buffer, whose: Whose): Ground {
  return {
    id: row.id,
    groundClass: GroundClass.parse(row.ground_class),
    precise: PreciseGround.parse(unseal(key, placeOf('ground.ground', whose), row.sealed_ground).toString()),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    endedOn: row.ended_on,
    isVerified: row.verified_on !== null,
    documentId: row.document_id,
    version: row.version,
  }
}
export async function findSkill(tx: Tx, personId: string) {
  const row = await tx.selectFrom('people.skill').selectAll().where('person_id', '=', personId).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    education: row.education,
    reads: row.reads,
    knownFieldCode: row.known_field_code,
    placeToWork: row.place_to_work,
    phoneKind: row.phone_kind,
  }
}
export async function findAddress(tx: Tx, key: Buffer, whose: Whose) {
  const row = await tx.selectFrom('people.address').selectAll().where('person_id', '=', whose.personId).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    districtCode: row.district_code,
    settlement: row.settlement,
    address: row.sealed_address === null ? null : unseal(key, placeOf('address.address', whose), row.sealed_address).toString(),
    version: row.version,
  }
}
/** The scope columns a new row about a woman takes from her anchor. */
export async function getScope(tx: Tx, personId: string) {
  return tx
    .selectFrom('people.person')
    .select(['plan_id', 'county_code', 'shared_with', 'barred', 'assigned'])
    .where('id', '=', personId)
    .executeTakeFirst()
}
export async function isJoined(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.selectFrom('people.person').select('joined_to').where('id', '=', personId).executeTakeFirst()
  return row?.joined_to != null
}
export type Scope = NonNullable<Awaited<ReturnType<typeof getScope>>>
/** What every row about a woman hangs on: her data key, and the scope columns a new row takes. */
export interface Anchor {
  readonly key: Buffer
  readonly scope: Scope
}
/** Undefined when the actor may not see her or her file was erased. */
export async function findAnchor(tx: Tx, { house, planId, personId }: Whose): Promise<Anchor | undefined> {
  const row = await tx
    .selectFrom('people.person')
    .select(['plan_id', 'county_code', 'shared_with', 'barred', 'assigned', 'wrapped_key'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { wrapped_key: wrapped, ...scope } = row
  return wrapped === null ? undefined : { key: house.vault.unwrap(planId, personId, wrapped), scope }
}

/** Who opened the file lately: what a purpose was given for, and reads by those who carry it. */
export async function listReaders(tx: Tx, personId: string) {
  const { rows } = await sql<{ at: Date; role: string; office: string | null; purpose: string | null; action: string }>`
    select history.at, history.role, organisation.name_fa as office, history.purpose, history.action
    from platform.history left join partners.organisation on organisation.id = history.office_id
    where history.person_id = ${personId} and (history.purpose is not null or history.action like 'people.read-%' or history.action like 'people.open-%' or history.facts ->> 'seen' is not null)
      and not coalesce((history.facts ->> 'untold')::boolean, false)
    order by history.id desc limit 100`.execute(tx)
  return rows.map((row) => ({ at: row.at.toISOString(), role: row.role, office: row.office, purpose: row.purpose, action: row.action }))
}
