import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, NOBODY, service } from '../../src/access/actor.ts'
import type { Opening } from '../../src/platform/db.ts'
import { accountOf, organisations, personaOf, staffNames, thePlan, uuidOf } from '../personas.ts'
import { allowedBy, plantEverywhere, rows, tables } from './planting.ts'

/**
 * The law of rows by behaviour: every persona tries to read, make and change six planted rows of every table, in ordinary requests and in those
 * that open a file, and gets what `db/policies.sql` lists for her role, worked out a second time in TypeScript. Nothing more and nothing less.
 */
let planted: Awaited<ReturnType<typeof plantEverywhere>>
beforeAll(async () => {
  planted = await plantEverywhere()
})
afterAll(() => planted.close())

const actors: readonly (readonly [name: string, actor: Actor])[] = [
  ...staffNames.map((name) => [name, actorOf(name)] as const),
  ['she herself', { ...actorOf('holding'), role: 'W', organisationId: null, personId: rows.sameCounty.person, accountId: uuidOf('her') }],
  ['anyone', { ...actorOf('holding'), role: 'PU', organisationId: null, accountId: NOBODY }],
  ['a background job', service(thePlan)],
]
function actorOf(name: (typeof staffNames)[number]): Actor {
  const { role, duties, counties, organisation } = personaOf(name)
  const organisationId = organisation === null ? null : organisations[organisation]
  return { planId: thePlan, accountId: accountOf(name), assignmentId: null, role, duties, counties, organisationId, personId: null }
}
const openings: readonly (readonly [name: string, opening: Opening])[] = [
  ['opening a file without a purpose', { personId: rows.assigned.person }],
  ['opening a file to decide', { personId: rows.otherCounty.person, purpose: 'decide' }],
  ['on a day of a session', { today: '2026-05-03' }],
  ['on the day after a session', { today: '2026-05-06' }],
  ['opening the file of a woman who bars him', { personId: rows.barred.person, purpose: 'break-glass' }],
]
/** The first persona of each role; the others of a role differ in place and duty, which no opening reads. */
const ofEachRole = actors.filter(([, { role }], at) => actors.findIndex(([, other]) => other.role === role) === at)

/** What the law lists for an actor, table by table. */
const listed = (actor: Actor, opening: Opening) =>
  Object.fromEntries(tables.map((table) => [table, allowedBy(table, { actor, opening }, planted.keeps)]))
test.each(actors)('%s: every table and verb answers as the law lists, ordinarily', async (_, actor) => {
  expect(await planted.tryAs(actor, {})).toEqual(listed(actor, {}))
})
describe.each(openings)('%s', (_, opening) => {
  test.each(ofEachRole)('%s: every table and verb answers as the law lists', async (__, actor) => {
    expect(await planted.tryAs(actor, opening)).toEqual(listed(actor, opening))
  })
})
test('the comparison looks at something: rows are read, made and changed, and more are not', async () => {
  const found = Object.values(await planted.tryAs(actorOf('facilitatorOfDashtestan'))).flatMap(({ s, i, u }) => [s, i, u])
  expect(found.filter((one) => one !== 'denied' && one.length > 0).length).toBeGreaterThan(40)
  expect(found.filter((one) => one === 'denied' || one.length === 0).length).toBeGreaterThan(40)
})
