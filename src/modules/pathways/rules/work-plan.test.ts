import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type StepState, stepStates } from '../contract/work-plan.ts'
import {
  actOf,
  reasonsNotToAddStep,
  reasonsNotToAgree,
  reasonsNotToMoveStep,
  reasonsNotToPlan,
  reasonsNotToStart,
  stepMoves,
} from './work-plan.ts'

const offered = new Set(['HB001', 'HB003'])
describe('a plan', () => {
  test('work at home names its relation, other kinds have none', () => {
    const wishes = ['HB001']
    expect(reasonsNotToPlan({ kind: 'home-based', relation: null, wishes }, offered)).toEqual(['pathways.relation-missing'])
    expect(reasonsNotToPlan({ kind: 'job', relation: 'piecework', wishes }, offered)).toEqual(['pathways.relation-of-another-kind'])
    expect(reasonsNotToPlan({ kind: 'home-based', relation: 'piecework', wishes }, offered)).toEqual([])
  })
  test('wishes are fields of her county, each once; who does not want work wishes none', () => {
    const of = (wishes: readonly string[]) => reasonsNotToPlan({ kind: 'self-employment', relation: null, wishes }, offered)
    expect(of([])).toEqual(['pathways.wish-missing'])
    expect(of(['HB003', 'HB003'])).toEqual(['pathways.wish-twice'])
    expect(of(['HB002'])).toEqual(['pathways.field-not-offered'])
    expect(reasonsNotToPlan({ kind: 'not-work-oriented', relation: null, wishes: [] }, offered)).toEqual([])
  })
  test('is agreed after the result was told and never empty; drafted before', () => {
    expect(reasonsNotToAgree('interviewed', 1)).toEqual([])
    expect(reasonsNotToAgree('active', 2)).toEqual([])
    expect(reasonsNotToAgree('place-granted', 0)).toEqual(['pathways.not-interviewed', 'pathways.step-missing'])
    expect(reasonsNotToAgree('on-hold', 1)).toEqual(['pathways.not-interviewed'])
  })
})
describe('a step', () => {
  test('names the agency that owes it and nobody else, from today on', () => {
    const today = '2026-11-23'
    expect(reasonsNotToAddStep({ owner: 'agency', organisationId: null, dueOn: today }, today)).toEqual(['pathways.step-owner-unnamed'])
    expect(reasonsNotToAddStep({ owner: 'her', organisationId: 'x', dueOn: '2026-11-22' }, today)).toEqual([
      'pathways.step-owner-unnamed',
      'pathways.step-in-the-past',
    ])
  })
  test('training begins with a named buyer, and nothing before she agreed or in a pause', () => {
    const ready = { kind: 'training', isAgreed: true, hasBuyer: true, position: 'pathway-agreed' } as const
    expect(reasonsNotToStart(ready)).toEqual([])
    expect(reasonsNotToStart({ ...ready, hasBuyer: false })).toEqual(['pathways.no-buyer-named'])
    expect(reasonsNotToStart({ ...ready, kind: 'tools', hasBuyer: false })).toEqual([])
    expect(reasonsNotToStart({ ...ready, isAgreed: false, position: 'on-hold' })).toEqual([
      'pathways.plan-not-agreed',
      'pathways.case-not-on-road',
    ])
  })
  test('a permit, an insurance, a loan and a first order stand before the exit table', () => {
    expect([actOf('permit'), actOf('insurance'), actOf('loan'), actOf('first-order'), actOf('training')]).toEqual([
      'permit',
      'insurance',
      'loan',
      'order',
      undefined,
    ])
  })
  test('walks only as its table says, and can always be ended', () => {
    const isMove = (from: StepState, to: StepState): boolean => reasonsNotToMoveStep(from, to).length === 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stepStates)), (wanted) => {
        let state: StepState = 'planned'
        for (const to of wanted) if (isMove(state, to)) state = to
        expect(stepStates).toContain(state)
        const isEnded = stepMoves[state].length === 0
        expect(isEnded || isMove(state, 'cancelled')).toBe(true)
      }),
    )
    expect(stepStates.filter((to) => isMove('done', to) || isMove('cancelled', to))).toEqual([])
    expect(isMove('planned', 'done')).toBe(false)
  })
})
