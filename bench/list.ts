import { counties, organisations, type PersonaName, thePlan } from '../test/personas.ts'
import { type Figure, growthExponent, median, rounded, type Size } from './bench.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'

export const name = 'list'
export const about =
  'the newest 250 cases with their number, for a county role, an agency and the office, at growing sizes: buffers touched and growth'
const PAGE = 250
const ASKS = 15
const views: readonly (readonly [what: string, who: PersonaName, url: string])[] = [
  ['county', 'governorOfDashtestan', '/enrolment/cases'],
  ['agency', 'behzistiOfDashtestan', '/enrolment/introduced'],
  ['office', 'office', '/enrolment/cases'],
]
/** Cases made by plain SQL: half of them in Dashtestan, each introduced by one of two bodies; ids grow as those of real work do. */
async function fill({ superuser }: BenchHouse, from: number, to: number): Promise<void> {
  const id = (kind: string): string => `('01900000-${kind}-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  const county = `case when n % 2 = 0 then '${counties.dashtestan}' else '${counties.dashti}' end`
  const body = `case when n % 4 < 2 then '${organisations.behzisti}'::uuid else '${organisations.reliefCommittee}'::uuid end`
  const series = `from generate_series(${from + 1}, ${to}) n`
  const position = `(array['nominated','contacted','consented','registered','queued'])[1 + n % 5]`
  await superuser.query(`set session_replication_role = replica`)
  await superuser.query(
    `insert into people.person (plan_id, id, person_id, county_code, wrapped_key, created_at) select '${thePlan}', ${id('aaaa')}, ${id('aaaa')}, ${county}, '\\x00', now() ${series}`,
  )
  await superuser.query(
    `insert into enrolment."case" (plan_id, id, person_id, county_code, shared_with, file_number, position, entered_on, since, nominated_by) select '${thePlan}', ${id('bbbb')}, ${id('aaaa')}, ${county}, array[${body}], to_char(n / 10000, 'FM0000') || '-' || to_char(n % 10000, 'FM0000') || '-' || n % 10, ${position}, current_date, now(), ${body} ${series}`,
  )
  await superuser.query(
    `insert into people.share (plan_id, organisation_id, field_group, opened_at, person_id) select '${thePlan}', ${body}, 'nomination', now(), ${id('aaaa')} ${series}`,
  )
  await superuser.query(
    `insert into enrolment.counter (plan_id, county_code, position, n) select plan_id, county_code, position, count(*) from enrolment."case" group by 1, 2, 3 on conflict (plan_id, county_code, position, shard) do update set n = excluded.n`,
  )
  await superuser.query('set session_replication_role = origin')
  await superuser.query('vacuum analyze')
}
interface Seen {
  readonly milliseconds: number
  readonly buffers: number
  readonly statements: number
}
/** One request, with what the database says it touched for it. */
async function look(house: BenchHouse, who: PersonaName, url: string): Promise<Seen & { readonly next: string | null }> {
  let milliseconds = 0
  let next: string | null = null
  const { buffers, statements } = await house.touchedBy(async () => {
    const begun = performance.now()
    const told = await house.ask(who, { url })
    milliseconds = performance.now() - begun
    if (told.status !== 200) throw new Error(`${url} answered ${told.status}`)
    next = told.body.next
  })
  return { milliseconds, buffers, statements, next }
}
async function measure(house: BenchHouse, who: PersonaName, url: string): Promise<Seen & { readonly deep: number }> {
  const seen: Seen[] = []
  let after = ''
  for (let turn = 0; turn < ASKS; turn++) seen.push(await look(house, who, `${url}?limit=${PAGE}`))
  // Far down: the tenth page by its key.
  let deep = 0
  for (let page = 0; page < 10; page++) {
    const one = await look(house, who, `${url}?limit=${PAGE}${after}`)
    deep = one.buffers
    after = one.next === null ? '' : `&after=${one.next}`
  }
  return {
    milliseconds: median(seen.map((one) => one.milliseconds)),
    buffers: median(seen.map((one) => one.buffers)),
    statements: seen[0]?.statements ?? 0,
    deep,
  }
}
async function pointRead(house: BenchHouse): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < ASKS; turn++) {
    const begun = performance.now()
    await house.house.door.asOwnerOnce((tx) =>
      tx.selectFrom('enrolment.case').select('id').where('plan_id', '=', thePlan).where('id', '=', thePlan).execute(),
    )
    times.push(performance.now() - begun)
  }
  return median(times)
}

export async function run({ full }: Size): Promise<readonly Figure[]> {
  const sizes = full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]
  const house = await openBenchHouse()
  const figures: Figure[] = []
  const say = (figure: string, value: number, unit: string): void => {
    figures.push({ figure, value: rounded(value), unit })
  }
  try {
    await house.countBuffers()
    const buffers = new Map<string, number[]>()
    let stored = 0
    for (const size of sizes) {
      await fill(house, stored, size)
      stored = size
      const point = await pointRead(house)
      for (const [what, who, url] of views) {
        const seen = await measure(house, who, url)
        buffers.set(what, [...(buffers.get(what) ?? []), seen.buffers])
        say(`${what}, ${size} stored: buffers touched for a page`, seen.buffers, 'buffers')
        say(`${what}, ${size} stored: buffers touched for the tenth page`, seen.deep, 'buffers')
        say(`${what}, ${size} stored: statements`, seen.statements, 'statements')
        say(`${what}, ${size} stored: median, against a primary-key read of this run`, seen.milliseconds / point, '×')
      }
    }
    for (const [what, touched] of buffers) {
      const ratio = (touched.at(-1) ?? 0) / (touched[0] ?? 1)
      const growth = growthExponent(touched.map((count, index) => [sizes[index] ?? 1, count]))
      say(`${what}: buffers at ${sizes.at(-1)} against ${sizes[0]} (flat: 1)`, ratio, '×')
      say(`${what}: growth exponent (goal: at most 0.05)`, growth, '')
    }
    return figures
  } finally {
    await house.close()
  }
}
