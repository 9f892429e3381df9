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
  'words-come-with-the-page': laws.wordsComeWithThePage,
} as const
type Name = keyof typeof all

/** Planted violations of each law, of a value and of a type alone: files with their code. */
type Planted = readonly (readonly [file: string, code: string])[]
const planted: Readonly<Record<Name, Readonly<Record<'value' | 'type' | 'type in an expression', Planted>>>> = {
  'no-cycles': {
    value: [
      ['src/a.ts', "import { b } from './b.ts'\nexport const a = b"],
      ['src/b.ts', "export { a as b } from './a.ts'"],
    ],
    type: [
      ['src/a.ts', "import type { B } from './b.ts'\nexport type A = B"],
      ['src/b.ts', "export type { A as B } from './a.ts'"],
    ],
    'type in an expression': [
      ['src/a.ts', "export type A = import('./b.ts').B"],
      ['src/b.ts', "export type { A as B } from './a.ts'"],
    ],
  },
  'rules-and-contract-are-pure': inThreeWays('src/modules/people/rules.ts', 'node:fs'),
  'strangers-knock-at-the-door': inThreeWays('src/modules/people/api.ts', '../territory/store.ts'),
  'no-looking-downstream': inThreeWays('src/modules/territory/contract.ts', '../people/contract.ts'),
  'screens-stay-in-the-browser': inThreeWays('src/modules/people/screens/page.tsx', '../store.ts', [
    ['src/modules/people/store.ts', "import { sql } from '../../platform/db.ts'\nexport const one = sql"],
    ['src/platform/db.ts', "import { sql } from 'kysely'\nexport { sql }"],
  ]),
  'only-db-speaks-to-the-driver': inThreeWays('src/modules/people/store.ts', 'kysely/helpers/postgres'),
  'ground-floor-knows-no-rooms': inThreeWays('src/platform/http.ts', '../modules/people/contract.ts'),
  'words-come-with-the-page': inThreeWays('src/modules/people/screens/routes.tsx', '../words.ts'),
}
function inThreeWays(file: string, to: string, others: Planted = []) {
  return {
    value: [[file, `import { one } from '${to}'\none`], ...others],
    type: [[file, `import type { One } from '${to}'\nexport type X = One`], ...others],
    'type in an expression': [[file, `export type X = import('${to}').One`], ...others],
  } as const
}
const names: readonly Name[] = [
  'no-cycles',
  'rules-and-contract-are-pure',
  'strangers-knock-at-the-door',
  'no-looking-downstream',
  'screens-stay-in-the-browser',
  'only-db-speaks-to-the-driver',
  'ground-floor-knows-no-rooms',
  'words-come-with-the-page',
]

describe.each(names)('%s', (name) => {
  test('the house obeys it', () => {
    expect(all[name](graph)).toEqual([])
  })
  test.each(['value', 'type', 'type in an expression'] as const)('a planted violation by a %s is caught and named', (how) => {
    const files = planted[name][how]
    const found = all[name](files.flatMap(([file, code]) => laws.importsOf(file, code)))
    expect(found.some((line) => line.startsWith(`${name}: ${files[0]?.[0] ?? ''}`))).toBe(true)
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
