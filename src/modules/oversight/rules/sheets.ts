import type { DeskLine, ObstacleLine, PledgeLine } from '../contract/sheets.ts'

/** Women below this number are not told on the sheet of a county. */
const FEWEST = 10
/** Lines of a list on a sheet: what does not fit one side is not read by whoever signs it. */
export const MOST_LINES = 6

/** Desks of several counties as one table: a line for each desk and body, its counties beside each other, where most days were waited first. */
export interface DeskRow {
  readonly desk: DeskLine['desk']
  readonly organisationName: string | null
  readonly files: number
  readonly longestDays: number
  readonly byCounty: ReadonlyMap<string, DeskLine>
}
export function deskRows(lines: readonly DeskLine[]): readonly DeskRow[] {
  const rows = Map.groupBy(lines, ({ desk, organisationName }) => `${desk} ${organisationName ?? ''}`)
  return [...rows.values()]
    .map((own) => ({
      desk: own[0]?.desk ?? 'office',
      organisationName: own[0]?.organisationName ?? null,
      files: own.reduce((sum, { files }) => sum + files, 0),
      longestDays: Math.max(...own.map(({ longestDays }) => longestDays)),
      byCounty: new Map(own.map((line) => [line.countyCode, line])),
    }))
    .toSorted((one, other) => worth(other) - worth(one))
}
/** Days waited by those of a desk together, as far as its middles tell. */
function worth({ byCounty }: DeskRow): number {
  return [...byCounty.values()].reduce((sum, { files, medianDays }) => sum + files * medianDays, 0)
}
/** The promises of a sheet: those whose payment is late first, then the largest; no more than fit. */
export function pledgesOnSheet(pledges: readonly PledgeLine[]): readonly PledgeLine[] {
  return pledges.toSorted((one, other) => other.daysLate - one.daysLate || other.paidRial - one.paidRial).slice(0, MOST_LINES)
}
/** How many women an obstacle holds up, as a reader of sums may hear it. */
export function hideFew(obstacle: ObstacleLine): ObstacleLine {
  return obstacle.blocked === null || obstacle.blocked >= FEWEST ? obstacle : { ...obstacle, blocked: null }
}
