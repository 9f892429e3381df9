import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { SignInPool } from '../../platform/db.ts'

export interface AuthParts {
  /** A pool of its own whose search path is the schema `auth`. */
  readonly pool: SignInPool
  readonly secret: string
  readonly isSecure: boolean
}
/**
 * The sign-in library: password, then TOTP or a recovery code; nobody signs up by herself. Its tables are frozen in our migrations. Wrong codes
 * lock the second factor for a while (its own columns), wrong passwords are slowed by address and counted by account.
 */
export function makeAuth({ pool, secret, isSecure }: AuthParts) {
  return betterAuth({
    appName: 'Kariz',
    database: pool,
    secret,
    baseURL: 'http://kariz.invalid',
    basePath: '/api/auth',
    trustedOrigins: (request) => {
      const origin = request?.headers.get('x-kariz-origin')
      return origin == null || origin === '' ? [] : [origin]
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 12 * 60 * 60, updateAge: 30 * 60 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/two-factor/verify-totp': { window: 60, max: 30 },
        '/two-factor/verify-backup-code': { window: 60, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: 'kariz',
      useSecureCookies: isSecure,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-kariz-ip'] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
    },
    plugins: [twoFactor({ issuer: 'Kariz' })],
  })
}
export type Auth = ReturnType<typeof makeAuth>
