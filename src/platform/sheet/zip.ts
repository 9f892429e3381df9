import { crc32, createInflateRaw } from 'node:zlib'
import { refuse } from '../refusal.ts'

/** One part of a zip, by the directory at its end: where its folded bytes lie and what they must add up to. */
export interface ZipPart {
  readonly offset: number
  readonly foldedBytes: number
  readonly method: number
  readonly crc: number
}
/** What may still be unfolded of a file, all its parts together. */
export interface Budget {
  left: number
}
const END = 0x06054b50
const WIDE_END = 0x06064b50
const WIDE_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_PARTS = 4_000
const FOUR_BYTES = 0xffff_ffff

/**
 * The parts of a zip by name (lower case, forward slashes), read from the directory at its end, so that nothing is unfolded to find a part.
 * Refuses platform.sheet-unreadable for what is no whole zip, platform.sheet-other-format for an encrypted one.
 */
export function listParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return partsOf(view)
  } catch (error) {
    if (error instanceof RangeError) refuse('platform.sheet-unreadable')
    throw error
  }
}
function partsOf(view: DataView): ReadonlyMap<string, ZipPart> {
  const { count, start } = directoryOf(view)
  if (count > MOST_PARTS) refuse('platform.sheet-too-large')
  const parts = new Map<string, ZipPart>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY) refuse('platform.sheet-unreadable')
    if ((view.getUint16(at + 8, true) & 1) === 1) refuse('platform.sheet-other-format')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
    const { foldedBytes, offset } = sizesOf(view, at, { start: at + 46 + nameLength, length: extraLength })
    parts.set(name.replaceAll('\\', '/').toLowerCase(), {
      offset: dataStart(view, offset),
      foldedBytes,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return parts
}
function directoryOf(view: DataView): { readonly count: number; readonly start: number } {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  let at = view.byteLength - 22
  while (at >= first && view.getUint32(at, true) !== END) at--
  if (at < first) refuse('platform.sheet-unreadable')
  const start = view.getUint32(at + 16, true)
  const count = view.getUint16(at + 10, true)
  if (start !== FOUR_BYTES && count !== 0xffff) return { count, start }
  if (view.getUint32(at - 20, true) !== WIDE_LOCATOR) return { count, start }
  const wide = wideNumber(view, at - 12)
  if (view.getUint32(wide, true) !== WIDE_END) refuse('platform.sheet-unreadable')
  return { count: wideNumber(view, wide + 32), start: wideNumber(view, wide + 48) }
}
/** Sizes of eight bytes stand in an extra field, in the order of those that do not fit into four. */
function sizesOf(view: DataView, at: number, extra: { readonly start: number; readonly length: number }) {
  let field = extra.start
  let foldedBytes = view.getUint32(at + 20, true)
  let offset = view.getUint32(at + 42, true)
  while (field + 4 <= extra.start + extra.length && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true)
  if (field + 4 > extra.start + extra.length) return { foldedBytes, offset }
  let next = field + 4 + (view.getUint32(at + 24, true) === FOUR_BYTES ? 8 : 0)
  if (foldedBytes === FOUR_BYTES) {
    foldedBytes = wideNumber(view, next)
    next += 8
  }
  if (offset === FOUR_BYTES) offset = wideNumber(view, next)
  return { foldedBytes, offset }
}
function wideNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}
function dataStart(view: DataView, offset: number): number {
  if (view.getUint32(offset, true) !== LOCAL) refuse('platform.sheet-unreadable')
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
}

/**
 * One part, unfolded chunk by chunk as it is asked for: a bomb is met at the first chunk beyond the budget, not after it went off.
 * Refuses platform.sheet-too-large, and platform.sheet-unreadable when the bytes are not what the directory says.
 */
export async function* unfold(bytes: Uint8Array, part: ZipPart, budget: Budget): AsyncGenerator<Uint8Array> {
  const folded = bytes.subarray(part.offset, part.offset + part.foldedBytes)
  if (folded.length < part.foldedBytes) refuse('platform.sheet-unreadable')
  let crc = 0
  for await (const chunk of part.method === 8 ? inflated(folded) : stored(folded, part.method)) {
    budget.left -= chunk.length
    if (budget.left < 0) refuse('platform.sheet-too-large')
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (crc !== part.crc) refuse('platform.sheet-unreadable')
}
const CHUNK = 64 * 1024
function* stored(folded: Uint8Array, method: number): Generator<Uint8Array> {
  if (method !== 0) refuse('platform.sheet-unreadable')
  for (let at = 0; at < folded.length; at += CHUNK) yield folded.subarray(at, at + CHUNK)
}
async function* inflated(folded: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: CHUNK })
  stream.end(folded)
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) refuse('platform.sheet-unreadable')
    throw error
  }
}
