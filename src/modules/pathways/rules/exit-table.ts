import type { GroundClass } from '../../plan/contract.ts'
import { type ExitEdition, type ExitRow, type Support, supports } from '../contract/exit-table.ts'

/** The edition in force on a day: the latest begun, and of two that begin together the later published. */
export function inForceOn<T extends Pick<ExitEdition, 'inForceFrom' | 'number'>>(editions: readonly T[], day: string): T | undefined {
  return editions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .toSorted((a, b) => (a.inForceFrom === b.inForceFrom ? b.number - a.number : a.inForceFrom < b.inForceFrom ? 1 : -1))[0]
}
type PublishRefusal = 'pathways.exit-table-not-whole' | 'pathways.exit-table-backdated' | 'pathways.source-half'
/** Why an edition may not be published: a line is missing, it would hold for days gone by, or a letter has half its name. */
export function reasonsNotToPublish(
  {
    inForceFrom,
    rows,
  }: { readonly inForceFrom: string; readonly rows: readonly Pick<ExitRow, 'support' | 'sourceNumber' | 'sourceDate'>[] },
  today: string,
): readonly PublishRefusal[] {
  const reasons: PublishRefusal[] = []
  if (!supports.every((support) => rows.some((row) => row.support === support))) reasons.push('pathways.exit-table-not-whole')
  if (inForceFrom < today) reasons.push('pathways.exit-table-backdated')
  if (rows.some(({ sourceNumber, sourceDate }) => (sourceNumber === null) !== (sourceDate === null))) reasons.push('pathways.source-half')
  return reasons
}
/** Her word needs a witness only when she presses a finger. */
export function reasonsNotToTake({
  manner,
  witnessName,
}: {
  readonly manner: string
  readonly witnessName: string | null
}): readonly 'pathways.witness-missing'[] {
  return manner === 'fingerprint' && witnessName === null ? ['pathways.witness-missing'] : []
}

/** What her file says that decides which lines come first; computed while reading and kept nowhere. */
export interface HerFacts {
  readonly coveredBy: readonly string[]
  readonly groundClass: GroundClass | null
}
/** Bodies that cover her, by their code in the list of agencies. */
const CODES: Partial<Record<Support, string>> = { 'relief-committee': 'IKRC', behzisti: 'SWO' }
/** Grounds on which a pension of a dead father, mother or husband is often paid. */
const PENSION_GROUNDS: ReadonlySet<GroundClass | null> = new Set<GroundClass | null>(['widowed', 'divorced', 'never-married'])
export function concerns(support: Support, { coveredBy, groundClass }: HerFacts): boolean {
  if (support === 'survivor-pension') return PENSION_GROUNDS.has(groundClass)
  const code = CODES[support]
  return code === undefined || coveredBy.includes(code)
}
/** All lines, what concerns her first; none is left out, because what she has not said may be true. */
export function herRows<T extends Pick<ExitRow, 'support'>>(
  rows: readonly T[],
  facts: HerFacts,
): readonly (T & { readonly concernsHer: boolean })[] {
  return rows
    .map((row) => ({ ...row, concernsHer: concerns(row.support, facts) }))
    .toSorted((a, b) => Number(b.concernsHer) - Number(a.concernsHer) || supports.indexOf(a.support) - supports.indexOf(b.support))
}
