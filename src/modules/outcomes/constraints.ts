/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const outcomesConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['release_open_once', 'outcomes.release-open'],
  ['price_index_edition', 'outcomes.price-index-changed-meanwhile'],
  ['snapshot_corrected_once', 'outcomes.snapshot-corrected'],
]
