import { z } from 'zod'
import type { Handled } from './http.ts'

/** The API as an OpenAPI 3.1 document, made from the route values themselves. */
export function openApiOf(handled: readonly Handled[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { route } of handled) {
    const url = `/api${route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
    const inputs = schemaOf(route.input, 'input')
    const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
    const isRead = route.method === 'GET' || route.upload !== undefined
    paths[url] = {
      ...paths[url],
      [route.method.toLowerCase()]: {
        operationId: `${route.method.toLowerCase()} ${route.path}`,
        tags: [route.action.split('.')[0]],
        summary: route.action,
        'x-action': route.action,
        'x-refusals': route.refusals,
        parameters: [
          ...names.map((name) => ({ name, in: 'path', required: true, schema: propertyOf(inputs, name) })),
          ...(isRead ? queryOf(inputs, names) : []),
          ...headersOf(route.method),
        ],
        ...(isRead
          ? uploadBodyOf(route.upload?.mediaTypes)
          : { requestBody: { required: true, content: { 'application/json': { schema: inputs } } } }),
        responses: {
          200: {
            description: 'done',
            content:
              route.download === true
                ? { 'application/octet-stream': {} }
                : { 'application/json': { schema: schemaOf(route.output, 'output') } },
          },
          default: {
            description: 'refused or failed',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kariz', version, license: { name: 'Apache-2.0' } },
    paths,
    components: { schemas: { Problem } },
  }
}

const Reason = { type: 'object', properties: { code: { type: 'string' }, sentence: { type: 'string' } } }
const Problem = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    status: { type: 'integer' },
    reasons: { type: 'array', items: Reason },
    fields: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, ...Reason.properties } } },
    requestId: { type: 'string' },
  },
}
type Schema = Readonly<Record<string, unknown>>

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' })
  return schema
}
function propertiesOf(schema: Schema): Schema {
  return isSchema(schema.properties) ? schema.properties : {}
}
function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function propertyOf(schema: Schema, name: string): unknown {
  return propertiesOf(schema)[name] ?? { type: 'string' }
}
function queryOf(schema: Schema, names: readonly string[]) {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(propertiesOf(schema))
    .filter(([name]) => !names.includes(name))
    .map(([name, property]) => ({ name, in: 'query', required: required.includes(name), schema: property }))
}
function headersOf(method: string) {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  const assignment = header('Kariz-Assignment', false, 'the assignment in which the account acts')
  if (method === 'GET') return [assignment]
  return [
    assignment,
    header('Idempotency-Key', true, 'a UUIDv7 naming this command; the same command again gets the same answer'),
    header('If-Match', false, 'the version the writer saw'),
    header('Kariz-Device-Time', false, 'the time on the device, kept as a claim'),
  ]
}
function uploadBodyOf(mediaTypes: readonly string[] | undefined) {
  if (mediaTypes === undefined) return {}
  return {
    requestBody: {
      required: true,
      content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
    },
  }
}

/** The same document as a page to read, without script. */
export function openApiPage(handled: readonly Handled[]): string {
  const rows = handled
    .map(
      ({ route }) =>
        `<tr><td>${route.method}</td><td><code>/api${escaped(route.path)}</code></td><td>${escaped(route.action)}</td><td>${route.refusals.map(escaped).join('<br>')}</td></tr>`,
    )
    .join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kariz API</title></head><body><h1>Kariz API</h1><p>The machine-readable form is <a href="/api/openapi.json">OpenAPI 3.1</a>. Every write carries an <code>Idempotency-Key</code> (UUIDv7).</p><table><thead><tr><th>Method</th><th>Path</th><th>Action</th><th>Refusals</th></tr></thead><tbody>${rows}</tbody></table></body></html>`
}
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
