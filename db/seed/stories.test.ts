import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'
import { type Fate, fates, inventStories } from './stories.ts'

const batches = inventStories(seededRandom('kariz'), 1405)
const stories = batches.flatMap((batch) => batch.stories)
const women = stories.map(({ woman }) => woman)
// Agencies that know the letter on ages name women within it: their lists are no picture of a county.
const asInLife = batches.filter(({ key }) => key.startsWith('list-')).flatMap((batch) => batch.stories.map(({ woman }) => woman))
const share = (holds: (woman: (typeof women)[number]) => boolean): number => asInLife.filter(holds).length / asInLife.length

test('some 400 women of four counties stand on fifteen lists, each once', () => {
  expect(batches).toHaveLength(15)
  expect(women).toHaveLength(434)
  expect(new Set(women.map(({ nationalId }) => nationalId)).size).toBe(women.length)
  const perCounty = ['1801', '1802', '1803', '1804'].map((county) => women.filter(({ countyCode }) => countyCode === county).length)
  expect(perCounty).toEqual([112, 59, 170, 93])
})
/** Census of 2016 for women heads of household; with 400 of them chance alone moves a share by a few in a hundred. */
test.each<[string, number, (woman: (typeof women)[number]) => boolean]>([
  ['are 60 or older', 0.5, ({ age }) => age >= 60],
  ['cannot read', 0.54, ({ reads }) => reads === 'no'],
  ['are widowed', 0.68, ({ ground }) => ground === 'widowed' || ground === 'presumed-death'],
  ['live alone', 0.44, ({ householdSize }) => householdSize === 1],
  ['work', 0.14, ({ works }) => works],
])('as many of the 400 as in the census %s: %d', (_claim, expected, holds) => {
  expect(Math.abs(share(holds) - expected)).toBeLessThan(0.06)
})
test('some share a telephone, some are called through a neighbour, some cannot be called, and some names are written with a half-space', () => {
  const phones = women.flatMap(({ phone }) => (phone === null ? [] : [phone]))
  expect(phones.length - new Set(phones).size).toBeGreaterThan(10)
  for (const whose of ['own', 'relative', 'neighbour', 'shared', null])
    expect(women.filter(({ whosePhone }) => whosePhone === whose).length, String(whose)).toBeGreaterThan(4)
  expect(women.filter(({ givenName, familyName }) => `${givenName}${familyName}`.includes('\u200c')).length).toBeGreaterThan(40)
})
test('every way a life may go is lived by somebody, and nobody behind her in the list is called before her', () => {
  const lived = new Map<Fate, number>()
  for (const { fate } of stories) lived.set(fate, (lived.get(fate) ?? 0) + 1)
  expect(fates.filter((fate) => (lived.get(fate) ?? 0) === 0)).toEqual([])
  for (const { stories: list, day } of batches) {
    const waits = list.map(({ fate }) => fate === 'waits')
    expect(waits).toEqual(waits.toSorted((one, other) => Number(one) - Number(other)))
    expect(day >= 290 || !waits.includes(true)).toBe(true)
  }
})
test('the same seed invents the same lives in any year, only the birthdays move', () => {
  const other = inventStories(seededRandom('kariz'), 1406).flatMap((batch) => batch.stories)
  expect(other.map(({ fate, support, wish, appeal }) => [fate, support, wish, appeal])).toEqual(
    stories.map(({ fate, support, wish, appeal }) => [fate, support, wish, appeal]),
  )
  expect(other.map(({ woman }) => woman.nationalId)).toEqual(women.map(({ nationalId }) => nationalId))
})
