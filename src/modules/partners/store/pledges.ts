import { sql, type Tx } from '../../../platform/db.ts'
import { daysBetween } from '../../../platform/time.ts'
import { type Pledge, PledgeKind, PledgeState, PromisedAs } from '../contract/pledges.ts'
import { mismatchOf } from '../rules/pledges.ts'

/** A pledge as it is kept; the mismatch of places and the days left are told when it is shown. */
export type StoredPledge = Omit<Pledge, 'mismatch' | 'stepDaysLeft'>
interface Row {
  readonly id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly promised_as: string
  readonly kind: string
  readonly title: string
  readonly field_code: string | null
  readonly quantity: number
  readonly unit: string
  readonly value_rial: number | string | bigint | null
  readonly counties: string[]
  readonly group_note: string | null
  readonly starts_on: string
  readonly due_on: string
  readonly state: string
  readonly state_since: string
  readonly step_due_on: string | null
  readonly document_number: string | null
  readonly document_date: string | null
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly called: number
  readonly version: number
}
function pledges(tx: Tx) {
  return tx
    .selectFrom('partners.pledge as pledge')
    .innerJoin('partners.organisation as organisation', 'organisation.id', 'pledge.organisation_id')
    .selectAll('pledge')
    .select('organisation.name_fa as organisation_name')
}
function pledgeOf(row: Row): StoredPledge {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    promisedAs: PromisedAs.parse(row.promised_as),
    kind: PledgeKind.parse(row.kind),
    title: row.title,
    fieldCode: row.field_code,
    quantity: row.quantity,
    unit: row.unit,
    valueRial: row.value_rial === null ? null : Number(row.value_rial),
    counties: row.counties,
    groupNote: row.group_note,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    state: PledgeState.parse(row.state),
    stateSince: row.state_since,
    stepDueOn: row.step_due_on,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    called: row.called,
    left: row.quantity - row.called,
    version: row.version,
  }
}
export function shownPledge(
  pledge: StoredPledge,
  { pilots, today }: { readonly pilots: readonly string[]; readonly today: string },
): Pledge {
  const stepDaysLeft = pledge.stepDueOn === null ? null : daysBetween(today, pledge.stepDueOn)
  return { ...pledge, stepDaysLeft, mismatch: mismatchOf(pledge.counties, pilots) }
}
export interface PledgeFilter {
  readonly state?: string | undefined
  readonly kind?: string | undefined
  readonly organisationId?: string | undefined
  readonly countyCode?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listPledges(tx: Tx, filter: PledgeFilter): Promise<StoredPledge[]> {
  let query = pledges(tx)
    .orderBy('pledge.id', 'desc')
    .limit(filter.limit + 1)
  if (filter.state !== undefined) query = query.where('pledge.state', '=', filter.state)
  if (filter.kind !== undefined) query = query.where('pledge.kind', '=', filter.kind)
  if (filter.organisationId !== undefined) query = query.where('pledge.organisation_id', '=', filter.organisationId)
  if (filter.countyCode !== undefined)
    query = query.where(sql<boolean>`(pledge.counties = '{}' or ${filter.countyCode} = any (pledge.counties))`)
  if (filter.after !== undefined) query = query.where('pledge.id', '<', filter.after)
  return (await query.execute()).map(pledgeOf)
}
export async function findPledge(tx: Tx, id: string): Promise<StoredPledge | undefined> {
  const row = await pledges(tx).where('pledge.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : pledgeOf(row)
}
export async function lockPledge(tx: Tx, id: string): Promise<StoredPledge | undefined> {
  const row = await pledges(tx).where('pledge.id', '=', id).forUpdate('pledge').executeTakeFirst()
  return row === undefined ? undefined : pledgeOf(row)
}
interface Parted {
  readonly dueOn: string
  readonly quantity: number
}
export async function listParts(tx: Tx, pledgeId: string) {
  const rows = await tx
    .selectFrom('partners.pledge_part')
    .select(['id', 'due_on', 'quantity'])
    .where('pledge_id', '=', pledgeId)
    .orderBy('due_on')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({ id: row.id, dueOn: row.due_on, quantity: row.quantity }))
}
export async function listMoves(tx: Tx, pledgeId: string) {
  const rows = await tx
    .selectFrom('partners.pledge_move')
    .select(['from_state', 'to_state', 'reason', 'moved_at'])
    .where('pledge_id', '=', pledgeId)
    .orderBy('moved_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    from: row.from_state === null ? null : PledgeState.parse(row.from_state),
    to: PledgeState.parse(row.to_state),
    reason: row.reason,
    at: row.moved_at.toISOString(),
  }))
}
interface Writing {
  readonly planId: string
  readonly accountId: string
  readonly at: Date
  readonly today: string
  readonly newId: () => string
}
type Announced = Pick<
  StoredPledge,
  | 'id'
  | 'organisationId'
  | 'promisedAs'
  | 'kind'
  | 'title'
  | 'fieldCode'
  | 'quantity'
  | 'unit'
  | 'valueRial'
  | 'counties'
  | 'groupNote'
  | 'startsOn'
  | 'dueOn'
