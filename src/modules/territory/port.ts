import type { Tx } from '../../platform/db.ts'
import type { Division } from './contract.ts'
import { listDivisions } from './store.ts'

/** The counties of the province, by code. */
export async function listCounties(tx: Tx): Promise<readonly Division[]> {
  return listDivisions(tx, { level: 'county' })
}
