/**
 * The lot of a file in a run: a number that follows from the published seed and the file number alone, so that anybody can draw it again. A file
 * number is random and says nothing of her; nobody can choose a seed, because it is the county and the day of the run.
 */
export function lotOf(seed: string, fileNumber: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (const letter of `${seed}/${fileNumber}`) {
    const code = letter.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
export function seedOf({ countyCode, day }: { readonly countyCode: string; readonly day: string }): string {
  return `${countyCode}/${day}`
}
/** Files in the order of their lots, the first drawn first. */
export function inLotOrder<T extends { readonly fileNumber: string }>(files: readonly T[], seed: string): readonly T[] {
  return files
    .map((file) => ({ file, lot: lotOf(seed, file.fileNumber) }))
    .toSorted((one, other) => one.lot - other.lot || one.file.fileNumber.localeCompare(other.file.fileNumber, 'en'))
    .map(({ file }) => file)
}
