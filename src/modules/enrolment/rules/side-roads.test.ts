import { expect, test } from 'vitest'
import { caseMoves, positions } from './case-moves.ts'
import {
  deadlineAfterPause,
  pauses,
  reasonsNotToHold,
  reasonsNotToReenter,
  reasonsNotToTransfer,
  reentryOf,
  shownPosition,
} from './side-roads.ts'

const today = '2026-11-23'
test('a pause needs consent and an end within a year; for her safety it needs neither', () => {
  const hold = { position: 'registered', reason: 'health', until: '2026-11-24' } as const
  expect(reasonsNotToHold(hold, today)).toEqual([])
  expect(reasonsNotToHold({ ...hold, position: 'contacted' }, today)).toEqual(['enrolment.not-consented'])
  expect(reasonsNotToHold({ ...hold, until: null }, today)).toEqual(['enrolment.hold-needs-end'])
  expect(reasonsNotToHold({ ...hold, until: today }, today)).toEqual(['enrolment.hold-end-wrong'])
  expect(reasonsNotToHold({ ...hold, position: 'withdrawn' }, today)).toEqual(['enrolment.no-such-move'])
  expect(reasonsNotToHold({ position: 'nominated', reason: 'safety', until: null }, today)).toEqual([])
  expect(reasonsNotToHold({ position: 'on-hold', reason: 'safety', until: null }, today)).toEqual([])
})
test('no day of hers runs out in a pause', () => {
  expect(deadlineAfterPause('2026-12-03', '2026-11-23', '2026-11-30')).toBe('2026-12-10')
  expect(deadlineAfterPause(null, '2026-11-23', '2026-11-30')).toBeNull()
})
test('from every pause she can go back to every step of the road before its end', () => {
  const road = positions.slice(0, positions.indexOf('closed'))
  for (const pause of pauses)
    expect({ pause, lost: road.filter((one) => !caseMoves[pause].some((to) => to === one)) }).toEqual({ pause, lost: [] })
})
test('nobody but her guide can tell that she is protected', () => {
  expect(positions.map(shownPosition)).not.toContain('protected')
})
test.each([
  ['declined', null, null, false, 'contacted', null],
  ['withdrawn', null, null, true, 'consented', null],
  ['withdrawn', '2026-06-01', 2, true, 'registered', today],
  ['withdrawn', '2026-06-01', 2, false, 'contacted', '2026-06-01'],
  ['lost-contact', '2026-06-01', 2, true, 'registered', '2026-06-01'],
  ['not-yet', '2026-06-01', 2, true, 'queued', '2026-06-01'],
  ['not-yet', '2026-06-01', null, true, 'registered', '2026-06-01'],
  ['closed', '2026-06-01', 2, true, 'registered', today],
] as const)(
  'after %s with registration %s, tier %s and consent %s she goes on at %s',
  (position, registeredOn, tier, hasConsent, to, day) => {
    expect(reasonsNotToReenter({ position, isErased: false })).toEqual([])
    expect(reentryOf({ position, registeredOn, tier, hasConsent }, today)).toEqual({ to, registeredOn: day })
    expect(caseMoves[position].some((one) => one === to)).toBe(true)
  },
)
test('who stands on the road, or whose file was erased, does not re-enter', () => {
  expect(reasonsNotToReenter({ position: 'queued', isErased: false })).toEqual(['enrolment.nothing-to-reenter'])
  expect(reasonsNotToReenter({ position: 'withdrawn', isErased: true })).toEqual(['enrolment.file-erased'])
})
test('a file changes county only on the road, and only where the plan is', () => {
  const way = { position: 'queued', from: '1803', to: '1804', isPilot: true } as const
  expect(reasonsNotToTransfer(way)).toEqual([])
  expect(reasonsNotToTransfer({ ...way, to: '1803' })).toEqual(['enrolment.same-county'])
  expect(reasonsNotToTransfer({ ...way, isPilot: false })).toEqual(['enrolment.not-a-pilot-county'])
  expect(reasonsNotToTransfer({ ...way, position: 'ineligible' })).toEqual(['enrolment.no-such-move'])
})
