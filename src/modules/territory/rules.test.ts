import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathsOf, ringsOf, tiles } from './rules.ts'

test('ten tiles, no two in one place', () => {
  expect(tiles).toHaveLength(10)
  expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(10)
})
test('what is no polygon draws nothing', () => {
  for (const wrong of [null, 'x', {}, { coordinates: 'x' }, { type: 'Point', coordinates: [50, 29] }, { coordinates: [[['a', 'b']]] }])
    expect(pathsOf([{ code: '1801', geometry: wrong }])).toEqual([])
})
test('every point of official boundaries lies on the map, north above south and east right of west', () => {
  const point = fc.tuple(fc.double({ min: 50, max: 53, noNaN: true }), fc.double({ min: 27, max: 30.5, noNaN: true }))
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 4, maxLength: 12 }), { minLength: 1, maxLength: 5 }), (polygons) => {
      const shapes = pathsOf(
        polygons.map((ring, index) => ({ code: `18${10 + index}`, geometry: { type: 'Polygon', coordinates: [ring] } })),
      )
      const numbers = shapes.flatMap(({ path }) => [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text)))
      expect(numbers.every((one) => one >= -0.1 && one <= 400.1)).toBe(true)
    }),
  )
  const square = [
    [51, 29],
    [52, 29],
    [52, 28],
    [51, 28],
  ]
  expect(ringsOf({ coordinates: [[square]] })).toHaveLength(1)
  const [shape] = pathsOf([{ code: '1801', geometry: { coordinates: [square] } }])
  expect(shape?.path.startsWith('M0 0L')).toBe(true)
})
test('a county of several parts is drawn whole, and its name stands on the widest', () => {
  const square = (west: number, south: number, size: number, corners = 1) =>
    Array.from({ length: 4 * corners }, (_, index) => {
      const [side, along] = [Math.floor(index / corners), (index % corners) / corners]
      const places = [
        [along, 0],
        [1, along],
        [1 - along, 1],
        [0, 1 - along],
      ]
      const [x = 0, y = 0] = places[side] ?? []
      return [west + x * size, south + y * size]
    })
  const island = square(50, 29, 0.1, 50)
  const [shape] = pathsOf([{ code: '1801', geometry: { type: 'MultiPolygon', coordinates: [[island], [square(51, 28, 1)]] } }])
  expect(shape?.path.match(/z/g)).toHaveLength(2)
  expect((shape?.x ?? 0) > 200).toBe(true)
})
