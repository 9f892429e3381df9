import type { PledgeState } from '../contract/pledges.ts'

/** The one table of moves of a pledge (states of the programme). What was promised is never ours to end in silence: every end has a reason. */
export const pledgeMoves = {
  announced: ['in-writing', 'lapsed', 'withdrawn'],
  'in-writing': ['vetted', 'lapsed', 'withdrawn'],
  vetted: ['signed', 'lapsed', 'withdrawn'],
  signed: ['open', 'lapsed', 'withdrawn'],
  open: ['fulfilled', 'lapsed', 'withdrawn'],
  fulfilled: [],
  lapsed: [],
  withdrawn: [],
} as const satisfies Record<PledgeState, readonly PledgeState[]>

export function reasonsNotToMovePledge(from: PledgeState, to: PledgeState): readonly 'partners.no-such-pledge-move'[] {
  const allowed: readonly PledgeState[] = pledgeMoves[from]
  return allowed.includes(to) ? [] : ['partners.no-such-pledge-move']
}
/** Whether a promise still waits for somebody's next step before it can be called. */
export function waitsForStep(state: PledgeState): boolean {
  return state === 'announced' || state === 'in-writing' || state === 'vetted' || state === 'signed'
}
export type Mismatch = 'none' | 'partly' | 'wholly'
/**
 * Whether a promise is bound to places where the plan does not work: money of the coast's companies often is. No counties named means everywhere.
 */
export function mismatchOf(counties: readonly string[], pilots: readonly string[]): Mismatch {
  if (counties.length === 0) return 'none'
  const within = counties.filter((county) => pilots.includes(county)).length
  return within === counties.length ? 'none' : within === 0 ? 'wholly' : 'partly'
}
interface Promised {
  readonly quantity: number
  readonly startsOn: string
  readonly dueOn: string
  readonly parts: readonly { readonly dueOn: string; readonly quantity: number }[]
}
export type PromiseRefusal = 'partners.dates-reversed' | 'partners.parts-not-the-whole' | 'partners.part-outside'
/** A schedule, where there is one, adds up to the promise and lies within its days. */
export function reasonsNotToPromise({ quantity, startsOn, dueOn, parts }: Promised): readonly PromiseRefusal[] {
  const reasons: PromiseRefusal[] = []
  if (dueOn < startsOn) reasons.push('partners.dates-reversed')
  if (parts.length > 0 && parts.reduce((sum, part) => sum + part.quantity, 0) !== quantity) reasons.push('partners.parts-not-the-whole')
  if (parts.some((part) => part.dueOn < startsOn || part.dueOn > dueOn)) reasons.push('partners.part-outside')
  return reasons
}
interface Opinion {
  readonly accountId: string
  readonly isFit: boolean
}
/** Two who find it fit, each for herself, let it pass; two who do not end it. One against one waits for a third. */
export function verdictOf(opinions: readonly Opinion[]): 'fit' | 'unfit' | 'open' {
  const fit = opinions.filter(({ isFit }) => isFit).length
  if (fit >= 2) return 'fit'
  return opinions.length - fit >= 2 ? 'unfit' : 'open'
}
