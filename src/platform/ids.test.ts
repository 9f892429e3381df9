import { expect, test } from 'vitest'
import { newId, UUID } from './ids.ts'

test('each id is later than the one before, also within a millisecond, and each is a UUIDv7', () => {
  const made = Array.from({ length: 20_000 }, () => newId())
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made.filter((id) => !UUID.test(id) || id[14] !== '7' || !/[89ab]/.test(id[19] ?? ''))).toEqual([])
})
