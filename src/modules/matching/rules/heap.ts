/** A binary heap of small whole numbers by a key kept elsewhere, which may sink while a number stands in it; equal keys come in the order of numbers. */
export class Heap {
  size = 0
  readonly #items: Int32Array
  readonly #placeOf: Int32Array
  readonly #keys: Float64Array

  constructor(count: number, keys: Float64Array) {
    this.#items = new Int32Array(count)
    this.#placeOf = new Int32Array(count).fill(-1)
    this.#keys = keys
  }
  /** Puts a number in, or lets it rise after its key has sunk. */
  push(item: number): void {
    let place = this.#placeOf[item] ?? -1
    if (place < 0) {
      place = this.size
      this.size += 1
    }
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = this.#items[above] ?? 0
      if (!this.#isBefore(item, other)) break
      this.#put(other, place)
      place = above
    }
    this.#put(item, place)
  }
  /** The number with the least key, taken out. */
  pop(): number {
    const least = this.#items[0] ?? 0
    this.#placeOf[least] = -1
    this.size -= 1
    if (this.size > 0) this.#sink(this.#items[this.size] ?? 0)
    return least
  }
  clear(): void {
    for (let place = 0; place < this.size; place += 1) this.#placeOf[this.#items[place] ?? 0] = -1
    this.size = 0
  }
  #sink(item: number): void {
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= this.size) break
      if (below + 1 < this.size && this.#isBefore(this.#items[below + 1] ?? 0, this.#items[below] ?? 0)) below += 1
      const other = this.#items[below] ?? 0
      if (!this.#isBefore(other, item)) break
      this.#put(other, place)
      place = below
    }
    this.#put(item, place)
  }
  #isBefore(one: number, other: number): boolean {
    const [mine, its] = [this.#keys[one] ?? 0, this.#keys[other] ?? 0]
    return mine < its || (mine === its && one < other)
  }
  #put(item: number, place: number): void {
    this.#items[place] = item
    this.#placeOf[item] = place
  }
}
