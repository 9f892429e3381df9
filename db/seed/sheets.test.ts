import { describe, expect, test } from 'vitest'
import { guessMapping, isRepeatedHeader } from '../../src/modules/enrolment/rules/nomination-sheet/mapping.ts'
import { readNominationRow } from '../../src/modules/enrolment/rules/nomination-sheet/row.ts'
import { parseNationalId } from '../../src/platform/identifiers.ts'
import { readSheet } from '../../src/platform/sheet/read.ts'
import type { SheetRow } from '../../src/platform/sheet/rows.ts'
import { seededRandom } from './random.ts'
import { demoSheets } from './sheets.ts'
import { inventWomen } from './women.ts'

const places = {
  counties: [
    { code: '1802', names: ['تنگستان'] },
    {
      code: '1803',
      names: ['دشتستان', 'برازجان', 'سعد آباد', 'وحدتیه', 'شبانکاره', 'دالکی', 'تنگ ارم', 'کلمه', 'بوشکان', 'آب پخش'],
    },
    { code: '1804', names: ['دشتی', 'خورموج'] },
  ],
  own: ['1803'],
}
async function judge(bytes: Uint8Array) {
  const sheets = new Map<string, SheetRow[]>()
  for await (const row of readSheet(bytes)) sheets.set(row.sheet, [...(sheets.get(row.sheet) ?? []), row])
  const read = [...sheets.values()].flatMap((rows) => {
    const mapping = guessMapping(rows.slice(0, 50))
    if (mapping === undefined) return []
    const below = rows.filter(({ number, cells }) => number > mapping.headerRow && !isRepeatedHeader(cells, mapping))
    return below.map(({ cells }) => readNominationRow(cells, mapping, places))
  })
  const mappings = [...sheets.values()].map((rows) => guessMapping(rows.slice(0, 50)))
  const accepted = read.flatMap((one) => (one.kind === 'accepted' ? [one] : []))
  const reasons = read.flatMap((one) => (one.kind === 'rejected' ? one.reasons : []))
  return {
    mappings,
    accepted,
    reasons,
    notes: accepted.flatMap(({ notes }) => notes),
    rejected: read.filter(({ kind }) => kind === 'rejected').length,
  }
}
const [behzisti, relief, agriculture] = demoSheets('a')

describe('the lists of three agencies', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(demoSheets('a')).toEqual([behzisti, relief, agriculture])
    expect(demoSheets('b').map(({ bytes }) => bytes)).not.toEqual([behzisti, relief, agriculture].map((sheet) => sheet?.bytes))
  })
  test('Behzisti’s is read below its titles; ground, disability, children and address are dropped', async () => {
    const { mappings, accepted, rejected, reasons, notes } = await judge(behzisti?.bytes ?? new Uint8Array())
    expect(mappings[0]).toMatchObject({
      headerRow: 5,
      columns: { 1: 'full-name', 3: 'national-id', 8: 'phone', 9: 'county' },
      dropped: ['رديف', 'نام پدر', 'تاريخ تولد', 'علت سرپرستي', 'نوع معلوليت', 'تعداد اولاد', 'آدرس'],
    })
    expect(accepted.length + rejected).toBe(121)
    expect(accepted.length).toBeGreaterThan(95)
    expect(new Set(reasons)).toEqual(
      new Set([
        'enrolment.row-national-id-wrong',
        'enrolment.row-name-missing',
        'enrolment.row-county-foreign',
        'enrolment.row-county-unknown',
      ]),
    )
    expect(notes).toContain('enrolment.row-phone-several')
  })
  test('the Relief Committee’s is two sheets with two lines of headers; the husband’s columns are never hers', async () => {
    const { mappings, accepted, rejected } = await judge(relief?.bytes ?? new Uint8Array())
    expect(mappings.map((mapping) => mapping?.columns)).toEqual([
      { 1: 'given-name', 2: 'family-name', 3: 'national-id', 6: 'phone', 10: 'county' },
      { 1: 'given-name', 2: 'family-name', 3: 'national-id', 6: 'phone', 10: 'county' },
      undefined,
    ])
    expect(accepted.length + rejected).toBe(121)
    expect(accepted.length).toBeGreaterThan(70)
  })
  test('Agricultural Jihad’s is Windows-1256; of two columns of telephones the filled one is read', async () => {
    const { mappings, accepted, rejected, reasons } = await judge(agriculture?.bytes ?? new Uint8Array())
    expect(mappings[0]?.columns).toEqual({ 1: 'family-name', 2: 'given-name', 4: 'national-id', 7: 'phone', 8: 'county' })
    expect(accepted.length + rejected).toBe(120)
    expect(accepted.length).toBeGreaterThan(95)
    expect(reasons).toContain('enrolment.row-national-id-rounded')
    for (const { nomination } of accepted) expect(`${nomination.givenName}${nomination.familyName}`).not.toMatch(/[?يك]/)
  })
})
describe('invented women', () => {
  const women = inventWomen(seededRandom('women'), 4_000)
  const share = (holds: (woman: (typeof women)[number]) => boolean): number => women.filter(holds).length / women.length
  test.each<[string, number, (woman: (typeof women)[number]) => boolean]>([
    ['are 60 or older', 0.5, ({ age }) => age >= 60],
    ['cannot read', 0.54, ({ reads }) => reads === 'no'],
    ['are widowed', 0.68, ({ ground }) => ground === 'widowed' || ground === 'presumed-death'],
    ['live alone', 0.44, ({ householdSize }) => householdSize === 1],
    ['work', 0.14, ({ works }) => works],
  ])('as many as in the census %s: %d', (_claim, expected, holds) => {
    expect(Math.abs(share(holds) - expected)).toBeLessThan(0.035)
  })
  test('have right national IDs, no two the same, and some share a telephone', () => {
    expect(women.filter(({ nationalId }) => !('value' in parseNationalId(nationalId)))).toEqual([])
    expect(new Set(women.map(({ nationalId }) => nationalId)).size).toBe(women.length)
    const phones = women.flatMap(({ phone }) => (phone === null ? [] : [phone]))
    expect(new Set(phones).size).toBeLessThan(phones.length - 100)
    expect(phones.filter((phone) => !/^\+989\d{9}$/.test(phone))).toEqual([])
  })
  test('fit into their households', () => {
    for (const { householdSize, dependants, dependantsUnderSeven } of women) {
      expect(dependants).toBeLessThan(householdSize)
      expect(dependantsUnderSeven).toBeLessThanOrEqual(dependants)
    }
  })
  test('a fork does not disturb its source', () => {
    const [one, other] = [seededRandom('x'), seededRandom('x')]
    one.fork('part').next()
    expect(one.next()).toBe(other.next())
    expect(seededRandom('x').fork('a').next()).not.toBe(seededRandom('x').fork('b').next())
  })
})
