import { Offline, Problem } from '../../platform/client.ts'
import type { Language } from '../../platform/words.ts'

export interface Answered {
  readonly needsSecondFactor: boolean
  readonly totpUri: string | undefined
  readonly recoveryCodes: readonly string[]
}
/** Speaks to the sign-in library, whose addresses are not routes of ours. */
export async function ask(path: string, body: object, language: Language): Promise<Answered> {
  const headers = { 'content-type': 'application/json', 'accept-language': language }
  const response = await fetch(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Offline('no network')
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new Problem(response.status, answer)
  const part = (name: string): unknown => (typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined)
  const [uri, codes] = [part('totpUri'), part('recoveryCodes')]
  return {
    needsSecondFactor: part('needsSecondFactor') === true,
    totpUri: typeof uri === 'string' ? uri : undefined,
    recoveryCodes: Array.isArray(codes) ? codes.map(String) : [],
  }
}
