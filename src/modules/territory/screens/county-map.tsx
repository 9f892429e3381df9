import { useRead } from '../../../platform/client.ts'
import { useSay } from '../../../ui/language.tsx'
import { readBoundaries } from '../contract.ts'
import { pathsOf, tiles } from '../rules.ts'
import { words } from '../words.ts'
import { useCounties } from './use-counties.ts'

export interface CountyValue {
  readonly code: string
  /** What is written under the county's name, already in words and digits. */
  readonly said: string
  /** 0 to 1: how dark the tile is; undefined for a county without a value. */
  readonly share: number | undefined
}
const GROUNDS = ['fill-surface', 'fill-brand/10', 'fill-brand/25', 'fill-brand/80', 'fill-brand'] as const
function groundOf(share: number | undefined): string {
  return share === undefined ? 'fill-sunken' : (GROUNDS[Math.min(4, Math.floor(share * 4) + (share > 0 ? 1 : 0))] ?? 'fill-surface')
}
/**
 * The counties of the province in their places. Tiles drawn by us, until someone loads the official boundaries. It is a picture of the table that
 * stands beside it: whoever cannot see it reads the table.
 */
export function CountyMap({ label, values }: { readonly label: string; readonly values: readonly CountyValue[] }) {
  const say = useSay()
  const boundaries = useRead(readBoundaries, {})
  const loaded = pathsOf(boundaries.data?.boundaries ?? [])
  const valueIn = (code: string): CountyValue | undefined => values.find((one) => one.code === code)
  const shapes = loaded.length > 0 ? loaded : tiles
  return (
    <figure className="m-0" dir="ltr">
      <svg viewBox={loaded.length > 0 ? '0 0 400 360' : '0 0 460 400'} className="h-auto w-full max-w-xl" role="img" aria-label={label}>
        {shapes.map((shape) => (
          <County key={shape.code} shape={shape} value={valueIn(shape.code)} />
        ))}
      </svg>
      {loaded.length > 0 && boundaries.data?.source != null ? (
        <figcaption className="text-ink-2 text-meta" dir="auto">
          {say(words['boundaries-source'], { source: boundaries.data.source })}
        </figcaption>
      ) : null}
    </figure>
  )
}
interface Shape {
  readonly code: string
  readonly path: string
  readonly x: number
  readonly y: number
}
function County({ shape, value }: { readonly shape: Shape; readonly value: CountyValue | undefined }) {
  const { countyName } = useCounties()
  const isDark = (value?.share ?? 0) > 0.5
  const ink = isDark ? 'fill-white' : 'fill-ink'
  return (
    <g>
      <path d={shape.path} className={`stroke-line ${groundOf(value?.share)}`} strokeWidth={1.5} />
      <text x={shape.x} y={shape.y - 4} textAnchor="middle" className={`font-semibold ${ink}`} fontSize={15}>
        {countyName(shape.code)}
      </text>
      <text x={shape.x} y={shape.y + 16} textAnchor="middle" className={ink} fontSize={14}>
        {value?.said ?? ''}
      </text>
    </g>
  )
}
