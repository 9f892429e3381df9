import { createHash } from 'node:crypto'
import { appendHistory } from '../../../platform/history.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { comparePairs, joinPersons, type Pair, partPersons, putVerdict, readVerdicts } from '../../people/port.ts'
import * as contract from '../contract/joins.ts'
import { keptOf, reasonsNotToJoin, reasonsNotToPart } from '../rules/joins.ts'
import { type Case, lineOf } from '../store/cases.ts'
import { count } from '../store/counters.ts'
import * as store from '../store/joins.ts'

type Open = Awaited<ReturnType<typeof store.listOpenOn>>
type Files = readonly [first: Case, second: Case]
const isJoined = ([first, second]: Files): boolean => first.joinedTo === second.id || second.joinedTo === first.id
/** Which of the two goes on: once joined that is settled, whatever has become of it since. */
function sidesOf([first, second]: Files): { readonly kept: Case; readonly joined: Case } {
  if (first.joinedTo === second.id) return { kept: second, joined: first }
  if (second.joinedTo === first.id) return { kept: first, joined: second }
  return keptOf(first, second)
}
function pairOf(files: Files, verdict: contract.SamePair['verdict'], open: Open, now: Date): contract.SamePair {
  const [first, second] = files
  const { kept, joined } = sidesOf(files)
  const reasons = isJoined(files)
    ? reasonsNotToPart({ kept, joined })
    : reasonsNotToJoin({ kept, joined }, { hasAppeal: open.appeals.has(joined.id), hasProposal: open.proposals.has(joined.id) })
  return {
    first: { personId: first.personId, case: lineOf(first, now) },
    second: { personId: second.personId, case: lineOf(second, now) },
    verdict,
    keeps: kept === first ? 'first' : 'second',
    joinedAt: isJoined(files) ? (joined.joinedAt?.toISOString() ?? null) : null,
    reasonsAgainst: [...reasons],
  }
}
/** Pairs whose files still wait for a finding or are joined to each other; a file joined elsewhere is seen in that pair alone. */
async function filesOf(call: Call<unknown>): Promise<readonly (Pair & { readonly files: Files })[]> {
  const pairs = await comparePairs(call)
  const cases = await store.findCasesOf(call.tx, [...new Set(pairs.flatMap(({ first, second }) => [first, second]))])
  return pairs.flatMap((pair) => {
    const [first, second] = [cases.get(pair.first), cases.get(pair.second)]
    if (first === undefined || second === undefined) return []
    const files: Files = [first, second]
    return isJoined(files) || (first.joinedTo === null && second.joinedTo === null) ? [{ ...pair, files }] : []
  })
}
/** Joins the one file to the other: it leaves every line, number and hand, and its place falls free. */
async function join({ input: { id }, tx, actor, now, note }: Call<{ readonly id: string }>, files: Files): Promise<void> {
  const { planId, accountId } = actor
  const { kept, joined } = sidesOf(files)
  const taken = await store.takeFrom(tx, joined, now)
  await count(tx, planId, [{ countyCode: joined.countyCode, position: joined.position, by: -1 }])
  await store.setJoined(tx, joined, { to: kept.id, at: now })
  const { recorded, followed, keptAssigned } = await joinPersons(tx, {
    planId,
    actId: id,
    from: { personId: joined.personId, caseId: joined.id },
    into: { personId: kept.personId, caseId: kept.id, countyCode: kept.countyCode },
  })
  await store.insertJoinedFile(tx, { ...taken, planId, id, caseId: joined.id, keptCaseId: kept.id, keptAssigned, accountId, at: now })
  note({ recorded, followed })
}
/** Parts them again: everything the join took is given back, and every row stands where it stood. */
async function part({ tx, actor, now }: Call<unknown>, files: Files): Promise<void> {
  const { planId, accountId } = actor
  const { kept, joined } = sidesOf(files)
  const made = await store.endJoinedFile(tx, { caseId: joined.id, accountId, at: now })
  await store.setJoined(tx, joined, null)
  await partPersons(tx, {
    planId,
    actId: made.id,
    from: joined.personId,
    into: kept.personId,
    keptAssigned: made.kept_assigned,
  })
  await store.giveBack(tx, joined, { place: made.place, placeCounty: made.place_county, carried: made.carried })
  await count(tx, planId, [{ countyCode: joined.countyCode, position: joined.position, by: 1 }])
}
/** Either file tells in its own history what was found, and whether it goes on. */
async function tellBoth({ input, tx, house, actor, now, requestId }: Call<Settling>, files: Files): Promise<void> {
  const { kept } = sidesOf(files)
  const entries = files.map((one) => ({
    id: house.newId(),
    at: now,
    action: contract.settleSamePerson.action,
    subject: { type: 'case', id: one.id, personId: one.personId, caseId: one.id, countyCode: one.countyCode },
    facts: { verdict: input.verdict, reason: input.reason, goesOn: input.verdict === 'different' || one === kept },
    digest: createHash('sha256').update(`${input.id}/${one.id}/${input.verdict}`).digest(),
    requestId,
  }))
  await appendHistory(tx, actor, entries)
}
interface Settling {
  readonly id: string
  readonly firstPersonId: string
  readonly secondPersonId: string
  readonly verdict: 'same' | 'different'
  readonly reason: string
}
/** Both files of a pair the officer may compare, locked; «not found» otherwise. */
async function lockPair(call: Call<Settling>): Promise<Files> {
  const { input, tx } = call
  const pairs = await comparePairs(call)
  if (!pairs.some(({ first, second }) => first === input.firstPersonId && second === input.secondPersonId)) refuse('platform.not-found')
  const cases = await store.lockCasesOf(tx, [input.firstPersonId, input.secondPersonId])
  const fileOf = (personId: string): Case => cases.find((one) => one.personId === personId) ?? refuse('platform.not-found')
  return [fileOf(input.firstPersonId), fileOf(input.secondPersonId)]
}

export const joinsApi: readonly Handled[] = [
  handle(contract.listSamePairs, async (call) => {
    const { tx, now } = call
    const verdicts = await readVerdicts(tx)
    const pairs = await filesOf(call)
    const open = await store.listOpenOn(tx, [...new Set(pairs.flatMap(({ files }) => files.map(({ id }) => id)))])
    return { pairs: pairs.map(({ first, second, files }) => pairOf(files, verdicts.get(`${first} ${second}`) ?? null, open, now)) }
  }),
  handle(contract.settleSamePerson, async (call) => {
    const { input, tx, actor, now, note } = call
    const files = await lockPair(call)
    const verdict = (await readVerdicts(tx)).get(`${input.firstPersonId} ${input.secondPersonId}`)
    const open = await store.listOpenOn(
      tx,
      files.map(({ id }) => id),
    )
    const isSaid = input.verdict === 'same' ? isJoined(files) : !isJoined(files) && verdict === 'different'
    if (isSaid) refuse('people.already-settled')
    if (input.verdict === 'same' || isJoined(files)) refuseIf(pairOf(files, null, open, now).reasonsAgainst)
    await tellBoth(call, files)
    if (input.verdict === 'same') await join(call, files)
    else if (isJoined(files)) await part(call, files)
    const [first, second] = [input.firstPersonId, input.secondPersonId]
    await putVerdict(tx, { ...input, first, second, planId: actor.planId, accountId: actor.accountId, at: now })
    note({ verdict: input.verdict, reason: input.reason })
    const after = await store.findCasesOf(tx, [first, second])
    return pairOf([after.get(first) ?? files[0], after.get(second) ?? files[1]], input.verdict, open, now)
  }),
]
