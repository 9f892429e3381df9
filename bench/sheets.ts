import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import { z } from 'zod'
import { readSheet } from '../src/platform/sheet/read.ts'
import { writeCsv, writeXlsx } from '../src/platform/sheet/write.ts'
import { type Figure, growthExponent, rounded, type Size } from './bench.ts'

export const name = 'sheets'
export const about =
  'memory and time of reading and writing office files of n, 2n, 4n, 8n rows: each figure in a process of its own, growth above its start'
const HEAD = ['ردیف', 'نام', 'نام خانوادگی', 'کد ملی', 'شهرستان', 'روستا', 'شماره تماس', 'توضیحات']
function* rows(count: number): Generator<readonly string[]> {
  yield HEAD
  for (let n = 1; n <= count; n++)
    yield [`${n}`, `فاطمه‌زهرا ${n % 9973}`, `دشتستانی ${n}`, `${3_510_000_000 + n}`, 'دشتستان', `روستای ${n % 211}`, `0917${n}`, '']
}
/** A workbook as Excel itself writes it: every text once in a shared part. Shared texts are the one thing a reader must keep. */
function writeShared(count: number): Uint8Array {
  const folded: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error !== null) throw error
    folded.push(data)
  })
  const add = (name: string, pieces: Iterable<string>): void => {
    const part = new ZipDeflate(name, { level: 1 })
    zip.add(part)
    for (const piece of pieces) part.push(Buffer.from(piece))
    part.push(new Uint8Array(0), true)
  }
  add('xl/workbook.xml', ['<workbook><sheets><sheet name="a"/></sheets></workbook>'])
  add(
    'xl/sharedStrings.xml',
    inXml('sst', count, (cells) => cells.map((cell) => `<si><t>${cell}</t></si>`).join('')),
  )
  let next = 0
  add(
    'xl/worksheets/sheet1.xml',
    inXml('worksheet', count, (cells) => `<row>${cells.map(() => `<c t="s"><v>${next++}</v></c>`).join('')}</row>`),
  )
  zip.end()
  return Buffer.concat(folded)
}
function* inXml(tag: string, count: number, piece: (cells: readonly string[]) => string): Generator<string> {
  yield `<${tag}>`
  let waiting = ''
  for (const cells of rows(count)) {
    waiting += piece(cells)
    if (waiting.length < 65_536) continue
    yield waiting
    waiting = ''
  }
  yield `${waiting}</${tag}>`
}
const writers = {
  xlsx: (count: number) => writeXlsx({ sheetName: 'فهرست', rows: rows(count) }),
  shared: writeShared,
  csv: (count: number) => writeCsv(rows(count)),
}
const Kind = z.enum(['xlsx', 'shared', 'csv'])
const Measured = z.object({ rows: z.number(), fileMb: z.number(), seconds: z.number(), aboveBaseMb: z.number() })

/** One figure, measured in this process. */
async function measure(act: string, kind: z.infer<typeof Kind>, count: number, path: string): Promise<z.infer<typeof Measured>> {
  const base = process.resourceUsage().maxRSS
  const begun = performance.now()
  let read = 0
  let bytes: Uint8Array
  if (act === 'write') {
    bytes = writers[kind](count)
    read = count
  } else {
    bytes = readFileSync(path)
    for await (const row of readSheet(bytes)) read += row.cells.length > 0 ? 1 : 0
    read -= 1
  }
  const seconds = (performance.now() - begun) / 1000
  const aboveBaseMb = (process.resourceUsage().maxRSS - base) / 1024
  if (act === 'write') writeFileSync(path, bytes)
  return { rows: read, fileMb: bytes.length / 1024 / 1024, seconds, aboveBaseMb }
}
export async function run(_size: Size): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kariz-bench-'))
  const figures: Figure[] = []
  const say = (figure: string, value: number, unit: string): void => {
    figures.push({ figure, value: rounded(value), unit })
  }
  for (const kind of Kind.options)
    for (const act of ['write', 'read']) {
      const measured = [25_000, 50_000, 100_000, 200_000].map((count) => {
        const path = join(folder, `${kind}-${count}`)
        const made = spawnSync(process.execPath, [import.meta.filename, act, kind, String(count), path], { encoding: 'utf8' })
        if (made.status !== 0) throw new Error(made.stderr)
        return Measured.parse(JSON.parse(made.stdout))
      })
      for (const one of measured) {
        say(`${act} ${kind}, ${one.rows} rows of ${one.fileMb.toFixed(1)} MB: memory above its start`, one.aboveBaseMb, 'MB')
        say(`${act} ${kind}, ${one.rows} rows: time`, one.seconds, 's')
      }
      say(`${act} ${kind}: growth exponent of time`, growthExponent(measured.map((one) => [one.rows, one.seconds])), '')
    }
  rmSync(folder, { recursive: true })
  return figures
}
if (import.meta.main) {
  const [act = '', kind, count, path = ''] = process.argv.slice(2)
  console.log(JSON.stringify(await measure(act, Kind.parse(kind), Number(count), path)))
}
