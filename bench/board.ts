import { service } from '../src/access/actor.ts'
import { countedBesideCases } from '../src/app/board-following.ts'
import { countBoard } from '../src/modules/outcomes/board-counting.ts'
import { listCells, nameOf, recount, touchAll } from '../src/modules/outcomes/store/board.ts'
import type { Cell } from '../src/modules/outcomes/store/board-parts.ts'
import { touch } from '../src/platform/touched.ts'
import { organisations, thePlan } from '../test/personas.ts'
import { type Figure, growthExponent, median, rounded, type Size } from './bench.ts'
import { openScan, scanned } from './board-scan.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'

export const name = 'board'
export const about =
  'the board of indicators at growing numbers of events: reading it against a scan of the same events by DuckDB, one act more, and counting all rows anew in the same run'
/** Moves and periods of support of one woman: the events. */
const MOVES = 18
const PERIODS = 2
const EVENTS = MOVES + PERIODS
/** Readings and scans of one size, after some that warm the house. On a machine with other work the fastest says what the code costs; it is compared, and the middle one is told. */
const WARM = 5
const READS = 25
const SCANS = 7
const ACTS = 9
const id = (kind: string): string => `('01900000-${kind}-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
/** Women of ten counties with their groups, moves and support over four hundred days, made by plain SQL. Where each stands is her last move. */
async function fill({ superuser }: BenchHouse, from: number, to: number): Promise<void> {
  const series = `from generate_series(${from + 1}, ${to}) n`
  const who = `'${thePlan}', ${id('aaaa')}, '18' || lpad((1 + n % 10)::text, 2, '0')`
  const position = `(array['registered','queued','place-granted','interviewed','active','earning','ineligible','withdrawn','consented','incomplete'])[1 + n % 10]`
  const day = `(timestamptz '2026-11-29 06:00:00Z' - (n % 400) * interval '1 day')`
  const registered = `(${day} - (n % 365) * interval '1 day')::date`
  await superuser.query('set session_replication_role = replica')
  await superuser.query(
    `insert into people.identity (plan_id, person_id, county_code, given_name, family_name, born_on, updated_at) select ${who}, '', '', date '1950-01-01' + (n % 18000), now() ${series}`,
  )
  await superuser.query(
    `insert into people.skill (plan_id, person_id, county_code, reads, updated_at) select ${who}, (array['no','little','yes'])[1 + n % 3], now() ${series}`,
  )
  await superuser.query(
    `insert into people.ground (plan_id, person_id, county_code, id, ground_class, sealed_ground, valid_from, updated_at) select ${who}, ${id('cccc')}, (array['widowed','divorced','husband-cannot-provide','never-married'])[1 + n % 4], '\\x00', '2020-01-01', now() ${series}`,
  )
  await superuser.query(
    `insert into enrolment."case" (plan_id, person_id, county_code, id, file_number, position, entered_on, since, nominated_by, registered_on) select ${who}, ${id('bbbb')}, n::text, ${position}, current_date - 800, ${day}, '${organisations.labour}', ${registered} ${series}`,
  )
  await superuser.query(
    `insert into enrolment.support_period (plan_id, person_id, county_code, id, organisation_id, status, since, source, known_at) select ${who}, gen_random_uuid(), '${organisations.behzisti}', case when turn = 2 and n % 7 = 0 then 'covered' else 'in-queue' end, ${registered} - 10 + (turn - 1) * (n % 500), 'enquiry', now() ${series} cross join generate_series(1, ${PERIODS}) turn`,
  )
  await superuser.query(
    `insert into enrolment.case_move (plan_id, person_id, county_code, id, case_id, from_position, to_position, moved_at, account_id) select ${who}, gen_random_uuid(), ${id('bbbb')}, 'eligible', case when move = ${MOVES} then ${position} when move = 9 and n % 3 = 0 then 'interviewed' else 'queued' end, ${day} - (${MOVES} - move) * interval '1 hour', '${organisations.labour}' ${series} cross join generate_series(1, ${MOVES}) move`,
  )
  await superuser.query('set session_replication_role = origin')
  await superuser.query('vacuum analyze')
}
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
interface Seen {
  readonly events: number
  readonly reading: number
  readonly middleReading: number
  readonly middleScan: number
  /** The shortest route of the house in the same moments: what of the reading is the machine's. */
  readonly counties: number
  readonly scan: number
  readonly readingBuffers: number
  readonly act: number
  readonly actBuffers: number
  readonly anew: number
  readonly anewBuffers: number
  readonly cells: number
  readonly isEqual: boolean
  readonly isScanEqual: boolean
}
type Scan = Awaited<ReturnType<typeof openScan>>
const sameCells = (one: readonly Cell[], other: readonly Cell[]): boolean => {
  const told = (cells: readonly Cell[]) => JSON.stringify(cells.map((cell) => `${nameOf(cell)} ${cell.n}`).toSorted())
  return told(one) === told(other)
}
/** Times without any statement being written down: what says how many pages were touched costs more than the reading itself. */
async function timeReading(
  house: BenchHouse,
  scan: Scan,
): Promise<Pick<Seen, 'reading' | 'middleReading' | 'counties' | 'scan' | 'middleScan'>> {
  const board = (): Promise<unknown> => house.ask('office', { url: '/outcomes/board' })
  for (let turn = 0; turn < WARM; turn++) await board()
  await scan.scan()
  const [reads, counties, scans]: [number[], number[], number[]] = [[], [], []]
  for (let turn = 0; turn < READS; turn++) {
    reads.push(await timed(board))
    counties.push(await timed(() => house.ask('office', { url: '/territory/counties' })))
    if (turn < SCANS) scans.push(await timed(scan.scan))
  }
  return {
    reading: Math.min(...reads),
    middleReading: median(reads),
    counties: Math.min(...counties),
    scan: Math.min(...scans),
    middleScan: median(scans),
  }
}
async function countReading(house: BenchHouse): Promise<number> {
  const buffers: number[] = []
  for (let turn = 0; turn < ACTS; turn++)
    buffers.push((await house.touchedBy(async () => void (await house.ask('office', { url: '/outcomes/board' })))).buffers)
  return median(buffers)
}
/** A move like any other, beside the routes: the case and the event that says so. */
async function moveOn({ superuser }: BenchHouse, caseId: string): Promise<void> {
  const at = `timestamptz '2026-11-29 07:00:00Z'`
  await superuser.query(`update enrolment."case" set position = 'eligible', since = ${at} where id = '${caseId}'`)
  await superuser.query(
    `insert into enrolment.case_move (plan_id, person_id, county_code, id, case_id, from_position, to_position, moved_at, account_id)
     select plan_id, person_id, county_code, gen_random_uuid(), id, 'queued', 'eligible', ${at}, '${organisations.labour}' from enrolment."case" where id = '${caseId}'`,
  )
}
async function measureActs(house: BenchHouse, women: number): Promise<Pick<Seen, 'act' | 'actBuffers'>> {
  const acts: number[] = []
  const buffers: number[] = []
  for (let turn = 0; turn < ACTS; turn++) {
    const n = 1 + Math.floor((women * (turn + 1)) / (ACTS + 1))
    const caseId = `01900000-bbbb-7000-8000-${n.toString(16).padStart(12, '0')}`
    await moveOn(house, caseId)
    await house.house.door.asActor(service(thePlan), (tx) => touch(tx, thePlan, [{ personId: null, caseId }]))
    const touched = await house.touchedBy(async () => {
      acts.push(await timed(() => countBoard(house.house, thePlan, countedBesideCases)))
    })
    buffers.push(touched.buffers)
  }
  return { act: median(acts), actBuffers: median(buffers) }
}
async function measure(house: BenchHouse, scan: Scan, women: number): Promise<Seen> {
  const { door } = house.house
  await scan.fill()
  const kept = await door.asOwner((tx) => listCells(tx, thePlan))
  const isScanEqual = sameCells(
    await scan.scan(),
    kept.filter(({ measure: of }) => scanned.has(of)),
  )
  const times = await timeReading(house, scan)
  await house.countBuffers(true)
  const readingBuffers = await countReading(house)
  const acts = await measureActs(house, women)
  let all: readonly Cell[] = []
  let anew = 0
  const { buffers: anewBuffers } = await house.touchedBy(async () => {
    anew = await timed(async () => {
      all = await door.asOwner((tx) => recount(tx, thePlan, countedBesideCases))
    })
  })
  const after = await door.asOwner((tx) => listCells(tx, thePlan))
  await house.countBuffers(false)
  const isEqual = sameCells(after, all)
  return { events: women * EVENTS, ...times, ...acts, readingBuffers, anew, anewBuffers, cells: after.length, isEqual, isScanEqual }
}
/** A million events by default, a hundred million under --full; four sizes, each twice the one before. */
export async function run({ full }: Size): Promise<readonly Figure[]> {
  return runUpTo(full ? 100_000_000 : 1_000_000)
}
export async function runUpTo(events: number): Promise<readonly Figure[]> {
  const most = events / EVENTS
  const house = await openBenchHouse()
  const scan = await openScan(house.superuser)
  try {
    const seen: Seen[] = []
    let women = 0
    for (const size of [most / 8, most / 4, most / 2, most].map(Math.floor)) {
      await fill(house, women, size)
      women = size
      await house.house.door.asActor(service(thePlan), (tx) => touchAll(tx, thePlan, countedBesideCases))
      await countBoard(house.house, thePlan, countedBesideCases)
      // What the bulk left to write is written before anything is timed.
      await house.superuser.query('vacuum analyze')
      await house.superuser.query('checkpoint')
      seen.push(await measure(house, scan, women))
    }
    return figuresOf(seen)
  } finally {
    scan.close()
    await house.close()
  }
}
function figuresOf(seen: readonly Seen[]): readonly Figure[] {
  const last = seen.at(-1)
  const first = seen[0]
  if (last === undefined || first === undefined) return []
  const growth = (of: (one: Seen) => number): number => rounded(growthExponent(seen.map((one) => [one.events, of(one)])))
  const events = ({ events: n }: Seen): string => `${n} events`
  return [
    ...seen.flatMap((one) => [
      {
        figure: `${events(one)}: reading the board`,
        value: rounded(one.reading),
        unit: `ms (middle ${rounded(one.middleReading)}; the shortest route beside it ${rounded(one.counties)}), ${one.readingBuffers} buffers, ${one.cells} cells`,
      },
      {
        figure: `${events(one)}: DuckDB scanning the same events`,
        value: rounded(one.scan),
        unit: `ms (middle ${rounded(one.middleScan)})`,
      },
      { figure: `${events(one)}: the scan against reading`, value: rounded(one.scan / one.reading), unit: '×' },
      { figure: `${events(one)}: counting one act`, value: rounded(one.act), unit: `ms, ${one.actBuffers} buffers` },
      {
        figure: `${events(one)}: counting all rows anew (PostgreSQL, the same query)`,
        value: rounded(one.anew),
        unit: `ms, ${one.anewBuffers} buffers`,
      },
      { figure: `${events(one)}: kept cells equal to counting anew (1 yes)`, value: one.isEqual ? 1 : 0, unit: '' },
      { figure: `${events(one)}: kept cells equal to the scan (1 yes)`, value: one.isScanEqual ? 1 : 0, unit: '' },
    ]),
    { figure: 'buffers of counting anew against those of reading', value: rounded(last.anewBuffers / last.readingBuffers), unit: '×' },
    { figure: 'reading at the largest size against the smallest (goal 1.2)', value: rounded(last.reading / first.reading), unit: '×' },
    {
      figure: 'the same, of the shortest route in the same moments: what of it is the machine',
      value: rounded(last.counties / first.counties),
      unit: '×',
    },
    { figure: 'growth of reading in time, in events', value: growth((one) => one.reading), unit: 'exponent' },
    { figure: 'growth of buffers read, in events (goal 0.05)', value: growth((one) => one.readingBuffers), unit: 'exponent' },
    { figure: 'growth of buffers of one act, in events', value: growth((one) => one.actBuffers), unit: 'exponent' },
    { figure: 'growth of the scan, in events', value: growth((one) => one.scan), unit: 'exponent' },
    {
      figure:
        'the scan against reading at a hundred million events (goal 100), extrapolated: a scan grows with its rows, reading as buffers grow',
      value: rounded((last.scan / last.reading) * (100_000_000 / last.events) ** (1 - growth((one) => one.readingBuffers))),
      unit: '×',
    },
  ]
}
