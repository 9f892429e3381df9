/** A county as it is drawn: an SVG path, and the middle where its name stands. */
export interface Shape {
  readonly code: string
  readonly path: string
  readonly x: number
  readonly y: number
}
const [WIDTH, HEIGHT, GAP] = [108, 72, 6]
/** Schematic places of the ten counties from north-west to south-east: column, row; the sea lies to the left. */
const PLACES: readonly (readonly [code: string, column: number, row: number])[] = [
  ['1808', 0, 0],
  ['1807', 0, 1],
  ['1803', 1, 1],
  ['1801', 0, 2],
  ['1802', 1, 2],
  ['1804', 1, 3],
  ['1809', 2, 3],
  ['1805', 1, 4],
  ['1806', 2, 4],
  ['1810', 3, 4],
]
export const tiles: readonly Shape[] = PLACES.map(([code, column, row]) => {
  const [left, top] = [4 + column * (WIDTH + GAP), 4 + row * (HEIGHT + GAP)]
  return { code, path: `M${left} ${top}h${WIDTH}v${HEIGHT}h${-WIDTH}z`, x: left + WIDTH / 2, y: top + HEIGHT / 2 }
})

type Ring = readonly (readonly [longitude: number, latitude: number])[]
/** The outer and inner rings of a GeoJSON polygon or multipolygon; anything else has none. */
export function ringsOf(geometry: unknown): readonly Ring[] {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry) || !Array.isArray(geometry.coordinates)) return []
  const rings: Ring[] = []
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) return
    if (node.every(isPoint)) rings.push(node)
    else for (const inner of node) walk(inner)
  }
  walk(geometry.coordinates)
  return rings
}
function isPoint(node: unknown): node is readonly [number, number] {
  return Array.isArray(node) && node.length >= 2 && typeof node[0] === 'number' && typeof node[1] === 'number'
}
const [MAP_WIDTH, MAP_HEIGHT] = [400, 360]
/** Official boundaries as paths on a plane of 400 by 360: equirectangular about the middle latitude, true enough at the size of a province. */
export function pathsOf(boundaries: readonly { readonly code: string; readonly geometry: unknown }[]): readonly Shape[] {
  const all = boundaries.map(({ code, geometry }) => ({ code, rings: ringsOf(geometry) })).filter(({ rings }) => rings.length > 0)
  const points = all.flatMap(({ rings }) => rings.flat())
  if (points.length === 0) return []
  const [west, east] = extent(points.map(([longitude]) => longitude))
  const [south, north] = extent(points.map(([, latitude]) => latitude))
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(MAP_WIDTH / Math.max((east - west) * shrink, 1e-9), MAP_HEIGHT / Math.max(north - south, 1e-9))
  const place = ([longitude, latitude]: readonly [number, number]): readonly [number, number] => [
    Math.round((longitude - west) * shrink * scale * 10) / 10,
    Math.round((north - latitude) * scale * 10) / 10,
  ]
  return all.map(({ code, rings }) => {
    const drawn = rings.map((ring) => ring.map(place))
    // The name stands on the widest part, not on an island with many corners.
    const largest = drawn.reduce((best, ring) => (boxOf(ring) > boxOf(best) ? ring : best))
    const [[left, right], [top, bottom]] = [extent(largest.map(([x]) => x)), extent(largest.map(([, y]) => y))]
    return {
      code,
      path: drawn.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}z`).join(''),
      x: (left + right) / 2,
      y: (top + bottom) / 2,
    }
  })
}
function boxOf(ring: readonly (readonly [number, number])[]): number {
  const [[left, right], [top, bottom]] = [extent(ring.map(([x]) => x)), extent(ring.map(([, y]) => y))]
  return (right - left) * (bottom - top)
}
/** Least and greatest, without spreading a long list over the stack. */
function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce(([least, greatest], value) => [Math.min(least, value), Math.max(greatest, value)], [Infinity, -Infinity] as const)
}
