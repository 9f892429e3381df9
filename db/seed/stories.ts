import type { Random } from './random.ts'
import { type InventedWoman, inventWomen } from './women.ts'

/** How far an invented woman has come by today, and how she left when she left. What the rules decide about her is left to the rules. */
export const fates = [
  'waits',
  'tried',
  'lost-contact',
  'declined',
  'later',
  'reached',
  'drafting',
  'registered',
  'decided',
  'withdrawn',
  'on-hold',
  'protected',
  'moved',
  'deceased',
  'referred-out',
  'transferred',
  'forgotten',
] as const
export type Fate = (typeof fates)[number]
export interface Story {
  readonly woman: InventedWoman
  readonly fate: Fate
  /** What the support bodies' lists say of her; undefined when she is on none. */
  readonly support: 'covered' | 'in-queue' | 'applied' | 'exited' | undefined
  /** After a refusal: whether she asks again, and how the other body answers. */
  readonly appeal: 'none' | 'filed' | 'assigned' | 'upheld' | 'overturned'
  /** Her answer to a place. */
  readonly wish: 'take' | 'queued' | 'not-yet' | 'silent'
  readonly daysToContact: number
  readonly daysToRegister: number
}
/** One list of an agency: who sends it, on which day of the plan, and the women on it. */
export interface Batch {
  readonly key: string
  readonly sender: string
  readonly day: number
  readonly stories: readonly Story[]
}
const LISTS: readonly (readonly [sender: string, day: number, women: readonly (readonly [county: string, count: number])[]])[] = [
  [
    'behzisti-ostan',
    12,
    [
      ['1801', 30],
      ['1802', 15],
      ['1804', 10],
    ],
  ],
  ['behzisti-dashtestan', 25, [['1803', 40]]],
  [
    'emdad-ostan',
    48,
    [
      ['1801', 30],
      ['1802', 15],
    ],
  ],
  ['emdad-dashti', 60, [['1804', 35]]],
  ['emdad-dashtestan', 85, [['1803', 40]]],
  [
    'behzisti-ostan',
    130,
    [
      ['1801', 30],
      ['1802', 15],
      ['1804', 20],
    ],
  ],
  ['behzisti-dashtestan', 185, [['1803', 40]]],
  [
    'emdad-ostan',
    228,
    [
      ['1801', 12],
      ['1802', 8],
    ],
  ],
  ['emdad-dashti', 262, [['1804', 10]]],
  ['behzisti-dashtestan', 281, [['1803', 10]]],
  ['emdad-dashtestan', 290, [['1803', 15]]],
  ['behzisti-ostan', 293, [['1801', 10]]],
]
/**
 * Lists of autumn, when the places of the year are given and the letter on ages is known: their agencies name women it lets in, who then wait, for a
 * decision or in the line; a few turn out to be covered already. So many of each county are decided, registered and covered.
 */
const LATE: readonly (readonly [sender: string, day: number, county: string, decided: number, registered: number, covered: number])[] = [
  ['emdad-ostan', 260, '1802', 6, 0, 0],
  ['behzisti-dashtestan', 261, '1803', 12, 10, 3],
  ['emdad-dashti', 263, '1804', 11, 7, 0],
]
/** The whole cast, the same for the same seed: women of four counties on lists of every season. The last lists still wait for their first calls. */
export function inventStories(random: Random, jalaliYear: number): readonly Batch[] {
  const counties = [...new Set(LISTS.flatMap(([, , women]) => women.map(([county]) => county)))]
  const pool = new Map(
    counties.map((countyCode) => {
      const count = LISTS.flatMap(([, , women]) => women).reduce((sum, [county, some]) => sum + (county === countyCode ? some : 0), 0)
      return [countyCode, [...inventWomen(random.fork(countyCode), count, { countyCode, jalaliYear })]]
    }),
  )
  const lists = LISTS.map(([sender, day, women], place) => ({
    key: `list-${place + 1}`,
    sender,
    day,
    stories: women
      .flatMap(([county, count]) => (pool.get(county) ?? []).splice(0, count))
      .map((woman, index) => storyOf(random.fork(`story-${place}-${index}`), woman, day))
      .sort((one, other) => Number(one.fate === 'waits') - Number(other.fate === 'waits')),
  }))
  const late = LATE.map(([sender, day, countyCode, decided, registered, covered], place) => ({
    key: `late-${place + 1}`,
    sender,
    day,
    stories: inventWomen(random.fork(`late-${place}`), 12 * (decided + registered + covered), { countyCode, jalaliYear })
      .filter(({ age, ground, phone }) => age >= 30 && age < 55 && ground === 'widowed' && phone !== null)
      .slice(0, decided + registered + covered)
      .map((woman, index) =>
        lateStoryOf(woman, index, {
          fate: index < decided || index >= decided + registered ? 'decided' : 'registered',
          support: index < decided + registered ? undefined : 'covered',
        }),
      ),
  }))
  return [...lists, ...late]
}
function lateStoryOf(woman: InventedWoman, index: number, how: Pick<Story, 'fate' | 'support'>): Story {
  return { ...how, woman, appeal: 'none', wish: 'take', daysToContact: 1 + (index % 4), daysToRegister: 1 + (index % 7) }
}
function storyOf(random: Random, woman: InventedWoman, day: number): Story {
  return {
    woman,
    fate: fateOf(random, day),
    support: random.weighted<Story['support']>([
      [undefined, 55],
      ['in-queue', 24],
      ['applied', 8],
      ['covered', 9],
      ['exited', 4],
    ]),
    appeal: random.weighted<Story['appeal']>([
      ['none', 78],
      ['filed', 5],
      ['assigned', 5],
      ['upheld', 6],
      ['overturned', 6],
    ]),
    wish: random.weighted<Story['wish']>([
      ['take', 70],
      ['queued', 10],
      ['not-yet', 8],
      ['silent', 12],
    ]),
    daysToContact: random.whole(1, 9),
    daysToRegister: random.whole(1, 14),
  }
}
function fateOf(random: Random, day: number): Fate {
  if (day > 280 && day < 290)
    return random.weighted<Fate>([
      ['tried', 40],
      ['reached', 25],
      ['drafting', 20],
      ['registered', 15],
    ])
  if (day >= 290)
    return random.weighted<Fate>([
      ['waits', 60],
      ['tried', 20],
      ['reached', 12],
      ['drafting', 8],
    ])
  return random.weighted<Fate>([
    ['decided', 66],
    ['registered', day > 220 ? 14 : 2],
    ['tried', day > 200 ? 6 : 0],
    ['lost-contact', 4],
    ['declined', 4],
    ['later', 3],
    ['reached', day > 200 ? 5 : 0],
    ['drafting', day > 200 ? 7 : 0],
    ['withdrawn', 3],
    ['on-hold', 2],
    ['protected', 1],
    ['moved', 1],
    ['deceased', 1],
    ['referred-out', 1],
    ['transferred', 2],
    ['forgotten', day < 150 ? 2 : 0],
  ])
}
