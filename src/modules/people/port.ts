import type { z } from 'zod'
import { beyondReach, sql, type Tx } from '../../platform/db.ts'
import { nameKey } from '../../platform/persian.ts'
import { restamp } from '../../platform/restamp.ts'
import { seal, unseal } from '../../platform/vault.ts'
import type { ConsentPurpose, Contact, Ground, Household, Identity, NominatedPerson } from './contract.ts'
import { hasConsented } from './rules.ts'
import { listConsents, listConsentsOf } from './store/consents.ts'
import { findContact, findGround, findHousehold, findIdentity, findKey, placeOf, type Whose } from './store/file.ts'
import { listJoined } from './store/linkage.ts'

export { listConsenting } from './port/consents.ts'
export { barredFrom, comparePairs, joinPersons, type Pair, partPersons, putVerdict, readVerdicts } from './port/linkage.ts'
export { type Registration, registrationWrites } from './port/registration.ts'
export { keepMeans, lendCall, lendMeans, lendToSeats, type NoCall, type Seated } from './port/seats.ts'
export { type Anchor, findAnchor } from './store/file.ts'
export { findIncomeBand } from './store/means.ts'

/**
 * Makes the persons of nominations: anchor with a data key of her own, identity and contact, and a name key for search. Nobody may read identity
 * yet but the house itself; whoever takes the file will. Bulk: one statement a table.
 */
