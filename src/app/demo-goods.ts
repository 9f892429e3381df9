import { drawGoods } from '../../db/seed/goods.ts'
import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

interface Goods {
  readonly guide: string
  readonly productId: string
  readonly fieldCode: string
  readonly index: number
  readonly day: number
}
/**
 * Drawn pictures, marked as the demonstration's: one of most goods, a second of some, none of what has nothing to show. Of goods that were tested, most
 * women let everybody see them; one in four says no.
 */
export async function showGoods(stage: Stage, { guide, productId, fieldCode, index, day }: Goods): Promise<void> {
  const takes = index % 5 === 4 ? 0 : index % 5 === 2 ? 2 : 1
  for (let take = 0; take < takes; take++) {
    const bytes = await pictureOf(fieldCode, take)
    if (bytes === undefined) break
    const name = `photo/${productId}/${take}`
    const url = `/businesses/products/${productId}/photos?photoId=${demoId(name)}`
    await stage.act({ name, who: guide, day, url, upload: { bytes, mediaType: 'image/png' } })
  }
  if (index % 3 === 2) return
  const name = `showing/${productId}`
  const word = { showingId: demoId(name), isShown: index % 6 !== 3, manner: 'spoken', witnessName: null, version: 2 }
  await stage.act({ name, who: guide, day, method: 'PUT', url: `/businesses/products/${productId}/showing`, body: word })
}
const drawn = new Map<string, Promise<Buffer>>()
/** Each picture is drawn once and carried by whoever makes such goods. */
async function pictureOf(fieldCode: string, take: number): Promise<Buffer | undefined> {
  const svg = drawGoods(fieldCode, take)
  if (svg === undefined) return undefined
  const { default: sharp } = await import('sharp')
  const key = `${fieldCode}/${take}`
  const bytes = drawn.get(key) ?? sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer()
  drawn.set(key, bytes)
  return bytes
}
