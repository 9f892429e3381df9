import type { Tx } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { assignFile } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as store from '../store/carriers.ts'
import { type Case, insertCarried } from '../store/cases.ts'

export type { GuideThere, Realm } from '../store/carriers.ts'

type Asked = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
type Mover = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

/** Guides of a county today and how many files each carries that have not ended. */
export async function listGuidesThere({ tx, actor, today }: Asked, countyCode: string): Promise<readonly store.GuideThere[]> {
  return store.listGuidesThere(tx, { planId: actor.planId, countyCode, today })
}
/** Whether an account guides in a county today. */
export async function isGuideThere(call: Asked, { accountId, countyCode }: { readonly accountId: string; readonly countyCode: string }) {
  return (await listGuidesThere(call, countyCode)).some((one) => one.accountId === accountId)
}
/** Names of guides by account, whoever asks; who never guided is not in the map. */
export async function namesOfGuides(tx: Tx, planId: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return store.namesOfGuides(tx, planId, accountIds)
}
/** How many files one guide may carry in a county today, by letter. */
export async function mostCarried({ tx, today }: Pick<Asked, 'tx' | 'today'>, countyCode: string): Promise<number> {
  return (await parameterOn(tx, 'caseload', { day: today, countyCode })).value
}
/** Locked files of a realm, in the order of their ids; fewer than asked when some are not there. */
export async function lockFiles(tx: Tx, realm: store.Realm, ids: readonly string[]): Promise<readonly Case[]> {
  return store.lockCases(tx, realm, ids)
}
/** Whether an account guides in all their counties today and is barred from none of these files. */
export async function mayCarry({ tx, actor, today }: Asked, accountId: string, files: readonly Case[]): Promise<boolean> {
  return store.mayCarry(tx, { planId: actor.planId, accountId, today }, files)
}
/**
 * Refuses when these files would be more than a guide may carry: in every county of theirs, by the number in force there today. Locks her
 * assignment, so that of several who give her a file at once exactly as many succeed as she has room for. The files are locked before.
 */
export async function requireRoom(
  { tx, actor, today }: Asked,
  { accountId, files }: { readonly accountId: string; readonly files: readonly Case[] },
): Promise<void> {
  await store.lockCarrier(tx, { planId: actor.planId, accountId })
  const added = files.filter(({ assigned }) => !assigned.includes(accountId)).length
  const carried = await store.countCarriedBy(tx, { planId: actor.planId, accountId })
  for (const countyCode of new Set(files.map((one) => one.countyCode))) {
    const most = await mostCarried({ tx, today }, countyCode)
    if (carried + added > most) refuse(accountId === actor.accountId ? 'enrolment.too-many-carried' : 'enrolment.carrier-full', { most })
  }
}
/** Gives locked files to one guide, in every room at once; the woman is told of it when they came from another. */
export async function giveFiles({ tx, actor, now }: Mover, files: readonly Case[], to: string): Promise<void> {
  const { planId } = actor
  const another = files.filter(({ assigned }) => assigned.some((one) => one !== to))
  await store.endCarried(tx, { planId, caseIds: files.map(({ id }) => id), at: now })
  for (const { id, personId } of files) {
    await insertCarried(tx, { planId, accountId: to, caseId: id, at: now, isHandedOver: another.some((one) => one.id === id) })
    await assignFile(tx, planId, { personId, accountIds: [to] })
  }
}
