import { expect, test } from 'vitest'
import { DAY, places } from './demo-talks.ts'

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
test('who sits in two counties on a day has left the one before the other begins', () => {
  const inTwo = places.flatMap((one) =>
    places.filter((other) => other.panel === one.panel && other.startsAt > one.startsAt).map((other) => [one, other] as const),
  )
  expect(inTwo.length).toBeGreaterThan(1)
  for (const [one, other] of inTwo)
    expect(minuteOf(one.startsAt) + DAY.most * (DAY.minutes + DAY.rest), `${one.county}, ${other.county}`).toBeLessThanOrEqual(
      minuteOf(other.startsAt),
    )
})
