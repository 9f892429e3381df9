import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lotCodeOf, lotCodeProblem } from './lot-code.ts'

const eight = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }).map((digits) => digits.join(''))
test('a printed code is right, one digit off is caught, and what is not whole waits', () => {
  fc.assert(
    fc.property(eight, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (digits, place, off) => {
      const code = lotCodeOf(digits)
      expect(lotCodeProblem(code)).toBeUndefined()
      const wrong = code.slice(0, place) + String((Number(code[place]) + off) % 10) + code.slice(place + 1)
      expect(lotCodeProblem(wrong)).toBe('wrong')
      expect(lotCodeProblem(digits)).toBe('short')
      expect(lotCodeProblem(`${code}1`)).toBe('wrong')
    }),
  )
})
