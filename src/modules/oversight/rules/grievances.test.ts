import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles } from '../../../access/roles.ts'
import { ClosedHow, type GrievanceAbout, GrievanceAct, GrievanceDesk, grievanceAbouts, grievanceStates } from '../contract/grievances.ts'
import { readFilingDraft } from './filing-draft.ts'
import {
  actsOn,
  afterWord,
  awaitsHerWord,
  cellOf,
  desksOf,
  grievanceMoves,
  isOverdue,
  reasonsNotTo,
  reasonsNotToPass,
  reasonsNotToSay,
  reasonsNotToWriteDown,
  routing,
} from './grievances.ts'

const TODAY = '2026-11-23'
const table: readonly (readonly [about: GrievanceAbout, intake: 'PO' | 'AU', desk: string, needs: string])[] = [
  ['programme-office', 'AU', 'AU', 'nothing'],
  ['guide', 'PO', 'PO', 'nothing'],
  ['county-services', 'PO', 'CA', 'county'],
  ['executor', 'PO', 'EX', 'county'],
  ['agency', 'PO', 'AG', 'organisation'],
  ['buyer', 'PO', 'OR', 'organisation'],
  ['hub', 'PO', 'MO', 'county'],
  ['other', 'PO', 'PO', 'nothing'],
]
describe('who answers', () => {
  test.each(table)('about %s: taken in by %s, answered by %s', (about, intake, desk, needs) => {
    expect(routing[about]).toEqual({ intake, desk, needs })
  })
  test('every subject has its line', () => {
    expect(table.map(([about]) => about)).toEqual([...grievanceAbouts])
  })
  test('on no desk before it was passed on but the one that takes it in; the office never holds its own, a guide never one about a guide', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grievanceAbouts),
        fc.constantFrom(...grievanceStates),
        fc.boolean(),
        (about, state, isGuideAllowed) => {
          const { intake, desk } = routing[about]
          const desks = desksOf({ about, state, intake, desk, isGuideAllowed })
          const isBefore = state === 'received' || state === 'acknowledged'
          const expected = new Set([intake, ...(isBefore ? [] : [desk]), ...(isGuideAllowed && about !== 'guide' ? ['GD'] : [])])
          expect(desks.toSorted()).toEqual([...expected].toSorted())
          expect(about === 'programme-office' && desks.includes('PO')).toBe(false)
        },
      ),
    )
  })
  test('nobody writes down a complaint about herself, and a paper has its number', () => {
    const said = { channel: 'phone', paperNumber: null } as const
    expect(reasonsNotToWriteDown('PO', { ...said, about: 'programme-office' })).toEqual(['oversight.not-about-yourself'])
    expect(reasonsNotToWriteDown('GD', { ...said, about: 'guide' })).toEqual(['oversight.not-about-yourself'])
    expect(reasonsNotToWriteDown('GD', { ...said, about: 'programme-office' })).toEqual([])
    expect(reasonsNotToWriteDown('PO', { ...said, channel: 'paper', about: 'guide' })).toEqual(['oversight.grievance-paper-missing'])
  })
  test('it is passed on with the county or the organisation its desk needs', () => {
    const nowhere = { countyCode: null, organisationId: null }
    expect(reasonsNotToPass({ ...nowhere, about: 'county-services' })).toEqual(['oversight.county-missing'])
    expect(reasonsNotToPass({ ...nowhere, about: 'agency' })).toEqual(['oversight.organisation-missing'])
    expect(reasonsNotToPass({ ...nowhere, about: 'agency', organisationId: 'x' })).toEqual([])
    expect(reasonsNotToPass({ ...nowhere, about: 'guide' })).toEqual([])
  })
})

