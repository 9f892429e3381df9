import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Door } from '../../platform/db.ts'
import { UUID } from '../../platform/ids.ts'
import { refuse } from '../../platform/refusal.ts'
import { type Clock, dayIn, TEHRAN } from '../../platform/time.ts'
import { type Actor, anonymous } from '../actor.ts'
import { type Duty, duties, needsSecondFactor, type Role, roles } from '../roles.ts'
import { actorOfHer, herTokenIn } from './hers/session.ts'

export const COOKIE = 'kariz.session_token'

/** The token of the session cookie, if its signature is ours; `__Secure-` stands before the name behind TLS. */
export function sessionTokenIn(cookieHeader: string | undefined, secret: string): string | undefined {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name = '', ...rest] = part.trim().split('=')
    if (name !== COOKIE && name !== `__Secure-${COOKIE}`) continue
    const value = decoded(rest.join('='))
    const dot = value.lastIndexOf('.')
    if (dot > 0 && isSigned(value.slice(0, dot), value.slice(dot + 1), secret)) return value.slice(0, dot)
  }
  return undefined
}
/** The cookie a session is carried in; the form is the sign-in library's. */
export function signedToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)
}
function isSigned(token: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

export interface Sessions {
  readonly door: Door
  readonly secret: string
  readonly clock: Clock
  /** The plan in which someone without an assignment reads what is open to all. */
  readonly openPlan: () => Promise<string | null>
}
/**
 * Who acts in this request: the account of the session in the one assignment named by the header `Kariz-Assignment`.
 * Refuses `access.assignment-ended` when that assignment is not (or no longer) in force, `access.second-factor-needed` when it opens files
 * and the account has no second factor. One query.
 */
export async function actorOf(request: FastifyRequest, { door, secret, clock, openPlan }: Sessions): Promise<Actor> {
  const { cookie } = request.headers
  const hers = herTokenIn(cookie)
  if (hers !== undefined) return (await actorOfHer(hers, request.url, { door, clock })) ?? anonymous(await openPlan())
  const token = sessionTokenIn(cookie, secret)
  if (token === undefined) return anonymous(await openPlan())
  const header = request.headers['kariz-assignment']
  const assignmentId = typeof header === 'string' && UUID.test(header) ? header : null
  const now = clock()
  const row = await door.asOwnerOnce((tx) =>
    tx
      .selectFrom('auth.session as session')
      .innerJoin('auth.user as account', 'account.id', 'session.userId')
      .leftJoin('access.assignment as assignment', (join) =>
        join.onRef('assignment.account_id', '=', 'session.userId').on('assignment.id', '=', assignmentId),
      )
      .where('session.token', '=', token)
      .where('session.expiresAt', '>', now)
      .select([
        'session.id as session_id',
        'account.id as account_id',
        'account.twoFactorEnabled as has_second_factor',
        'assignment.id as assignment_id',
      ])
      .select(['assignment.plan_id', 'assignment.role', 'assignment.duties', 'assignment.counties', 'assignment.organisation_id'])
      .select(['assignment.person_id', 'assignment.valid_from', 'assignment.valid_to', 'assignment.ended_at'])
      .select(['assignment.needs_approval', 'assignment.approved_at'])
      .executeTakeFirst(),
  )
  if (row === undefined) return anonymous(await openPlan())
  if (assignmentId === null) return { ...anonymous(await openPlan()), accountId: row.account_id, sessionId: row.session_id }
  const today = dayIn(TEHRAN, now)
  const isInForce =
    row.ended_at === null && row.valid_from !== null && row.valid_from <= today && (row.valid_to === null || row.valid_to >= today)
  const isApproved = row.needs_approval === false || row.approved_at !== null
  if (row.plan_id === null || !isInForce || !isApproved) refuse('access.assignment-ended')
  const actor: Actor = {
    planId: row.plan_id,
    accountId: row.account_id,
    assignmentId: row.assignment_id,
    role: roleOf(row.role),
    duties: (row.duties ?? []).filter(isDuty),
    counties: row.counties ?? [],
    organisationId: row.organisation_id,
    personId: row.person_id,
    sessionId: row.session_id,
  }
  if (needsSecondFactor(actor) && row.has_second_factor !== true) refuse('access.second-factor-needed')
  return actor
}
function roleOf(text: string | null): Role {
  const role = roles.find((one) => one === text)
  if (role === undefined) throw new Error('an assignment with an unknown role')
  return role
}
function isDuty(text: string): text is Duty {
  return duties.some((duty) => duty === text)
}
