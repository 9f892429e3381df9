import type { Tx } from '../../platform/db.ts'
import { type Division, DivisionLevel } from './contract.ts'

const MOST = 1000

export async function listDivisions(
  tx: Tx,
  { level, parentCode }: { readonly level?: DivisionLevel | undefined; readonly parentCode?: string | undefined },
): Promise<Division[]> {
  let query = tx.selectFrom('territory.division').selectAll().where('valid_to', 'is', null).orderBy('code').limit(MOST)
  if (level !== undefined) query = query.where('level', '=', level)
  if (parentCode !== undefined) query = query.where('parent_code', '=', parentCode)
  const rows = await query.execute()
  return rows.map((row) => ({
    code: row.code,
    level: DivisionLevel.parse(row.level),
    parentCode: row.parent_code,
    nameFa: row.name_fa,
    nameEn: row.name_en,
  }))
}
export async function listBoundaries(tx: Tx) {
  return tx.selectFrom('territory.boundary').select(['code', 'geometry', 'source']).orderBy('code').limit(MOST).execute()
}
/** Puts new boundaries in the place of all old ones, in one transaction. */
export async function replaceBoundaries(
  tx: Tx,
  boundaries: readonly { readonly code: string; readonly geometry: unknown }[],
  { source, at }: { readonly source: string; readonly at: Date },
): Promise<void> {
  await tx.deleteFrom('territory.boundary').execute()
  await tx
    .insertInto('territory.boundary')
    .values(boundaries.map(({ code, geometry }) => ({ code, geometry: JSON.stringify(geometry), source, loaded_at: at })))
    .execute()
}
