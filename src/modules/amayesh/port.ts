import type { Tx } from '../../platform/db.ts'
import * as store from './store/studies.ts'

/** Studies of a county that were concluded by a day, as far as the reader sees them: what proves that occupations were looked at before women were registered. */
export const countConcluded: (tx: Tx, of: { readonly countyCode: string; readonly until: string }) => Promise<number> = store.countConcluded
