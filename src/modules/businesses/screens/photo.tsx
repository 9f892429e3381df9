import { usePicture } from '../../../platform/client.ts'
import { readPhoto } from '../contract/products.ts'

/** One picture of the goods, small; what it shows is said in words beside it. */
export function Photo({ productId, photoId, label }: { readonly productId: string; readonly photoId: string; readonly label: string }) {
  const { data: address } = usePicture(readPhoto, { id: productId, photoId })
  const look = 'size-20 rounded-control border border-line bg-sunken object-cover'
  return address === undefined ? (
    <span role="img" aria-label={label} className={`inline-block ${look}`} />
  ) : (
    <img src={address} alt={label} className={look} />
  )
}
export function Photos({ productId, photos, name, say }: PhotosProps) {
  if (photos.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {photos.map((photoId, place) => (
        <Photo key={photoId} productId={productId} photoId={photoId} label={say(place + 1, name)} />
      ))}
    </div>
  )
}
interface PhotosProps {
  readonly productId: string
  readonly photos: readonly string[]
  readonly name: string
  /** The words for the n-th picture of the goods. */
  readonly say: (n: number, name: string) => string
}
