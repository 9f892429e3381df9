/** The version of the order of tiers; every decision keeps it. Reasons: docs/decisions/0011-tiers-by-worded-priority.md. */
export const TIER_SET = '2026-1'

/** Circumstances the order of tiers is worded in. Never a score, an income or an interview answer (roles.md §4). */
export const tierGrounds = ['disability', 'small-child', 'deprived-area', 'dependants'] as const
export type TierGround = (typeof tierGrounds)[number]
/** What registration gives of need. */
export interface Need {
  readonly household: { readonly dependants: number; readonly dependantsUnderSeven: number; readonly hasDisability: boolean } | undefined
  readonly livesInDeprivedArea: boolean
}
export type TierNumber = 1 | 2 | 3 | 4
/** Each tier is a sentence: one of these combinations holds. Read from the first on; the first that holds is hers. */
export const tiers = [
  {
    tier: 1,
    anyOf: [
      ['disability', 'small-child'],
      ['disability', 'deprived-area'],
      ['small-child', 'deprived-area'],
    ],
  },
  { tier: 2, anyOf: [['disability'], ['small-child']] },
  { tier: 3, anyOf: [['deprived-area'], ['dependants']] },
  { tier: 4, anyOf: [[]] },
] as const satisfies readonly { readonly tier: TierNumber; readonly anyOf: readonly (readonly TierGround[])[] }[]

/** Which circumstances hold for her. */
export function groundsOf({ household, livesInDeprivedArea }: Need): readonly TierGround[] {
  const holds: Readonly<Record<TierGround, boolean>> = {
    disability: household?.hasDisability ?? false,
    'small-child': (household?.dependantsUnderSeven ?? 0) > 0,
    'deprived-area': livesInDeprivedArea,
    dependants: (household?.dependants ?? 0) > 0,
  }
  return tierGrounds.filter((ground) => holds[ground])
}
/** Her tier by worded priority, with the circumstances that put her there. */
export function tierOf(need: Need): { readonly tier: TierNumber; readonly grounds: readonly TierGround[] } {
  const grounds = groundsOf(need)
  for (const { tier, anyOf } of tiers) {
    const combination = anyOf.find((needed) => needed.every((ground) => grounds.includes(ground)))
    if (combination !== undefined) return { tier, grounds: [...combination] }
  }
  return { tier: 4, grounds: [] }
}
