import { createHash } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Duty, opensFiles, type Role } from '../src/access/roles.ts'
import { tokenHash } from '../src/access/sign-in/hers/entry.ts'
import { HER_COOKIE } from '../src/access/sign-in/hers/session.ts'
import { COOKIE, signedToken } from '../src/access/sign-in/session.ts'
import type { Door } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'

/** A person of the tests: an account with one assignment, always the same name and place in every test. */
export interface Persona {
  readonly name: string
  readonly role: Role
  readonly duties: readonly Duty[]
  readonly counties: readonly string[]
  readonly organisation: OrganisationName | null
}
export const counties = { bushehr: '1801', tangestan: '1802', dashtestan: '1803', dashti: '1804' } as const

/** Fixed ids of the organisations the personas stand for; tests that need the rows insert them under these ids. */
export const organisations = {
  office: uuidOf('organisation/office'),
  dashtestanGovernorate: uuidOf('organisation/dashtestan-governorate'),
  dashtiGovernorate: uuidOf('organisation/dashti-governorate'),
  acecr: uuidOf('organisation/acecr'),
  behzisti: uuidOf('organisation/behzisti'),
  reliefCommittee: uuidOf('organisation/relief-committee'),
  labour: uuidOf('organisation/labour'),
  holding: uuidOf('organisation/holding'),
  buyer: uuidOf('organisation/buyer'),
  handicrafts: uuidOf('organisation/handicrafts'),
} as const
export type OrganisationName = keyof typeof organisations

function persona(
  role: Role,
  organisation: OrganisationName | null,
  where: readonly (keyof typeof counties)[],
  held: readonly Duty[] = [],
): Omit<Persona, 'name'> {
  return { role, organisation, counties: where.map((name) => counties[name]), duties: held }
}
const everywhere = ['bushehr', 'tangestan', 'dashtestan', 'dashti'] as const

const cast = {
  office: persona('PO', 'office', everywhere),
  decider: persona('PO', 'office', everywhere, ['decider']),
  appealReader: persona('AG', 'labour', everywhere, ['appeal-reader']),
  linkageUnit: persona('PO', 'office', everywhere, ['linkage-unit']),
  secondApprover: persona('PO', 'office', everywhere, ['second-approver']),
  safetyOfficer: persona('PO', 'office', everywhere, ['safety-officer']),
  governorOfDashtestan: persona('CA', 'dashtestanGovernorate', ['dashtestan']),
  governorOfDashti: persona('CA', 'dashtiGovernorate', ['dashti']),
  executor: persona('EX', 'acecr', everywhere),
  behzistiOfDashtestan: persona('AG', 'behzisti', ['dashtestan']),
  behzistiOfDashti: persona('AG', 'behzisti', ['dashti']),
  reliefOfDashtestan: persona('AG', 'reliefCommittee', ['dashtestan']),
  reliefOfDashti: persona('AG', 'reliefCommittee', ['dashti']),
  interviewer: persona('IN', 'acecr', ['dashtestan']),
  interviewerOfBehzisti: persona('IN', 'behzisti', ['dashtestan']),
  interviewerOfLabour: persona('IN', 'labour', ['dashtestan']),
  interviewerOfHandicrafts: persona('IN', 'handicrafts', ['dashtestan']),
  facilitatorOfDashtestan: persona('GD', 'acecr', ['dashtestan'], ['registrar']),
  otherFacilitatorOfDashtestan: persona('GD', 'acecr', ['dashtestan'], ['registrar']),
  facilitatorOfDashti: persona('GD', 'acecr', ['dashti'], ['registrar']),
  marketOperator: persona('MO', 'acecr', ['dashtestan']),
  holding: persona('OR', 'holding', []),
  buyer: persona('OR', 'buyer', []),
  auditor: persona('AU', null, everywhere),
  administrator: persona('AD', null, everywhere),
  /** A woman with a session of her own pages; whose they are, a test says with `settleHerself`. */
  herself: persona('W', null, ['dashtestan']),
} as const
export type PersonaName = keyof typeof cast
export const personaNames: readonly PersonaName[] = [
  'office',
  'decider',
  'appealReader',
  'linkageUnit',
  'secondApprover',
  'safetyOfficer',
  'governorOfDashtestan',
  'governorOfDashti',
  'executor',
  'behzistiOfDashtestan',
  'behzistiOfDashti',
  'reliefOfDashtestan',
  'reliefOfDashti',
  'interviewer',
  'interviewerOfBehzisti',
  'interviewerOfLabour',
  'interviewerOfHandicrafts',
  'facilitatorOfDashtestan',
  'otherFacilitatorOfDashtestan',
  'facilitatorOfDashti',
  'marketOperator',
  'holding',
  'buyer',
  'auditor',
  'administrator',
  'herself',
]
/** Those with an account and an assignment: everybody but she herself. */
export const staffNames = personaNames.filter((name) => name !== 'herself')
export function personaOf(name: PersonaName): Persona {
  return { name, ...cast[name] }
}
export const thePlan = uuidOf('plan/bushehr')
export const accountOf = (name: PersonaName): string => uuidOf(`account/${name}`)
export const assignmentOf = (name: PersonaName): string => uuidOf(`assignment/${name}`)

