import { service } from '../src/access/actor.ts'
import { countedBesideCases } from '../src/app/board-following.ts'
import { countBoard } from '../src/modules/outcomes/board-counting.ts'
import { listCells, recount, touchAll } from '../src/modules/outcomes/store/board.ts'
import { touch } from '../src/platform/touched.ts'
import { organisations, thePlan } from '../test/personas.ts'
import { type Figure, growthExponent, median, rounded, type Size } from './bench.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'

export const name = 'board'
export const about =
  'the board of indicators at growing numbers of events: reading it, one act more, and counting all rows anew in the same run'
/** Moves of one woman; with her support they are the events. */
const MOVES = 19
const EVENTS = MOVES + 1
const ASKS = 9
const id = (kind: string): string => `('01900000-${kind}-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
/** Women of ten counties with their groups, moves and support over four hundred days, made by plain SQL. */
async function fill({ superuser }: BenchHouse, from: number, to: number): Promise<void> {
  const series = `from generate_series(${from + 1}, ${to}) n`
  const who = `'${thePlan}', ${id('aaaa')}, '18' || lpad((1 + n % 10)::text, 2, '0')`
  const position = `(array['registered','queued','place-granted','interviewed','active','earning','ineligible','withdrawn','consented','incomplete'])[1 + n % 10]`
  const day = `(now() - (n % 400) * interval '1 day')`
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
    `insert into enrolment."case" (plan_id, person_id, county_code, id, file_number, position, entered_on, since, nominated_by, registered_on) select ${who}, ${id('bbbb')}, n::text, ${position}, current_date - 800, ${day}, '${organisations.labour}', (${day} - (n % 365) * interval '1 day')::date ${series}`,
  )
  await superuser.query(
    `insert into enrolment.support_period (plan_id, person_id, county_code, id, organisation_id, status, since, source, known_at) select ${who}, ${id('dddd')}, '${organisations.behzisti}', case when n % 7 = 0 then 'covered' else 'in-queue' end, current_date - (n % 300), 'enquiry', now() ${series}`,
  )
  await superuser.query(
    `insert into enrolment.case_move (plan_id, person_id, county_code, id, case_id, from_position, to_position, moved_at, account_id) select ${who}, gen_random_uuid(), ${id('bbbb')}, 'queued', 'interviewed', now(), '${organisations.labour}' ${series} cross join generate_series(1, ${MOVES}) move`,
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
  readonly reading: number
  readonly readingBuffers: number
  readonly act: number
  readonly actBuffers: number
  readonly anew: number
  readonly anewBuffers: number
  readonly cells: number
  readonly isEqual: boolean
}
async function measure(house: BenchHouse, women: number): Promise<Seen> {
  const { door } = house.house
  const reads: number[] = []
  const buffers: number[] = []
  for (let turn = 0; turn < ASKS; turn++) {
    const touched = await house.touchedBy(async () => {
      reads.push(await timed(async () => house.ask('office', { url: '/outcomes/board' })))
    })
    buffers.push(touched.buffers)
  }
  const acts: number[] = []
  const actBuffers: number[] = []
  for (let turn = 0; turn < ASKS; turn++) {
    const n = 1 + Math.floor((women * (turn + 1)) / (ASKS + 1))
    const caseId = `01900000-bbbb-7000-8000-${n.toString(16).padStart(12, '0')}`
    await house.superuser.query(`update enrolment."case" set position = 'eligible' where id = '${caseId}'`)
    await door.asActor(service(thePlan), (tx) => touch(tx, thePlan, [{ personId: null, caseId }]))
    const touched = await house.touchedBy(async () => {
      acts.push(await timed(() => countBoard(house.house, thePlan, countedBesideCases)))
    })
    actBuffers.push(touched.buffers)
  }
  let all: readonly unknown[] = []
  let anew = 0
  const { buffers: anewBuffers } = await house.touchedBy(async () => {
    anew = await timed(async () => {
      all = await door.asOwner((tx) => recount(tx, thePlan, countedBesideCases))
    })
  })
  const kept = await door.asOwner((tx) => listCells(tx, thePlan))
  return {
    reading: median(reads),
    readingBuffers: median(buffers),
    act: median(acts),
    actBuffers: median(actBuffers),
    anew,
    anewBuffers,
    cells: kept.length,
    isEqual: JSON.stringify(kept) === JSON.stringify(all),
  }
}
/** A million events by default, a hundred million under --full; four sizes, each twice the one before. */
export async function run({ full }: Size): Promise<readonly Figure[]> {
  const most = (full ? 100_000_000 : 1_000_000) / EVENTS
  const house = await openBenchHouse()
  try {
    await house.countBuffers()
    const seen: (Seen & { readonly events: number })[] = []
    let women = 0
    for (const size of [most / 8, most / 4, most / 2, most].map(Math.floor)) {
      await fill(house, women, size)
      women = size
      await house.house.door.asActor(service(thePlan), (tx) => touchAll(tx, thePlan, countedBesideCases))
      await countBoard(house.house, thePlan, countedBesideCases)
      await house.superuser.query('vacuum analyze')
      seen.push({ events: women * EVENTS, ...(await measure(house, women)) })
    }
    return figuresOf(seen)
  } finally {
    await house.close()
  }
}
function figuresOf(seen: readonly (Seen & { readonly events: number })[]): readonly Figure[] {
  const last = seen.at(-1)
  const first = seen[0]
  if (last === undefined || first === undefined) return []
  const growth = (of: (one: Seen) => number): number => rounded(growthExponent(seen.map((one) => [one.events, of(one)])))
  return [
    ...seen.flatMap((one) => [
      {
        figure: `${one.events} events: reading the board`,
        value: rounded(one.reading),
        unit: `ms, ${one.readingBuffers} buffers, ${one.cells} cells`,
      },
      { figure: `${one.events} events: counting one act`, value: rounded(one.act), unit: `ms, ${one.actBuffers} buffers` },
      {
        figure: `${one.events} events: counting all rows anew (PostgreSQL, the same query)`,
        value: rounded(one.anew),
        unit: `ms, ${one.anewBuffers} buffers`,
      },
      { figure: `${one.events} events: kept cells equal to counting anew (1 yes)`, value: one.isEqual ? 1 : 0, unit: '' },
    ]),
    {
      figure: 'reading against counting anew in the same run (goal 100; DuckDB is not among our packages, so the yardstick is PostgreSQL)',
      value: rounded(last.anew / last.reading),
      unit: '×',
    },
    { figure: 'buffers of counting anew against those of reading', value: rounded(last.anewBuffers / last.readingBuffers), unit: '×' },
    { figure: 'reading at the largest size against the smallest (goal 1.2)', value: rounded(last.reading / first.reading), unit: '×' },
    { figure: 'growth of buffers read, in events (goal 0.05)', value: growth((one) => one.readingBuffers), unit: 'exponent' },
    { figure: 'growth of buffers of one act, in events', value: growth((one) => one.actBuffers), unit: 'exponent' },
    { figure: 'growth of counting anew, in events', value: growth((one) => one.anewBuffers), unit: 'exponent' },
  ]
}
