import { ofSerial } from '../jalali.ts'
import { type XmlReader, xmlReader } from './xml.ts'

/** Formats of dates among the numbered formats every program knows (times of day are not dates). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58
/** 1 January 1904 as a serial: workbooks of old Macintosh programs count from there. */
const SHIFT_1904 = 1_462

/** Which styles of a workbook show a date: a number in such a cell is a day. */
export class DateStyles {
  readonly #isDate: boolean[] = []
  countsFrom1904 = false

  /** Reader of `xl/styles.xml`. */
  reader(): XmlReader {
    const codes = new Map<number, string>()
    let isInCells = false
    return xmlReader({
      open: (tag, attribute) => {
        if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
        if (tag === 'cellXfs') isInCells = true
        if (tag !== 'xf' || !isInCells || this.#isDate.length > 65_000) return
        const id = Number(attribute('numFmtId') ?? 0)
        const code = codes.get(id)
        this.#isDate.push(code === undefined ? isBuiltInDate(id) : showsDate(code))
      },
      close: (tag) => {
        if (tag === 'cellXfs') isInCells = false
      },
    })
  }
  /** The ISO day of a number under a style; undefined when the style shows no date or the number is none. */
  dayOf(style: number, number: string): string | undefined {
    if (this.#isDate[style] !== true) return undefined
    const read = ofSerial(Math.floor(Number(number)) + (this.countsFrom1904 ? SHIFT_1904 : 0))
    return 'iso' in read ? read.iso : undefined
  }
}
/** A format code shows a date when a year or a day stands in it, outside quotes, brackets and escapes. */
function showsDate(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''))
}
