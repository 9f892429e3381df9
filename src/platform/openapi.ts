import { z } from 'zod'
import type { Handled } from './http.ts'
import { words } from './own-words.ts'
import { statusOf } from './problem.ts'
import type { Route } from './route.ts'

/** An address beside the routes (of the sign-in library), told in the same document. */
export interface Beside {
  readonly path: string
  readonly summary: string
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly refusals: readonly string[]
}
export interface Described {
  readonly handled: readonly Handled[]
  readonly beside: readonly Beside[]
  readonly version: string
  /** The cookie of a session. */
  readonly cookie: string
}

/** The API as an OpenAPI 3.1 document, made from the route values themselves. */
export function openApiOf({ handled, beside, version, cookie }: Described) {
  const shapes = new Shapes()
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { route } of handled) {
    const url = templateOf(route.path)
    paths[url] = { ...paths[url], [route.method.toLowerCase()]: operationOf(route, shapes) }
  }
  for (const one of beside) paths[one.path] = { post: besideOf(one, shapes) }
  return {
    openapi: '3.1.0',
    info: { title: 'Kariz', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }, {}],
    tags: [...new Set([...handled.map(({ route }) => roomOf(route)), 'access'])].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem, ...shapes.named },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie, description: 'the session; opened under /api/auth' } },
    },
  }
}
const templateOf = (path: string): string => `/api${path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
const namesIn = (path: string): readonly string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
export const roomOf = ({ action }: Pick<Route, 'action'>): string => action.split('.')[0] ?? ''

function operationOf(route: Route, shapes: Shapes) {
  const inputs = shapes.of(route.input, 'input')
  const names = namesIn(route.path)
  const isRead = route.method === 'GET' || route.upload !== undefined
  return {
    operationId: `${route.method.toLowerCase()}-${route.path.replaceAll(/[/:.]+/g, '-').replace(/^-/, '')}`,
    tags: [roomOf(route)],
    summary: route.action,
    'x-action': route.action,
    'x-refusals': route.refusals,
    ...(route.logged === true ? { 'x-logged': true } : {}),
    ...(route.offline === true ? { 'x-offline': true } : {}),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: propertiesOf(inputs)[name] ?? { type: 'string' } })),
      ...(isRead ? queryOf(inputs, names) : []),
      ...headersOf(route, 'version' in propertiesOf(inputs)),
    ],
    ...(isRead ? uploadBodyOf(route.upload?.mediaTypes) : bodyOf(inputs)),
    responses: {
      200: { description: 'done', content: route.download === true ? DOWNLOAD : jsonOf(shapes.of(route.output, 'output')) },
      ...refusalsOf(codesOf(route)),
    },
  }
}
function besideOf({ summary, path, input, output, refusals }: Beside, shapes: Shapes) {
  return {
    operationId: `post-${path.replace('/api/', '').replaceAll('/', '-')}`,
    tags: ['access'],
    summary,
    'x-refusals': refusals,
    ...bodyOf(shapes.of(input, 'input')),
    responses: { 200: { description: 'done', content: jsonOf(shapes.of(output, 'output')) }, ...refusalsOf(refusals) },
  }
}
/** What any request may be refused for, beside what its route names. */
function codesOf(route: Route): readonly string[] {
  const always = [words['bad-input'].id, 'access.signed-out', 'access.not-your-part']
  const ofWrites = route.method === 'GET' ? [] : [words['command-missing'].id, words['command-reused'].id]
  const ofUploads = route.upload === undefined ? [] : [words['too-large'].id, words['unsupported-media'].id]
  return [...new Set([...always, ...ofWrites, ...ofUploads, ...route.refusals])]
}
function refusalsOf(codes: readonly string[]) {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) byStatus.set(statusOf([code]), [...(byStatus.get(statusOf([code])) ?? []), code])
  const answers = [...byStatus].map(([status, found]) => [status, { description: found.join(', '), content: PROBLEM }] as const)
  return { ...Object.fromEntries(answers), default: { description: 'failed', content: PROBLEM } }
}

const Reason = { type: 'object', properties: { code: { type: 'string' }, sentence: { type: 'string' } }, required: ['code', 'sentence'] }
const Problem = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'the first sentence, in the language asked for by Accept-Language (fa, en)' },
    status: { type: 'integer' },
    reasons: { type: 'array', items: Reason },
    fields: { type: 'array', items: { ...Reason, properties: { path: { type: 'string' }, ...Reason.properties } } },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'reasons', 'fields', 'requestId'],
}
const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const DOWNLOAD = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
type Schema = Readonly<Record<string, unknown>>
const jsonOf = (schema: Schema) => ({ 'application/json': { schema } })
const bodyOf = (schema: Schema) => ({ requestBody: { required: true, content: jsonOf(schema) } })

/** Shapes as JSON Schema; those with a name of their own stand once in the document's components, where every reference finds them. */
class Shapes {
  readonly named: Record<string, Schema> = {}
  of(type: z.ZodType, io: 'input' | 'output'): Schema {
    const { $schema: _, $defs, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' })
    const found = Object.entries($defs ?? {})
    const names = new Map(found.map(([name, definition]) => [name, this.#nameFor(name, definition, io)]))
    for (const [name, definition] of found) this.named[names.get(name) ?? name] = moved(definition, names)
    return moved(schema, names)
  }
  /** A shape that reads otherwise when it is sent than when it is answered has two names. */
  #nameFor(name: string, definition: object, io: 'input' | 'output'): string {
    const before = this.named[name]
    const isSame = before === undefined || JSON.stringify(before) === JSON.stringify(moved(definition, new Map()))
    return isSame ? name : `${name}-${io}`
  }
}
/** The schema with its references pointing into the components. */
function moved(schema: object, names: ReadonlyMap<string, string>): Schema {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string'
      ? value.replace(/^#\/\$defs\/(.*)$/, (_, name: string) => `#/components/schemas/${names.get(name) ?? name}`)
      : value,
  )
  const parsed: unknown = JSON.parse(text)
  return isSchema(parsed) ? parsed : {}
}
function propertiesOf(schema: Schema): Schema {
  return isSchema(schema.properties) ? schema.properties : {}
}
function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function queryOf(schema: Schema, names: readonly string[]) {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(propertiesOf(schema))
    .filter(([name]) => !names.includes(name))
    .map(([name, property]) => ({ name, in: 'query', required: required.includes(name), schema: property }))
}
function headersOf({ method }: Pick<Route, 'method'>, hasVersion: boolean) {
  const header = (name: string, required: boolean, description: string, schema: Schema = { type: 'string' }) => ({
    name,
    in: 'header',
    required,
    description,
    schema,
  })
  const assignment = header('Kariz-Assignment', false, 'the assignment in which the account acts', { type: 'string', format: 'uuid' })
  if (method === 'GET') return [assignment]
  return [
    assignment,
    header('Idempotency-Key', true, 'a UUIDv7 naming this command; the same command again gets the same answer', {
      type: 'string',
      format: 'uuid',
    }),
    ...(hasVersion ? [header('If-Match', false, 'the version the writer saw, instead of `version` in the body')] : []),
    header('Kariz-Device-Time', false, 'the time on the device, kept as a claim', { type: 'string', format: 'date-time' }),
  ]
}
function uploadBodyOf(mediaTypes: readonly string[] | undefined) {
  if (mediaTypes === undefined) return {}
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
  return { requestBody: { required: true, content } }
}
