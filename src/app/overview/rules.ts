import type { Position } from '../../modules/enrolment/rules/case-moves.ts'

/** Positions as an office counts them: what waits on whose desk, who holds a place and goes on. Whoever paused or left stands aside. */
export const columns = ['waiting-contact', 'under-way', 'undecided', 'queued', 'on-the-road', 'ineligible', 'aside'] as const
export type ColumnName = (typeof columns)[number]
const columnOf: Partial<Record<Position, ColumnName>> = {
  nominated: 'waiting-contact',
  contacted: 'under-way',
  consented: 'under-way',
  incomplete: 'under-way',
  registered: 'undecided',
  eligible: 'queued',
  queued: 'queued',
  'place-granted': 'on-the-road',
  interviewed: 'on-the-road',
  'pathway-agreed': 'on-the-road',
  active: 'on-the-road',
  earning: 'on-the-road',
  interrupted: 'on-the-road',
  sustained: 'on-the-road',
  aftercare: 'on-the-road',
  ineligible: 'ineligible',
}
export interface CountyFigures {
  readonly countyCode: string
  readonly total: number
  readonly by: Readonly<Record<ColumnName, number>>
}
interface Counter {
  readonly countyCode: string
  readonly position: Position
  readonly count: number
}
/** One line a county, in the order of its code; every file is counted in exactly one column. */
export function figuresOf(counters: readonly Counter[]): readonly CountyFigures[] {
  const counties = [...new Set(counters.map(({ countyCode }) => countyCode))].sort()
  return counties.map((countyCode) => {
    const own = counters.filter((one) => one.countyCode === countyCode)
    const sum = (name: ColumnName): number =>
      own.filter(({ position }) => (columnOf[position] ?? 'aside') === name).reduce((all, { count }) => all + count, 0)
    const by = {
      'waiting-contact': sum('waiting-contact'),
      'under-way': sum('under-way'),
      undecided: sum('undecided'),
      queued: sum('queued'),
      'on-the-road': sum('on-the-road'),
      ineligible: sum('ineligible'),
      aside: sum('aside'),
    }
    return { countyCode, by, total: own.reduce((all, { count }) => all + count, 0) }
  })
}
/** All counties together, column by column. */
export function totalsOf(figures: readonly CountyFigures[]): Readonly<Record<ColumnName, number>> {
  const sum = (name: ColumnName): number => figures.reduce((all, { by }) => all + by[name], 0)
  return {
    'waiting-contact': sum('waiting-contact'),
    'under-way': sum('under-way'),
    undecided: sum('undecided'),
    queued: sum('queued'),
    'on-the-road': sum('on-the-road'),
    ineligible: sum('ineligible'),
    aside: sum('aside'),
  }
}
