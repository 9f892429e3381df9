import { expect, test } from 'vitest'
import { actions } from '../../src/access/actions.ts'
import { grantOf } from '../../src/access/policy.ts'
import { type Role, roles } from '../../src/access/roles.ts'
import { touchesIn } from '../touching.ts'
import { type LawRow, law, tables } from './planting.ts'
import { touchedBy, touches, type Verb } from './touches.ts'

/** What the law of rows gives and no action of the policy uses, by role; each with the reason why it stands. */
const unused: readonly (readonly [lines: string, reason: string])[] = [
  [
    'W access.pin s, W access.pin u, W businesses.permit_move s, W businesses.review s, W businesses.showing s, W enrolment.support_period s, W market.deduction s, W market.home s, W market.photo s, W matching.answer s, W matching.mark s, W matching.turn s, W matching.weighed s, W oversight.visit s, W pathways.contact s, W pathways.exit_answer s, W pathways.centre_place s, W pathways.guide_told s, W pathways.handover s, W pathways.exit_showing s, W pathways.intervention s, W pathways.note s, W pathways.note_opening s, W pathways.referral s, W people.address s, W people.barred_officer s, W people.contact s, W people.document s, W people.ground s, W people.health s, W people.household s, W people.income s, W people.share s, W people.skill s, W platform.file s',
    'her own cells of the table of roles that stand on no page of hers: told to her in person, or not built yet',
  ],
  ['GD businesses.showing s', 'each word she gave about her goods is kept; her page shows what it came to'],
  [
    'W outcomes.answer s, W outcomes.baseline s, W outcomes.follow_up s, W outcomes.own_sale s, W outcomes.snapshot s',
    'her own cells of the table of roles: read with the outcome',
  ],
  [
    'GD outcomes.own_sale s',
    'cell «1r»: what she sold herself reaches her guide among the months of income, which are derived beyond the reach of any reader',
  ],
  ['PO people.income s', 'cell «1r P priority»: not asked of any woman yet'],
  ['AG people.document s, AG platform.file s', 'cell «sh rw own issued»: documents sent by agencies are not built yet'],
  [
    'AG enrolment.support_list s, AG enrolment.support_row s, AG enrolment.support_period s',
    'cell «w own answer»: a support body may read what it answered',
  ],
  ['GD enrolment.enquiry s', 'cell «1r»: what was asked about the woman she guides'],
  ['PO enrolment.enquiry s', 'cell «1r P»: the enquiry on the opened file'],
  ['IN platform.history s, OR platform.history s', 'cells «own acts»: not shown on a page yet'],
  ['AU enrolment.appeal s, AU enrolment.out_of_turn s', 'cells «#»: the pages of the auditor come with oversight'],
  [
    'W interviews.agreed s, W interviews.answer s, W interviews.change_wish s, W interviews.dissent s, W interviews.evidence s, W interviews.result s',
    'her own cells of the table of roles: her guide tells her in person, no page of hers shows them',
  ],
  ['PO interviews.stop_note s', 'cell «safety officer B»: her guide is told first; the page of the safety officer comes with it'],
  ['AG interviews.dissent s, IN interviews.dissent s', 'cell «se rw own»: one’s own other view is kept and not shown again yet'],
  [
    'W interviews.anchor s, W interviews.instrument s, W interviews.item s, W interviews.never_asked s, AD interviews.anchor s, AD interviews.instrument s, AD interviews.item s, AD interviews.never_asked s, MO interviews.anchor s, MO interviews.instrument s, MO interviews.item s, MO interviews.never_asked s, OR interviews.anchor s, OR interviews.instrument s, OR interviews.item s, OR interviews.never_asked s, PU interviews.anchor s, PU interviews.instrument s, PU interviews.item s, PU interviews.never_asked s',
    'the instrument and its anchors, which name no woman',
  ],
  [
    'IN enrolment.deprived_area s, MO enrolment.deprived_area s, OR enrolment.deprived_area s, W enrolment.deprived_area s, AD enrolment.deprived_area s, PU enrolment.deprived_area s, IN enrolment.referral_place s, MO enrolment.referral_place s, OR enrolment.referral_place s, W enrolment.referral_place s, AD enrolment.referral_place s, PU enrolment.referral_place s, OR pathways.exit_edition s, OR pathways.exit_row s, W pathways.exit_edition s, W pathways.exit_row s, AD pathways.exit_edition s, AD pathways.exit_row s, PU pathways.exit_edition s, PU pathways.exit_row s',
    'open lists of the plan, which name no woman',
  ],
]

