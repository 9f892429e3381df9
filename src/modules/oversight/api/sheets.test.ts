import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMarket } from '../../../../test/market.ts'
import { nominate } from '../../../../test/nominate.ts'
import type { PersonaName } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { CountyContent } from '../contract/sheets.ts'
import { sheetBlocks } from './sheet-paper.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
beforeAll(async () => {
  ;({ house } = await openMarket())
  await nominate(house, 'behzistiOfDashtestan', [['زری کمالی', '3550043211']])
})
afterAll(() => house.stop())
const preview = (who: PersonaName, asked: string) => house.ask(who, { url: `/oversight/sheets/preview?${asked}` })
const issue = (who: PersonaName, body: object) =>
  house.ask(who, { method: 'POST', url: '/oversight/sheets', body: { id: newId(), ...body } })

test('whoever carries files, buys, nominates or interviews has no sheet; a governorate none of the province and none of another county', async () => {
  for (const who of ['facilitatorOfDashtestan', 'buyer', 'behzistiOfDashtestan', 'interviewer', 'marketOperator'] as const)
    expect([who, (await preview(who, 'kind=province')).reasons]).toEqual([who, ['access.not-your-part']])
  expect((await issue('executor', { kind: 'county', countyCode: '1803' })).reasons).toEqual(['access.not-your-part'])
  expect((await issue('governorOfDashtestan', { kind: 'province' })).reasons).toEqual(['oversight.sheet-of-province'])
  expect((await issue('governorOfDashtestan', { kind: 'county' })).reasons).toEqual(['oversight.sheet-needs-county'])
  expect((await issue('governorOfDashti', { kind: 'county', countyCode: '1803' })).reasons).toEqual(['platform.not-found'])
})
test('the sheet of the province says where work waits in the pilot counties, and nothing of anybody', async () => {
  const { blocks } = (await preview('office', 'kind=province')).body
  const said = JSON.stringify(blocks)
  expect(said).toContain('کار روی میز چه کسی مانده است')
  expect(said).toMatch(/[۰-۹]+ نفر · [۰-۹]+ روز/)
  expect(said).not.toMatch(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]/)
  const english = JSON.stringify((await house.ask('office', { url: '/oversight/sheets/preview?kind=province', language: 'en' })).body)
  expect(english).toContain('At whose desk work waits')
  expect(english).not.toMatch(/[\u0600-\u06ff]{3,} نفر/)
})
test('a county with much to sign still signs one side', async () => {
  const days = { medianDays: 45, longestDays: 134 }
  const desks = (['office', 'panel', 'decider', 'guide-contact', 'guide-registration', 'guide-plan'] as const).map((desk) => ({
    desk,
    organisationName: null,
  }))
  const agencies = ['بهزیستی', 'کمیتهٔ امداد'].map((organisationName) => ({ desk: 'agency' as const, organisationName }))
  const content = CountyContent.parse({
    kind: 'county',
    counties: [{ countyCode: '1803', files: 162, granted: 36, places: 36, earning: 15 }],
    desks: [...desks, ...agencies].map((one) => ({ ...one, countyCode: '1803', files: 12, ...days })),
    obstacles: [1, 2].map((n) => ({
      title: `بانک ضامن کارمند رسمی می‌خواهد، با آن‌که ضمانت زنجیره‌ای پذیرفته شده است (${n})`,
      since: '2026-09-24',
      blocked: 14,
      hasArrangement: n === 1,
    })),
    overdue: ['صمت', 'کمیتهٔ امداد', 'شهرداری'].map((agencyName) => ({ agencyName, overdue: 1, oldestDueOn: '2026-11-22' })),
    deliverables: {
      all: 5,
      taken: 2,
      toAnswer: 2,
      returned: 0,
      overdue: 1,
      nextDueOn: '2026-12-24',
      waiting: ['گزارش پیشرفت دوم', 'گزارش پیشرفت سوم'].map((title) => ({ title, handedInOn: '2026-11-10' })),
    },
    notices: { open: 1, overdue: 1 },
    resolutions: { open: 1, reported: 0, overdue: 1 },
    nextVisitOn: '2026-12-08',
  })
  const blocks = sheetBlocks(content, '2026-11-29', { language: 'fa', county: () => 'دشتستان' })
  const pdf = await typeset({
    size: 'a4',
    language: 'fa',
    letterhead: 'فرمانداری',
    title: 'برگهٔ شهرستان',
    register: [
      ['شماره', '۱'],
      ['تاریخ', '۲'],
    ],
    footer: '',
    mark: 'نمایشی',
    blocks,
  })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})
test('issued, a sheet has a number and says for ever what it said; its county reads it and another does not', async () => {
  const issued = (await issue('governorOfDashtestan', { kind: 'county', countyCode: '1803' })).body
  expect(issued).toMatchObject({ kind: 'county', countyCode: '1803', issuedOn: '2026-11-23' })
  expect(issued.number).toMatch(/^\d{4}-\d{4}-\d$/)
  const paper = (who: PersonaName) => house.ask(who, { url: `/oversight/sheets/${issued.id}/paper` })
  const first = await paper('governorOfDashtestan')
  expect(first.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  // What is signed stands on one side.
  expect(first.bytes.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  house.setTime('2027-03-01T06:00:00Z')
  const sizes = [first, await paper('executor'), await paper('office'), await paper('auditor')].map(({ status }) => status)
  expect(sizes).toEqual([200, 200, 200, 200])
  expect((await house.ask('auditor', { url: '/oversight/sheets' })).body.sheets.map(({ id }: { id: string }) => id)).toEqual([issued.id])
  expect((await paper('governorOfDashti')).reasons).toEqual(['platform.not-found'])
  expect((await house.ask('governorOfDashti', { url: '/oversight/sheets' })).body.sheets).toEqual([])
  house.setTime('2026-11-23T06:00:00Z')
})
