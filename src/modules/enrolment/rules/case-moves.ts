/** Positions of the case, in the words of the state table; the order is the order of her road, then the side exits. */
export const positions = [
  'nominated',
  'contacted',
  'consented',
  'registered',
  'incomplete',
  'eligible',
  'queued',
  'place-granted',
  'interviewed',
  'pathway-agreed',
  'active',
  'earning',
  'interrupted',
  'sustained',
  'aftercare',
  'closed',
  'declined',
  'not-yet',
  'on-hold',
  'protected',
  'referred-out',
  'transferred',
  'ineligible',
  'withdrawn',
  'lost-contact',
  'moved',
  'deceased',
] as const
export type Position = (typeof positions)[number]
/** Where she stands before she has said yes to a file. */
export const beforeConsent: readonly Position[] = ['nominated', 'contacted']
export const isBeforeConsent = (position: Position): boolean => beforeConsent.includes(position)
/** Whether a position lies before a place was granted: on the road to it, or beside that. */
export function isBeforePlace(position: Position): boolean {
  const beside: readonly Position[] = ['ineligible', 'declined', 'not-yet', 'referred-out']
  return beside.includes(position) || positions.indexOf(position) < positions.indexOf('place-granted')
}

const anywhere = ['on-hold', 'protected', 'referred-out', 'transferred', 'withdrawn', 'lost-contact', 'moved', 'deceased'] as const
/** Where a pause or a change of county may lead back to: exactly where she stood. */
const onRoad = [
  'nominated',
  'contacted',
  'consented',
  'registered',
  'incomplete',
  'eligible',
  'queued',
  'place-granted',
  'interviewed',
  'pathway-agreed',
  'active',
  'earning',
  'interrupted',
  'sustained',
  'aftercare',
] as const
/**
 * Every move a case may make. Earning derives from confirmed payments and can fall back; re-entry keeps the old case and starts where it left
 * what still holds. `transferred` is passed through: the county that accepts puts her back where she was.
 */
export const caseMoves = {
  nominated: ['contacted', 'declined', 'not-yet', ...anywhere],
  contacted: ['consented', 'declined', 'not-yet', ...anywhere],
  consented: ['registered', 'incomplete', 'not-yet', ...anywhere],
  incomplete: ['registered', 'not-yet', ...anywhere],
  registered: ['incomplete', 'eligible', 'ineligible', 'not-yet', ...anywhere],
  eligible: ['queued', 'ineligible', ...anywhere],
  queued: ['place-granted', 'ineligible', 'not-yet', ...anywhere],
  'place-granted': ['interviewed', 'queued', 'not-yet', ...anywhere],
  interviewed: ['pathway-agreed', 'not-yet', ...anywhere],
  'pathway-agreed': ['active', ...anywhere],
  active: ['earning', 'interrupted', ...anywhere],
  earning: ['active', 'interrupted', 'sustained', ...anywhere],
  interrupted: ['active', 'earning', ...anywhere],
  sustained: ['interrupted', 'aftercare', ...anywhere],
  aftercare: ['interrupted', 'closed', ...anywhere],
  ineligible: ['eligible', 'registered', 'withdrawn', 'moved', 'deceased'],
  'not-yet': ['contacted', 'consented', 'registered', 'queued', 'protected', 'withdrawn', 'moved', 'deceased', 'lost-contact'],
  'on-hold': [...onRoad, 'protected', 'withdrawn', 'moved', 'deceased', 'lost-contact'],
  protected: [...onRoad, 'not-yet', 'withdrawn', 'moved', 'deceased'],
  'referred-out': ['contacted', 'consented', 'registered', 'withdrawn', 'deceased'],
  transferred: [...onRoad, 'withdrawn', 'deceased'],
  declined: ['contacted'],
  withdrawn: ['contacted', 'consented', 'registered'],
  'lost-contact': ['contacted', 'consented', 'registered', 'withdrawn', 'moved', 'deceased'],
  moved: ['contacted', 'consented', 'registered', 'deceased'],
  deceased: [],
  closed: ['contacted', 'consented', 'registered'],
} as const satisfies Record<Position, readonly Position[]>

export function reasonsNotToMove(from: Position, to: Position): readonly 'enrolment.no-such-move'[] {
  const allowed: readonly Position[] = caseMoves[from]
  return allowed.includes(to) ? [] : ['enrolment.no-such-move']
}

/** The six wells as they are shown to her. */
export const wells = ['acquaintance', 'admission', 'work-talk', 'work-plan', 'work-and-market', 'lasting-income'] as const
export type Well = (typeof wells)[number]
const wellOfPosition = {
  nominated: 'acquaintance',
  contacted: 'acquaintance',
  consented: 'acquaintance',
  incomplete: 'acquaintance',
  registered: 'admission',
  eligible: 'admission',
  queued: 'admission',
  'place-granted': 'work-talk',
  interviewed: 'work-plan',
  'pathway-agreed': 'work-plan',
  active: 'work-and-market',
  earning: 'work-and-market',
  interrupted: 'work-and-market',
  sustained: 'lasting-income',
  aftercare: 'lasting-income',
  closed: 'lasting-income',
} as const satisfies Partial<Record<Position, Well>>
/** The well in which a case stands; undefined at a side exit, where the last position on the road tells. */
export function wellOf(position: Position): Well | undefined {
  const known: Partial<Record<Position, Well>> = wellOfPosition
  return known[position]
}
/** Side exits at which nothing waits: the case has ended, though it may be entered again. */
export const ended: ReadonlySet<Position> = new Set<Position>([
  'declined',
  'ineligible',
  'withdrawn',
  'lost-contact',
  'moved',
  'deceased',
  'closed',
  'referred-out',
])
