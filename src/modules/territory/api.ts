import { type Handled, handle } from '../../platform/http.ts'
import { listDivisions, readBoundaries } from './contract.ts'
import * as store from './store.ts'

export const territoryApi: readonly Handled[] = [
  handle(listDivisions, async ({ input, tx }) => ({ divisions: await store.listDivisions(tx, input) })),
  handle(readBoundaries, async ({ tx }) => {
    const rows = await store.listBoundaries(tx)
    return { source: rows[0]?.source ?? null, boundaries: rows.map(({ code, geometry }) => ({ code, geometry })) }
  }),
]
