import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eightAnswers } from '../../../../test/follow-ups.ts'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, organisations, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'
import { unseal } from '../../../platform/vault.ts'
import { drawFor } from './calls.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const callers = ['interviewerOfBehzisti', 'interviewerOfLabour', 'interviewerOfHandicrafts'] as const
beforeAll(async () => {
  house = await openHouse({ at: '2026-08-23T06:00:00Z' })
  women = await registerWomen(house.house, 6)
  for (const woman of women) await standAt(house, woman, ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed'])
})
afterAll(() => house.stop())
const ownCalls = async (who: PersonaName) => (await house.ask(who, { url: '/outcomes/own-calls' })).body.calls
/** A call of any caller, the one who has it first. */
async function aCall(): Promise<{ who: PersonaName; id: string }> {
  for (const who of callers) {
    const [first] = await ownCalls(who)
    if (first !== undefined) return { who, id: first.id }
  }
  throw new Error('nobody has a call')
}
const act = (who: PersonaName, id: string, what: string, body: object) =>
  house.ask(who, { method: 'POST', url: `/outcomes/own-calls/${id}/${what}`, body })
const rowOf = (id: string) =>
  house.house.door.asOwner((tx) => tx.selectFrom('outcomes.follow_up').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

describe('a follow-up of month three', () => {
  test('nobody is called before her day; on it, the job gives her to somebody who is neither her guide nor of the executor', async () => {
    house.setTime('2026-11-21T06:00:00Z')
    await house.runJob('outcomes.follow-up')
    expect(await ownCalls('interviewerOfLabour')).toEqual([])
    house.setTime('2026-11-22T06:00:00Z')
    await house.runJob('outcomes.follow-up')
    await house.runJob('outcomes.follow-up')
    const counts = await Promise.all(callers.map(async (who) => (await ownCalls(who)).length))
    expect(counts).toEqual([2, 2, 2])
    // The executor's own interviewer has none, and nobody else may ask.
    expect(await ownCalls('interviewer')).toEqual([])
    for (const who of [guide, 'executor', 'office', 'behzistiOfDashtestan'] as const)
      expect((await house.ask(who, { url: '/outcomes/own-calls' })).reasons).toEqual(['access.not-your-part'])
    expect((await house.ask('interviewerOfLabour', { url: '/worklist' })).body.counts).toMatchObject([
      { kind: 'follow-up-to-call', count: 2 },
    ])
  })
  test('a caller sees a first name and days; before saying that she does not know her, nothing else; kin gives the call back', async () => {
    const { who, id } = await aCall()
    const [own] = await ownCalls(who)
    expect(Object.keys(own).toSorted()).toEqual(
      ['closesOn', 'givenName', 'id', 'isNoKin', 'lastTriedAt', 'month', 'opensOn', 'tries', 'version'].toSorted(),
    )
    expect((await house.ask(who, { url: `/outcomes/own-calls/${id}` })).reasons).toEqual(['outcomes.kinship-unsaid'])
    expect((await act(who, id, 'answers', { answers: eightAnswers() })).reasons).toEqual(['outcomes.kinship-unsaid'])
    const other = callers.find((one) => one !== who) ?? 'interviewerOfLabour'
    expect((await act(other, id, 'kinship', { isKin: false })).reasons).toEqual(['platform.not-found'])
    expect((await act(who, id, 'kinship', { isKin: true })).body).toMatchObject({ isGivenBack: true })
    expect((await act(who, id, 'kinship', { isKin: false })).reasons).toEqual(['platform.not-found'])
    await house.runJob('outcomes.follow-up')
    expect((await rowOf(id)).account_id).not.toBe(accountOf(who))
  })
  test('her number comes by her own rule, and the look is written down where she reads it', async () => {
    const { who, id } = await aCall()
    await act(who, id, 'kinship', { isKin: false })
    const told = await house.ask(who, { url: `/outcomes/own-calls/${id}/number` })
    expect(told.body.phone === null).toBe(told.body.reason !== null)
    const { case_id: caseId } = await rowOf(id)
    const seen = await house.house.door.asOwner((tx) =>
      tx
        .selectFrom('platform.history')
        .select(['action', 'account_id'])
        .where('case_id', '=', caseId)
        .where('action', '=', 'outcomes.call')
        .execute(),
    )
    expect(seen.map(({ account_id }) => account_id)).toContain(accountOf(who))
  })
  test('whoever comes to carry the file loses the call that moment, whatever she was given before', async () => {
    const { who, id } = await aCall()
    const { person_id: personId } = await rowOf(id)
    const assign = (accountIds: readonly string[]) =>
      house.house.door.asOwner((tx) =>
        tx
          .updateTable('outcomes.follow_up')
          .set({ assigned: [...accountIds] })
          .where('person_id', '=', personId)
          .execute(),
      )
    await assign([accountOf(who)])
    expect((await act(who, id, 'kinship', { isKin: false })).reasons).toEqual(['platform.not-found'])
    await assign([accountOf(guide)])
    expect((await act(who, id, 'kinship', { isKin: false })).status).toBe(200)
  })
  test('eight answers, each once: sealed under her key, arriving twice does the work once, and the caller reads them no more', async () => {
    const { who, id } = await aCall()
    await act(who, id, 'kinship', { isKin: false })
    const { questions } = (await house.ask(who, { url: `/outcomes/own-calls/${id}` })).body
    expect(questions).toHaveLength(8)
    expect((await act(who, id, 'answers', { answers: { load: 'fits' } })).reasons).toEqual(['outcomes.answers-not-whole'])
    const body = { answers: eightAnswers({ 'own-sales': 4_000_000 }) }
    const command = newId()
    const send = () => house.ask(who, { method: 'POST', url: `/outcomes/own-calls/${id}/answers`, body, command })
    expect([(await send()).status, (await send()).status]).toEqual([200, 200])
    expect((await house.ask(who, { url: `/outcomes/own-calls/${id}` })).reasons).toEqual(['platform.not-found'])
    const { state, draw, person_id: personId } = await rowOf(id)
    expect([state, draw]).toEqual(['answered', drawFor(house.house, id)])
    const kept = await house.house.door.asOwner(async (tx) => ({
      answer: await tx.selectFrom('outcomes.answer').selectAll().where('follow_up_id', '=', id).executeTakeFirstOrThrow(),
      sale: await tx.selectFrom('outcomes.own_sale').select(['month', 'net_rial']).where('follow_up_id', '=', id).executeTakeFirstOrThrow(),
      person: await tx.selectFrom('people.person').select('wrapped_key').where('id', '=', personId).executeTakeFirstOrThrow(),
    }))
    expect(kept.sale).toEqual({ month: '1405-08', net_rial: 4_000_000 })
    expect(kept.answer.sealed_answers.toString()).not.toContain('orders')
    const key = house.house.vault.unwrap(thePlan, personId, kept.person.wrapped_key ?? Buffer.alloc(0))
    const said = JSON.parse(unseal(key, `outcomes.answer/${thePlan}/${id}`, kept.answer.sealed_answers).toString())
    expect(said).toEqual(body.answers)
  })
  test('three tries in vain, or her no, are honest ends with their reason', async () => {
    const { who, id } = await aCall()
    await act(who, id, 'kinship', { isKin: false })
    for (const [n, state] of [
      [1, 'given'],
      [2, 'given'],
      [3, 'missing'],
    ] as const)
      expect((await act(who, id, 'tries', { tryId: newId(), result: n === 2 ? 'somebody-else' : 'no-answer' })).body).toMatchObject({
        state,
        tries: n,
      })
    expect((await act(who, id, 'tries', { tryId: newId(), result: 'no-answer' })).reasons).toEqual(['outcomes.call-over'])
    expect((await rowOf(id)).missing_reason).toBe('unreached')
    const next = await aCall()
    await act(next.who, next.id, 'kinship', { isKin: false })
    expect((await act(next.who, next.id, 'tries', { tryId: newId(), result: 'not-wished' })).body).toMatchObject({ state: 'missing' })
  })
  test('the office gives a call to whoever fits and to nobody else; the database holds it too', async () => {
    const { id } = await aCall()
    const { version } = await rowOf(id)
    const give = (accountId: string) =>
      house.ask('office', { method: 'POST', url: `/outcomes/follow-ups/${id}/caller`, body: { accountId, version } })
    expect((await house.ask('executor', { url: '/outcomes/follow-ups' })).reasons).toEqual(['access.not-your-part'])
    expect((await give(accountOf('interviewer'))).reasons).toEqual(['outcomes.caller-of-executor'])
    expect((await give(accountOf(guide))).reasons).toEqual(['outcomes.caller-not-fitting'])
    const { callers: fitting } = (await house.ask('office', { url: `/outcomes/follow-ups/${id}/callers` })).body
    expect(fitting.map(({ name }: { name: string }) => name)).not.toContain('interviewer')
    expect((await give(fitting.at(-1).accountId)).body).toMatchObject({ callerName: fitting.at(-1).name, state: 'given' })
    const toExecutor = house.house.door.asOwner((tx) =>
      tx.updateTable('outcomes.follow_up').set({ organisation_id: organisations.acecr }).where('id', '=', id).execute(),
    )
    await expect(toExecutor).rejects.toThrow('follow_up_not_of_executor')
  })
  test('drawn by a share of all, she is called once more from another county by another; both are compared and nobody is told which', async () => {
    await house.house.door.asOwner(async (tx) => {
      await tx
        .updateTable('plan.parameter')
        .set({ value: JSON.stringify(100) })
        .where('name', '=', 'call-back-share')
        .execute()
      await tx
        .updateTable('access.assignment')
        .set({ counties: ['1804'] })
        .where('account_id', '=', accountOf('interviewerOfHandicrafts'))
        .execute()
    })
    let { who, id } = await aCall()
    if (who === 'interviewerOfHandicrafts') {
      const { version } = await rowOf(id)
      const body = { accountId: accountOf('interviewerOfLabour'), version }
      await house.ask('office', { method: 'POST', url: `/outcomes/follow-ups/${id}/caller`, body })
      who = 'interviewerOfLabour'
    }
    await act(who, id, 'kinship', { isKin: false })
    expect((await act(who, id, 'answers', { answers: eightAnswers() })).status).toBe(200)
    house.setTime('2026-11-23T06:00:00Z')
    await house.runJob('outcomes.follow-up')
    const { case_id: caseId } = await rowOf(id)
    const again = await house.house.door.asOwner((tx) =>
      tx
        .selectFrom('outcomes.follow_up')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('kind', '=', 'call-back')
        .executeTakeFirstOrThrow(),
    )
    expect(again.account_id).toBe(accountOf('interviewerOfHandicrafts'))
    await act('interviewerOfHandicrafts', again.id, 'kinship', { isKin: false })
    await act('interviewerOfHandicrafts', again.id, 'answers', { answers: eightAnswers({ decides: 'together' }) })
    expect(await rowOf(again.id)).toMatchObject({ state: 'answered', compared: 8, agreeing: 7, draw: null })
    // One call-back would point at one woman: figures wait until there are ten.
    const [{ callBacks, agreeing, answered, due }] = (await house.ask('office', { url: '/outcomes/follow-up-figures' })).body.figures
    expect({ callBacks, agreeing, answered, due }).toEqual({ callBacks: null, agreeing: null, answered: 2, due: 6 })
  })
  test('after its days a call is found by nobody, and its reason is kept', async () => {
    house.setTime('2026-12-23T06:00:00Z')
    for (const who of callers) expect(await ownCalls(who)).toEqual([])
    await house.runJob('outcomes.follow-up')
    const [{ open, missing }] = (await house.ask('office', { url: '/outcomes/follow-up-figures' })).body.figures
    expect(open).toBe(0)
    expect(missing.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(4)
  })
})
