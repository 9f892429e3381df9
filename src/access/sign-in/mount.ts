import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../../platform/house.ts'
import { refuse } from '../../platform/refusal.ts'
import { isPlainPassword } from '../rules.ts'
import type { Auth } from './auth.ts'
import { signInAddresses } from './described.ts'
import { addressIndexOf, countFailure, forgetFailures, isLocked, takeCode } from './tries.ts'

const OPEN: ReadonlySet<string> = new Set(signInAddresses.map(({ path }) => path.slice('/api/auth'.length)))
/** Its refusals in our words; whatever else it says becomes one sentence that tells nothing about accounts. */
const SAID: Readonly<Record<string, string>> = {
  INVALID_CODE: 'access.code-wrong',
  INVALID_BACKUP_CODE: 'access.code-wrong',
  BACKUP_CODES_NOT_ENABLED: 'access.code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'access.sign-in-again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'access.too-many-tries',
  ACCOUNT_TEMPORARILY_LOCKED: 'access.locked',
  PASSWORD_TOO_SHORT: 'access.password-too-short',
  INVALID_PASSWORD: 'access.password-wrong',
  TOTP_ALREADY_ENABLED: 'access.second-factor-is-set',
  UNAUTHORIZED: 'access.signed-out',
}

export function mountSignIn(app: FastifyInstance, auth: Auth, house: House): void {
  app.post('/api/auth/*', async (request, reply) => {
    const path = (request.url.split('?')[0] ?? '').slice('/api/auth'.length)
    if (!OPEN.has(path)) return reply.callNotFound()
    const asked = asWebRequest(request)
    if (path === '/change-password' && isPlainPassword(read(request.body, 'newPassword'), '')) refuse('access.password-too-plain')
    if (path === '/sign-in/email') return answer(await counted(house, request.body, () => auth.handler(asked)), path, reply)
    const response = await auth.handler(asked)
    if (path === '/two-factor/verify-totp' && response.ok) await refuseUsedCode(house, request.body, response)
    return answer(response, path, reply)
  })
}
/** Password tries are counted by address; a closed address is answered before the password is looked at, whether it exists or not. */
async function counted(house: House, body: unknown, attempt: () => Promise<Response>): Promise<Response> {
  const index = addressIndexOf(house, read(body, 'email').slice(0, 300))
  const now = house.clock()
  if (await house.door.asOwnerOnce((tx) => isLocked(tx, index, now))) refuse('access.locked')
  const response = await attempt()
  if (response.ok) await house.door.asOwnerOnce((tx) => forgetFailures(tx, index))
  else if (response.status === 401) await house.door.asOwnerOnce((tx) => countFailure(tx, index, now))
  return response
}
/**
 * A code that was seen over a shoulder does not open a second session (RFC 6238 §5.2); the library lets it. The marked demonstration, where one
 * known code serves everybody, is left out.
 */
async function refuseUsedCode(house: House, body: unknown, response: Response): Promise<void> {
  if (house.mode === 'demo') return
  const answered: unknown = await response.clone().json()
  const user: unknown = typeof answered === 'object' && answered !== null ? Reflect.get(answered, 'user') : undefined
  const [accountId, token] = [read(user, 'id'), read(answered, 'token')]
  const isFresh = await house.door.asOwner(async (tx) => {
    const taken = await takeCode(tx, accountId, read(body, 'code'), house.clock())
    if (!taken) await tx.deleteFrom('auth.session').where('token', '=', token).execute()
    return taken
  })
  if (!isFresh) refuse('access.code-used')
}
function read(value: unknown, name: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'string' ? found : ''
}
const OWN = 'http://kariz.invalid'
function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers({ 'content-type': 'application/json', 'x-kariz-ip': request.ip })
  const origin = request.headers.origin
  // Browsers name the page a write comes from: only a page of this very host is trusted. Programs name none and are no one's page.
  if (origin !== undefined && originHost(origin) !== request.headers.host) refuse('access.foreign-page')
  headers.set('origin', origin ?? OWN)
  headers.set('x-kariz-origin', origin ?? OWN)
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  return new Request(`${OWN}${request.url}`, { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) })
}
function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
async function answer(response: Response, path: string, reply: FastifyReply): Promise<FastifyReply> {
  // The library answers its own defects; while the database is away they are ours to tell apart from a wrong password.
  if (response.status >= 500) refuse('platform.busy')
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  const text = await response.text()
  const body: unknown = text === '' ? {} : JSON.parse(text)
  if (response.ok) return reply.send(shown(body))
  const said = SAID[read(body, 'code')]
  if (said === undefined && response.status === 429) refuse('access.too-many-tries')
  refuse(said ?? (path.startsWith('/two-factor') ? 'access.code-wrong' : 'access.sign-in-refused'))
}
/** What the browser needs of the answer: whether a second step follows, and the secret and codes of a new second factor. Never a token. */
function shown(body: unknown): object {
  const part = (name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined)
  return {
    needsSecondFactor: part('twoFactorRedirect') === true,
    ...(part('totpURI') === undefined ? {} : { totpUri: part('totpURI') }),
    ...(part('backupCodes') === undefined ? {} : { recoveryCodes: part('backupCodes') }),
  }
}
