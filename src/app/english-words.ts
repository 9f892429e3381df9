import type { Catalogue } from '../platform/words.ts'

/** The English of each room, a file of its own for the browser: together they are more than a phone should wait for at once. */
const rooms = {
  platform: () => import('../platform/own-words.en.ts'),
  ui: () => import('../ui/words.en.ts'),
  access: () => import('../access/words.en.ts'),
  territory: () => import('../modules/territory/words.en.ts'),
  plan: () => import('../modules/plan/words.en.ts'),
  occupations: () => import('../modules/occupations/words.en.ts'),
  partners: () => import('../modules/partners/words.en.ts'),
  people: () => import('../modules/people/words.en.ts'),
  enrolment: () => import('../modules/enrolment/words.en.ts'),
  interviews: () => import('../modules/interviews/words.en.ts'),
  pathways: () => import('../modules/pathways/words.en.ts'),
  businesses: () => import('../modules/businesses/words.en.ts'),
  matching: () => import('../modules/matching/words.en.ts'),
  market: () => import('../modules/market/words.en.ts'),
  outcomes: () => import('../modules/outcomes/words.en.ts'),
  oversight: () => import('../modules/oversight/words.en.ts'),
  amayesh: () => import('../modules/amayesh/words.en.ts'),
  reforms: () => import('../modules/reforms/words.en.ts'),
  worklist: () => import('./worklist/words.en.ts'),
  overview: () => import('./overview/words.en.ts'),
  road: () => import('./road/words.en.ts'),
  exports: () => import('./exports/words.en.ts'),
  public: () => import('./public/words.en.ts'),
  mine: () => import('./mine/words.en.ts'),
} as const
/** Every English text of the house by id, without the Persian it stands for. */
export async function readEnglish(): Promise<Catalogue> {
  const read = await Promise.all(
    Object.entries(rooms).map(async ([room, load]) => {
      const { english }: { readonly english: Readonly<Record<string, string>> } = await load()
      return Object.entries(english).map(([key, text]): [string, string] => [`${room}.${key}`, text])
    }),
  )
  return new Map(read.flat())
}
