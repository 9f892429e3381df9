import { sql } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import type { Actor } from '../../actor.ts'
import { tokenHash } from './entry.ts'
import { isOpenFile } from './files.ts'
import { IDLE_MINUTES, LONGEST_MINUTES } from './rules.ts'

/** Her cookie; it is sent to her pages and to nothing else of the house. */
export const HER_COOKIE = 'kariz.mine'
export const HER_PATH = '/mine'

/** The token in her cookie; `__Secure-` stands before the name behind TLS. */
export function herTokenIn(cookieHeader: string | undefined): string | undefined {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name = '', value = ''] = part.trim().split('=')
    if ((name === HER_COOKIE || name === `__Secure-${HER_COOKIE}`) && /^[\w-]{43}$/.test(value)) return value
  }
  return undefined
}
/** What a browser is told to keep, until it is closed: out of reach of scripts, and never sent from another site. */
export const herCookie = (token: string, isSecure: boolean): string =>
  `${isSecure ? '__Secure-' : ''}${HER_COOKIE}=${token}; Path=${HER_PATH}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}${token === '' ? '; Max-Age=0' : ''}`

/**
 * She herself, while her pages are open: not too long idle, not too long in all, her file still one that may be entered. Every look keeps them open;
 * whatever is not about money shuts the money. One statement; undefined when they are shut.
 */
export async function actorOfHer(token: string, url: string, { door, clock }: Pick<House, 'door' | 'clock'>): Promise<Actor | undefined> {
  const now = clock()
  const before = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const isAboutMoney = /^\/api\/mine\/(money|payments)(\/|$|\?)/.test(url)
  const row = await door.asOwnerOnce(async (tx) => {
    const { rows } = await sql<{ id: string; planId: string; personId: string; county: string }>`
      update auth.her_session open set seen_at = ${now}, money_until = case when ${isAboutMoney}::boolean then open.money_until end
      from access.pin pin join people.person person on person.plan_id = pin.plan_id and person.id = pin.person_id
      where open.token_hash = ${tokenHash(token)} and open.seen_at > ${before(IDLE_MINUTES)} and open.began_at > ${before(LONGEST_MINUTES)}
        and pin.plan_id = open.plan_id and pin.person_id = open.person_id and ${isOpenFile}
      returning open.id, open.plan_id as "planId", open.person_id as "personId", person.county_code as county`.execute(tx)
    return rows[0]
  })
  if (row === undefined) return undefined
  const { id: sessionId, planId, personId, county } = row
  const none = { assignmentId: null, duties: [], organisationId: null } as const
  return { ...none, planId, accountId: personId, role: 'W', counties: [county], personId, sessionId }
}
