import type { Tx } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { findField } from '../../occupations/port.ts'
import { listPilots, parameterOn } from '../../plan/port.ts'
import { listCounties } from '../../territory/port.ts'
import * as contract from '../contract/pledges.ts'
import { reasonsNotToMovePledge, reasonsNotToPromise, verdictOf, waitsForStep } from '../rules/pledges.ts'
import * as organisations from '../store/organisations.ts'
import * as store from '../store/pledges.ts'
import { insertOpinion, listOpinions } from '../store/vetting.ts'

const writingOf = ({ actor, now, today, house }: Call<unknown>) => ({
  planId: actor.planId,
  accountId: actor.accountId,
  at: now,
  today,
  newId: house.newId,
})
async function shown(call: Call<unknown>, id: string) {
  const pledge = (await store.findPledge(call.tx, id)) ?? refuse('platform.not-found')
  return store.shownPledge(pledge, { pilots: await listPilots(call.tx, call.today), today: call.today })
}
/** Until when the next step is owed: the clock begins anew with every step, and stops once it is open or ended. */
async function nextStepDue({ tx, today }: Call<unknown>, to: contract.PledgeState): Promise<string | null> {
  return waitsForStep(to) ? addDays(today, (await parameterOn(tx, 'pledge-step', { day: today })).value) : null
}
/** A pledge of the reader's own organisation, or anybody's for the office, locked and on the version that was seen. */
async function locked(call: Call<{ readonly id: string; readonly version: number }>) {
  const { input, tx, actor } = call
  const pledge = (await store.lockPledge(tx, input.id)) ?? refuse('platform.not-found')
  if (actor.role === 'OR' && actor.organisationId !== pledge.organisationId) refuse('platform.not-found')
  if (pledge.version !== input.version) refuse('platform.version-stale')
  return pledge
}
async function move(
  call: Call<{ readonly id: string; readonly version: number }>,
  to: contract.PledgeState,
  more: Pick<store.PledgeMove, 'reason' | 'set'> = {},
) {
  const pledge = await locked(call)
  refuseIf(reasonsNotToMovePledge(pledge.state, to))
  if (!(await store.movePledge(call.tx, writingOf(call), pledge, { to, stepDueOn: await nextStepDue(call, to), ...more })))
    refuse('platform.version-stale')
  call.note({ state: to })
  return shown(call, pledge.id)
}
async function countiesKnown(tx: Tx, codes: readonly string[]): Promise<void> {
  const known = new Set((await listCounties(tx)).map(({ code }) => code))
  if (!codes.every((code) => known.has(code))) refuse('partners.unknown-county')
}

export const pledgesApi: readonly Handled[] = [
  handle(contract.listPledges, async ({ input, tx, today }) => {
    const [rows, pilots] = [await store.listPledges(tx, input), await listPilots(tx, today)]
    const pledges = rows.slice(0, input.limit).map((pledge) => store.shownPledge(pledge, { pilots, today }))
    return { pledges, next: rows.length > input.limit ? (pledges.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readPledge, async (call) => {
    const { input, tx, actor } = call
    const opinions = await listOpinions(tx, input.id)
    return {
      pledge: await shown(call, input.id),
      parts: await store.listParts(tx, input.id),
      moves: await store.listMoves(tx, input.id),
      opinions: opinions.map(({ accountId, at, isFit, reasons }) => ({
        isFit,
        reasons,
        at: at.toISOString(),
        isOwn: accountId === actor.accountId,
      })),
    }
  }),
  handle(contract.announcePledge, async (call) => {
    const { input, tx, actor, today } = call
    if (actor.role !== 'PO' && actor.organisationId !== input.organisationId) refuse('partners.not-own-organisation')
    if ((await organisations.findOrganisation(tx, input.organisationId)) === undefined) refuse('platform.not-found')
    refuseIf(reasonsNotToPromise(input))
    if (!(await organisations.isMember(tx, { organisationId: input.organisationId, kind: input.promisedAs, day: today })))
      refuse('partners.not-such-a-member')
    await countiesKnown(tx, input.counties)
    if (input.fieldCode !== null && (await findField(tx, input.fieldCode, today)) === undefined) refuse('partners.unknown-field')
    const stepDueOn = (await nextStepDue(call, 'announced')) ?? today
    await store.insertPledge(tx, writingOf(call), input, stepDueOn)
    return shown(call, input.id)
  }),
  handle(contract.writePledge, (call) =>
    move(call, 'in-writing', { set: { document_number: call.input.documentNumber, document_date: call.input.documentDate } }),
  ),
  handle(contract.vetPledge, async (call) => {
    const { input, tx, actor, now, note } = call
    const pledge = await locked(call)
    refuseIf(reasonsNotToMovePledge(pledge.state, 'vetted'))
    if ((await store.announcerOf(tx, pledge.id)) === actor.accountId) refuse('partners.own-announcement')
    const subject = { kind: 'pledge', id: pledge.id } as const
    await insertOpinion(tx, { ...input, id: input.opinionId, planId: actor.planId, subject, accountId: actor.accountId, at: now })
    note({ fit: input.isFit })
    const verdict = verdictOf(await listOpinions(tx, pledge.id))
    if (verdict === 'fit') return move(call, 'vetted')
    return verdict === 'unfit' ? move(call, 'lapsed', { reason: input.reasons }) : shown(call, pledge.id)
  }),
  handle(contract.signPledge, (call) =>
    move(call, 'signed', { set: { letter_number: call.input.letterNumber, letter_date: call.input.letterDate } }),
  ),
  handle(contract.openPledge, (call) => move(call, 'open')),
  handle(contract.endPledge, (call) => move(call, call.input.to, { reason: call.input.reason })),
  handle(contract.withdrawPledge, (call) => move(call, 'withdrawn', { reason: call.input.reason })),
]
