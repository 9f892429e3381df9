/** Degrees of an item, each with its described anchor. A mark is a degree, or null for «م»: not observed, which is never one. */
export const degrees = [1, 2, 3, 4, 5] as const
export type Degree = (typeof degrees)[number]
export function isDegree(value: number): value is Degree {
  return Number.isInteger(value) && value >= 1 && value <= 5
}
/** A degree as it was stored. */
export function degreeOf(value: number): Degree {
  if (!isDegree(value)) throw new Error('a degree that is none')
  return value
}
export interface Item {
  readonly code: string
  readonly domain: 'individual' | 'craft'
  readonly isOnSample: boolean
}
/** Which items a member marks: everything, or what the work sample alone shows when she reads it outside the room. */
export function itemsFor<Kept extends Pick<Item, 'isOnSample'>>(
  items: readonly Kept[],
  { isInRoom }: { readonly isInRoom: boolean },
): readonly Kept[] {
  return isInRoom ? items : items.filter(({ isOnSample }) => isOnSample)
}
export interface Mark {
  readonly accountId: string
  readonly itemCode: string
  readonly degree: Degree | null
}
/** From this difference on the panel gives its reason in writing. */
export const GAP = 2
export interface Spread {
  readonly itemCode: string
  readonly lowest: Degree | null
  readonly highest: Degree | null
  readonly gap: number
  readonly needsReason: boolean
  /** What most members marked; of equally many the lower, so that support is not lost. Null when nobody observed it. */
  readonly proposed: Degree | null
}
/** The marks of one item beside each other. The domains never meet here: there is no sum and no mean of any kind. */
export function spreadOf(itemCode: string, marks: readonly Mark[]): Spread {
  const seen = marks.flatMap((mark) => (mark.itemCode === itemCode && mark.degree !== null ? [mark.degree] : [])).sort((a, b) => a - b)
  const [lowest = null] = seen
  const highest = seen.at(-1) ?? null
  const gap = lowest === null || highest === null ? 0 : highest - lowest
  return { itemCode, lowest, highest, gap, needsReason: gap >= GAP, proposed: mostMarked(seen) }
}
function mostMarked(seen: readonly Degree[]): Degree | null {
  let best: Degree | null = null
  let most = 0
  for (const degree of degrees) {
    const times = seen.filter((one) => one === degree).length
    if (times > most) [best, most] = [degree, times]
  }
  return best
}
export interface Choice {
  readonly itemCode: string
  readonly degree: Degree | null
  readonly reason: string | null
}
export type AgreeRefusal = 'interviews.items-missing' | 'interviews.outside-marks' | 'interviews.reason-missing'
/** Why what a panel proposes is not yet agreed: an item left out, a degree nobody's marks reach, a wide gap without a reason. */
export function reasonsNotToAgree(spreads: readonly Spread[], choices: readonly Choice[]): readonly AgreeRefusal[] {
  const chosen = new Map(choices.map((choice) => [choice.itemCode, choice]))
  const reasons = new Set<AgreeRefusal>()
  if (chosen.size !== spreads.length || choices.length !== spreads.length) reasons.add('interviews.items-missing')
  for (const spread of spreads) {
    const choice = chosen.get(spread.itemCode)
    if (choice === undefined) reasons.add('interviews.items-missing')
    else if (!isWithin(choice.degree, spread)) reasons.add('interviews.outside-marks')
    else if (spread.needsReason && choice.reason === null) reasons.add('interviews.reason-missing')
  }
  return [...reasons]
}
function isWithin(degree: Degree | null, { lowest, highest }: Spread): boolean {
  if (lowest === null || highest === null) return degree === null
  return degree !== null && degree >= lowest && degree <= highest
}
/** Points so low that she is asked whether she wishes to change them. */
export function isLow(degree: number | null): boolean {
  return degree !== null && degree <= 2
}
/** What one member's marks add to her drift: how many lie above, below, and far from what was agreed. */
export function driftOf(marks: readonly Mark[], agreed: ReadonlyMap<string, Degree | null>) {
  const gaps = marks.flatMap(({ itemCode, degree }) => {
    const settledOn = agreed.get(itemCode) ?? null
    return degree === null || settledOn === null ? [] : [degree - settledOn]
  })
  return {
    marks: gaps.length,
    above: gaps.filter((gap) => gap > 0).length,
    below: gaps.filter((gap) => gap < 0).length,
    far: gaps.filter((gap) => Math.abs(gap) >= GAP).length,
  }
}
