import type { Tx } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { type Joining, putBack, repoint } from '../../../platform/restamp.ts'
import * as store from '../store/linkage.ts'
import { carriersOf, restampBarred } from '../store/protection.ts'

export { listBarredFrom as barredFrom, listVerdicts as readVerdicts, type Pair, putVerdict } from '../store/linkage.ts'

/** Pairs of files under one national ID, compared beyond everyone's reach by the blind index alone, without those the officer is barred from. */
export async function comparePairs({ house, actor, tx }: Pick<Call<unknown>, 'house' | 'actor' | 'tx'>): Promise<readonly store.Pair[]> {
  const pairs = await house.door.asLinkage(actor.planId, (own) => store.comparePairs(own))
  const barred = await store.listBarredFrom(tx, actor)
  return pairs.filter(({ first, second }) => !barred.has(first) && !barred.has(second))
}
/**
 * Joins one woman's earlier file to the one that goes on (docs/decisions/0013): what follows her is re-pointed row by row, the rest stays sealed
 * where it is, whoever is barred from either is barred from both, and whoever carries the one carries the other.
 */
export async function joinPersons(tx: Tx, joining: Joining) {
  const { planId, from, into } = joining
  const keptAssigned = await carriersOf(tx, { planId, personId: into.personId })
  const told = await repoint(tx, joining)
  await store.setJoinedTo(tx, { planId, personId: from.personId, joinedTo: into.personId })
  await restampBarred(tx, { planId, personId: into.personId })
  return { ...told, keptAssigned }
}
/**
 * Parts them again: every row stands where it stood. Who carried the file that went on carries it again, unless it was given to somebody else in
 * the meantime.
 */
export async function partPersons(
  tx: Tx,
  parting: {
    readonly planId: string
    readonly actId: string
    readonly from: string
    readonly into: string
    readonly keptAssigned: readonly string[]
  },
): Promise<void> {
  const { planId, actId, from, into, keptAssigned } = parting
  const now = await carriersOf(tx, { planId, personId: into })
  await store.setJoinedTo(tx, { planId, personId: from, joinedTo: null })
  await putBack(tx, { planId, actId })
  const isUntouched = now.every((one) => keptAssigned.includes(one))
  await restampBarred(tx, { planId, personId: into }, isUntouched ? keptAssigned : now)
  await restampBarred(tx, { planId, personId: from })
}
