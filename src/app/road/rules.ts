import { type Position, type Well, wellOf, wells } from '../../modules/enrolment/rules/case-moves.ts'

interface Move {
  readonly to: Position
  readonly at: string
}
export interface WellState {
  readonly well: Well
  readonly state: 'done' | 'current' | 'ahead'
  readonly since: string | null
}
/** The six wells of a case from its moves, oldest first. At a side exit the last well on the road stays the present one. */
export function wellStates(moves: readonly Move[]): readonly WellState[] {
  const onRoad = moves.flatMap(({ to, at }) => {
    const well = wellOf(to)
    return well === undefined ? [] : [{ well, at }]
  })
  const present = Math.max(0, wells.indexOf(onRoad.at(-1)?.well ?? 'acquaintance'))
  return wells.map((well, index) => ({
    well,
    state: index < present ? 'done' : index === present ? 'current' : 'ahead',
    since: index > present ? null : (onRoad.find((one) => one.well === well)?.at ?? null),
  }))
}

interface Read {
  readonly at: string
  readonly role: string
}
export interface CardReader {
  readonly role: string
  readonly times: number
  readonly on: string
}
const MOST_READERS = 5
/** Who opened her file, a line for what they are, the latest first; neither she herself nor any office is named. `dayOf` says on which day an instant lies. */
export function readersOnCard(reads: readonly Read[], dayOf: (at: string) => string): readonly CardReader[] {
  const byRole = Map.groupBy(
    reads.filter(({ role }) => role !== 'W'),
    ({ role }) => role,
  )
  return [...byRole]
    .map(([role, own]) => ({
      role,
      times: own.length,
      last:
        own
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((one, other) => other.last.localeCompare(one.last))
    .slice(0, MOST_READERS)
    .map(({ role, times, last }) => ({ role, times, on: dayOf(last) }))
}

/** What happens next on a road, in the words of the card that says it first. */
export const steps = [
  'call',
  'consent-talk',
  'register',
  'complete',
  'decide',
  'queue',
  'wait-for-place',
  'answer-place',
  'work-talk',
  'work-plan',
  'work',
  'lasting-income',
  'tell-refusal',
  'review-pause',
  'keep-safe',
  'take-over',
  'her-return',
  'none',
] as const
export type Step = (typeof steps)[number]
/** Who owes a step: nobody waits for «the system». */
export const owers = ['guide', 'office', 'herself', 'other-county', 'nobody'] as const
export type Ower = (typeof owers)[number]
interface Owed {
  readonly step: Step
  readonly owedBy: Ower
}
const owed = {
  nominated: { step: 'call', owedBy: 'guide' },
  contacted: { step: 'consent-talk', owedBy: 'guide' },
  consented: { step: 'register', owedBy: 'guide' },
  incomplete: { step: 'complete', owedBy: 'guide' },
  registered: { step: 'decide', owedBy: 'office' },
  eligible: { step: 'queue', owedBy: 'office' },
  queued: { step: 'wait-for-place', owedBy: 'office' },
  'place-granted': { step: 'work-talk', owedBy: 'office' },
  interviewed: { step: 'work-plan', owedBy: 'guide' },
  'pathway-agreed': { step: 'work', owedBy: 'guide' },
  active: { step: 'work', owedBy: 'guide' },
  earning: { step: 'lasting-income', owedBy: 'guide' },
  interrupted: { step: 'work', owedBy: 'guide' },
  sustained: { step: 'lasting-income', owedBy: 'guide' },
  aftercare: { step: 'lasting-income', owedBy: 'guide' },
  ineligible: { step: 'tell-refusal', owedBy: 'guide' },
  'on-hold': { step: 'review-pause', owedBy: 'guide' },
  protected: { step: 'keep-safe', owedBy: 'guide' },
  transferred: { step: 'take-over', owedBy: 'other-county' },
  declined: { step: 'her-return', owedBy: 'nobody' },
  'not-yet': { step: 'her-return', owedBy: 'nobody' },
  'referred-out': { step: 'her-return', owedBy: 'nobody' },
  withdrawn: { step: 'her-return', owedBy: 'nobody' },
  'lost-contact': { step: 'her-return', owedBy: 'nobody' },
  moved: { step: 'her-return', owedBy: 'nobody' },
  closed: { step: 'her-return', owedBy: 'nobody' },
  deceased: { step: 'none', owedBy: 'nobody' },
} as const satisfies Record<Position, Owed>
const dueAtOnce: ReadonlySet<Position> = new Set<Position>(['nominated', 'contacted'])
const withoutClock: ReadonlySet<Position> = new Set<Position>(['declined', 'withdrawn'])
/**
 * What happens next to a case as its reader sees it, who owes it and by when (ux.md §1.1). A day is named only where one is kept; calling her is
 * due the day she came (states.md). A place with a day to answer by waits for her word, without one it is hers.
 */
export function nextStep({
  position,
  deadlineOn,
  sinceDay,
}: {
  readonly position: Position
  readonly deadlineOn: string | null
  readonly sinceDay: string
}): Owed & { readonly dueOn: string | null } {
  if (position === 'place-granted' && deadlineOn !== null) return { step: 'answer-place', owedBy: 'herself', dueOn: deadlineOn }
  // After these the day in the file is the one on which it is erased, not one on which somebody owes a step.
  if (withoutClock.has(position)) return { ...owed[position], dueOn: null }
  return { ...owed[position], dueOn: deadlineOn ?? (dueAtOnce.has(position) ? sinceDay : null) }
}
