import { z } from 'zod'
import { Id } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { actions } from './actions.ts'
import { duties, roles } from './roles.ts'

export const Assignment = z.object({
  id: Id,
  planId: Id,
  displayName: z.string(),
  role: z.enum(roles),
  duties: z.array(z.enum(duties)),
  counties: z.array(z.string()),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
})
export type Assignment = z.infer<typeof Assignment>

/** Who is signed in, in which assignments she or he may act, and what the present one may do; also without one, and when nobody is signed in. */
export const readSelf = route({
  method: 'GET',
  path: '/access/self',
  action: 'access.read-self',
  input: z.object({}),
  output: z.object({
    isSignedIn: z.boolean(),
    isDemo: z.boolean(),
    hasSecondFactor: z.boolean(),
    /** One of the assignments forces a second factor that the account does not have yet. */
    mustSetSecondFactor: z.boolean(),
    name: z.string().nullable(),
    /** Assignments given but not yet approved. */
    waiting: z.number().int(),
    assignments: z.array(Assignment),
    current: Id.nullable(),
    actions: z.array(z.enum(actions)),
  }),
  refusals: [],
})
/** Accounts of the demonstration by role, to enter as any of them; refused outside the marked demo. */
export const listDemoAccounts = route({
  method: 'GET',
  path: '/access/demo-accounts',
  action: 'access.read-demo-accounts',
  input: z.object({}),
  output: z.object({
    accounts: z.array(
      z.object({ email: z.string(), name: z.string(), role: z.enum(roles), duties: z.array(z.enum(duties)), place: z.string() }),
    ),
    password: z.string(),
    code: z.string(),
  }),
  refusals: ['platform.not-found'],
})
