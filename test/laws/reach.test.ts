import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/access/actor.ts'
import { blindRoles, type Role, roles } from '../../src/access/roles.ts'
import { accountOf, organisations, thePlan, uuidOf } from '../personas.ts'
import { type Allowed, listOf, plantEverywhere, type RowName, rows } from './planting.ts'
import { givesNoRows, givesNoWriting, rolesTable, writtenAllTheSame } from './roles-table.ts'

/**
 * The policy of the database against the table of roles, by behaviour: every table of a group holds six planted rows, and every role tries to read,
 * make and change them in an ordinary request and in one that opens a single file with a purpose.
 */
const me = accountOf('facilitatorOfDashtestan')
const agency = organisations.behzisti
/** What no page of hers opens: spoken face to face by her guide, or kept by a panel until it agreed. */
const notHerPage = new Set([
  'enrolment.support_row',
  'people.safety',
  'enrolment.enquiry',
  'interviews.stop_note',
  'interviews.mark',
  'pathways.confidential_note',
])
/** What a guide sees none of, though she carries the file: rows of support bodies, marks of panels, and complaints, which come to her only where the woman allows it. */
const lentToGuides = new Set(['enrolment.support_row', 'interviews.mark', 'oversight.grievance_text'])
let planted: Awaited<ReturnType<typeof plantEverywhere>>
/** What each role may do, tried once: ordinarily, and with each file that is opened here. */
const tried = new Map<string, Readonly<Record<string, Allowed>>>()
const held = rolesTable.flatMap((group) => group.tables).filter((table) => table !== 'platform.history')
const OPENED = [undefined, 'assigned', 'sameCounty', 'otherCounty', 'shared', 'barred'] as const
beforeAll(async () => {
  planted = await plantEverywhere()
  for (const role of roles)
    for (const opened of OPENED) {
      const opening = opened === undefined ? {} : { personId: rows[opened].person, purpose: 'decide' as const }
      tried.set(`${role} ${opened}`, await planted.tryAs(actorIn(role), opening, held))
    }
})
afterAll(() => planted.close())
function actorIn(role: Role): Actor {
  return {
    planId: thePlan,
    accountId: role === 'GD' ? me : uuidOf(`law/${role}`),
    assignmentId: null,
    role,
    duties: [],
    counties: role === 'PO' || role === 'AU' ? ['1803', '1804'] : ['1803'],
    organisationId: role === 'AG' ? agency : organisations.acecr,
    personId: role === 'W' ? rows.sameCounty.person : null,
  }
}
function allowed(table: string, role: Role, opened?: (typeof OPENED)[number]): Allowed {
  const one = tried.get(`${role} ${opened}`)?.[table]
  if (one === undefined) throw new Error(`${table} was not tried as ${role}`)
  return one
}
/** Blind roles whose cell is a plain `r`, in a table the law grants one of them. */
function listedReaders(table: string, cells: Readonly<Record<Role, string>>): readonly Role[] {
  const readers = roles.filter((one) => blindRoles.has(one) && cells[one] === 'r')
  return readers.some((one) => seen(table, one) !== 'denied') ? readers : []
}
/** Names of the planted rows a role sees; «denied» when it has no grant on the table at all. */
const seen = (table: string, role: Role, opened?: (typeof OPENED)[number]): readonly RowName[] | 'denied' => allowed(table, role, opened).s

describe.each(rolesTable.filter((group) => group.tables.length > 0 && group.name !== 'history'))('$name', ({ tables: ofGroup, cells }) => {
  test.each(ofGroup)('%s: no role sees another plan', (table) => {
    for (const role of roles) expect({ role, seesIt: listOf(seen(table, role)).includes('otherPlan') }).toEqual({ role, seesIt: false })
  })
  test.each(ofGroup)('%s: a barred officer sees nothing of the file, opened or not', (table) => {
    expect([...listOf(seen(table, 'GD')), ...listOf(seen(table, 'GD', 'barred'))]).not.toContain('barred')
  })
  test.each(ofGroup)('%s: whom the table of roles gives no rows sees none, ordinarily or with a purpose', (table) => {
    for (const role of roles.filter((one) => givesNoRows(cells[one]))) {
      expect({ role, ordinary: listOf(seen(table, role)) }).toEqual({ role, ordinary: [] })
      expect({ role, opened: listOf(seen(table, role, 'sameCounty')) }).toEqual({ role, opened: [] })
    }
  })
  test.each(ofGroup)('%s: whom the table of roles gives no writing makes and changes no row, ordinarily or with a purpose', (table) => {
    for (const role of roles.filter((one) => givesNoWriting(cells[one])))
      for (const opened of OPENED) {
        const { i, u } = allowed(table, role, opened)
        const isListed = writtenAllTheSame[`${role} ${table}`] !== undefined
        const told = isListed ? 'written all the same' : { made: listOf(i), changed: listOf(u) }
        expect({ role, opened, told }).toEqual({ role, opened, told: isListed ? 'written all the same' : { made: [], changed: [] } })
      }
  })
  test.each(ofGroup)('%s: nobody makes or changes a row of another plan', (table) => {
    for (const role of roles) {
      const { i, u } = allowed(table, role)
      expect({ role, told: [...listOf(i), ...listOf(u)].includes('otherPlan') }).toEqual({ role, told: false })
    }
  })
  test.each(ofGroup)('%s: blind roles have no grant in an ordinary request', (table) => {
    // Goods name nobody: where the table of roles lets a blind role read them, the others of its database role see no row instead of none granted.
    const readers = listedReaders(table, cells)
    for (const role of roles.filter((one) => blindRoles.has(one) && !readers.includes(one)))
      expect({ role, seen: seen(table, role) }).toEqual({ role, seen: readers.length === 0 ? 'denied' : [] })
  })
  test.each(ofGroup.filter((table) => !lentToGuides.has(table)))(
    '%s: a guide sees the files she carries, and no others of her county',
    (table) => {
      expect(seen(table, 'GD')).toEqual(['assigned'])
    },
  )
  test.each(ofGroup.filter((table) => !notHerPage.has(table)))('%s: she sees her own rows alone', (table) => {
    expect(seen(table, 'W')).toEqual(['sameCounty'])
  })
  test.each(ofGroup.filter((table) => /1r P/.test(cells.PO) && table !== 'enrolment.support_row' && table !== 'enrolment.enquiry'))(
    '%s: the office sees one file with a purpose',
    (table) => {
      expect(seen(table, 'PO', 'otherCounty')).toEqual(['otherCounty'])
    },
  )
})
test('groups without tables are those of later rooms, by name', () => {
  expect(rolesTable.filter((group) => group.tables.length === 0).map(({ name }) => name)).toEqual([])
})
test('an agency never reads contact, address, household, income or safety, shared or not', () => {
  for (const table of ['people.contact', 'people.address', 'people.household', 'people.income', 'people.safety'])
    for (const opened of [undefined, 'shared'] as const)
      expect({ table, seen: listOf(seen(table, 'AG', opened)) }).toEqual({ table, seen: [] })
})
