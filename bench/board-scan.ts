import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type pg from 'pg'
import { z } from 'zod'
import type { Cell } from '../src/modules/outcomes/store/board-parts.ts'

/** What the scan counts: where women stand and who came under support; the house had nothing else happen to these women. */
export const scanned = new Set([
  'income',
  'placed',
  'refused',
  'waiting',
  'aside',
  'covered-12',
  'covered-24',
  'not-covered',
  'coverage-refused',
])
const WAITS = `('consented', 'incomplete', 'registered', 'eligible', 'queued')`
const ADMITTED = `('place-granted', 'interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare', 'closed')`
const COVERS = `('covered', 'empowerment-period', 're-entered')`
/** The same cells out of the events alone, as an analyst would write it: the last move of each woman, her support, and her groups. */
const SCAN = `
  with stood as (select case_id, arg_max(to_position, moved_at) as position, (max(moved_at)::date - date '1970-01-01') as since,
      bool_or(to_position = 'interviewed') as was_interviewed from move group by case_id),
  supported as (select woman.case_id, bool_or(status in ('applied', 'in-queue')) as in_queue,
      bool_or(status in ${COVERS} and support.since <= registered_on) as was_covered,
      min(support.since) filter (where status in ${COVERS} and support.since > registered_on) as covered_on
    from support join woman using (case_id) group by woman.case_id),
  one as (select woman.*, position, since, position in ${WAITS} as waits,
      position in ${ADMITTED} or (position not in ${WAITS} and position <> 'ineligible' and was_interviewed) as is_admitted
    from woman join stood using (case_id)),
  counted as (
    select county_code, ground, age, literacy, case when is_admitted then 'placed' when position = 'ineligible' then 'refused' when waits then 'waiting'
      else 'aside' end as measure, case when waits then since else 0 end as day from one
    union all
    select county_code, ground, age, literacy, case when position = 'ineligible' then 'coverage-refused' when covered_on is null then 'not-covered'
        when covered_on <= registered_on + interval 12 month then 'covered-12'
        when covered_on <= registered_on + interval 24 month then 'covered-24' else 'not-covered' end,
      date_trunc('month', registered_on)::date - date '1970-01-01'
    from one join supported using (case_id) where in_queue and not was_covered)
  select county_code, measure, case when grouping(ground) = 0 then 'ground' when grouping(age) = 0 then 'age' when grouping(literacy) = 0 then 'literacy'
      else 'all' end as dimension, coalesce(ground, age, literacy, 'all') as value, day::integer as day, count(*)::integer as n
  from counted group by grouping sets ((county_code, measure, day), (county_code, measure, day, ground), (county_code, measure, day, age),
    (county_code, measure, day, literacy))`
/** A table of DuckDB, and the query of PostgreSQL it is filled from. Instants come as local time, so that the scan need not turn them. */
const tables = {
  move: `select case_id, to_position, moved_at at time zone 'Asia/Tehran' as moved_at from enrolment.case_move`,
  support: `select file.id as case_id, period.status, period.since from enrolment.support_period period join enrolment."case" file using (plan_id, person_id)`,
  woman: `select file.id as case_id, 'c' || file.county_code as county_code, file.registered_on, ground.ground_class as ground, skill.reads as literacy,
      case when born_on > file.registered_on - interval '35 years' then 'under-35' when born_on > file.registered_on - interval '50 years' then '35-49'
        when born_on > file.registered_on - interval '65 years' then '50-64' else '65-and-over' end as age
    from enrolment."case" file join people.identity using (plan_id, person_id) join people.skill using (plan_id, person_id)
    join people.ground using (plan_id, person_id) where file.registered_on is not null`,
} as const

const Row = z.object({
  county_code: z.string(),
  measure: z.string(),
  dimension: z.string(),
  value: z.string(),
  day: z.number(),
  n: z.number(),
})
/** DuckDB over the same events, in a file of its own that is read from memory once it is warm; all cores. */
export async function openScan(superuser: pg.Client) {
  const dir = mkdtempSync(join(tmpdir(), 'kariz-scan-'))
  const instance = await DuckDBInstance.create(join(dir, 'events.duckdb'))
  const connection = await instance.connect()
  return {
    /** Takes the events over as they stand now. */
    fill: async (): Promise<void> => {
      for (const [name, query] of Object.entries(tables)) {
        const file = join(dir, `${name}.csv`)
        await superuser.query(`copy (${query}) to '${file}' with (format csv, header)`)
        await connection.run(`create or replace table ${name} as from read_csv('${file}', header = true)`)
        rmSync(file)
      }
    },
    /** The cells counted by one scan. */
    scan: async (): Promise<readonly Cell[]> => {
      const rows = z.array(Row).parse((await connection.runAndReadAll(SCAN)).getRowObjectsJS())
      return rows.map(({ county_code, day: at, ...row }) => ({ ...row, at, countyCode: county_code.slice(1) }))
    },
    close: (): void => {
      connection.closeSync()
      instance.closeSync()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
