import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

/** Letters of the first months, each from its day: widows are admitted up to 61, and the counties are given more places once the first were taken. */
const AGE_DAY = 6
const PLACES_DAY = 62
const WIDOWS_UP_TO = 61
const MORE_PLACES: Readonly<Record<string, number>> = { '1801': 22, '1802': 17, '1803': 36, '1804': 20 }
export async function sendLetters(stage: Stage): Promise<void> {
  const bounds = { from: 18, to: 55 }
  const ages = {
    widowed: { from: 18, to: WIDOWS_UP_TO },
    divorced: bounds,
    'husband-cannot-provide': bounds,
    'never-married': { from: 45, to: 55 },
    other: bounds,
  }
  const letter = (number: string, day: number) => ({
    letterNumber: number,
    letterDate: stage.dateOf(day - 1),
    validFrom: stage.dateOf(day),
  })
  await stage.act({
    name: 'letter/ages',
    who: 'daftar',
    day: AGE_DAY,
    url: '/plan/parameters',
    body: { id: demoId('letter/ages'), name: 'age-bounds', countyCode: null, value: ages, ...letter('ن/۱۰۴', AGE_DAY) },
  })
  for (const [countyCode, places] of Object.entries(MORE_PLACES)) {
    const name = `letter/places/${countyCode}`
    const body = { id: demoId(name), countyCode, places, ...letter('ن/۱۰۵', PLACES_DAY) }
    await stage.act({ name, who: 'daftar', day: PLACES_DAY, url: '/plan/quotas', body })
  }
}
