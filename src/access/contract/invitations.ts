import { z } from 'zod'
import { Day, Id, Page, Version } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'
import { Given, givenRefusals, PersonName, staffRoles } from './accounts.ts'

/** How long a link lives. */
export const INVITATION_DAYS = 3
export const InvitationState = z.enum(['open', 'expired', 'accepted', 'withdrawn'])
export const Invitation = z.object({
  id: Id,
  kind: z.enum(['invite', 'renew']),
  email: z.string(),
  name: z.string(),
  role: z.enum(staffRoles).nullable(),
  state: InvitationState,
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  version: z.number().int(),
})
export type Invitation = z.infer<typeof Invitation>
const Email = z
  .string()
  .max(254)
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.email())
/** Where no mail goes out, the link is given once to whoever invited, to be handed over in person; otherwise it travels by mail alone. */
const Sent = z.object({ id: Id, link: z.string().nullable(), expiresAt: z.iso.datetime() })

export const listInvitations = route({
  method: 'GET',
  path: '/access/invitations',
  action: 'access.invite',
  input: Page,
  output: z.object({ invitations: z.array(Invitation), next: Id.nullable() }),
  refusals: [],
})
export const invite = route({
  method: 'POST',
  path: '/access/invitations',
  action: 'access.invite',
  input: Given.extend({ id: Id, email: Email, name: PersonName }),
  output: Sent,
  refusals: [...givenRefusals, 'access.address-known', 'access.already-invited'],
  subject: ({ id }) => ({ type: 'invitation', id }),
})
/** A fresh link for the same invitation; the old one no longer opens. */
export const inviteAgain = route({
  method: 'POST',
  path: '/access/invitations/:id/again',
  action: 'access.invite',
  input: z.object({ id: Id, version: Version }),
  output: Sent,
  refusals: ['access.invitation-closed', 'platform.not-found', 'platform.version-stale'],
  subject: ({ id }) => ({ type: 'invitation', id }),
})
export const withdrawInvitation = route({
  method: 'POST',
  path: '/access/invitations/:id/withdraw',
  action: 'access.invite',
  input: z.object({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: ['access.invitation-closed', 'platform.not-found', 'platform.version-stale'],
  subject: ({ id }) => ({ type: 'invitation', id }),
})
/** A link for a new password and a new second factor. After it every assignment that opens files waits for approval again. */
export const renewAccount = route({
  method: 'POST',
  path: '/access/accounts/:accountId/renew',
  action: 'access.settle-account',
  input: z.object({ accountId: Id, id: Id }),
  output: Sent,
  refusals: ['access.not-for-yourself', 'platform.not-found'],
  subject: ({ accountId }) => ({ type: 'account', id: accountId }),
})

const Token = z.string().max(100)
/** What a link is for. Unknown, used, withdrawn and expired links are answered alike. */
export const lookAtInvitation = route({
  method: 'POST',
  path: '/access/invitation',
  action: 'access.accept-invitation',
  input: z.object({ token: Token }),
  output: z.object({
    kind: z.enum(['invite', 'renew']),
    email: z.string().nullable(),
    name: z.string().nullable(),
    role: z.enum(staffRoles).nullable(),
    until: Day,
  }),
  refusals: ['access.invitation-not-valid'],
})
/** Opens the account, or gives it its new password. The second factor follows at the first sign-in. */
export const acceptInvitation = route({
  method: 'POST',
  path: '/access/invitation/accept',
  action: 'access.accept-invitation',
  input: z.object({ token: Token, password: z.string().min(10).max(200), email: Email.optional(), name: PersonName.optional() }),
  output: z.object({ email: z.string() }),
  refusals: ['access.invitation-not-valid', 'access.password-too-plain', 'access.address-needed'],
})
