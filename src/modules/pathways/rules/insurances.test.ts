import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InsuranceState, insuranceStates } from '../contract/insurances.ts'
import { insuranceMovesOf, reasonsNotToMoveInsurance } from './insurances.ts'

const today = '2026-11-24'
const bare = { letterNumber: null, letterDate: null }
const letter = { letterNumber: '۱۲/ب', letterDate: '2026-11-20' }
test('its road is walked from the first to the last, and a premium left unpaid is no end', () => {
  const road = insuranceStates.slice(0, insuranceStates.indexOf('ended') + 1)
  const stops = road.slice(0, -1).filter((from, place) => !insuranceMovesOf(from).some((to) => to === road[place + 1]))
  expect(stops).toEqual([])
  expect(insuranceMovesOf('gap')).toEqual(['in-force', 'ended'])
})
test('once in force it is never called refused or declined', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...insuranceStates), { maxLength: 30 }), (wanted) => {
      let state: InsuranceState = 'requested'
      let wasInForce = false
      for (const to of wanted) {
        if (reasonsNotToMoveInsurance(state, { to, ...letter }, today).length > 0) continue
        state = to
        wasInForce ||= to === 'in-force'
      }
      expect(wasInForce && !['in-force', 'gap', 'ended'].includes(state)).toBe(false)
    }),
  )
})
test('an introduction and an insurance in force have a number and a day; back from a gap it is the same number', () => {
  expect(reasonsNotToMoveInsurance('requested', { to: 'introduced', ...bare }, today)).toEqual(['pathways.stage-letter-missing'])
  expect(reasonsNotToMoveInsurance('registered', { to: 'in-force', ...bare }, today)).toEqual(['pathways.stage-letter-missing'])
  expect(reasonsNotToMoveInsurance('gap', { to: 'in-force', ...bare }, today)).toEqual([])
  expect(reasonsNotToMoveInsurance('registered', { to: 'in-force', ...letter, letterDate: '2026-11-25' }, today)).toEqual([
    'pathways.stage-letter-ahead',
  ])
})