const standing = fc.record({
  state: fc.constantFrom(...grievanceStates),
  dueOn: fc.constantFrom(null, '2026-11-22', TODAY, '2026-11-24'),
  intake: fc.constantFrom('PO' as const, 'AU' as const),
  desk: fc.constantFrom(...GrievanceDesk.options),
})
describe('what may be done', () => {
  test('an act is offered exactly when it is not refused, and always is a move of the table', () => {
    const begins = { acknowledge: 'acknowledged', pass: 'with-office', answer: 'answered', 'take-over': 'escalated' } as const
    fc.assert(
      fc.property(standing, fc.constantFrom(...roles), fc.constantFrom(...GrievanceAct.options), (one, role, act) => {
        const isOffered = actsOn(one, role, TODAY).includes(act)
        expect(reasonsNotTo(act, one, role, TODAY).length === 0).toBe(isOffered)
        const next: readonly string[] = grievanceMoves[one.state]
        expect(!isOffered || next.includes(begins[act])).toBe(true)
      }),
      // What is escalated lies with the auditor already.
      { examples: [[{ state: 'escalated', dueOn: '2026-11-22', intake: 'PO', desk: 'PO' }, 'AU', 'take-over']] },
    )
  })
  test('only whoever has it on her desk answers', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...roles), (one, role) => {
        expect(role !== one.desk && actsOn(one, role, TODAY).includes('answer')).toBe(false)
      }),
    )
  })
  test('it is late from the day after its day, while an office owes it; her silence is nobody’s delay', () => {
    fc.assert(
      fc.property(standing, (one) => {
        const isOwed = one.state !== 'answered' && one.state !== 'closed'
        expect(isOverdue(one, TODAY)).toBe(isOwed && one.dueOn === '2026-11-22')
      }),
    )
  })
  test('the auditor takes over what is late and on another desk, and nothing else', () => {
    const late = { state: 'with-office', dueOn: '2026-11-22', intake: 'PO', desk: 'AG' } as const
    expect(reasonsNotTo('take-over', late, 'AU', TODAY)).toEqual([])
    expect(reasonsNotTo('take-over', { ...late, dueOn: TODAY }, 'AU', TODAY)).toEqual(['oversight.not-overdue'])
    expect(reasonsNotTo('take-over', { ...late, desk: 'AU' }, 'AU', TODAY)).toEqual(['oversight.no-such-grievance-move'])
    expect(reasonsNotTo('answer', late, 'PO', TODAY)).toEqual(['oversight.not-your-desk'])
  })
})
describe('her word', () => {
  test('is awaited once it was answered, and still heard when her silence closed it', () => {
    for (const state of grievanceStates)
      for (const closedHow of [null, ...ClosedHow.options])
        expect(awaitsHerWord({ state, closedHow })).toBe(state === 'answered' || (state === 'closed' && closedHow === 'without-her-word'))
    expect(reasonsNotToSay({ state: 'answered', closedHow: null }, { isSettled: false, text: null })).toEqual(['oversight.why-missing'])
    expect(reasonsNotToSay({ state: 'with-office', closedHow: null }, { isSettled: true, text: null })).toEqual([
      'oversight.word-not-awaited',
    ])
  })
  test('however often she says no, it ends with the auditor and never in silence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GrievanceDesk.options), (first) => {
        let [desk, reopened] = [first, 0]
        const road: string[] = []
        for (let turn = 0; turn < 5; turn++) {
          const next = afterWord({ desk, reopened }, false)
          road.push(next.to)
          if (next.to === 'closed') break
          if (next.to === 'reopened') reopened += 1
          else desk = 'AU'
        }
        expect(road).toEqual(first === 'AU' ? ['reopened', 'closed'] : ['reopened', 'escalated', 'closed'])
        expect(desk).toBe('AU')
        expect(afterWord({ desk, reopened }, false)).toEqual({ to: 'closed', how: 'unsettled' })
        expect(afterWord({ desk, reopened }, true)).toEqual({ to: 'closed', how: 'settled' })
      }),
    )
  })
})
test('every state is reached from the first, and from each it can come to an end', () => {
  const moves: Readonly<Record<string, readonly string[]>> = grievanceMoves
  const from = (begin: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const open = [begin]
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      open.push(...(moves[one] ?? []))
    }
    return seen
  }
  expect([...from('received')].toSorted()).toEqual([...grievanceStates].toSorted())
  for (const state of grievanceStates) expect(from(state).has('closed')).toBe(true)
})
test('a cell under ten is told to nobody, and a zero is under ten', () => {
  expect([0, 9, 10].map(cellOf)).toEqual([null, null, 10])
})

test('a complaint being written lies on the device as the same one, and what cannot be read is no draft', () => {
  const draft = { id: '01900000-0000-7000-8000-000000000001', about: 'executor', countyCode: null, organisationId: null, channel: 'phone' }
  const written = { ...draft, paperNumber: '', text: 'کلاس عقب افتاد', privateText: '', isGuideAllowed: false, isReady: true }
  expect(readFilingDraft(JSON.stringify(written))).toEqual(written)
  for (const text of [null, '', '{', JSON.stringify({ ...written, about: 'nobody' })]) expect(readFilingDraft(text)).toBeUndefined()
})
