import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlaceKind } from '../contract/checklists.ts'
import { findingStates } from '../contract/findings.ts'
import { visitStates } from '../contract/visits.ts'
import { findingMoves, isFindingOverdue, MOST_PHOTOS, reasonsNotToJudge, reasonsNotToMoveFinding, reasonsNotToPicture } from './findings.ts'
import { readVisitDraft, sentOf } from './visit-draft.ts'
import {
  checklists,
  isVisitOverdue,
  itemsOf,
  mayKnowWhom,
  newestVersion,
  reasonsNotToHold,
  reasonsNotToMoveVisit,
  reasonsNotToPlan,
} from './visits.ts'

const TODAY = '2026-11-23'
const everything = (kind: PlaceKind) => Object.fromEntries(itemsOf(kind, 1).map((item) => [item, 'good' as const]))
const planned = {
  placeKind: 'dwelling',
  hubId: null,
  placeName: null,
  fileNumber: '1234-5678-9',
  plannedOn: TODAY,
  isWomanVisitor: true,
  isUnmarkedCar: true,
} as const
const held = (kind: PlaceKind) => ({
  placeKind: kind,
  checklistVersion: 1,
  heldOn: TODAY,
  isKin: false,
  answers: everything(kind),
  findings: [],
})

describe('planning', () => {
  test('a dwelling needs a woman visitor and an unmarked car, both', () => {
    expect(reasonsNotToPlan(planned, TODAY)).toEqual([])
    for (const without of [{ isWomanVisitor: false }, { isUnmarkedCar: false }])
      expect(reasonsNotToPlan({ ...planned, ...without }, TODAY)).toEqual(['oversight.dwelling-conditions'])
  })
  test('a place is named by what it is, and the day is not past', () => {
    const nowhere = { ...planned, isWomanVisitor: false, isUnmarkedCar: false, fileNumber: null }
    for (const placeKind of ['hub', 'class'] as const)
      expect(reasonsNotToPlan({ ...nowhere, placeKind }, TODAY)).toEqual(['oversight.place-missing'])
    expect(reasonsNotToPlan({ ...nowhere, placeKind: 'hub', hubId: 'x' }, TODAY)).toEqual([])
    expect(reasonsNotToPlan({ ...planned, plannedOn: '2026-11-22' }, TODAY)).toEqual(['oversight.visit-day-past'])
  })
  test('every kind of place has its list, each line once, and every version of it stays readable', () => {
    for (const kind of PlaceKind.options) {
      expect(newestVersion(kind)).toBe(checklists[kind].length)
      for (const items of checklists[kind]) expect(new Set(items).size).toBe(items.length)
    }
  })
})
describe('what is written on the spot', () => {
  test('every line is answered, and no line of another list', () => {
    for (const kind of PlaceKind.options) {
      expect(reasonsNotToHold(held(kind), TODAY)).toEqual([])
      expect(reasonsNotToHold({ ...held(kind), answers: {} }, TODAY)).toEqual(['oversight.checklist-unfinished'])
      const strange = { ...everything(kind), ...everything(kind === 'hub' ? 'class' : 'hub') }
      expect(reasonsNotToHold({ ...held(kind), answers: strange }, TODAY)).toEqual(['oversight.checklist-unfinished'])
    }
  })
  test('what is serious has its act and a day after the visit; of a home nothing is written in words', () => {
    const serious = { ...held('class'), answers: { ...everything('class'), 'room-fit': 'serious' as const } }
    const finding = { item: 'room-fit', seen: null, act: 'چرخ‌ها تعمیر شود', dueOn: '2026-12-01' } as const
    expect(reasonsNotToHold(serious, TODAY)).toEqual(['oversight.act-missing'])
    expect(reasonsNotToHold({ ...serious, findings: [{ ...finding, act: null }] }, TODAY)).toEqual(['oversight.act-missing'])
    expect(reasonsNotToHold({ ...serious, findings: [finding] }, TODAY)).toEqual([])
    expect(reasonsNotToHold({ ...serious, findings: [{ ...finding, dueOn: TODAY }] }, TODAY)).toEqual(['oversight.act-day-wrong'])
    const home = { ...held('dwelling'), answers: { ...everything('dwelling'), 'work-safe': 'serious' as const } }
    const silent = { item: 'work-safe', seen: null, act: null, dueOn: '2026-12-01' } as const
    expect(reasonsNotToHold({ ...home, findings: [silent] }, TODAY)).toEqual([])
    expect(reasonsNotToHold({ ...home, findings: [{ ...silent, seen: 'خانه‌اش' }] }, TODAY)).toEqual(['oversight.no-text-at-home'])
  })
  test('a visitor who is kin does not write it, and it arrives within two weeks', () => {
    expect(reasonsNotToHold({ ...held('hub'), isKin: true }, TODAY)).toEqual(['oversight.visitor-is-kin'])
    for (const [heldOn, isRight] of [
      ['2026-11-09', true],
      ['2026-11-08', false],
      ['2026-11-24', false],
    ] as const)
      expect([heldOn, reasonsNotToHold({ ...held('hub'), heldOn }, TODAY).length === 0]).toEqual([heldOn, isRight])
  })
  test('a draft that cannot be read, or is of another version, is none; what is sent holds findings of wrong lines only', () => {
    expect(readVisitDraft('{', 1)).toBeUndefined()
    const finding = { id: '01900000-0000-7000-8000-000000000001', desk: 'EX' as const, seen: '', act: 'تعمیر', dueOn: '2026-12-01' }
    const findings = { 'room-fit': finding, 'list-true': { ...finding, desk: null }, 'trainer-there': finding }
    const answers = { 'room-fit': 'serious', 'list-true': 'minor', 'trainer-there': 'good' } as const
    const draft = { version: 2, heldOn: TODAY, isNoKin: true, answers, findings, again: {}, isReady: false }
    expect(readVisitDraft(JSON.stringify(draft), 2)).toEqual(draft)
    expect(readVisitDraft(JSON.stringify(draft), 3)).toBeUndefined()
    expect(sentOf(draft)).toMatchObject({ isKin: false, findings: [{ item: 'room-fit', desk: 'EX' }] })
    expect(sentOf(draft).findings).toHaveLength(1)
  })
})
describe('moves and days', () => {
  test('a dwelling is asked first and never held before her yes; what is held stays', () => {
    expect(reasonsNotToMoveVisit('asked', 'held')).toEqual(['oversight.no-such-visit-move'])
    expect(reasonsNotToMoveVisit('planned', 'declined')).toEqual([])
    for (const to of visitStates) expect(reasonsNotToMoveVisit('held', to)).toEqual(['oversight.no-such-visit-move'])
  })
  test('a report never closes a finding: from reported it is confirmed, given back, or closed by a visit that saw it', () => {
    expect(findingMoves.reported).toEqual(['confirmed', 'returned', 'closed'])
    expect(reasonsNotToMoveFinding('open', 'confirmed')).toEqual(['oversight.no-such-finding-move'])
    for (const to of findingStates) expect(reasonsNotToMoveFinding('closed', to)).toEqual(['oversight.no-such-finding-move'])
  })
  test('overdue is whoever owes it, from the day after its day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...findingStates), fc.constantFrom('2026-11-22', TODAY, '2026-11-24'), (state, dueOn) => {
        expect(isFindingOverdue({ state, dueOn }, TODAY)).toBe((state === 'open' || state === 'returned') && dueOn < TODAY)
      }),
    )
    expect(visitStates.filter((state) => isVisitOverdue({ state, plannedOn: '2026-11-22' }, TODAY))).toEqual(['planned'])
  })
  test('whom it goes to is known from the day before to the day after, and only of a visit that stands', () => {
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']
    expect(days.filter((day) => mayKnowWhom({ state: 'planned', plannedOn: '2026-11-22' }, day))).toEqual(days.slice(1, 4))
    expect(visitStates.filter((state) => mayKnowWhom({ state, plannedOn: TODAY }, TODAY))).toEqual(['planned'])
  })
  test('what is given back says why and by when', () => {
    expect(reasonsNotToJudge({ isConfirmed: true, reason: null, dueOn: null }, TODAY)).toEqual([])
    expect(reasonsNotToJudge({ isConfirmed: false, reason: null, dueOn: '2026-12-01' }, TODAY)).toEqual(['oversight.return-half'])
    expect(reasonsNotToJudge({ isConfirmed: false, reason: 'نیمه', dueOn: TODAY }, TODAY)).toEqual(['oversight.act-day-wrong'])
  })
  test('there are pictures of a hub or a class alone, a few, and while the finding is open; of a home there is none', () => {
    for (const state of findingStates)
      expect(reasonsNotToPicture({ placeKind: 'dwelling', state }, 0)).toEqual(['oversight.no-photo-at-home'])
    expect(reasonsNotToPicture({ placeKind: 'hub', state: 'open' }, MOST_PHOTOS - 1)).toEqual([])
    expect(reasonsNotToPicture({ placeKind: 'class', state: 'open' }, MOST_PHOTOS)).toEqual(['oversight.too-many-photos'])
    expect(reasonsNotToPicture({ placeKind: 'hub', state: 'closed' }, 0)).toEqual(['oversight.finding-ended'])
  })
})
