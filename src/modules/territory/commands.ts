import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { type Command, CommandMistake } from '../../platform/cli.ts'
import { listDivisions, replaceBoundaries } from './store.ts'

const MOST_BYTES = 50 * 1024 * 1024
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const Ring = z.array(Position).min(4)
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
])
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(z.object({ properties: z.object({ code: z.coerce.string() }), geometry: Geometry }))
    .min(1)
    .max(2000),
})
export interface Boundary {
  readonly code: string
  readonly geometry: z.infer<typeof Geometry>
}

/** Boundaries of a GeoJSON text whose features carry the official code in `properties.code`. Refuses, with what to mend, anything else. */
export function readBoundaries(text: string, known: ReadonlySet<string>): readonly Boundary[] {
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
  const unknown = boundaries.filter(({ code }) => !known.has(code)).map(({ code }) => code)
  if (unknown.length > 0) throw new CommandMistake(`these codes are no divisions of this province: ${unknown.slice(0, 10).join(', ')}`)
  if (new Set(boundaries.map(({ code }) => code)).size < boundaries.length) throw new CommandMistake('a code stands twice in the file')
  return boundaries
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
          const known = new Set((await listDivisions(tx, {})).map(({ code }) => code))
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
