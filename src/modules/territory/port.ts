import type { Tx } from '../../platform/db.ts'
import type { Division } from './contract.ts'
import { listDivisions } from './store.ts'

/** The counties of the province, by code. */
export async function listCounties(tx: Tx): Promise<readonly Division[]> {
  return listDivisions(tx, { level: 'county' })
}
/** Names by which lists mean a county: its own first, then those of its cities that no other county has. */
export async function listCountyNames(tx: Tx): Promise<readonly { readonly code: string; readonly names: readonly string[] }[]> {
  const [counties, districts, cities] = [
    await listCounties(tx),
    await listDivisions(tx, { level: 'district' }),
    await listDivisions(tx, { level: 'city' }),
  ]
  const countyOf = new Map(districts.map(({ code, parentCode }) => [code, parentCode]))
  const named = cities.map(({ nameFa, parentCode }) => ({ name: nameFa, county: countyOf.get(parentCode ?? '') }))
  const isShared = (name: string, code: string): boolean =>
    named.some((city) => city.name === name && city.county !== code) || counties.some((one) => one.nameFa === name && one.code !== code)
  return counties.map(({ code, nameFa }) => {
    const own = named.filter((city) => city.county === code && !isShared(city.name, code)).map(({ name }) => name)
    return { code, names: [...new Set([nameFa, ...own])] }
  })
}
