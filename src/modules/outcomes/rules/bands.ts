import { IncomeBand } from '../../people/contract/limits.ts'

/** Bands of her household's income, before the plan and at one follow-up; null where nobody asked or she did not wish to say. Never an amount. */
export interface Bands {
  readonly before: IncomeBand | null
  readonly now: IncomeBand | null
}
export const bandChanges = ['up', 'same', 'down'] as const
export type BandChange = (typeof bandChanges)[number]
/** How the household stands beside what it was; null where either is not known. */
export function changeOf({ before, now }: Bands): BandChange | null {
  if (before === null || now === null) return null
  const by = IncomeBand.options.indexOf(now) - IncomeBand.options.indexOf(before)
  return by > 0 ? 'up' : by < 0 ? 'down' : 'same'
}
/** What was written before her plan of work was agreed is how she lived before; what was written later may hold what the plan brought. */
export function beforeOf(
  written: { readonly band: IncomeBand; readonly writtenOn: string } | undefined,
  agreedOn: string | null,
): IncomeBand | null {
  return written !== undefined && agreedOn !== null && written.writtenOn <= agreedOn ? written.band : null
}
