import type { Tx } from '../../platform/db.ts'
import type { Division } from './contract.ts'
import { listDivisions } from './store.ts'

/** The counties of the province, by code. */
export async function listCounties(tx: Tx): Promise<readonly Division[]> {
  return listDivisions(tx, { level: 'county' })
}
/** Names by which lists mean a county: its own first, then those of the places within it that no other county has. */
export async function listCountyNames(tx: Tx): Promise<readonly { readonly code: string; readonly names: readonly string[] }[]> {
  const divisions = await listDivisions(tx, {})
  const byCode = new Map(divisions.map((one) => [one.code, one]))
  const countyOf = (one: Division | undefined): string | undefined =>
    one === undefined || one.level === 'county' ? one?.code : countyOf(byCode.get(one.parentCode ?? ''))
  const counties = new Map<string, Set<string | undefined>>()
  for (const one of divisions) counties.set(one.nameFa, (counties.get(one.nameFa) ?? new Set()).add(countyOf(one)))
  const isOnlyIn = (name: string): boolean => counties.get(name)?.size === 1
  return divisions
    .filter(({ level }) => level === 'county')
    .map(({ code, nameFa }) => {
      const within = divisions.filter((one) => countyOf(one) === code && isOnlyIn(one.nameFa)).map((one) => one.nameFa)
      return { code, names: [...new Set([nameFa, ...within])] }
    })
}
