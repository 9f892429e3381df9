import { refuse } from '../refusal.ts'

const PAGE = 1024 * 1024

/**
 * The shared texts of a workbook, in few large buffers outside the heap: a text costs its bytes and eight more. As plain strings each would also
 * keep alive the piece of the file it was cut from.
 */
export class TextTable {
  readonly #pages: Buffer[] = []
  readonly #most: number
  /** Two numbers a text: where it starts (counted through the pages) and how many bytes it has. */
  #places = new Uint32Array(2_048)
  #next = 0
  #bytes = 0
  readonly cut = new Set<number>()
  length = 0
  constructor(mostBytes: number) {
    this.#most = mostBytes
  }
  /** Refuses platform.sheet-too-large beyond the bound. */
  add(text: string): void {
    const bytes = Buffer.byteLength(text)
    this.#bytes += bytes + 8
    if (bytes > PAGE || this.#bytes > this.#most) refuse('platform.sheet-too-large')
    if ((this.#next % PAGE) + bytes > PAGE || this.#next >= this.#pages.length * PAGE) {
      this.#next = this.#pages.length * PAGE
      this.#pages.push(Buffer.allocUnsafeSlow(PAGE))
    }
    this.#pages.at(-1)?.write(text, this.#next % PAGE)
    if (this.length * 2 === this.#places.length) {
      const wider = new Uint32Array(this.#places.length * 2)
      wider.set(this.#places)
      this.#places = wider
    }
    this.#places.set([this.#next, bytes], this.length * 2)
    this.length++
    this.#next += bytes
  }
  /** The text of a number, empty when there is none such. */
  at(index: number): string {
    const start = this.#places[index * 2]
    const bytes = this.#places[index * 2 + 1]
    if (index >= this.length || start === undefined || bytes === undefined || bytes === 0) return ''
    return this.#pages[Math.floor(start / PAGE)]?.toString('utf8', start % PAGE, (start % PAGE) + bytes) ?? ''
  }
}
