import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { done } from '../../../../test/market.ts'
import { thePlan } from '../../../../test/personas.ts'
import { registerWomen } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReleasedFigure } from '../contract/releases.ts'
import { touchAll } from '../store/board.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const url = '/outcomes/releases'
const post = (who: Parameters<typeof house.ask>[0], at: string, body: object) => house.ask(who, { method: 'POST', url: at, body })
const propose = (more: object = {}) => post('office', url, { id: newId(), corrects: null, correction: null, ...more })
const settle = (who: Parameters<typeof house.ask>[0], id: string, isPublished: boolean) => post(who, `${url}/${id}/settle`, { isPublished })
const anybody = async (path: string, headers: Record<string, string> = {}) => house.app.inject({ method: 'GET', url: path, headers })
async function women(count: number): Promise<void> {
  await registerWomen(house.house, count)
  await house.house.door.asOwner((tx) => touchAll(tx, thePlan, []))
}
const waiting = (figures: readonly ReleasedFigure[]) => figures.find(({ name }) => name === 'women')?.lines[0]?.cells[2]

test('neither governorate nor executor publishes; of nobody nothing is published', async () => {
  for (const who of ['governorOfDashtestan', 'executor', 'auditor'] as const)
    expect((await post(who, url, { id: newId(), corrects: null, correction: null })).reasons).toEqual(['access.not-your-part'])
  expect((await propose()).reasons).toEqual(['outcomes.nothing-to-release'])
})
test('figures are frozen when proposed and published by a second person, for everybody and without a script', async () => {
  await women(30)
  const one = (await propose()).body
  expect(waiting(one.figures)).toBe(30)
  expect((await propose()).reasons).toEqual(['outcomes.release-open'])
  await women(20)
  expect((await settle('office', one.id, true)).reasons).toEqual(['outcomes.release-by-another'])
  expect((await anybody(`/api${url}`)).json().releases).toEqual([])
  const told = await Promise.all([settle('decider', one.id, true), settle('secondApprover', one.id, true)])
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  const [published] = (await anybody(`/api${url}`)).json().releases
  expect(published).toMatchObject({ number: 1, corrects: null })
  expect(waiting(published.figures)).toBe(30)
})
test('a release that would tell of fewer than ten by subtraction leaves the figure to the earlier one, and a correction says what it corrects', async () => {
  expect((await propose({ corrects: 9, correction: 'شمار' })).reasons).toEqual(['outcomes.no-such-release'])
  expect((await propose({ corrects: 1 })).reasons).toEqual(['outcomes.correction-incomplete'])
  const two = (await propose({ corrects: 1, correction: 'بیست زن از قلم افتاده بودند.' })).body
  expect(waiting(two.figures)).toBe(50)
  await done(house, 'decider', `${url}/${two.id}/settle`, { isPublished: true })
  await women(4)
  expect((await propose()).reasons).toEqual(['outcomes.nothing-to-release'])
  await women(6)
  const three = (await propose()).body
  expect(waiting(three.figures)).toBe(60)
  await done(house, 'office', `${url}/${three.id}/settle`, { isPublished: false })
  expect((await anybody(`/api${url}`)).json().releases.map(({ number }: { number: number }) => number)).toEqual([2, 1])
  expect((await settle('decider', three.id, true)).reasons).toEqual(['outcomes.release-settled'])
})

test('everybody reads what was published in either language, without a script that runs, and is sent it once', async () => {
  const shown = await anybody('/figures')
  expect(shown.body).toContain('انتشار ۲')
  expect(shown.body).toContain('انتشار ۲، انتشار ۱ را اصلاح کرد')
  expect((await anybody('/figures?lang=en')).body).toContain('<html lang="en" dir="ltr">')
  const tag = String(shown.headers.etag)
  expect((await anybody('/figures', { 'if-none-match': tag })).statusCode).toBe(304)
  expect((await anybody('/figures?lang=en', { 'if-none-match': tag })).statusCode).toBe(200)
  for (const path of ['/about', '/figures', '/pledges', '/goods']) {
    const { body, statusCode } = await anybody(path)
    expect(statusCode).toBe(200)
    expect(body.replaceAll(/<script type="application\/ld\+json">[^<>]*<\/script>/g, '')).not.toMatch(/<script|onclick|javascript:/i)
    expect(body).toContain('rel="canonical"')
    expect(body).toContain('hreflang="en"')
    for (const link of ['/about', '/figures', '/pledges', '/goods', '/call', '/complaint', '/'])
      expect(body).toContain(`<a href="${link}">`)
  }
})
test('the spreadsheet holds the published numbers and no other, and machines find the pages', async () => {
  const [head, ...rows] = (await anybody('/figures.csv')).body.trim().split('\r\n')
  expect(head).toContain('"release"')
  expect(rows.filter((row) => row.includes('"50"'))).toHaveLength(1)
  expect(rows.filter((row) => /"[1-9]"$/.test(row))).toEqual([])
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec((await anybody('/figures')).body)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({ '@type': 'Dataset', version: '2' })
  expect((await anybody('/sitemap.xml')).body).toContain('/figures</loc>')
  expect((await anybody('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n')
})
