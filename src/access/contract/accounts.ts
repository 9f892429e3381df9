import { z } from 'zod'
import { Day, Id, Page, text, Version } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'
import { duties, roles } from '../roles.ts'

/** Roles an office may hold; women enter by code and PIN, citizens not at all. */
export const staffRoles = ['PO', 'CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR', 'AU', 'AD'] as const
export type StaffRole = (typeof staffRoles)[number]
const CountyCode = z.string().regex(/^\d{4}$/)
/** What an assignment consists of, before anyone approves it. */
export const Given = z.object({
  role: z.enum(staffRoles),
  duties: z.array(z.enum(duties)).max(duties.length),
  counties: z.array(CountyCode).max(60),
  organisationId: Id.nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
})
export type Given = z.infer<typeof Given>
export const givenRefusals = [
  'access.organisation-needed',
  'access.county-needed',
  'access.dates-wrong',
  'access.duty-of-another-role',
] as const

export const AssignmentState = z.enum(['waiting', 'in-force', 'ahead', 'ended'])
export type AssignmentState = z.infer<typeof AssignmentState>
export const AssignmentRow = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  role: z.enum(roles),
  duties: z.array(z.enum(duties)),
  /** Names of its counties. */
  counties: z.array(z.string()),
  organisationName: z.string().nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
  state: AssignmentState,
  requestedAt: z.iso.datetime(),
  /** Requested by the reader, or for the reader: another person must approve. */
  isOwn: z.boolean(),
  version: z.number().int(),
})
export type AssignmentRow = z.infer<typeof AssignmentRow>
export const SessionRow = z.object({
  id: Id,
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  device: z.string().nullable(),
  isThis: z.boolean(),
})
export type SessionRow = z.infer<typeof SessionRow>
export const AccountRow = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  hasSecondFactor: z.boolean(),
  isLocked: z.boolean(),
  sessions: z.number().int(),
  assignmentsInForce: z.number().int(),
})
export type AccountRow = z.infer<typeof AccountRow>

/** «My account»: whoever is signed in sees herself, her assignments in every state and where she is signed in. */
export const readAccount = route({
  method: 'GET',
  path: '/access/account',
  action: 'access.read-account',
  input: z.object({}),
  output: z.object({
    name: z.string(),
    email: z.string(),
    hasSecondFactor: z.boolean(),
    assignments: z.array(AssignmentRow),
    sessions: z.array(SessionRow),
  }),
  refusals: ['access.signed-out'],
})
export const endOwnSession = route({
  method: 'POST',
  path: '/access/account/sessions/:id/end',
  action: 'access.end-own-session',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  refusals: ['access.signed-out', 'platform.not-found'],
  subject: ({ id }) => ({ type: 'session', id }),
})
/** Accounts that hold or held an assignment of the plan, by their address. Offices and people of offices, never a woman. */
export const listAccounts = route({
  method: 'GET',
  path: '/access/accounts',
  action: 'access.read-accounts',
  input: Page,
  output: z.object({ accounts: z.array(AccountRow), next: Id.nullable() }),
  refusals: [],
})
export const getAccount = route({
  method: 'GET',
  path: '/access/accounts/:id',
  action: 'access.read-accounts',
  input: z.object({ id: Id }),
  output: AccountRow.extend({ rows: z.array(AssignmentRow), open: z.array(SessionRow) }),
  refusals: ['platform.not-found'],
})
/** Opens an account that too many wrong passwords or codes had closed. */
export const unlockAccount = route({
  method: 'POST',
  path: '/access/accounts/:id/unlock',
  action: 'access.settle-account',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found'],
  subject: ({ id }) => ({ type: 'account', id }),
})
/** Ends every session of an account at once. */
export const endSessions = route({
  method: 'POST',
  path: '/access/accounts/:id/end-sessions',
  action: 'access.settle-account',
  input: z.object({ id: Id }),
  output: z.object({ ended: z.number().int() }),
  refusals: ['platform.not-found'],
  subject: ({ id }) => ({ type: 'account', id }),
})
/** Counties and organisations an assignment may name. */
export const listChoices = route({
  method: 'GET',
  path: '/access/choices',
  action: 'access.give-assignment',
  input: z.object({}),
  output: z.object({
    counties: z.array(z.object({ code: z.string(), name: z.string() })),
    organisations: z.array(z.object({ id: Id, name: z.string() })),
  }),
  refusals: [],
})
export const listAssignments = route({
  method: 'GET',
  path: '/access/assignments',
  action: 'access.read-assignments',
  input: Page.extend({ state: AssignmentState.default('in-force') }),
  output: z.object({ assignments: z.array(AssignmentRow), next: Id.nullable() }),
  refusals: [],
})
/** Asks for an assignment for an account. One that opens files works only after a second person of the programme office approved it (roles.md §1). */
export const giveAssignment = route({
  method: 'POST',
  path: '/access/accounts/:accountId/assignments',
  action: 'access.give-assignment',
  input: Given.extend({ accountId: Id, id: Id }),
  output: z.object({ id: Id, needsApproval: z.boolean() }),
  refusals: [...givenRefusals, 'access.not-for-yourself', 'platform.not-found'],
  subject: ({ id }) => ({ type: 'assignment', id }),
})
export const approveAssignment = route({
  method: 'POST',
  path: '/access/assignments/:id/approve',
  action: 'access.approve-assignment',
  input: z.object({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: [
    'access.nobody-approves-herself',
    'access.second-approver-needed',
    'access.not-waiting',
    'platform.not-found',
    'platform.version-stale',
  ],
  subject: ({ id }) => ({ type: 'assignment', id }),
})
/** Ends an assignment now, or declines one that waits for approval. What was done in it stays in history. */
export const endAssignment = route({
  method: 'POST',
  path: '/access/assignments/:id/end',
  action: 'access.end-assignment',
  input: z.object({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: ['access.last-administrator', 'access.already-ended', 'platform.not-found', 'platform.version-stale'],
  subject: ({ id }) => ({ type: 'assignment', id }),
})
export const PersonName = text({ min: 3, max: 80 })
