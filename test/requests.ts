import type { Route } from '../src/platform/route.ts'
import type { Json } from './bad-values.ts'
import type { Ask } from './personas.ts'

/** The parts of a route's address that are filled in: `:caseId` is caseId. */
export const partsOf = ({ path }: Pick<Route, 'path'>): readonly string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')

/** The request for an input: parts of the path filled in, the rest as the query of a read or an upload, or as the body of a write. */
export function requestFor(route: Route, input: Json): Ask {
  const fields = Object.entries(typeof input === 'object' && input !== null ? input : {})
  const named = new Map(fields.map(([name, value]) => [name, value]))
  const parts = partsOf(route)
  const path = parts.reduce((url, name) => url.replace(`:${name}`, encodeURIComponent(asText(named.get(name) ?? ''))), route.path)
  const rest = fields.filter(([name]) => !parts.includes(name))
  const query = rest.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(value))}`).join('&')
  if (route.method === 'GET') return { url: `${path}?${query}` }
  const upload = { bytes: Buffer.from('نام,کد ملی\nمریم,1\n'), mediaType: route.upload?.mediaTypes[0] ?? '' }
  if (route.upload !== undefined) return { method: route.method, url: `${path}?${query}`, upload }
  return { method: route.method, url: path, body: Object.fromEntries(rest) }
}
/** As text may stand in an address; a lone half of a sign cannot, and stands for itself as a replacement. */
export function asText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.slice(0, 4_000).toWellFormed()
}

/** Requests under way at once: half of each is waiting for the database. */
const CONNECTIONS = 8
/** Does every task, several at a time, in no promised order. */
export async function each<T>(tasks: readonly T[], work: (task: T) => Promise<void>): Promise<void> {
  const open = tasks.values()
  const one = async (): Promise<void> => {
    for (const task of open) await work(task)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
}
