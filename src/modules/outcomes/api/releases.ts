import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { listOpenPledges } from '../../partners/port.ts'
import * as contract from '../contract/releases.ts'
import { figuresToRelease, reasonsNotToSettle, SMALLEST_OUTSIDE } from '../rules/release.ts'
import * as store from '../store/releases.ts'
import { pledgeLines, readFacts } from './board.ts'

const shown = ({ proposedBy: _by, isSettled: _settled, ...release }: store.StoredRelease): contract.Release => release
/** What is told of promises: of the women behind them nothing where they are fewer than ten. */
async function pledgesToRelease(
  call: Call<unknown>,
  sums: Awaited<ReturnType<typeof readFacts>>['sums'],
): Promise<contract.ReleasedPledge[]> {
  const women = await store.countWomenOfPledges(call.tx, call.actor.planId)
  const pledges = await listOpenPledges(call.tx, { limit: 200 })
  const lines = await pledgeLines(call, sums)
  return pledges.flatMap((pledge) => {
    const line = lines.find(({ key }) => key === pledge.id)
    if (line === undefined) return []
    const of = (name: string): number => line.parts.find((one) => one.name === name)?.n ?? 0
    const isTold = (women.get(pledge.id) ?? 0) >= SMALLEST_OUTSIDE
    const { title, unit, quantity: promised, called } = pledge
    const came = isTold ? { accepted: of('accepted'), paidRial: line.rial } : { accepted: null, paidRial: null }
    return [{ organisation: line.organisation, title, unit, promised, called, ...came, daysLate: of('days-late') }]
  })
}

export const releasesApi: readonly Handled[] = [
  handle(contract.listReleases, async ({ tx, actor }) => ({ releases: (await store.listPublished(tx, actor.planId)).map(shown) })),
  handle(contract.readProposedRelease, async ({ tx, actor }) => {
    const one = await store.findProposed(tx, actor.planId)
    return { proposed: one === undefined ? null : { ...shown(one), isMine: one.proposedBy === actor.accountId } }
  }),
  handle(contract.proposeRelease, async (call) => {
    const { input, tx, actor, today, now } = call
    const { planId, accountId } = actor
    if ((input.corrects === null) !== (input.correction === null)) refuse('outcomes.correction-incomplete')
    if ((await store.findProposed(tx, planId)) !== undefined) refuse('outcomes.release-open')
    const published = await store.listPublished(tx, planId)
    if (input.corrects !== null && !published.some(({ number }) => number === input.corrects)) refuse('outcomes.no-such-release')
    const facts = await readFacts(call, null)
    const figures = figuresToRelease(
      facts,
      published.map((one) => one.figures),
    )
    const pledges = await pledgesToRelease(call, facts.sums)
    if (figures.length === 0 && pledges.length === 0) refuse('outcomes.nothing-to-release')
    await store.insertRelease(tx, { ...input, planId, accountId, at: now, asOf: today, figures, pledges })
    return shown((await store.lockRelease(tx, input.id)) ?? refuse('platform.not-found'))
  }),
  handle(contract.settleRelease, async ({ input, tx, actor, now, note }) => {
    const one = (await store.lockRelease(tx, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToSettle(one, { accountId: actor.accountId, isPublished: input.isPublished }))
    const by = { planId: actor.planId, id: input.id, accountId: actor.accountId, at: now }
    await (input.isPublished ? store.publish(tx, by) : store.drop(tx, by))
    note({ isPublished: input.isPublished })
    return shown((await store.lockRelease(tx, input.id)) ?? refuse('platform.not-found'))
  }),
]
