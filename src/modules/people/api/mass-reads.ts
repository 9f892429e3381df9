import { type Handled, handle } from '../../../platform/http.ts'
import { parameterOn } from '../../plan/port.ts'
import { listMassReads } from '../contract/mass-reads.ts'
import * as store from '../store/mass-reads.ts'

const DAYS = 30
const DAY = 86_400_000
export const massReadsApi: readonly Handled[] = [
  handle(listMassReads, async ({ tx, actor, now, today }) => {
    const { value: above } = await parameterOn(tx, 'mass-read', { day: today })
    const since = new Date(now.getTime() - DAYS * DAY)
    return { above, reads: await store.listMassReads(tx, { planId: actor.planId, since, above }) }
  }),
]
