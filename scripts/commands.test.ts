import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { roles } from '../src/access/roles.ts'
import { handled } from '../src/app/rooms.ts'
import { noOrphans, onlyDbSpeaksToTheDriver, readGraph, rulesAndContractArePure, strangersKnockAtTheDoor } from '../test/laws/imports.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'kariz-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function run(script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' })
}
const kariz = (...args: readonly string[]) => run(join(root, 'src/app/kariz.ts'), ...args)

test('kariz without a known command says so and fails', () => {
  const { status, stderr } = kariz('fly')
  expect([status, stderr.includes('no such command: fly')]).toEqual([1, true])
})
test('kariz help lists every command', () => {
  const { status, stdout } = kariz('help')
  expect(status).toBe(0)
  for (const command of ['help', 'migrate', 'routes', 'demo accounts', 'key sheet', 'key restore', 'key rotate', 'territory boundaries'])
    expect(stdout).toContain(`kariz -- ${command}`)
})
test('kariz routes --json names method, path, room, action, offline and logged of every route', () => {
  const Listed = z.array(
    z.strictObject({
      method: z.string(),
      path: z.string(),
      room: z.string(),
      action: z.string(),
      offline: z.boolean(),
      logged: z.boolean(),
    }),
  )
  const listed = Listed.parse(JSON.parse(kariz('routes', '--json').stdout))
  expect(listed.map(({ method, path }) => `${method} ${path}`)).toEqual(handled.map(({ route }) => `${route.method} /api${route.path}`))
})
test('kariz demo accounts --json has an account for roles of the staff', () => {
  const accounts = z.array(z.object({ role: z.string(), email: z.string() })).parse(JSON.parse(kariz('demo', 'accounts', '--json').stdout))
  expect(accounts.length).toBeGreaterThan(5)
  expect(accounts.filter(({ role }) => !roles.some((known) => known === role))).toEqual([])
})
test('a new room is made once, with its empty files', () => {
  mkdirSync(join(folder, 'scripts'))
  cpSync(join(root, 'scripts/new-module.ts'), join(folder, 'scripts/new-module.ts'))
  const make = (name: string) => run(join(folder, 'scripts/new-module.ts'), name)
  expect(make('Wrong-Name').status).toBe(1)
  expect(make('weaving').status).toBe(0)
  expect(readFileSync(join(folder, 'src/modules/weaving/api.ts'), 'utf8')).toContain('export const weavingApi: readonly Handled[] = []')
  const graph = readGraph(folder)
  const listed = ['api', 'constraints', 'words', 'words.en'].map((name) => `src/modules/weaving/${name}.ts`)
  const made = readdirSync(join(folder, 'src/modules/weaving')).filter((name) => name.endsWith('.ts'))
  expect(
    noOrphans(
      graph,
      made.map((name) => `src/modules/weaving/${name}`),
      listed,
    ),
  ).toEqual([])
  expect([rulesAndContractArePure, onlyDbSpeaksToTheDriver, strangersKnockAtTheDoor].flatMap((law) => law(graph))).toEqual([])
  const again = make('weaving')
  expect([again.status, again.stderr.includes('exists already')]).toEqual([1, true])
})
test('a package is added with an exact version only', () => {
  for (const wanted of [[], ['left'], ['left@^1.0.0'], ['left@latest']]) {
    const { status, stderr } = run(join(root, 'scripts/add.mjs'), ...wanted)
    expect([wanted, status, stderr.includes('an exact version is needed')]).toEqual([wanted, 1, true])
  }
})
