import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { modules } from '../../src/app/modules.ts'

const root = resolve(import.meta.dirname, '../..')
const rows = readFileSync(join(root, 'docs/requirements.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [RT]\d/.test(line))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
      .slice(1, -1),
  )
/** Paths of the staff's pages as the rooms list them, and of the public pages as they are mounted. */
const pages = new Set([
  ...globSync('src/**/screens/routes.tsx', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path),
  ),
  ...globSync('src/app/{public,mine}/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/scope\.get\('([^']+)'/g)].map(([, path = '']) => path),
  ),
])
const numbered = (letter: string, n: number): string[] => Array.from({ length: n }, (_, place) => `${letter}${place + 1}`)

test('every requirement of the announcement and every trap has its line, once and in order', () => {
  expect(rows.map(([id]) => id)).toEqual([...numbered('R', 42), ...numbered('T', 10)])
})
test('each line names a room, a page and a test that are there', () => {
  const missing = rows.flatMap(([id = '', , third = '', fourth = '', fifth = '']) => {
    const [room, page, file] = id.startsWith('R') ? [third, fourth, fifth] : [undefined, undefined, fourth]
    return [
      ...(room === undefined || modules.some((one) => one === room) ? [] : [`${id}: no room ${room}`]),
      ...(page === undefined || pages.has(page) ? [] : [`${id}: no page ${page}`]),
      ...(file?.endsWith('.test.ts') && existsSync(join(root, file)) ? [] : [`${id}: no test ${file}`]),
    ]
  })
  expect(missing).toEqual([])
})
