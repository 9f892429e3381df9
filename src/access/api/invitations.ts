import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { beyondReach, type Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { OUTBOX_JOB } from '../../platform/outbox.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { Given } from '../contract/accounts.ts'
import {
  acceptInvitation,
  invite,
  inviteAgain,
  listInvitations,
  lookAtInvitation,
  renewAccount,
  withdrawInvitation,
} from '../contract/invitations.ts'
import { isPlainPassword, reasonsNotToGive } from '../rules.ts'
import { insertAccount } from '../sign-in/accounts.ts'
import { hashOf, lastDayOf, newLink, sendLink } from '../sign-in/links.ts'
import { addressIndexOf, forgetFailures } from '../sign-in/tries.ts'
import { findAccountByEmail, findAccountOf, renewPassword } from '../store/accounts.ts'
import { insertAssignment } from '../store/assignments.ts'
import {
  insertInvitation,
  listInvitationsOf,
  lockInvitation,
  lockOpenByToken,
  type OpenInvitation,
  updateAccepted,
  updateLink,
  updateWithdrawn,
  withdrawOpen,
} from '../store/invitations.ts'
import { pageOf } from './accounts.ts'

export const invitationsApi: readonly Handled[] = [
  handle(listInvitations, async ({ input, tx, now }) => {
    const { page, next } = pageOf(await listInvitationsOf(tx, input, now), input.limit)
    return { invitations: page, next }
  }),
  handle(invite, async ({ input, tx, actor, house, now, note, afterCommit }) => {
    refuseIf(reasonsNotToGive(input))
    if ((await findAccountByEmail(tx, input.email)) !== undefined) refuse('access.address-known')
    const link = newLink(house, now)
    const made = { ...input, planId: actor.planId, kind: 'invite', given: input, invitedBy: actor.accountId, at: now } as const
    await insertInvitation(tx, { ...made, tokenHash: link.hash, expiresAt: link.expiresAt })
    note({ role: input.role })
    afterCommit(() => house.wake(OUTBOX_JOB))
    return { id: input.id, link: await sendLink(tx, house, { ...made, link }), expiresAt: link.expiresAt.toISOString() }
  }),
  handle(inviteAgain, async ({ input, tx, actor, house, now, afterCommit }) => {
    const { email, version } = await lockOpen(tx, input.id)
    const link = newLink(house, now)
    if (version !== input.version) refuse('platform.version-stale')
    await updateLink(tx, input.id, version, link.hash, link.expiresAt)
    afterCommit(() => house.wake(OUTBOX_JOB))
    const sent = await sendLink(tx, house, { planId: actor.planId, kind: 'invite', email, link })
    return { id: input.id, link: sent, expiresAt: link.expiresAt.toISOString() }
  }),
  handle(withdrawInvitation, async ({ input, tx, now }) => {
    await lockOpen(tx, input.id)
    if (!(await updateWithdrawn(tx, input.id, input.version, now))) refuse('platform.version-stale')
    return { id: input.id }
  }),
  handle(renewAccount, async ({ input, tx, actor, house, now, today, afterCommit }) => {
    if (input.accountId === actor.accountId) refuse('access.not-for-yourself')
    const asked = { planId: actor.planId, now, today, addressIndexOf: (email: string) => addressIndexOf(house, email) }
    const { email, name } = (await findAccountOf(tx, asked, input.accountId)) ?? refuse('platform.not-found')
    const link = newLink(house, now)
    await withdrawOpen(tx, { kind: 'renew', email, at: now })
    const made = { ...input, planId: actor.planId, kind: 'renew', email, name, invitedBy: actor.accountId, at: now } as const
    await insertInvitation(tx, { ...made, tokenHash: link.hash, expiresAt: link.expiresAt })
    afterCommit(() => house.wake(OUTBOX_JOB))
    return { id: input.id, link: await sendLink(tx, house, { ...made, link }), expiresAt: link.expiresAt.toISOString() }
  }),
  handle(lookAtInvitation, async ({ input, tx, now }) => {
    const found = await openBy(tx, input.token, now)
    const { kind, role } = Shown.parse(found)
    return { kind, email: found.email, name: found.display_name, role, until: lastDayOf(found.expires_at) }
  }),
  handle(acceptInvitation, async ({ input, tx, house, now, about }) => {
    const found = await openBy(tx, input.token, now)
    const email = found.email ?? input.email ?? refuse('access.address-needed')
    const name = found.display_name ?? input.name ?? refuse('access.address-needed')
    if (isPlainPassword(input.password, email)) refuse('access.password-too-plain')
    const accountId = found.account_id ?? house.newId()
    about({ type: 'invitation', id: found.id })
    await beyondReach(tx, () => settle(tx, house, found, { accountId, email, name, password: input.password, at: now }))
    return { email }
  }),
]
const Shown = z.object({ kind: z.enum(['invite', 'renew']), role: Given.shape.role.nullable() })

async function lockOpen(tx: Tx, id: string): Promise<{ readonly email: string; readonly version: number }> {
  const found = (await lockInvitation(tx, id)) ?? refuse('platform.not-found')
  if (found.accepted_at !== null || found.withdrawn_at !== null || found.email === null) refuse('access.invitation-closed')
  return { email: found.email, version: found.version }
}
async function openBy(tx: Tx, token: string, now: Date): Promise<OpenInvitation> {
  return (await beyondReach(tx, () => lockOpenByToken(tx, hashOf(token), now))) ?? refuse('access.invitation-not-valid')
}
interface Settling {
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly password: string
  readonly at: Date
}
async function settle(tx: Tx, house: House, found: OpenInvitation, { accountId, email, name, password, at }: Settling): Promise<void> {
  if (found.kind === 'renew') await renewPassword(tx, { accountId, hash: await hashPassword(password), at })
  else {
    // The address got an account meanwhile: the link is answered like any other that no longer opens.
    if (!(await insertAccount(tx, { id: accountId, email, name, passwordHash: await hashPassword(password), at })))
      refuse('access.invitation-not-valid')
    const given = Given.parse({
      role: found.role,
      duties: found.duties,
      counties: found.counties,
      organisationId: found.organisation_id,
      validFrom: found.valid_from,
      validTo: found.valid_to,
    })
    await insertAssignment(tx, { ...given, planId: found.plan_id, id: house.newId(), accountId, name, requestedBy: found.invited_by, at })
  }
  await forgetFailures(tx, addressIndexOf(house, email))
  await updateAccepted(tx, found, accountId, at)
}
