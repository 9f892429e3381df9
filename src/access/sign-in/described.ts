import { z } from 'zod'
import type { Beside } from '../../platform/openapi.ts'

/** What the browser needs of an answer: whether a second step follows, and the secret and codes of a new second factor. Never a token. */
const Answered = z.object({
  needsSecondFactor: z.boolean(),
  totpUri: z.string().optional(),
  recoveryCodes: z.array(z.string()).optional(),
})
const Password = z.object({ password: z.string() })
const Code = z.object({ code: z.string() })
function beside(path: string, summary: string, input: z.ZodType, refusals: readonly string[]): Beside {
  return {
    path: `/api/auth${path}`,
    summary,
    input,
    output: Answered,
    refusals: ['access.foreign-page', 'access.too-many-tries', ...refusals],
  }
}
/** The few addresses of the sign-in library that are open; everything else of it does not exist. */
export const signInAddresses: readonly Beside[] = [
  beside('/sign-in/email', 'opens a session, or asks for the second factor', z.object({ email: z.string(), password: z.string() }), [
    'access.sign-in-refused',
    'access.locked',
  ]),
  beside('/sign-out', 'ends the session', z.object({}), []),
  beside(
    '/change-password',
    'sets another password; other sessions end when asked',
    z.object({ currentPassword: z.string(), newPassword: z.string(), revokeOtherSessions: z.boolean().optional() }),
    ['access.signed-out', 'access.password-wrong', 'access.password-too-short', 'access.password-too-plain'],
  ),
  beside('/two-factor/enable', 'draws the secret and the recovery codes of a second factor', Password, [
    'access.signed-out',
    'access.password-wrong',
    'access.second-factor-is-set',
  ]),
  beside('/two-factor/disable', 'takes the second factor away', Password, ['access.signed-out', 'access.password-wrong']),
  beside('/two-factor/verify-totp', 'the second step: a one-time code', Code, [
    'access.code-wrong',
    'access.code-used',
    'access.sign-in-again',
    'access.locked',
  ]),
  beside('/two-factor/verify-backup-code', 'the second step: a recovery code', Code, [
    'access.code-wrong',
    'access.sign-in-again',
    'access.locked',
  ]),
  beside('/two-factor/generate-backup-codes', 'draws fresh recovery codes', Password, ['access.signed-out', 'access.password-wrong']),
]
