import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { findFile, listRoads } from '../../enrolment/port.ts'
import * as contract from '../contract/outcomes.ts'
import { outcomeOf } from '../rules/snapshot.ts'
import { findBaseline } from '../store/baselines.ts'
import * as store from '../store/snapshots.ts'
import { factsOn } from './facts.ts'

type Shown = Omit<store.StoredSnapshot, 'caseId' | 'personId' | 'countyCode' | 'outcome' | 'fileNumber'>
const shown = ({ id, month, until, takenAt, hash, replaces, reason }: Shown) => ({
  id,
  month,
  until,
  takenAt: takenAt.toISOString(),
  hash: hash.toString('hex'),
  replaces,
  reason,
})

export const outcomeApi: readonly Handled[] = [
  handle(contract.readOutcome, async ({ input, tx, actor, today, about }) => {
    const file = (await findFile(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ personId: file.scope.person_id, countyCode: file.scope.county_code })
    const roads = await listRoads(tx, { planId: actor.planId, caseIds: [input.caseId], limit: 1 })
    const [facts = refuse('platform.not-found')] = await factsOn(tx, roads, { planId: actor.planId, until: today })
    const { months, isPrevented: _isPrevented, ...outcome } = outcomeOf(facts)
    const snapshots = await store.listSnapshots(tx, input.caseId)
    return {
      outcome: { ...outcome, months: months.map(({ month, netRial, realRial }) => ({ month, netRial, realRial })) },
      baseline: (await findBaseline(tx, input.caseId)) ?? null,
      snapshots: snapshots.map((one) => ({ ...shown(one), job: one.outcome.job, standing: one.outcome.standing })),
    }
  }),
  handle(contract.listSnapshots, async ({ input, tx, actor }) => {
    const found = await store.listRecent(tx, actor, input.limit)
    const corrected = new Set(found.flatMap(({ replaces }) => replaces ?? []))
    return { snapshots: found.map((one) => ({ ...shown(one), fileNumber: one.fileNumber, isCorrected: corrected.has(one.id) })) }
  }),
  handle(contract.correctSnapshot, async ({ input, tx, actor, now, about, note }) => {
    const { planId, accountId } = actor
    const old = (await store.findForCorrection(tx, actor, input.id)) ?? refuse('platform.not-found')
    about({ caseId: old.caseId, countyCode: old.countyCode, personId: old.personId })
    const roads = await listRoads(tx, { planId, caseIds: [old.caseId], limit: 1 })
    const [facts = refuse('platform.not-found')] = await factsOn(tx, roads, { planId, until: old.until })
    const content = { facts, outcome: outcomeOf(facts) }
    const hash = store.hashOf(content)
    await store.insertCorrection(tx, old, { planId, accountId, id: input.correctionId, content, at: now, reason: input.reason })
    note({ month: old.month })
    return { id: input.correctionId, hash: hash.toString('hex'), isChanged: !hash.equals(old.hash) }
  }),
]
