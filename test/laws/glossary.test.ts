import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { duties, roles } from '../../src/access/roles.ts'
import { modules } from '../../src/app/modules.ts'
import { standings } from '../../src/modules/amayesh/rules/cell.ts'
import { studyStates, verdicts } from '../../src/modules/amayesh/rules/study.ts'
import { BusinessKind, BusinessState } from '../../src/modules/businesses/contract/businesses.ts'
import { PermitState } from '../../src/modules/businesses/contract/permits.ts'
import { Plea } from '../../src/modules/enrolment/contract/appeals.ts'
import { CasePosition } from '../../src/modules/enrolment/contract/cases.ts'
import { RuleCode } from '../../src/modules/enrolment/contract/eligibility.ts'
import { OutOfTurnReason } from '../../src/modules/enrolment/contract/queue.ts'
import { HoldReason } from '../../src/modules/enrolment/contract/side-roads.ts'
import { SupportStatus } from '../../src/modules/enrolment/contract/support.ts'
import { PermitClass, RelationPattern, TradeGroup } from '../../src/modules/occupations/contract.ts'
import { DeliverableState, LessonState, MeetingKind, PlannedAct, ResolutionState } from '../../src/modules/oversight/contract/states.ts'
import { CapacityKind, MembershipKind, OrganisationType } from '../../src/modules/partners/contract.ts'
import { ConsentManner, ConsentPurpose, FieldGroup, PreciseGround } from '../../src/modules/people/contract.ts'
import { GroundClass, ParameterName } from '../../src/modules/plan/contract.ts'
import { ArrangementState } from '../../src/modules/reforms/contract/arrangements.ts'
import { Grade, ObstacleKind, ObstacleState } from '../../src/modules/reforms/contract/obstacles.ts'
import { purposes } from '../../src/platform/route.ts'

const words = readFileSync(resolve(import.meta.dirname, '../../docs/words.md'), 'utf8')
/** Codes people meet: each has its word in the glossary. */
const codes: Readonly<Record<string, readonly string[]>> = {
  roles,
  duties,
  purposes,
  positions: CasePosition.options,
  rules: RuleCode.options,
  'support status': SupportStatus.options,
  holds: HoldReason.options,
  'out of turn': OutOfTurnReason.options,
  pleas: Plea.options,
  parameters: ParameterName.options,
  'classes of ground': GroundClass.options,
  grounds: PreciseGround.options,
  groups: FieldGroup.options,
  consents: ConsentPurpose.options,
  'manners of consent': ConsentManner.options,
  'trade groups': TradeGroup.options,
  permits: PermitClass.options,
  'ways of working': RelationPattern.options,
  deliverables: DeliverableState.options,
  meetings: MeetingKind.options,
  resolutions: ResolutionState.options,
  'planned acts': PlannedAct.options,
  lessons: LessonState.options,
  organisations: OrganisationType.options,
  memberships: MembershipKind.options,
  capacities: CapacityKind.options,
  businesses: BusinessState.options,
  'kinds of business': BusinessKind.options,
  'states of a permit': PermitState.options,
  'standings of an occupation': standings,
  verdicts,
  'states of a study': studyStates,
  'kinds of obstacle': ObstacleKind.options,
  'ranks of a rule': Grade.options,
  'states of an obstacle': ObstacleState.options,
  'states of an arrangement': ArrangementState.options,
}
const absent = (from: readonly string[]): readonly string[] => from.filter((code) => !words.includes(`\`${code}\``))

test.each(Object.keys(codes))('every code of %s has its word in the glossary', (kind) => {
  expect(codes[kind]?.length).toBeGreaterThan(1)
  expect(absent(codes[kind] ?? [])).toEqual([])
})
test('a code without a word is told', () => {
  expect(absent(['planted-code', 'registrar'])).toEqual(['planted-code'])
})
test('the map of rooms in both readmes and the order in code are one', () => {
  for (const name of ['README.md', 'README.fa.md']) {
    const readme = readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8')
    expect([name, modules.filter((room) => !readme.includes(`(src/modules/${room})`))]).toEqual([name, []])
  }
})
