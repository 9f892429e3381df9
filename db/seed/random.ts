/** Randomness that is the same for the same seed on every machine: invented data can be told about, compared and made again. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** One of several by their weights, which need not add up to one. */
  readonly weighted: <T>(from: readonly (readonly [value: T, weight: number])[]) => T
  readonly shuffled: <T>(from: readonly T[]) => readonly T[]
  readonly bytes: (count: number) => Uint8Array
  /** Randomness of its own for a part, so that a change in one part does not change the others. */
  readonly fork: (name: string) => Random
}

/** Mulberry32 over a hash of the seed: 32 bits are plenty for invented people, and it is ten lines long. Never for secrets. */
export function seededRandom(seed: string): Random {
  let state = hashOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => oneOf(from, whole(0, from.length - 1))
  return {
    next,
    whole,
    pick,
    chance: (probability) => next() < probability,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) {
        left -= weight
        if (left < 0) return value
      }
      return oneOf(from, -1)[0]
    },
    shuffled: (from) => {
      const left = [...from]
      return from.map(() => oneOf(left.splice(whole(0, left.length - 1), 1), 0))
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
    fork: (name) => seededRandom(`${seed}/${name}`),
  }
}
function oneOf<T>(from: readonly T[], index: number): T {
  const found = from.at(index)
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}
/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