const VERBS: readonly Verb[] = ['s', 'i', 'u']
/** Rights of the policy the database would refuse: an action given to a role that has no line for a table it touches. */
function refusedByRows(lines: readonly LawRow[]): readonly string[] {
  return actions.flatMap((action) =>
    roles
      .filter((role) => grantOf(action, role) !== undefined)
      .flatMap((role) =>
        touchedBy(action)
          .filter((one) => one.roles === undefined || one.roles.includes(role))
          .filter(
            ({ table, verb, isForSome }) =>
              !isForSome && !lines.some((line) => line.table === table && line.verbs.includes(verb) && line.roles.includes(role)),
          )
          .map(({ table, verb }) => `${action} as ${role}: ${table} ${verb}`),
      ),
  )
}
/** Rights of the database no action asks for: «role table verb reach». */
function unusedOf(lines: readonly LawRow[]): readonly string[] {
  const asked = new Set(
    actions.flatMap((action) =>
      roles
        .filter((role) => grantOf(action, role) !== undefined)
        .flatMap((role) =>
          touchedBy(action)
            .filter((one) => one.roles === undefined || one.roles.includes(role))
            .map(({ table, verb }) => `${role} ${table} ${verb}`),
        ),
    ),
  )
  return lines.flatMap(({ table, verbs, roles: held }) =>
    VERBS.filter((verb) => verbs.includes(verb)).flatMap((verb) =>
      held.filter((role) => isRole(role) && !asked.has(`${role} ${table} ${verb}`)).map((role) => `${role} ${table} ${verb}`),
    ),
  )
}
function isRole(text: string): text is Role {
  return roles.some((role) => role === text)
}
const listed = unused.flatMap(([lines]) => lines.split(', '))

test('every table an action touches is one of the law', () => {
  expect(actions.flatMap((action) => touchedBy(action)).filter(({ table }) => !tables.includes(table))).toEqual([])
  expect(Object.keys(touches).toSorted()).toEqual(actions.toSorted())
})
test('what the policy gives a role, the database gives her as well', () => {
  expect(refusedByRows(law)).toEqual([])
})
test('what the database gives a role, the policy gives her as well, or it is listed with its reason', () => {
  expect([...new Set(unusedOf(law))].filter((one) => !listed.includes(one)).toSorted()).toEqual([])
})
test('nothing is listed that is used or gone', () => {
  expect(listed.filter((one) => !unusedOf(law).includes(one))).toEqual([])
})
test('a right taken from the database and one given to it are told', () => {
  const without = law.map((line) => (line.table === 'people.ground' ? { ...line, verbs: 's' } : line))
  expect(refusedByRows(without)).toContain('enrolment.register as GD: people.ground i')
  expect(unusedOf([...law, { table: 'people.identity', verbs: 's', roles: ['CA'], reach: 'county' }])).toContain('CA people.identity s')
})
test.each([
  ['select "id" from "people"."person" where "id" = $1 for update', ['people.person s', 'people.person u']],
  [
    'select * from enrolment."case" file join people.share s on true for update of file',
    ['enrolment.case s', 'enrolment.case u', 'people.share s'],
  ],
  ['insert into "plan"."goal" ("id") values ($1) on conflict ("id") do update set x = 1', ['plan.goal i', 'plan.goal u']],
  ['with a as (update plan.goal set x = 1 returning id) insert into plan.phase select * from a', ['plan.phase i', 'plan.goal u']],
])('%s', (text, expected) => {
  expect(touchesIn(text).map(({ table, verb }) => `${table} ${verb}`)).toEqual(expected)
})
