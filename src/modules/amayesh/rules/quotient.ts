/** People at work in a group of trades in a county, as a source says. */
export interface Count {
  readonly group: string
  readonly county: string
  readonly people: number
}
export interface Quotient {
  readonly group: string
  readonly county: string
  readonly people: number
  /** Share of the group in the county ÷ its share in all counties, as the numbers are. */
  readonly raw: number
  /** The same, drawn towards one as far as so few people tell little (empirical Bayes). */
  readonly shrunk: number
  /** Between these lie nine of ten draws. */
  readonly low: number
  readonly high: number
  /** Only what lies wholly on one side of one says something. */
  readonly says: 'above' | 'below' | 'nothing'
}
/** The same draws for everybody who looks: a number that changes between two readings is not one to sign. */
const SEED = 1_405
const DRAWS = 400
const [LOW, HIGH] = [0.05, 0.95]

/**
 * Location quotients of every group in every county against all of them together. Shares of small counties are drawn towards the share of all by a
 * beta-binomial prior whose strength comes from how far the counties differ (method of moments); the interval is a parametric bootstrap with a fixed
 * seed. Groups in which nobody works are left out. Source: livelihood.md §5.
 */
export function quotientsOf(counts: readonly Count[]): readonly Quotient[] {
  const inCounty = totals(counts, ({ county }) => county)
  const inGroup = totals(counts, ({ group }) => group)
  const all = counts.reduce((sum, { people }) => sum + people, 0)
  return [...Map.groupBy(counts, ({ group }) => group)].flatMap(([group, rows]) => {
    const mean = (inGroup.get(group) ?? 0) / all
    if (!(mean > 0)) return []
    const places = rows.flatMap((row) => {
      const size = inCounty.get(row.county) ?? 0
      return size === 0 ? [] : [{ ...row, size }]
    })
    const strength = strengthOf(places, mean)
    return places.map((place) => quotientOf(place, mean, strength))
  })
}
interface Place extends Count {
  readonly size: number
}
/** How many people the prior is worth; endless when the counties differ no more than chance would make them. */
function strengthOf(places: readonly Place[], mean: number): number {
  const all = places.reduce((sum, { size }) => sum + size, 0)
  const differ = places.reduce((sum, { people, size }) => sum + size * (people / size - mean) ** 2, 0) / all
  const byChance = (mean * (1 - mean) * places.length) / all
  const between = differ - byChance
  return between <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, (mean * (1 - mean)) / between - 1)
}
function shrink(people: number, size: number, mean: number, strength: number): number {
  return strength === Number.POSITIVE_INFINITY ? mean : (people + strength * mean) / (size + strength)
}
function quotientOf({ group, county, people, size }: Place, mean: number, strength: number): Quotient {
  const share = shrink(people, size, mean, strength)
  const random = randomOf(SEED)
  const drawn = Array.from({ length: DRAWS }, () => shrink(binomial(random, size, share), size, mean, strength) / mean).toSorted(
    (one, other) => one - other,
  )
  const at = (part: number): number => drawn[Math.min(DRAWS - 1, Math.floor(part * DRAWS))] ?? 0
  const [shrunk, low, high] = [share / mean, at(LOW), at(HIGH)]
  const says = low > 1 ? 'above' : high < 1 ? 'below' : 'nothing'
  return { group, county, people, raw: people / size / mean, shrunk, low: Math.min(low, shrunk), high: Math.max(high, shrunk), says }
}
function totals(counts: readonly Count[], of: (count: Count) => string): ReadonlyMap<string, number> {
  const made = new Map<string, number>()
  for (const one of counts) made.set(of(one), (made.get(of(one)) ?? 0) + one.people)
  return made
}

/** Mulberry32: small, the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
/** How many of so many, each with this chance: by skips where few are expected, by the normal curve where many are. */
function binomial(random: () => number, size: number, chance: number): number {
  if (chance <= 0 || size === 0) return 0
  if (chance >= 1) return size
  const deviation = Math.sqrt(size * chance * (1 - chance))
  if (deviation > 7) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    return Math.min(size, Math.max(0, Math.round(size * chance + deviation * normal)))
  }
  let [found, at] = [0, 0]
  for (;;) {
    at += Math.floor(Math.log(1 - random()) / Math.log(1 - chance)) + 1
    if (at > size) return found
    found += 1
  }
}
