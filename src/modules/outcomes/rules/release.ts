import type { ReleasedFigure } from '../contract/releases.ts'
import { toldOfWomen } from './board.ts'
import { coverageOf, timely } from './board-classes.ts'
import { type BoardFacts, type Sum, total } from './board-table.ts'
import { type Line, notOnePayers, type Told, tellAgainst } from './disclosure.ts'

/** Below so many nothing is published, whatever a letter says inside the house. */
export const SMALLEST_OUTSIDE = 10
export type Name = ReleasedFigure['name']
interface Table {
  readonly name: Name
  readonly columns: readonly string[]
  readonly isByCounty: boolean
  readonly cells: (sums: readonly Sum[]) => readonly number[]
}
const tables: readonly Table[] = [
  {
    name: 'women',
    columns: ['admitted', 'refused', 'waiting', 'aside'],
    isByCounty: true,
    cells: (sums) => [total(sums, 'income') + total(sums, 'placed'), total(sums, 'refused'), total(sums, 'waiting'), total(sums, 'aside')],
  },
  { name: 'income', columns: ['yes', 'no'], isByCounty: false, cells: (sums) => [total(sums, 'income'), total(sums, 'placed')] },
  {
    name: 'covered-12',
    columns: ['yes', 'no'],
    isByCounty: false,
    cells: (sums) => [coverageOf(sums)['yes-12'], coverageOf(sums)['no-12']],
  },
  { name: 'appeals', columns: ['yes', 'no'], isByCounty: false, cells: (sums) => Object.values(timely('appeal', sums)) },
  { name: 'grievances', columns: ['yes', 'no'], isByCounty: false, cells: (sums) => Object.values(timely('grievance', sums)) },
]
/**
 * Figures that may be published beside all that were published before: totals of the plan, and where women stand by county. A figure for which a
 * difference would tell of fewer than ten is left out and keeps its earlier release.
 */
export function figuresToRelease(facts: BoardFacts, earlier: readonly (readonly ReleasedFigure[])[]): readonly ReleasedFigure[] {
  const told = (name: Name): readonly Told[] => earlier.flatMap((figures) => figures.filter((one) => one.name === name))
  const whole = facts.sums.filter(({ dimension }) => dimension === 'all')
  const { counties, isIncomeTold } = toldOfWomen(facts)
  const never = new Set(facts.counties.filter((key) => !counties.has(key)))
  const figures = tables.flatMap(({ name, columns, isByCounty, cells }): readonly ReleasedFigure[] => {
    const lines: readonly Line[] = isByCounty
      ? facts.counties.map((key) => ({ key, cells: cells(whole.filter(({ countyCode }) => countyCode === key)) }))
      : [{ key: 'all', cells: cells(whole) }]
    const one = name === 'income' && !isIncomeTold ? null : tellAgainst(lines, { smallest: SMALLEST_OUTSIDE, never }, told(name))
    const isEmpty = lines.every((line) => line.cells.every((n) => n === 0))
    return one === null || isEmpty ? [] : [{ name, columns, ...one, rial: null }]
  })
  return [...figures, ...moneyToRelease(facts, figures)]
}
/** Money goes out with the number of women it reached, and not where one payer's part could be read off. */
function moneyToRelease({ sums }: BoardFacts, figures: readonly ReleasedFigure[]): readonly ReleasedFigure[] {
  const income = figures.find(({ name }) => name === 'income')?.lines[0]?.cells[0]
  const byPayer = new Map<string, number>()
  for (const { dimension, measure, value, n } of sums)
    if (dimension === 'payer' && measure === 'rial') byPayer.set(value, (byPayer.get(value) ?? 0) + n)
  if (income === undefined || income === 0 || !notOnePayers(new Map([['all', byPayer]]))(['all'])) return []
  const rial = [...byPayer.values()].reduce((sum, n) => sum + n, 0)
  return [{ name: 'paid', columns: ['women'], lines: [{ key: 'all', cells: [income] }], rest: null, hidden: [], rial }]
}
export type ReleaseRefusal = 'outcomes.release-by-another' | 'outcomes.release-settled'
/** Two persons publish; either may drop what was proposed. */
export function reasonsNotToSettle(
  { proposedBy, isSettled }: { readonly proposedBy: string; readonly isSettled: boolean },
  { accountId, isPublished }: { readonly accountId: string; readonly isPublished: boolean },
): readonly ReleaseRefusal[] {
  if (isSettled) return ['outcomes.release-settled']
  return isPublished && proposedBy === accountId ? ['outcomes.release-by-another'] : []
}
