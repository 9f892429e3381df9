import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../platform/refusal.ts'
import type { Auth } from './auth.ts'

/** The few addresses of the sign-in library that are open; everything else of it does not exist. */
const OPEN: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/sign-out',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
])
/** Its refusals in our words; whatever else it says becomes one sentence that tells nothing about accounts. */
const SAID: Readonly<Record<string, string>> = {
  INVALID_CODE: 'access.code-wrong',
  INVALID_BACKUP_CODE: 'access.code-wrong',
  BACKUP_CODES_NOT_ENABLED: 'access.code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'access.sign-in-again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'access.too-many-tries',
  ACCOUNT_TEMPORARILY_LOCKED: 'access.too-many-tries',
  PASSWORD_TOO_SHORT: 'access.password-too-short',
  INVALID_PASSWORD: 'access.password-wrong',
}

export function mountSignIn(app: FastifyInstance, auth: Auth): void {
  app.post('/api/auth/*', async (request, reply) => {
    const path = (request.url.split('?')[0] ?? '').slice('/api/auth'.length)
    if (!OPEN.has(path)) return reply.callNotFound()
    return answer(await auth.handler(asWebRequest(request)), path, reply)
  })
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
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  const text = await response.text()
  const body: unknown = text === '' ? {} : JSON.parse(text)
  if (response.ok) return reply.send(shown(body))
  if (response.status === 429) refuse('access.too-many-tries')
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  refuse(SAID[code] ?? (path.startsWith('/two-factor') ? 'access.code-wrong' : 'access.sign-in-refused'))
}
/** What the browser needs of the answer: whether a second step follows, and the secret and codes of a new second factor. Never a token. */
function shown(body: unknown): object {
  const read = (name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined)
  return {
    needsSecondFactor: read('twoFactorRedirect') === true,
    ...(read('totpURI') === undefined ? {} : { totpUri: read('totpURI') }),
    ...(read('backupCodes') === undefined ? {} : { recoveryCodes: read('backupCodes') }),
  }
}
