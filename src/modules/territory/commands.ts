import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { type Command, CommandMistake } from '../../platform/cli.ts'
import { listDivisions, replaceBoundaries } from './store.ts'

const MOST_BYTES = 50 * 1024 * 1024
const Position = z.tuple([z.number(), z.number()]).rest(z.number())
const Ring = z.array(Position).min(4)
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
])
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).optional(),
  features: z
    .array(z.object({ properties: z.object({ code: z.coerce.string() }), geometry: Geometry }))
    .min(1)
    .max(2000),
})
export interface Boundary {
  readonly code: string
  readonly geometry: z.infer<typeof Geometry>
}

/** Degrees between which the country lies, a little wider than it is. */
const [WEST, EAST, SOUTH, NORTH] = [44, 64, 24, 40]
const isWithin = ([x, y]: Point): boolean => WEST <= x && x <= EAST && SOUTH <= y && y <= NORTH
type Point = readonly [x: number, y: number]
/** Refuses coordinates that are no degrees of this country: another system, or longitude and latitude the wrong way round. */
function checkCoordinates(boundaries: readonly Boundary[], crs: string | undefined): void {
  if (crs !== undefined && !/CRS84|4326/i.test(crs))
    throw new CommandMistake(`the file is in the system ${crs}; export it in degrees of longitude and latitude (WGS 84, EPSG:4326)`)
  const points = boundaries.flatMap(({ geometry }) => pointsOf(geometry))
  const outside = points.find((point) => !isWithin(point))
  if (outside === undefined) return
  const [x, y] = outside
  if (points.every(([one, other]) => isWithin([other, one])))
    throw new CommandMistake(`longitude and latitude stand the wrong way round (${x}, ${y}); GeoJSON gives longitude first`)
  const isDegree = Math.abs(x) <= 180 && Math.abs(y) <= 90
  throw new CommandMistake(
    isDegree
      ? `the point ${x}, ${y} lies outside the country; is it the right file?`
      : `${x}, ${y} are no degrees; export the file in longitude and latitude (WGS 84, EPSG:4326)`,
  )
}
function pointsOf({ type, coordinates }: Boundary['geometry']): readonly Point[] {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.flat(2).map(([x, y]): Point => [x, y])
}

/**
 * Boundaries of a GeoJSON text whose features carry the official code in `properties.code`: one area, of one or several parts, for every county.
 * Refuses, with what to mend, anything else; a map with a hole where a county should be would tell that nobody lives there.
 */
export function readBoundaries(text: string, known: Known): readonly Boundary[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new CommandMistake('the file is not JSON; give a GeoJSON file')
  }
  const collection = Collection.safeParse(parsed)
  if (!collection.success) {
    const [issue] = collection.error.issues
    throw new CommandMistake(`the file is not a GeoJSON of areas with properties.code (at ${issue?.path.join('.') ?? 'its root'})`)
  }
  const boundaries = collection.data.features.map(({ properties, geometry }) => ({ code: properties.code, geometry }))
  const unknown = boundaries.filter(({ code }) => !known.codes.has(code)).map(({ code }) => code)
  if (unknown.length > 0) throw new CommandMistake(`these codes are no divisions of this province: ${unknown.slice(0, 10).join(', ')}`)
  if (new Set(boundaries.map(({ code }) => code)).size < boundaries.length) throw new CommandMistake('a code stands twice in the file')
  checkCoordinates(boundaries, collection.data.crs?.properties.name)
  const missing = known.counties.filter(({ code }) => !boundaries.some((one) => one.code === code))
  if (missing.length > 0)
    throw new CommandMistake(`these counties are not in the file: ${missing.map(({ code, name }) => `${code} ${name}`).join(', ')}`)
  return boundaries
}
/** What the province has: every code a file may name, and the counties it must have. */
export interface Known {
  readonly codes: ReadonlySet<string>
  readonly counties: readonly { readonly code: string; readonly name: string }[]
}

export const territoryCommands: readonly Command[] = [
  {
    name: 'territory boundaries',
    help: 'FILE loads official boundaries (GeoJSON, code in properties.code); the map then uses them',
    run: async ([file, ...rest], open) => {
      if (file === undefined || file.startsWith('--')) throw new CommandMistake('name the file: kariz -- territory boundaries FILE')
      const size = statSync(file, { throwIfNoEntry: false })?.size
      if (size === undefined) throw new CommandMistake(`there is no file ${file}`)
      if (size > MOST_BYTES) throw new CommandMistake('the file is larger than 50 MB; simplify the shapes')
      const { door, close } = await open()
      try {
        await door.asOwner(async (tx) => {
          const divisions = await listDivisions(tx, {})
          const counties = divisions
            .filter(({ level }) => level === 'county')
            .map(({ code, nameEn, nameFa }) => ({ code, name: nameEn ?? nameFa }))
          const known = { codes: new Set(divisions.map(({ code }) => code)), counties }
          const boundaries = readBoundaries(readFileSync(file, 'utf8'), known)
          await replaceBoundaries(tx, boundaries, { source: rest.find((one) => !one.startsWith('--')) ?? file, at: new Date() })
          console.log(`${boundaries.length} boundaries loaded`)
        })
      } finally {
        await close()
      }
    },
  },
]
