import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { readBoundaries } from './commands.ts'
import { replaceBoundaries } from './store.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const known = new Set(['1803', '1804'])
const area = (
  code: string,
  type = 'Polygon',
  coordinates: unknown = [
    [
      [51, 29],
      [52, 29],
      [52, 30],
      [51, 29],
    ],
  ],
) => ({ type: 'Feature', properties: { code }, geometry: { type, coordinates } })
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

test.each([
  ['no JSON', 'x', 'not JSON'],
  ['no collection', '{"type":"Feature"}', 'not a GeoJSON'],
  [
    'a line',
    collection(
      area('1803', 'LineString', [
        [51, 29],
        [52, 29],
      ]),
    ),
    'not a GeoJSON',
  ],
  [
    'a place outside the earth',
    collection(
      area('1803', 'Polygon', [
        [
          [510, 29],
          [52, 29],
          [52, 30],
          [51, 29],
        ],
      ]),
    ),
    'not a GeoJSON',
  ],
  ['an unknown code', collection(area('9999')), '9999'],
  ['a code twice', collection(area('1803'), area('1803')), 'twice'],
])('%s is refused with what to mend', (_name, text, said) => {
  expect(() => readBoundaries(text, known)).toThrow(said)
})
test('loaded boundaries replace the old ones and are read by everyone', async () => {
  expect((await house.ask(null, { url: '/territory/boundaries' })).body).toEqual({ source: null, boundaries: [] })
  for (const code of ['1803', '1804'])
    await house.house.door.asOwner((tx) =>
      replaceBoundaries(tx, readBoundaries(collection(area(code)), known), { source: 'official', at: new Date('2026-01-01') }),
    )
  expect((await house.ask(null, { url: '/territory/boundaries' })).body).toMatchObject({
    source: 'official',
    boundaries: [{ code: '1804', geometry: { type: 'Polygon' } }],
  })
})
test('the ten counties of Bushehr are there, four of them pilots of the plan', async () => {
  const { divisions } = (await house.ask(null, { url: '/territory/divisions?level=county' })).body
  expect(divisions).toHaveLength(10)
  expect((await house.ask(null, { url: '/plan' })).body.pilotCounties.map((one: { countyCode: string }) => one.countyCode)).toEqual([
    '1801',
    '1802',
    '1803',
    '1804',
  ])
})
const shared = join(process.env.KARIZ_TEST_DATA ?? '', '../bushehr_counties_land.geojson')
test.runIf(process.env.KARIZ_TEST_DATA !== undefined && existsSync(shared))('a real file of the ten counties is accepted', () => {
  const counties = new Set(Array.from({ length: 10 }, (_, index) => String(1801 + index)))
  expect(readBoundaries(readFileSync(shared, 'utf8'), counties)).toHaveLength(10)
})
