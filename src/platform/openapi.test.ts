import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openHouse } from '../../test/house.ts'
import { signInAddresses } from '../access/sign-in/described.ts'
import { sentences } from '../app/all-words.ts'
import { handled } from '../app/rooms.ts'

let house: Awaited<ReturnType<typeof openHouse>>
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: z.object({}).loose(),
})
const Content = z.record(z.string(), z.object({ schema: z.object({}).loose() }))
const Operation = z.object({
  operationId: z.string().regex(/^[a-z][\w-]*$/),
  tags: z.array(z.string()).nonempty(),
  summary: z.string(),
  'x-refusals': z.array(z.string()),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string().regex(/^(?:[2-5]\d\d|default)$/), z.object({ description: z.string().min(1), content: Content })),
})
const Document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), license: z.object({ name: z.string(), identifier: z.string() }) }),
  paths: z.record(z.string().startsWith('/api/'), z.partialRecord(z.enum(['get', 'post', 'put']), Operation)),
  components: z.object({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.object({}).loose()), securitySchemes: z.object({}).loose() }),
})
let document: z.infer<typeof Document>
let text = ''
beforeAll(async () => {
  house = await openHouse()
  text = (await house.ask(null, { url: '/openapi.json' })).text
  document = Document.parse(JSON.parse(text))
})
afterAll(() => house.stop())
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

test('every route of the house and every address of sign-in stands in the document, and nothing else', () => {
  const expected = [
    ...handled.map(({ route }) => `${route.method.toLowerCase()} /api${route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`),
    ...signInAddresses.map(({ path }) => `post ${path}`),
  ]
  expect(
    operations()
      .map(({ path, method }) => `${method} ${path}`)
      .toSorted(),
  ).toEqual(expected.toSorted())
  const ids = operations().map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})
test('every reference is found in the document itself', () => {
  const references = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(references.length).toBeGreaterThan(100)
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
  expect([...new Set(references)].filter((reference) => !known.includes(reference))).toEqual([])
  expect(text).not.toContain('$defs')
})
test('the parts of every path are parameters, once each, and no parameter stands twice', () => {
  for (const { path, method, operation } of operations()) {
    const parameters = operation.parameters ?? []
    const inPath = parameters.filter((one) => one.in === 'path')
    expect({ path, method, parts: inPath.map(({ name }) => name) }).toEqual({
      path,
      method,
      parts: [...path.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1]),
    })
    expect(inPath.every(({ required }) => required)).toBe(true)
    const names = parameters.map((one) => `${one.in} ${one.name}`)
    expect({ path, names: new Set(names).size }).toEqual({ path, names: names.length })
  }
})
test('writes carry their command, their assignment and the time of the device; what has versions may name one', () => {
  for (const { path, method, operation } of operations().filter((one) => !one.path.startsWith('/api/auth/'))) {
    const headers = (operation.parameters ?? []).filter((one) => one.in === 'header')
    const required = headers.filter((one) => one.required).map(({ name }) => name)
    expect({ path, method, required }).toEqual({ path, method, required: method === 'get' ? [] : ['Idempotency-Key'] })
    expect(headers.map(({ name }) => name)).toContain('Kariz-Assignment')
    expect(headers.some(({ name }) => name === 'Kariz-Device-Time')).toBe(method !== 'get')
  }
  const headersAt = (path: string) => document.paths[path]?.post?.parameters?.map(({ name }) => name) ?? []
  expect(headersAt('/api/plan/parameters')).not.toContain('If-Match')
  expect(Object.keys(document.paths).filter((path) => headersAt(path).includes('If-Match')).length).toBeGreaterThan(5)
})
test('every refusal a route names stands under its status, with the shape of a problem', () => {
  for (const { route } of handled) {
    const path = `/api${route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
    const method = route.method === 'GET' ? 'get' : route.method === 'PUT' ? 'put' : 'post'
    const responses = document.paths[path]?.[method]?.responses ?? {}
    const told = Object.entries(responses).flatMap(([status, { description }]) =>
      status === '200' ? [] : description.split(', ').map((code) => [code, status] as const),
    )
    expect(route.refusals.filter((code) => !told.some(([one]) => one === code))).toEqual([])
    expect(told.find(([code]) => code === 'access.signed-out')?.[1]).toBe('401')
    expect(told.find(([code]) => code === 'platform.bad-input')?.[1]).toBe('400')
  }
})
test('an answer is what the document says: its required fields are there', async () => {
  const { body } = await house.ask('office', { url: '/plan/parameters' })
  const shape = z.object({ required: z.array(z.string()) }).parse(document.components.schemas.Parameter)
  expect(Object.keys(body.parameters[0])).toEqual(expect.arrayContaining(shape.required))
  const refused = await house.ask('holding', { url: '/plan/parameters' })
  const problem = z.object({ required: z.array(z.string()) }).parse(document.components.schemas.Problem)
  expect(Object.keys(refused.body).toSorted()).toEqual(problem.required.toSorted())
})
test('the page names every address with the sentences of its refusals, and holds no script', async () => {
  const page = (await house.app.inject('/api')).payload
  for (const { path } of operations()) expect(page).toContain(path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1'))
  expect(page).toContain(sentences.en.get('plan.parameter-missing') === undefined ? 'impossible' : 'OpenAPI 3.1')
  expect(page).toContain('Kariz-Device-Time')
  expect(page).not.toContain('<script')
})
