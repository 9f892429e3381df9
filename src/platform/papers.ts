import { refuse } from './refusal.ts'

export type PaperType = 'application/pdf' | 'image/jpeg' | 'image/png'
export interface ReadPaper {
  readonly mediaType: PaperType
  readonly bytes: Buffer
}
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 3000

/**
 * Takes a copy of a paper as people send them: PDF, JPEG or PNG, told by content and never by name or header. A picture is drawn anew, turned
 * upright, without place, camera or anything else its maker wrote into it, and without whatever was hidden behind it. A PDF must be whole, must
 * end where it ends, and may not act. Refuses `platform.file-empty`, `-paper-other-type`, `-paper-broken`, `-paper-active`.
 */
export async function readPaper(bytes: Buffer): Promise<ReadPaper> {
  if (bytes.length === 0) refuse('platform.file-empty')
  const mediaType = typeOf(bytes) ?? refuse('platform.paper-other-type')
  if (mediaType !== 'application/pdf') return { mediaType, bytes: await redraw(bytes, mediaType) }
  checkPdf(bytes)
  return { mediaType, bytes }
}
function typeOf(bytes: Buffer): PaperType | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))) return 'image/png'
  return undefined
}
async function redraw(bytes: Buffer, mediaType: 'image/jpeg' | 'image/png'): Promise<Buffer> {
  // Loaded at the first picture: the library costs start-up time that most starts do not need.
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  try {
    return await (mediaType === 'image/jpeg' ? picture.jpeg({ quality: 85 }) : picture.png()).toBuffer()
  } catch {
    return refuse('platform.paper-broken')
  }
}
const ENDINGS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }
/** How the name of a kept paper or picture ends. */
export const endingOf = (mediaType: string): string => ENDINGS[mediaType] ?? 'bin'
const SMALL_SIDE = 480
/** A small copy, WebP, of a picture that was drawn anew: some kilobytes, for pages read on slow phones. */
export async function smallCopy(picture: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(picture)
    .resize({ width: SMALL_SIDE, height: SMALL_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 })
    .toBuffer()
}
/** Names that make a PDF do something, carry another file, or hide what it holds from this very look. */
const ACTING = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt)(?![A-Za-z])/
const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1')
/** How far behind the end an archive reader looks for its directory. */
const ZIP_LOOK = 65_557
function checkPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1')
  if (/%%EOF[\r\n\t \0]*$/.exec(text.slice(-1024)) === null || !text.includes('startxref')) refuse('platform.paper-broken')
  // What stands in streams is pictures and text; a name outside them may be spelt with #xx for its letters.
  const spelt = text
    .replaceAll(/stream\r?\n[\s\S]*?endstream/g, '')
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  if (ACTING.test(spelt)) refuse('platform.paper-active')
  if (bytes.subarray(-ZIP_LOOK).includes(ZIP_END) || /<(script|html|svg)/i.test(text.slice(0, 1024))) refuse('platform.paper-active')
}
