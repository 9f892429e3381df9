import type { FastifyInstance, FastifyRequest, LightMyRequestResponse as InjectResponse } from 'fastify'
import { z } from 'zod'
import type { Route } from '../../platform/route.ts'

const Problem = z.object({
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })).default([]),
  fields: z.array(z.object({ sentence: z.string() })).default([]),
})
type Refused = { readonly isOver: true } | { readonly sentences: readonly string[] }
type Address = Pick<Route, 'method' | 'path'>
export interface Sent {
  readonly parts: Readonly<Record<string, string>>
  readonly body: object
  readonly command: string
}
function refusedIn(answer: InjectResponse): Refused {
  const { reasons, fields } = Problem.parse(answer.json())
  if (reasons.some(({ code }) => code === 'access.not-your-part')) return { isOver: true }
  return { sentences: [...new Set([...fields, ...reasons].map(({ sentence }) => sentence))] }
}
/**
 * Asks the routes of the house as she herself, with the cookie of her pages and nothing else; sentences are Persian whatever language her phone was
 * bought with. What is refused her says that her pages are shut by now, since the house gives her all they ask for.
 */
export function asking(app: FastifyInstance) {
  const inject = (request: FastifyRequest, { method, path }: Address, sent?: Sent): Promise<InjectResponse> => {
    const parts = Object.entries(sent?.parts ?? {})
    const url = `/api${parts.reduce((at, [name, value]) => at.replace(`:${name}`, encodeURIComponent(value)), path)}`
    const headers = { cookie: request.headers.cookie ?? '', 'accept-language': 'fa' }
    if (sent === undefined) return app.inject({ method, url, headers, remoteAddress: request.ip })
    const written = { 'content-type': 'application/json', 'idempotency-key': sent.command }
    return app.inject({ method, url, headers: { ...headers, ...written }, remoteAddress: request.ip, payload: JSON.stringify(sent.body) })
  }
  return {
    read: async <I extends z.ZodType, O extends z.ZodType>(
      request: FastifyRequest,
      route: Route<I, O>,
    ): Promise<{ readonly told: z.output<O> } | Refused> => {
      const answer = await inject(request, route)
      return answer.statusCode === 200 ? { told: route.output.parse(answer.json()) } : refusedIn(answer)
    },
    send: async (request: FastifyRequest, route: Address, sent: Sent): Promise<'done' | Refused> => {
      const answer = await inject(request, route, sent)
      return answer.statusCode === 200 ? 'done' : refusedIn(answer)
    },
  }
}