/** Puts all personas into a database: accounts with a second factor, open sessions, approved assignments. */
export async function settlePersonas(door: Door, secret: string, planId: string = thePlan): Promise<Cookies> {
  const at = new Date('2026-01-01T00:00:00Z')
  await door.asOwner(async (tx) => {
    for (const name of staffNames) {
      const { role, duties, counties: where, organisation } = personaOf(name)
      const accountId = accountOf(name)
      const user = {
        id: accountId,
        name,
        email: `${name.toLowerCase()}@example.org`,
        emailVerified: true,
        twoFactorEnabled: true,
        createdAt: at,
        updatedAt: at,
      }
      await tx
        .insertInto('auth.user')
        .values(user)
        .onConflict((clash) => clash.column('id').doNothing())
        .execute()
      const expiresAt = new Date('2099-01-01T00:00:00Z')
      const session = { id: newId(), token: `token-${name}`, userId: accountId, expiresAt, updatedAt: at }
      await tx
        .insertInto('auth.session')
        .values(session)
        .onConflict((clash) => clash.column('token').doNothing())
        .execute()
      await tx
        .insertInto('access.assignment')
        .values({
          plan_id: planId,
          id: assignmentOf(name),
          account_id: accountId,
          display_name: name,
          role,
          duties: [...duties],
          counties: [...where],
          organisation_id: organisation === null ? null : organisations[organisation],
          valid_from: '2026-01-01',
          requested_by: accountOf('administrator'),
          requested_at: at,
          needs_approval: opensFiles({ role, duties }),
          approved_by: name === 'office' ? accountOf('secondApprover') : accountOf(name === 'administrator' ? 'office' : 'office'),
          approved_at: at,
        })
        .execute()
    }
  })
  return (name) => (name === 'herself' ? `${HER_COOKIE}=${HER_TOKEN}` : `${COOKIE}=${signedToken(`token-${name}`, secret)}`)
}
type Cookies = (name: PersonaName) => string
const HER_TOKEN = 'herself'.padEnd(43, '0')
/** Opens her pages to `herself`: this woman's from now on, with a number nobody types. */
export async function settleHerself(door: Door, { personId }: { readonly personId: string }, planId: string = thePlan): Promise<void> {
  const [county, at] = [counties.dashtestan, new Date('2026-01-01T00:00:00Z')]
  const never = new Date('2099-01-01T00:00:00Z')
  const assigned = [accountOf('facilitatorOfDashtestan')]
  await door.asOwner(async (tx) => {
    await tx
      .insertInto('access.pin')
      .values({
        plan_id: planId,
        person_id: personId,
        county_code: county,
        assigned,
        pin_hash: Buffer.alloc(32),
        set_at: at,
        set_with: newId(),
      })
      .onConflict((clash) => clash.doNothing())
      .execute()
    const session = { token_hash: tokenHash(HER_TOKEN), id: newId(), plan_id: planId, person_id: personId }
    await tx
      .insertInto('auth.her_session')
      .values({ ...session, began_at: never, seen_at: never })
      .execute()
  })
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly body?: unknown
  /** Bytes of an upload with their media type. */
  readonly upload?: { readonly bytes: Buffer; readonly mediaType: string }
  readonly command?: string
  readonly language?: 'fa' | 'en'
}
export interface Told {
  readonly status: number
  /** Parsed JSON of any shape; undefined for other answers. */
  readonly body: ReturnType<typeof JSON.parse>
  readonly text: string
  /** The answer as it came, for downloads. */
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, unknown>>
  /** Codes of a refusal, in order; empty when it succeeded. */
  readonly reasons: readonly string[]
}
/** Asks as a persona (or as anyone, when null), through HTTP. Writes get a fresh command id unless one is given. */
export function asking(app: FastifyInstance, cookies: Cookies) {
  return async (name: PersonaName | null, { method = 'GET', url, body, upload, command, language = 'fa' }: Ask): Promise<Told> => {
    const options: InjectOptions = {
      method,
      url: `/api${url}`,
      headers: {
        'accept-language': language,
        ...(name === null ? {} : { cookie: cookies(name), 'kariz-assignment': assignmentOf(name) }),
        ...(method === 'GET' ? {} : { 'idempotency-key': command ?? newId() }),
        ...(upload === undefined
          ? body === undefined
            ? {}
            : { 'content-type': 'application/json' }
          : { 'content-type': upload.mediaType }),
      },
      ...(upload === undefined ? (body === undefined ? {} : { payload: JSON.stringify(body) }) : { payload: upload.bytes }),
    }
    const answer = await app.inject(options)
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    const parsed = isJson ? JSON.parse(answer.payload) : undefined
    const reasons: readonly { readonly code: string }[] = parsed?.reasons ?? []
    return {
      status: answer.statusCode,
      body: parsed,
      text: answer.payload,
      bytes: answer.rawPayload,
      headers: answer.headers,
      reasons: answer.statusCode >= 400 ? reasons.map(({ code }) => code) : [],
    }
  }
}
/** A stable UUID (version 7 in form) from a name, so that tests can speak of things before they exist. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `01900000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}
