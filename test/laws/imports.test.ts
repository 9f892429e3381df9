import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as laws from './imports.ts'

const root = resolve(import.meta.dirname, '../..')
const graph = laws.readGraph(root)
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => join('src', name))
const ENTRIES = ['src/app/main.ts', 'src/app/kariz.ts', 'src/app/web.tsx', 'src/ui/persian-strings/plugin.ts', 'src/ui/kit-entry.tsx']
const outside = ['test', 'e2e', 'bench', 'db', 'scripts'].flatMap((folder) => laws.readGraph(root, folder))

const all = {
  'no-cycles': laws.noCycles,
  'rules-and-contract-are-pure': laws.rulesAndContractArePure,
  'strangers-knock-at-the-door': laws.strangersKnockAtTheDoor,
  'no-looking-downstream': laws.noLookingDownstream,
  'screens-stay-in-the-browser': laws.screensStayInTheBrowser,
  'only-db-speaks-to-the-driver': laws.onlyDbSpeaksToTheDriver,
  'ground-floor-knows-no-rooms': laws.groundFloorKnowsNoRooms,
} as const
type Name = keyof typeof all

/** A planted violation of each law: files with their code. */
const planted: Readonly<Record<Name, readonly (readonly [file: string, code: string])[]>> = {
  'no-cycles': [
    ['src/a.ts', "import type { B } from './b.ts'\nexport type A = B"],
    ['src/b.ts', "export type { A as B } from './a.ts'"],
  ],
  'rules-and-contract-are-pure': [['src/modules/people/rules.ts', "import { readFileSync } from 'node:fs'\nreadFileSync('x')"]],
  'strangers-knock-at-the-door': [['src/modules/people/api.ts', "import type { Row } from '../territory/store.ts'\nexport type X = Row"]],
  'no-looking-downstream': [
    ['src/modules/territory/contract.ts', "import type { Person } from '../people/contract.ts'\nexport type X = Person"],
  ],
  'screens-stay-in-the-browser': [
    ['src/modules/people/screens/page.tsx', "import { x } from '../format.ts'\nx"],
    ['src/modules/people/format.ts', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync"],
  ],
  'only-db-speaks-to-the-driver': [['src/modules/people/store.ts', "import pg from 'pg'\npg"]],
  'ground-floor-knows-no-rooms': [
    ['src/platform/http.ts', "import type { Person } from '../modules/people/contract.ts'\nexport type X = Person"],
  ],
}
const names: readonly Name[] = [
  'no-cycles',
  'rules-and-contract-are-pure',
  'strangers-knock-at-the-door',
  'no-looking-downstream',
  'screens-stay-in-the-browser',
  'only-db-speaks-to-the-driver',
  'ground-floor-knows-no-rooms',
]

describe.each(names)('%s', (name) => {
  test('the house obeys it', () => {
    expect(all[name](graph)).toEqual([])
  })
  test('a planted violation is caught and named', () => {
    const found = all[name](planted[name].flatMap(([file, code]) => laws.importsOf(file, code)))
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toContain(name)
  })
})
test('no-orphans: every file is reached from an entry', () => {
  const reachedByTools = outside.map(({ to }) => to).filter((to) => to.startsWith('src/'))
  expect(laws.noOrphans(graph, files, [...ENTRIES, ...reachedByTools])).toEqual([])
})
test('no-orphans: a planted orphan is caught and named', () => {
  expect(laws.noOrphans([], ['src/modules/people/left-over.ts'], ENTRIES)).toEqual(['no-orphans: src/modules/people/left-over.ts'])
})
test('an import of a type only is an import', () => {
  expect(laws.importsOf('src/a.ts', "import type { X } from './b.ts'\nexport type Y = X")).toEqual([
    { from: 'src/a.ts', to: 'src/b.ts', isType: true },
  ])
})
