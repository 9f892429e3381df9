import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { shots } from '../../scripts/shots.ts'
import { demoAccounts } from '../../src/access/demo.ts'
import type { Role } from '../../src/access/roles.ts'
import { sentences } from '../../src/app/all-words.ts'

const docs = resolve(import.meta.dirname, '../../docs')
const guide = join(docs, 'guide.fa')
/** The tour of each role; the woman and the citizen have no account and have one all the same. */
const tours: Readonly<Record<Role, string>> = {
  PO: 'office',
  CA: 'governorate',
  EX: 'executor',
  AG: 'agency',
  IN: 'interviewer',
  GD: 'guide',
  MO: 'market',
  OR: 'holding',
  W: 'woman',
  AU: 'auditor',
  AD: 'administrator',
  PU: 'citizen',
}
const pages = readdirSync(guide).map((name) => ({ name, text: readFileSync(join(guide, name), 'utf8') }))
const stepsOf = (text: string): number => text.match(/^\d+\. /gm)?.length ?? 0

test.each(Object.entries(tours))('role %s has a tour of five to nine steps with a picture, and the index leads to it', (_, tour) => {
  const text = pages.find(({ name }) => name === `${tour}.md`)?.text ?? ''
  expect(stepsOf(text)).toBeGreaterThanOrEqual(5)
  expect(stepsOf(text)).toBeLessThanOrEqual(9)
  expect(text).toMatch(/!\[.+\]\(\.\.\/img\/[a-z-]+\.png\)/)
  expect(pages.find(({ name }) => name === 'README.md')?.text).toContain(`(${tour}.md)`)
})
const known = new Set([...sentences.fa.values(), ...demoAccounts.map(({ place }) => place)])
const isSaid = (label: string): boolean => known.has(label)
const boldIn = (text: string): readonly string[] => [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label)
test('what the guide prints in bold stands on the screens, letter by letter', () => {
  const labels = pages.flatMap(({ name, text }) => boldIn(text).map((label) => `${name}: ${label}`))
  expect(labels.length).toBeGreaterThan(120)
  expect(labels.filter((one) => !isSaid(one.slice(one.indexOf(': ') + 2)))).toEqual([])
})
test('a label that no screen says is caught', () => {
  expect([isSaid('میز کار'), isSaid('میزکار')]).toEqual([true, false])
})
test('every picture that is named exists, every one that exists is named and taken by the script', () => {
  const root = resolve(docs, '..')
  const readmes = ['README.md', 'README.fa.md'].map((name) => readFileSync(join(root, name), 'utf8'))
  const named = [...pages.map(({ text }) => text), ...readmes].flatMap((text) =>
    [...text.matchAll(/img\/([a-z-]+)\.png/g)].map(([, file = '']) => file),
  )
  const taken = readdirSync(join(docs, 'img')).map((name) => name.replace('.png', ''))
  expect(named.filter((file) => !existsSync(join(docs, 'img', `${file}.png`)))).toEqual([])
  expect(taken.filter((file) => !named.includes(file))).toEqual([])
  expect(shots.map(({ file }) => file).toSorted()).toEqual(taken.toSorted())
})
