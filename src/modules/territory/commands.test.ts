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

const counties = [
  { code: '1803', name: 'Dashtestan' },
  { code: '1804', name: 'Dashti' },
]
const known = { codes: new Set(['1803', '1804', '180301']), counties }
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
    '510, 29 are no degrees',
  ],
  [
    'metres of another system',
    collection(
      area('1803', 'Polygon', [
        [
          [512_345.6, 3_212_345.1],
          [522_345.6, 3_212_345.1],
          [522_345.6, 3_222_345.1],
          [512_345.6, 3_212_345.1],
        ],
      ]),
    ),
    'EPSG:4326',
  ],
  [
    'another system by its name',
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32639' } },
      features: [area('1803'), area('1804')],
    }),
    'EPSG::32639',
  ],
  [
    'latitude first',
    collection(
      ...['1803', '1804'].map((code) =>
        area(code, 'Polygon', [
          [
            [29, 51],
            [29, 52],
            [30, 52],
            [29, 51],
          ],
        ]),
      ),
    ),
    'wrong way round',
  ],
  [
    'another country',
    collection(
      area('1803', 'Polygon', [
        [
          [5, 45],
          [6, 45],
          [6, 46],
          [5, 45],
        ],
      ]),
    ),
    'outside the country',
  ],
  ['a county left out', collection(area('1803')), '1804 Dashti'],
  ['districts alone', collection(area('180301')), '1803 Dashtestan, 1804 Dashti'],
  ['an unknown code', collection(area('9999')), '9999'],
  ['a code twice', collection(area('1803'), area('1803')), 'twice'],
])('%s is refused with what to mend', (_name, text, said) => {
  expect(() => readBoundaries(text, known)).toThrow(said)
})
test('loaded boundaries replace the old ones and are read by everyone', async () => {
  expect((await house.ask(null, { url: '/territory/boundaries' })).body).toEqual({ source: null, boundaries: [] })
  const island = [
    [
      [
        [50, 29],
        [50.1, 29],
        [50.1, 29.1],
        [50, 29],
      ],
    ],
    [
      [
        [51, 29],
        [52, 29],
        [52, 30],
        [51, 29],
      ],
    ],
  ]
  const load = (source: string, ...areas: readonly object[]) =>
    house.house.door.asOwner((tx) =>
      replaceBoundaries(tx, readBoundaries(collection(...areas), known), { source, at: new Date('2026-01-01') }),
    )
  await load('older', area('1803'), area('1804'))
  await load('official', area('1804'), area('1803', 'MultiPolygon', island))
  expect((await house.ask(null, { url: '/territory/boundaries' })).body).toMatchObject({
    source: 'official',
    boundaries: [
      { code: '1803', geometry: { type: 'MultiPolygon' } },
      { code: '1804', geometry: { type: 'Polygon' } },
    ],
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
  const ten = Array.from({ length: 10 }, (_, index) => ({ code: String(1801 + index), name: '' }))
  expect(readBoundaries(readFileSync(shared, 'utf8'), { codes: new Set(ten.map(({ code }) => code)), counties: ten })).toHaveLength(10)
})
