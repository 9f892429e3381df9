import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** Speaks to the sign-in library's addresses as a browser does, keeping cookies from answer to answer. */
export function browserOn(app: FastifyInstance, ip = '127.0.0.1') {
  const jar = new Map<string, string>()
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const post = async (path: string, body: object) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/auth${path}`,
      payload: body,
      headers: { cookie: cookie() },
      remoteAddress: ip,
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    }
    const told: ReturnType<typeof JSON.parse> = answer.json()
    const reasons: readonly { readonly code: string }[] = told?.reasons ?? []
    return { status: answer.statusCode, body: told, text: answer.payload, reasons: reasons.map(({ code }) => code) }
  }
  return { post, cookie }
}
/** The six digits of RFC 6238 for the key in an otpauth address, as an authenticator shows them. */
export function codeOf(totpUri: string, at = new Date()): string {
  const secret = new URL(totpUri).searchParams.get('secret') ?? ''
  const bits = Array.from(secret.replace(/=+$/, ''), (sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  ).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
