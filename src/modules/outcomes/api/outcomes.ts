import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { findFile, listRoads } from '../../enrolment/port.ts'
import { findKeyOf, hasConsent } from '../../people/port.ts'
import * as contract from '../contract/outcomes.ts'
import { needsOf } from '../rules/needs.ts'
import { outcomeOf } from '../rules/snapshot.ts'
import { openBands } from '../store/bands.ts'
import { findBaseline } from '../store/baselines.ts'
import { findLastAnswers } from '../store/calls.ts'
import * as store from '../store/snapshots.ts'
import { factsOn } from './facts.ts'

type Shown = Pick<store.StoredSnapshot, 'id' | 'month' | 'until' | 'takenAt' | 'hash' | 'replaces' | 'reason'>
const shown = ({ id, month, until, takenAt, hash, replaces, reason }: Shown) => ({
  id,
  month,
  until,
  takenAt: takenAt.toISOString(),
  hash: hash.toString('hex'),
  replaces,
  reason,
})

type Reading = Pick<Call<{ readonly caseId: string }>, 'tx' | 'house' | 'actor' | 'today'>
/** Her household's income in bands, for her guide while her consent to keep a file holds (roles.md §2, «1rw C»); never an amount. */
async function bandsOf({ tx, house, actor: { planId }, today }: Reading, personId: string, snapshots: readonly store.StoredSnapshot[]) {
  const key = await findKeyOf(tx, { house, planId, personId })
  if (key === undefined || !(await hasConsent(tx, { personId, purpose: 'keep-file', today }))) return null
  const opened = snapshots
    .filter(({ replaces }) => replaces === null)
    .flatMap(({ month, followUpId, sealedBands }) =>
      sealedBands === null ? [] : [{ month, ...openBands({ key, planId, followUpId }, sealedBands) }],
    )
  return { before: opened[0]?.before ?? null, later: opened.flatMap(({ month, now }) => (now === null ? [] : [{ month, band: now }])) }
}
export const outcomeApi: readonly Handled[] = [
  handle(contract.readOutcome, async (call) => {
    const { input, tx, actor, today, about } = call
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
      bands: await bandsOf(call, file.scope.person_id, snapshots),
    }
  }),
  handle(contract.readNeeds, async ({ input, tx, house, actor: { planId } }) => {
    const { scope } = (await findFile(tx, input.caseId)) ?? refuse('platform.not-found')
    const key = (await findKeyOf(tx, { house, planId, personId: scope.person_id })) ?? refuse('platform.not-found')
    const said = await findLastAnswers(tx, scope, key)
    return { last: said === undefined ? null : { saidOn: said.answeredOn, needs: [...needsOf(said.answers)] } }
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
    const content = { facts, outcome: outcomeOf(facts), ...(old.bands === undefined ? {} : { bands: old.bands }) }
    const hash = store.hashOf(content)
    await store.insertCorrection(tx, old, { planId, accountId, id: input.correctionId, content, at: now, reason: input.reason })
    note({ month: old.month })
    return { id: input.correctionId, hash: hash.toString('hex'), isChanged: !hash.equals(old.hash) }
  }),
]
