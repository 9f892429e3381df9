interface Asking {
  readonly leastWeekly: number | null
  readonly unit: string | null
  readonly startsOn: string
  readonly endsOn: string
}
/** Why what an opportunity asks does not hold together. */
export function reasonsNotToAsk({
  leastWeekly,
  unit,
  startsOn,
  endsOn,
}: Asking): readonly ('matching.weekly-without-unit' | 'matching.ends-before-start')[] {
  return [
    ...((leastWeekly === null) === (unit === null) ? [] : (['matching.weekly-without-unit'] as const)),
    ...(endsOn < startsOn ? (['matching.ends-before-start'] as const) : []),
  ]
}
/** How much of what was called for it nobody used: its share of the places nobody took, rounded down so that nothing promised is given back twice. */
export function unusedOf({
  calledQuantity,
  places,
  taken,
}: {
  readonly calledQuantity: number | null
  readonly places: number
  readonly taken: number
}): number {
  return Math.floor(((calledQuantity ?? 0) * (places - taken)) / places)
}
