import type { House } from '../../platform/house.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { NOBODY } from '../actor.ts'
import {
  approveAssignment,
  endAssignment,
  endOwnSession,
  endSessions,
  getAccount,
  giveAssignment,
  listAccounts,
  listAssignments,
  listChoices,
  readAccount,
  unlockAccount,
} from '../contract/accounts.ts'
import { reasonsNotToApprove, reasonsNotToGive } from '../rules.ts'
import { addressIndexOf } from '../sign-in/tries.ts'
import { endSessionsOf, findAccountOf, listAccountsOf, listSessions, unlockSignIn } from '../store/accounts.ts'
import {
  countOthersInForce,
  hasSecondApprover,
  insertAssignment,
  listAssignmentsByState,
  listAssignmentsOf,
  listChoicesOf,
  lockAssignment,
  updateApproved,
  updateEnded,
} from '../store/assignments.ts'
import { findAccount } from '../store.ts'

const asked = (house: House, planId: string, now: Date, today: string) => ({
  planId,
  now,
  today,
  addressIndexOf: (email: string) => addressIndexOf(house, email),
})
export function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit)
  return { page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

export const accountsApi: readonly Handled[] = [
  handle(readAccount, async ({ tx, actor, now, today }) => {
    if (actor.accountId === NOBODY) refuse('access.signed-out')
    const account = (await findAccount(tx, actor.accountId)) ?? refuse('access.signed-out')
    return {
      name: account.name,
      email: account.email,
      hasSecondFactor: account.twoFactorEnabled === true,
      assignments: await listAssignmentsOf(tx, actor.accountId, { accountId: actor.accountId, today }),
      sessions: await listSessions(tx, actor.accountId, actor.sessionId, now),
    }
  }),
  handle(endOwnSession, async ({ input, tx, actor }) => {
    if (actor.accountId === NOBODY) refuse('access.signed-out')
    if ((await endSessionsOf(tx, actor.accountId, input.id)) === 0) refuse('platform.not-found')
    return { id: input.id }
  }),
  handle(listAccounts, async ({ input, tx, actor, house, now, today }) => {
    const { page, next } = pageOf(await listAccountsOf(tx, asked(house, actor.planId, now, today), input), input.limit)
    return { accounts: page, next }
  }),
  handle(getAccount, async ({ input, tx, actor, house, now, today }) => {
    const account = (await findAccountOf(tx, asked(house, actor.planId, now, today), input.id)) ?? refuse('platform.not-found')
    const rows = await listAssignmentsOf(tx, input.id, { accountId: actor.accountId, today })
    return { ...account, rows, open: await listSessions(tx, input.id, actor.sessionId, now) }
  }),
  handle(unlockAccount, async ({ input, tx, actor, house, now, today }) => {
    const account = (await findAccountOf(tx, asked(house, actor.planId, now, today), input.id)) ?? refuse('platform.not-found')
    await unlockSignIn(tx, account.id, addressIndexOf(house, account.email))
    return { id: account.id }
  }),
  handle(endSessions, async ({ input, tx, actor, house, now, today, note }) => {
    const account = (await findAccountOf(tx, asked(house, actor.planId, now, today), input.id)) ?? refuse('platform.not-found')
    const ended = await endSessionsOf(tx, account.id)
    note({ ended })
    return { ended }
  }),
  handle(listChoices, ({ tx }) => listChoicesOf(tx)),
  handle(listAssignments, async ({ input, tx, actor, today }) => {
    const { page, next } = pageOf(await listAssignmentsByState(tx, input, { accountId: actor.accountId, today }), input.limit)
    return { assignments: page, next }
  }),
  handle(giveAssignment, async ({ input, tx, actor, house, now, today, note }) => {
    refuseIf([...(input.accountId === actor.accountId ? ['access.not-for-yourself'] : []), ...reasonsNotToGive(input)])
    const account = (await findAccountOf(tx, asked(house, actor.planId, now, today), input.accountId)) ?? refuse('platform.not-found')
    const made = { ...input, planId: actor.planId, name: account.name, requestedBy: actor.accountId, at: now }
    const { needsApproval } = await insertAssignment(tx, made)
    note({ account: account.id, role: input.role, needsApproval })
    return { id: input.id, needsApproval }
  }),
  handle(approveAssignment, async ({ input, tx, actor, now, today }) => {
    const waiting = (await lockAssignment(tx, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToApprove(waiting, actor, await hasSecondApprover(tx, waiting.accountId, today)))
    if (!(await updateApproved(tx, { ...input, by: actor.accountId, at: now }))) refuse('platform.version-stale')
    return { id: input.id }
  }),
  handle(endAssignment, async ({ input, tx, actor, now, today }) => {
    const one = (await lockAssignment(tx, input.id)) ?? refuse('platform.not-found')
    if (one.isEnded) refuse('access.already-ended')
    if (one.role === 'AD' && (await countOthersInForce(tx, 'AD', input.id, today)) === 0) refuse('access.last-administrator')
    if (!(await updateEnded(tx, { ...input, by: actor.accountId, at: now }))) refuse('platform.version-stale')
    return { id: input.id }
  }),
]