export async function createNominated(
  tx: Tx,
  { house, planId }: Pick<Whose, 'house' | 'planId'>,
  persons: readonly NominatedPerson[],
): Promise<void> {
  if (persons.length === 0) return
  const at = house.clock()
  const rows = persons.map((person) => ({
    person,
    whose: { house, planId, personId: person.personId },
    ...house.vault.newDataKey(planId, person.personId),
  }))
  const base = ({ person }: (typeof rows)[number]) => ({ plan_id: planId, person_id: person.personId, county_code: person.countyCode })
  await tx
    .insertInto('people.person')
    .values(rows.map((row) => ({ ...base(row), id: row.person.personId, wrapped_key: row.wrapped, created_at: at })))
    .execute()
  await tx
    .insertInto('people.identity')
    .values(
      rows.map((row) => ({
        ...base(row),
        given_name: row.person.givenName,
        family_name: row.person.familyName,
        sealed_national_id:
          row.person.nationalId === null ? null : seal(row.key, placeOf('identity.national_id', row.whose), row.person.nationalId),
        national_id_index: row.person.nationalId === null ? null : house.vault.blindIndex(planId, 'national-id', row.person.nationalId),
        updated_at: at,
      })),
    )
    .execute()
  await tx
    .insertInto('people.contact')
    .values(
      rows.map((row) => ({
        ...base(row),
        sealed_phone: row.person.phone === null ? null : seal(row.key, placeOf('contact.phone', row.whose), row.person.phone),
        phone_index: row.person.phone === null ? null : house.vault.blindIndex(planId, 'phone', row.person.phone),
        whose_phone: row.person.whosePhone,
        updated_at: at,
      })),
    )
    .execute()
  await tx
    .insertInto('people.name_key')
    .values(
      rows.map((row) => ({
        ...base(row),
        kind: 'whole-name',
        hash: house.vault.blindIndex(planId, 'name', nameKey(row.person.givenName, row.person.familyName)),
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** Gives the file, with those joined to it, to those who carry it, in every room at once. */
export async function assignFile(
  tx: Tx,
  planId: string,
  { personId, accountIds }: { readonly personId: string; readonly accountIds: readonly string[] },
): Promise<void> {
  for (const one of await listJoined(tx, { planId, personId })) await restamp(tx, { planId, personId: one }, { assigned: accountIds })
}
/** Moves what is kept of a woman to another county, in every room at once. */
export async function moveCounty(
  tx: Tx,
  planId: string,
  { personId, countyCode }: { readonly personId: string; readonly countyCode: string },
): Promise<void> {
  await restamp(tx, { planId, personId }, { countyCode })
}
/** Whether a consent is valid today; false as well when the file cannot be seen. */
export async function hasConsent(
  tx: Tx,
  { personId, purpose, today }: { readonly personId: string; readonly purpose: ConsentPurpose; readonly today: string },
): Promise<boolean> {
  return hasConsented(await listConsents(tx, personId), purpose, today)
}
/** Which of these women say yes to a purpose today, for whoever is bound by their answer and does not read it; one statement. */
export async function whoConsents(
  tx: Tx,
  {
    planId,
    personIds,
    purpose,
    today,
  }: { readonly planId: string; readonly personIds: readonly string[]; readonly purpose: ConsentPurpose; readonly today: string },
): Promise<ReadonlySet<string>> {
  const byPerson = await listConsentsOf(tx, planId, personIds)
  return new Set(personIds.filter((personId) => hasConsented(byPerson.get(personId) ?? [], purpose, today)))
}
/** The id of the consent a named enquiry rests on; undefined when there is none in force. */
export async function findConsent(
  tx: Tx,
  { personId, purpose, today }: { readonly personId: string; readonly purpose: ConsentPurpose; readonly today: string },
): Promise<string | undefined> {
  const consents = await listConsents(tx, personId)
  return hasConsented(consents, purpose, today) ? consents.filter((one) => one.purpose === purpose).at(-1)?.id : undefined
}

/** What a decision about eligibility rests on, of what this room keeps; undefined when the file cannot be seen. */
export async function readForDecision(
  tx: Tx,
  whose: Whose,
): Promise<
  | {
      readonly identity: Identity
      readonly ground: z.infer<typeof Ground> | undefined
      readonly household: z.infer<typeof Household> | undefined
      readonly nationalIdIndex: Buffer | null
    }
  | undefined
> {
  const key = await findKey(tx, whose)
  if (key === undefined) return undefined
  const identity = await findIdentity(tx, key, whose)
  if (identity === undefined) return undefined
  const row = await tx.selectFrom('people.identity').select('national_id_index').where('person_id', '=', whose.personId).executeTakeFirst()
  return {
    identity,
    ground: await findGround(tx, key, whose),
    household: await findHousehold(tx, whose.personId),
    nationalIdIndex: row?.national_id_index ?? null,
  }
}
/** Names of persons whose identity the actor may see: nobody else's appear. */
export async function listNames(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people.identity')
    .select(['person_id', 'given_name', 'family_name'])
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, `${row.given_name} ${row.family_name}`]))
}
/** First names alone, for the one paper on which names leave; nobody's whom the actor may not see. */
export async function listGivenNames(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('people.identity')
    .select(['person_id', 'given_name'])
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.given_name]))
}
/** Erases a woman: her key is destroyed, so that nothing sealed opens again, and what stood plain is blanked or gone. History keeps its codes. */
export async function erasePerson(
  tx: Tx,
  { planId, personId, at }: { readonly planId: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  await beyondReach(tx, async () => {
    await tx
      .updateTable('people.person')
      .set({ wrapped_key: null, key_destroyed_at: at })
      .where('plan_id', '=', planId)
      .where('id', '=', personId)
      .execute()
    await tx
      .updateTable('people.identity')
      .set({
        given_name: '',
        family_name: '',
        father_name: null,
        sealed_national_id: null,
        national_id_index: null,
        born_on: null,
        born_precision: null,
      })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('people.contact')
      .set({ sealed_phone: null, phone_index: null, whose_phone: null, may_message: false, sealed_safe_word: null })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('people.address')
      .set({ settlement: null, district_code: null, sealed_address: null, sealed_postal_code: null })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .execute()
    const hers = sql`where plan_id = ${planId} and person_id = ${personId}`
    await sql`delete from people.household ${hers}`.execute(tx)
    await sql`delete from people.skill ${hers}`.execute(tx)
    await sql`delete from people.income ${hers}`.execute(tx)
    await sql`delete from people.health ${hers}`.execute(tx)
    await sql`delete from people.safety ${hers}`.execute(tx)
    await sql`delete from people.ground ${hers}`.execute(tx)
    await sql`delete from people.consent_code ${hers}`.execute(tx)
    await tx.deleteFrom('people.name_key').where('plan_id', '=', planId).where('person_id', '=', personId).execute()
  })
}
/** Opens a group of fields of many women to the bodies that introduced them; the caller works beyond the reach of its actor. One statement. */
export async function openShares(
  tx: Tx,
  { planId, fieldGroup, openedAt }: { readonly planId: string; readonly fieldGroup: string; readonly openedAt: Date },
  shares: readonly { readonly personId: string; readonly organisationId: string }[],
): Promise<void> {
  const rows = shares.map(({ personId, organisationId }) => ({ person_id: personId, organisation_id: organisationId }))
  await tx
    .insertInto('people.share')
    .values(rows.map((row) => ({ ...row, plan_id: planId, field_group: fieldGroup, opened_at: openedAt })))
    .execute()
}
/** Opens the identity group of one woman to an organisation, or closes it again (a named enquiry with her consent). */
export async function shareIdentity(
  tx: Tx,
  {
    planId,
    personId,
    organisationId,
    isOpen,
  }: { readonly planId: string; readonly personId: string; readonly organisationId: string; readonly isOpen: boolean },
): Promise<void> {
  const change = isOpen ? { shareWith: organisationId } : { unshareWith: organisationId }
  await restamp(tx, { planId, personId }, change, ['people.identity', 'people.person'])
}
/** Name and whole national ID, for a body that is asked by name with her consent; undefined when her identity is not open to the reader. */
export async function findIdentityCard(
  tx: Tx,
  whose: Whose,
): Promise<{ readonly name: string; readonly nationalId: string | null } | undefined> {
  const key = await findKey(tx, whose)
  const row = await tx
    .selectFrom('people.identity')
    .select(['given_name', 'family_name', 'sealed_national_id'])
    .where('person_id', '=', whose.personId)
    .executeTakeFirst()
  if (key === undefined || row === undefined) return undefined
  const nationalId =
    row.sealed_national_id === null ? null : unseal(key, placeOf('identity.national_id', whose), row.sealed_national_id).toString()
  return { name: `${row.given_name} ${row.family_name}`, nationalId }
}
/** The data key of one woman, for what a later room seals about her; undefined when the actor may not see her or her file was erased. */
export async function findKeyOf(tx: Tx, whose: Whose): Promise<Buffer | undefined> {
  return findKey(tx, whose)
}
/** How she may be reached: her number, whose phone it is, at which hours, and whether a message may be sent; undefined when her file is not carried. */
export async function findContactRule(tx: Tx, whose: Whose): Promise<Omit<Contact, 'safeWord' | 'version'> | undefined> {
  const key = await findKey(tx, whose)
  const contact = key === undefined ? undefined : await findContact(tx, key, whose)
  if (contact === undefined) return undefined
  const { safeWord: _safeWord, version: _version, ...rule } = contact
  return rule
}
/** Whether she lives in one of these districts: a derived fact, so that whoever decides learns yes or no and never an address (roles.md §2). */
export async function livesInOneOf(
  tx: Tx,
  { planId, personId, divisionCodes }: { readonly planId: string; readonly personId: string; readonly divisionCodes: readonly string[] },
): Promise<boolean> {
  if (divisionCodes.length === 0) return false
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('people.address')
      .select('district_code')
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  )
  const code = row?.district_code ?? null
  return code !== null && divisionCodes.some((division) => code.startsWith(division))
}
