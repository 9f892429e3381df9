import { jobs } from '../src/app/rooms.ts'
import { newId } from '../src/platform/ids.ts'
import { readSheet, XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { thePlan } from '../test/personas.ts'
import { anyNationalId } from '../test/registered.ts'
import { type Figure, rounded, type Size } from './bench.ts'
import { openBenchHouse } from './house.ts'

export const name = 'import'
export const about = 'a list of 20,000 rows: reading against a bare pass over the workbook, memory a row holds, nominating against reading'
const AGENCY = 'behzistiOfDashtestan'

function listOf(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => [String(index + 1), 'مریم', 'دشتی', anyNationalId(), '09171234567'])
  return Buffer.from(writeXlsx({ sheetName: 'فهرست', rows: [['ردیف', 'نام', 'نام خانوادگی', 'کد ملی', 'تلفن'], ...lines] }))
}
async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
export async function run({ full }: Size): Promise<readonly Figure[]> {
  const rows = full ? 100_000 : 20_000
  const house = await openBenchHouse()
  try {
    const bytes = listOf(rows)
    let read = 0
    const bare = await msOf(async () => {
      for await (const row of readSheet(bytes)) read += row.cells.length > 0 ? 1 : 0
    })
    const before = process.memoryUsage.rss()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 20)
    const id = newId()
    const upload = { bytes, mediaType: XLSX }
    const preview = await msOf(async () => {
      const told = await house.ask(AGENCY, { method: 'POST', url: `/enrolment/imports?id=${id}&fileName=list.xlsx`, upload })
      if (told.body.ready !== rows) throw new Error(`only ${told.body.ready} of ${rows} rows were read`)
    })
    clearInterval(watch)
    await house.ask(AGENCY, { method: 'POST', url: `/enrolment/imports/${id}/commit`, body: {} })
    const nominate = await msOf(async () => jobs.find((job) => job.name === 'enrolment.run-imports')?.run(house.house, thePlan))
    const { accepted } = (await house.ask(AGENCY, { url: `/enrolment/imports/${id}` })).body
    return [
      { figure: 'rows of the list', value: read - 1, unit: 'rows' },
      { figure: 'rows nominated', value: accepted, unit: 'rows' },
      { figure: 'preview to a bare pass over the same workbook', value: rounded(preview / bare), unit: '×' },
      { figure: 'nominating to previewing', value: rounded(nominate / preview), unit: '×' },
      { figure: 'memory held at most while previewing, a row', value: rounded((peak - before) / rows), unit: 'bytes' },
    ]
  } finally {
    await house.close()
  }
}
