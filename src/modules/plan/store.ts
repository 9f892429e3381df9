import type { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import {
  modelPhases,
  type NewPhase,
  type Parameter,
  ParameterName,
  PilotCounty,
  parameterUnits,
  type publishEdition,
  type Quota,
} from './contract.ts'

interface DatedInput {
  readonly id: string
  readonly validFrom: string
  readonly letterNumber: string
  readonly letterDate: string
}
export async function findPlan(tx: Tx, planId: string) {
  return tx.selectFrom('plan.plan').selectAll().where('plan_id', '=', planId).executeTakeFirst()
}
export async function listGoals(tx: Tx, edition: number): Promise<readonly string[]> {
  const rows = await tx.selectFrom('plan.goal').select('sentence').where('edition', '=', edition).orderBy('place').limit(50).execute()
  return rows.map(({ sentence }) => sentence)
}
export async function listPhases(tx: Tx, edition: number) {
  const rows = await tx.selectFrom('plan.phase').selectAll().where('edition', '=', edition).orderBy('place').limit(50).execute()
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    modelCode: modelPhases.find((code) => code === row.model_code) ?? null,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reason: row.reason,
  }))
}
export async function listEditions(tx: Tx) {
  const rows = await tx.selectFrom('plan.edition').selectAll().orderBy('number', 'desc').limit(100).execute()
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    inForceFrom: row.in_force_from,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    whatChanged: row.what_changed,
  }))
}
/** The plan row, locked: of two editions published at once one waits for the other and finds it there. */
export async function lockPlan(tx: Tx, planId: string) {
  return tx.selectFrom('plan.plan').select('id').where('plan_id', '=', planId).forUpdate().executeTakeFirst()
}
interface NewEdition extends Omit<z.input<typeof publishEdition.input>, 'phases'> {
  readonly number: number
  readonly phases: readonly NewPhase[]
}
export async function insertEdition(
  tx: Tx,
  { planId, newId }: { readonly planId: string; readonly newId: () => string },
  made: NewEdition,
): Promise<void> {
  await tx
    .insertInto('plan.edition')
    .values({
      plan_id: planId,
      id: made.id,
      number: made.number,
      title: made.title,
      in_force_from: made.inForceFrom,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      what_changed: made.whatChanged,
    })
    .execute()
  await tx
    .insertInto('plan.goal')
    .values(made.goals.map((sentence, index) => ({ plan_id: planId, id: newId(), edition: made.number, place: index + 1, sentence })))
    .execute()
  await tx
    .insertInto('plan.phase')
    .values(
      made.phases.map((phase, index) => ({
        plan_id: planId,
        id: phase.id,
        edition: made.number,
        place: index + 1,
        model_code: phase.modelCode,
        title: phase.title,
        starts_on: phase.startsOn,
        ends_on: phase.endsOn,
        reason: phase.reason,
      })),
    )
    .execute()
}
export async function listPilotCounties(tx: Tx) {
  const rows = await tx.selectFrom('plan.pilot_county').selectAll().orderBy('county_code').limit(200).execute()
  return rows.map(pilotCountyOf)
}
function pilotCountyOf(row: {
  county_code: string
  since: string
  until: string | null
  document_title: string
  document_number: string
  document_date: string
  act: string
}) {
  return PilotCounty.parse({
    countyCode: row.county_code,
    since: row.since,
    until: row.until,
    documentTitle: row.document_title,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    act: row.act,
  })
}
export async function insertPilotCounty(tx: Tx, planId: string, input: PilotCountyRow) {
  const row = await tx
    .insertInto('plan.pilot_county')
    .values({
      plan_id: planId,
      county_code: input.countyCode,
      since: input.since,
      document_title: input.documentTitle,
      document_number: input.documentNumber,
      document_date: input.documentDate,
      act: input.act,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return pilotCountyOf(row)
}
type PilotCountyRow = {
  readonly countyCode: string
  readonly since: string
  readonly documentTitle: string
  readonly documentNumber: string
  readonly documentDate: string
  readonly act: string
}

export async function listParameterRows(tx: Tx, name?: ParameterName): Promise<readonly Parameter[]> {
  let query = tx.selectFrom('plan.parameter').selectAll().orderBy('name').orderBy('valid_from', 'desc').orderBy('id').limit(2000)
  if (name !== undefined) query = query.where('name', '=', name)
  return (await query.execute()).map(parameterOf)
}
/** Rows of one name are locked while a successor is written, so that two successors cannot both follow the same value. */
export async function lockParameterRows(tx: Tx, name: ParameterName, countyCode: string | null): Promise<readonly Parameter[]> {
  const query = tx.selectFrom('plan.parameter').selectAll().where('name', '=', name).forUpdate()
  const rows = await (countyCode === null ? query.where('county_code', 'is', null) : query.where('county_code', '=', countyCode)).execute()
  return rows.map(parameterOf)
}
export async function insertParameter(
  tx: Tx,
  planId: string,
  input: DatedInput & { readonly name: ParameterName; readonly countyCode: string | null; readonly value: unknown },
) {
  const row = await tx
    .insertInto('plan.parameter')
    .values({
      plan_id: planId,
      id: input.id,
      name: input.name,
      county_code: input.countyCode,
      value: JSON.stringify(input.value),
      unit: parameterUnits[input.name],
      valid_from: input.validFrom,
      letter_number: input.letterNumber,
      letter_date: input.letterDate,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return parameterOf(row)
}
export async function endParameter(tx: Tx, { id, validTo }: { readonly id: string; readonly validTo: string }): Promise<void> {
  await tx
    .updateTable('plan.parameter')
    .set((set) => ({ valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
function parameterOf(row: {
  id: string
  name: string
  county_code: string | null
  value: unknown
  unit: string
  valid_from: string
  valid_to: string | null
  letter_number: string
  letter_date: string
  is_default: boolean
  version: number
}): Parameter {
  return {
    id: row.id,
    name: ParameterName.parse(row.name),
    countyCode: row.county_code,
    value: row.value,
    unit: row.unit,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    isDefault: row.is_default,
    version: row.version,
  }
}
export async function listQuotaRows(tx: Tx, countyCode?: string): Promise<readonly Quota[]> {
  let query = tx.selectFrom('plan.quota').selectAll().orderBy('county_code').orderBy('valid_from', 'desc').limit(2000)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  return (await query.execute()).map(quotaOf)
}
export async function insertQuota(
  tx: Tx,
  planId: string,
  input: DatedInput & { readonly countyCode: string; readonly places: number },
): Promise<Quota> {
  const row = await tx
    .insertInto('plan.quota')
    .values({
      plan_id: planId,
      id: input.id,
      county_code: input.countyCode,
      places: input.places,
      valid_from: input.validFrom,
      letter_number: input.letterNumber,
      letter_date: input.letterDate,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return quotaOf(row)
}
export async function endQuota(tx: Tx, { id, validTo }: { readonly id: string; readonly validTo: string }): Promise<void> {
  await tx
    .updateTable('plan.quota')
    .set((set) => ({ valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
function quotaOf(row: {
  id: string
  county_code: string
  places: number
  valid_from: string
  valid_to: string | null
  letter_number: string
  letter_date: string
  version: number
}): Quota {
  return {
    id: row.id,
    countyCode: row.county_code,
    places: row.places,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }
}
