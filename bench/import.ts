import { jobs } from '../src/app/rooms.ts'
import { newId } from '../src/platform/ids.ts'
import { readSheet, XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { thePlan } from '../test/personas.ts'
import { anyNationalId } from '../test/registered.ts'
import { type Figure, growthExponent, rounded, type Size } from './bench.ts'
import { type BenchHouse, openBenchHouse, type Touched } from './house.ts'

export const name = 'import'
export const about =
  'lists of n, 2n, 4n, 8n rows up to 20,000 (200,000 with --full): memory above base, previewing and nominating against a bare pass, growth exponents'
const AGENCY = 'behzistiOfDashtestan'
const ROWS = { short: [2_500, 5_000, 10_000, 20_000], full: [25_000, 50_000, 100_000, 200_000] } as const
const GOAL_MB = 256

function listOf(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => [String(index + 1), 'مریم', 'دشتی', anyNationalId(), '09171234567'])
  return Buffer.from(writeXlsx({ sheetName: 'فهرست', rows: [['ردیف', 'نام', 'نام خانوادگی', 'کد ملی', 'تلفن'], ...lines] }))
}
interface Took {
  readonly milliseconds: number
  /** Most memory held while it ran, above what was held before, in MB. */
  readonly aboveBaseMb: number
}
async function watched(work: () => Promise<unknown>): Promise<Took> {
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  await work()
  const milliseconds = performance.now() - start
  clearInterval(watch)
  return { milliseconds, aboveBaseMb: (Math.max(peak, process.memoryUsage.rss()) - before) / 1024 / 1024 }
}
/** The same with the buffers the database touched for it. */
async function seen(house: BenchHouse, work: () => Promise<unknown>): Promise<Took & Touched> {
  let took: Took | undefined
  const touched = await house.touchedBy(async () => {
    took = await watched(work)
  })
  if (took === undefined) throw new Error('unreachable')
  return { ...took, ...touched }
}
interface Measured {
  readonly rows: number
  readonly accepted: number
  readonly bare: Took
  readonly preview: Took & Touched
  readonly nominate: Took & Touched
}
async function measure(house: BenchHouse, rows: number): Promise<Measured> {
  const bytes = listOf(rows)
  let read = 0
  const bare = await watched(async () => {
    for await (const row of readSheet(bytes)) read += row.cells.length > 0 ? 1 : 0
  })
  if (read - 1 !== rows) throw new Error(`the bare pass read ${read - 1} of ${rows} rows`)
  const id = newId()
  const preview = await seen(house, async () => {
    const upload = { bytes, mediaType: XLSX }
    const told = await house.ask(AGENCY, { method: 'POST', url: `/enrolment/imports?id=${id}&fileName=list.xlsx`, upload })
    if (told.body.ready !== rows) throw new Error(`only ${told.body.ready} of ${rows} rows were read: ${told.text.slice(0, 300)}`)
  })
  await house.ask(AGENCY, { method: 'POST', url: `/enrolment/imports/${id}/commit`, body: {} })
  const nominate = await seen(house, async () => jobs.find((job) => job.name === 'enrolment.run-imports')?.run(house.house, thePlan))
  const { accepted } = (await house.ask(AGENCY, { url: `/enrolment/imports/${id}` })).body
  return { rows, accepted, bare, preview, nominate }
}
export async function run({ full }: Size): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const figures: Figure[] = []
  const say = (figure: string, value: number, unit: string): void => {
    figures.push({ figure, value: rounded(value), unit })
  }
  try {
    await house.countBuffers()
    const measured: Measured[] = []
    for (const rows of full ? ROWS.full : ROWS.short) measured.push(await measure(house, rows))
    for (const { rows, accepted, bare, preview, nominate } of measured) {
      const at = `${rows} rows`
      say(`${at}: nominated`, accepted, 'rows')
      say(`${at}: preview to a bare pass over the same workbook`, preview.milliseconds / bare.milliseconds, '×')
      say(`${at}: nominating to previewing`, nominate.milliseconds / preview.milliseconds, '×')
      say(`${at}: nominating, buffers touched for a row`, nominate.buffers / rows, 'buffers')
      say(`${at}: memory above base while previewing (goal: at most ${GOAL_MB})`, preview.aboveBaseMb, 'MB')
      say(`${at}: memory above base while nominating (goal: at most ${GOAL_MB})`, nominate.aboveBaseMb, 'MB')
    }
    const growth = (of: (one: Measured) => Touched): number => growthExponent(measured.map((one) => [one.rows, of(one).buffers]))
    const previewing = growth(({ preview }) => preview)
    const nominating = growth(({ nominate }) => nominate)
    say('growth exponent of previewing, in buffers (goal: at most 1.1)', previewing, '')
    say('growth exponent of nominating, in buffers (goal: at most 1.1)', nominating, '')
    return figures
  } finally {
    await house.close()
  }
}