> & { readonly parts: readonly Parted[] }
export async function insertPledge(
  tx: Tx,
  { planId, accountId, today, newId, at }: Writing,
  made: Announced,
  stepDueOn: string,
): Promise<void> {
  await tx
    .insertInto('partners.pledge')
    .values({
      plan_id: planId,
      id: made.id,
      organisation_id: made.organisationId,
      promised_as: made.promisedAs,
      kind: made.kind,
      title: made.title,
      field_code: made.fieldCode,
      quantity: made.quantity,
      unit: made.unit,
      value_rial: made.valueRial,
      counties: [...new Set(made.counties)].sort(),
      group_note: made.groupNote,
      starts_on: made.startsOn,
      due_on: made.dueOn,
      state_since: today,
      step_due_on: stepDueOn,
      announced_by: accountId,
    })
    .execute()
  const owned = { plan_id: planId, pledge_id: made.id, organisation_id: made.organisationId }
  if (made.parts.length > 0)
    await tx
      .insertInto('partners.pledge_part')
      .values(made.parts.map(({ dueOn, quantity }) => ({ ...owned, id: newId(), due_on: dueOn, quantity })))
      .execute()
  await tx
    .insertInto('partners.pledge_move')
    .values({ ...owned, id: newId(), to_state: 'announced', account_id: accountId, moved_at: at })
    .execute()
}
export interface PledgeMove {
  readonly to: PledgeState
  readonly stepDueOn: string | null
  readonly reason?: string
  readonly set?: {
    readonly document_number?: string
    readonly document_date?: string
    readonly letter_number?: string
    readonly letter_date?: string
  }
}
/** Writes one move on the version that was seen; undefined when it moved on meanwhile. */
export async function movePledge(
  tx: Tx,
  { planId, accountId, at, today, newId }: Writing,
  from: StoredPledge,
  { to, stepDueOn, reason, set }: PledgeMove,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partners.pledge')
    .set((column) => ({ ...set, state: to, state_since: today, step_due_on: stepDueOn, version: column('version', '+', 1) }))
    .where('id', '=', from.id)
    .where('version', '=', from.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx
    .insertInto('partners.pledge_move')
    .values({
      plan_id: planId,
      id: newId(),
      pledge_id: from.id,
      organisation_id: from.organisationId,
      from_state: from.state,
      to_state: to,
      reason: reason ?? null,
      account_id: accountId,
      moved_at: at,
    })
    .execute()
  return true
}
/** Calls on an open pledge; false when fewer are left. One conditional statement: of many at once exactly as many succeed as were promised. */
export async function moveCalled(
  tx: Tx,
  { planId, id, quantity }: { readonly planId: string; readonly id: string; readonly quantity: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partners.pledge')
    .set({ called: sql`called + ${quantity}` })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where(sql<boolean>`called + ${quantity} between 0 and quantity`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** Who announced a pledge: she does not vet it. */
export async function announcerOf(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.selectFrom('partners.pledge').select('announced_by').where('id', '=', id).executeTakeFirst())?.announced_by
}
