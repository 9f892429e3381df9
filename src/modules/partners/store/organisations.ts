import { sql, type Tx } from '../../../platform/db.ts'
import { searchKey } from '../../../platform/persian.ts'
import { type Membership, MembershipKind, type Organisation, OrganisationType } from '../contract.ts'

const columns = [
  'organisation.id',
  'organisation.organisation_type',
  'organisation.name_fa',
  'organisation.name_en',
  'organisation.legal_id',
  'organisation.parent_id',
  'parent.name_fa as parent_name',
  'organisation.is_support_body',
  'organisation.is_social_entrepreneur',
  'organisation.version',
] as const
function organisations(tx: Tx) {
  return tx
    .selectFrom('partners.organisation as organisation')
    .leftJoin('partners.organisation as parent', 'parent.id', 'organisation.parent_id')
    .select(columns)
}
interface StoredOrganisation {
  readonly id: string
  readonly organisation_type: string
  readonly name_fa: string
  readonly name_en: string | null
  readonly legal_id: string | null
  readonly parent_id: string | null
  readonly parent_name: string | null
  readonly is_support_body: boolean
  readonly is_social_entrepreneur: boolean
  readonly version: number
}
function organisationOf(row: StoredOrganisation): Organisation {
  return {
    id: row.id,
    type: OrganisationType.parse(row.organisation_type),
    nameFa: row.name_fa,
    nameEn: row.name_en,
    legalId: row.legal_id,
    parentId: row.parent_id,
    parentName: row.parent_name,
    isSupportBody: row.is_support_body,
    isSocialEntrepreneur: row.is_social_entrepreneur,
    version: row.version,
  }
}
export interface OrganisationFilter {
  readonly search?: string | undefined
  readonly type?: string | undefined
  readonly kind?: string | undefined
  readonly countyCode?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  readonly today: string
}
/** By name, one more than asked for, with what each is in the plan today. Letters ي and ك and half-spaces are forgiven. */
export async function listOrganisations(tx: Tx, filter: OrganisationFilter) {
  let query = organisations(tx)
    .leftJoin('partners.membership as membership', (join) =>
      join
        .onRef('membership.organisation_id', '=', 'organisation.id')
        .on('membership.valid_from', '<=', filter.today)
        .on((on) => on.or([on('membership.valid_to', 'is', null), on('membership.valid_to', '>=', filter.today)])),
    )
    .select(['membership.kinds', 'membership.counties'])
    .orderBy('organisation.name_fa')
    .orderBy('organisation.id')
    .limit(filter.limit + 1)
  if (filter.type !== undefined) query = query.where('organisation.organisation_type', '=', filter.type)
  if (filter.kind !== undefined) query = query.where(sql<boolean>`${filter.kind} = any (membership.kinds)`)
  if (filter.countyCode !== undefined) query = query.where(sql<boolean>`${filter.countyCode} = any (membership.counties)`)
  if (filter.search !== undefined)
    query = query.where(
      sql<boolean>`position(${searchKey(filter.search)} in lower(replace(translate(organisation.name_fa || ' ' || coalesce(organisation.name_en, ''), 'يكةأإآؤۀ', 'یکهاااوه'), chr(8204), ' '))) > 0`,
    )
  if (filter.after !== undefined)
    query = query.where(
      sql<boolean>`(organisation.name_fa, organisation.id) > (select last.name_fa, last.id from partners.organisation last where last.id = ${filter.after})`,
    )
  const rows = await query.execute()
  return rows.map((row) => ({
    ...organisationOf(row),
    kinds: (row.kinds ?? []).map((kind) => MembershipKind.parse(kind)),
    counties: row.counties ?? [],
  }))
}
export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  const row = await organisations(tx).where('organisation.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : organisationOf(row)
}
export async function findOrganisations(tx: Tx, ids: readonly string[]): Promise<readonly Organisation[]> {
  if (ids.length === 0) return []
  return (
    await organisations(tx)
      .where('organisation.id', 'in', [...ids])
      .execute()
  ).map(organisationOf)
}
export async function listSubsidiaries(tx: Tx, parentId: string): Promise<Organisation[]> {
  const rows = await organisations(tx).where('organisation.parent_id', '=', parentId).orderBy('organisation.name_fa').limit(250).execute()
  return rows.map(organisationOf)
}
export interface WrittenOrganisation {
  readonly id: string
  readonly type: string
  readonly nameFa: string
  readonly nameEn: string | null
  readonly legalId: string | null
  readonly parentId: string | null
  readonly isSupportBody: boolean
  readonly isSocialEntrepreneur: boolean
}
function rowOf(written: WrittenOrganisation) {
  return {
    person_kind: written.type === 'natural-person' ? 'natural' : 'legal',
    organisation_type: written.type,
    name_fa: written.nameFa,
    name_en: written.nameEn,
    legal_id: written.legalId,
    parent_id: written.parentId,
    is_support_body: written.isSupportBody,
    is_social_entrepreneur: written.isSocialEntrepreneur,
  }
}
export async function insertOrganisation(tx: Tx, written: WrittenOrganisation): Promise<void> {
  await tx
    .insertInto('partners.organisation')
    .values({ id: written.id, ...rowOf(written) })
    .execute()
}
export async function updateOrganisation(tx: Tx, written: WrittenOrganisation & { readonly version: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partners.organisation')
    .set((set) => ({ ...rowOf(written), version: set('version', '+', 1) }))
    .where('id', '=', written.id)
    .where('version', '=', written.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function membershipOf(row: {
  readonly id: string
  readonly organisation_id: string
  readonly kinds: readonly string[]
  readonly counties: readonly string[]
  readonly valid_from: string
  readonly valid_to: string | null
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly version: number
}): Membership {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    kinds: row.kinds.map((kind) => MembershipKind.parse(kind)),
    counties: [...row.counties],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }
}
export async function listMemberships(tx: Tx, organisationId: string): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('partners.membership')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('valid_from', 'desc')
    .limit(100)
    .execute()
  return rows.map(membershipOf)
}
export async function lockMembership(tx: Tx, id: string): Promise<Membership | undefined> {
  const row = await tx.selectFrom('partners.membership').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : membershipOf(row)
}
export async function insertMembership(tx: Tx, planId: string, made: Omit<Membership, 'validTo' | 'version'>): Promise<Membership> {
  const row = await tx
    .insertInto('partners.membership')
    .values({
      plan_id: planId,
      id: made.id,
      organisation_id: made.organisationId,
      kinds: [...new Set(made.kinds)],
      counties: [...new Set(made.counties)].sort(),
      valid_from: made.validFrom,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return membershipOf(row)
}
export async function endMembership(
  tx: Tx,
  { id, validTo, version }: { readonly id: string; readonly validTo: string; readonly version: number },
): Promise<Membership | undefined> {
  const row = await tx
    .updateTable('partners.membership')
    .set((set) => ({ valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : membershipOf(row)
}
/** Members of one kind in a county on a day. */
export async function listMembers(
  tx: Tx,
  { kind, countyCode, day }: { readonly kind: MembershipKind; readonly countyCode?: string | undefined; readonly day: string },
): Promise<readonly Organisation[]> {
  const rows = await listOrganisations(tx, { kind, countyCode, today: day, limit: 1000 })
  return rows
}
/** Whether it is a member of the plan of this kind on a day. */
export async function isMember(
  tx: Tx,
  { organisationId, kind, day }: { readonly organisationId: string; readonly kind: MembershipKind; readonly day: string },
): Promise<boolean> {
  return (await listMemberships(tx, organisationId)).some(
    ({ kinds, validFrom, validTo }) => kinds.includes(kind) && validFrom <= day && (validTo === null || validTo >= day),
  )
}
