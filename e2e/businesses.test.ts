import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId, demoPlanId } from '../src/app/demo.ts'
import { openStage } from '../src/app/demo-stage.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, typeDay } from './driving.ts'
import { acceptProposal, addGoods, registerBusiness, runMatching } from './road-steps.ts'
import { settleSmallWorld } from './small-world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a phone: a business is registered, its permit is signed by two desks, its goods go into a hub, and she says yes to an order', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 390, faults: [] }
  try {
    const caseId = await settle(house.house)
    const guide = await enter(stage, 'رهیار دشتستان')
    await guide.goto(`${stage.address}/staff/cases/${caseId}/business`)
    await registerBusiness(guide)
    await handIn(guide)
    await sign(stage, 'صنایع دستی استان', [['در دست بررسی است'], ['تأیید و امضا', 'شمارهٔ نامه', 'تاریخ نامه']])
    await sign(stage, 'بررسی دوباره', [['تأیید و امضا', 'شمارهٔ مجوز', 'تاریخ صدور']])
    await guide.reload()
    await guide.getByText('صادر شد').first().waitFor()
    await makeGoods(guide)
    await guide.context().close()
    await count(stage)
    await propose(stage, caseId)
  } finally {
    await leave(stage, house)
  }
  expect(stage.faults).toEqual([])
})

/** A woman at work who was read the table of what may change and goes on. */
async function settle(house: House): Promise<string> {
  const { started_on: startedOn } = await house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  )
  const { working } = await settleSmallWorld(house, startedOn)
  const stage = await openStage(house, startedOn)
  const at = `/pathways/cases/${working.caseId}`
  const given = { editionId: demoId('exit-edition'), manner: 'spoken', witnessName: null }
  const act = { who: 'rahyar-dashtestan', day: stage.today }
  const plan = {
    kind: 'home-based',
    relation: 'independent',
    wishes: ['HB001'],
    hoursPerWeek: 20,
    buyer: 'هلدینگ',
    wish: 'بافتن',
    version: 0,
  }
  const step = { id: newId(), kind: 'sample', what: null, owner: 'her', organisationId: null, dueOn: '2099-01-01' }
  const word = { version: 1, manner: 'spoken', witnessName: null }
  const told = [
    await stage.act({ ...act, name: newId(), url: `${at}/exit-showings`, body: { id: newId(), ...given } }),
    await stage.act({ ...act, name: newId(), method: 'PUT', url: `${at}/exit-answers/permit`, body: { answer: 'goes-on', ...given } }),
    await stage.act({ ...act, name: newId(), method: 'PUT', url: `${at}/exit-answers/order`, body: { answer: 'goes-on', ...given } }),
    await stage.act({ ...act, name: newId(), method: 'PUT', url: `${at}/work-plan`, body: plan }),
    await stage.act({ ...act, name: newId(), url: `${at}/steps`, body: step }),
    await stage.act({ ...act, name: newId(), url: `${at}/work-plan/agreement`, body: word }),
  ]
  await stage.close()
  expect(told).toEqual(told.map(() => true))
  return working.caseId
}
async function handIn(guide: Page): Promise<void> {
  await guide.getByRole('button', { name: 'آغاز درخواست مجوز' }).click()
  await guide.getByLabel('شمارهٔ درخواست').fill('۱۴۰۵/۷۷')
  await typeDay(guide, 'تاریخ درخواست', ['1405', '5', '2'])
  expect(await guide.getByLabel('کجا بررسی می‌شود').locator('option:checked').textContent()).toBe('میز صنایع دستی در کاریز')
  await guide.getByRole('button', { name: 'فرستادن درخواست' }).click()
  await guide.getByText('فرستاده شد').first().waitFor()
  await inspect(guide)
}
type Answer = readonly [answer: string, number?: string, date?: string]
/** A desk answers what lies on it, one answer after the other; the number is the same for a letter and for the permit. */
async function sign(stage: Stage, place: string, answers: readonly Answer[]): Promise<void> {
  const desk = await enter(stage, place)
  await goTo(desk, 'درخواست‌های مجوز')
  for (const [answer, number, date] of answers) {
    await desk.getByRole('button', { name: /^ثبت پاسخ: / }).click()
    await desk.getByText(answer, { exact: true }).click()
    if (number !== undefined && date !== undefined) {
      await desk.getByLabel(number).fill('ص/۱۲')
      await typeDay(desk, date, ['1405', '6', '1'])
      if (number === 'شمارهٔ مجوز') await typeDay(desk, 'پایان اعتبار', ['1499', '6', '1'])
    }
    await inspect(desk)
    await desk.getByRole('button', { name: 'ثبت پاسخ', exact: true }).click()
    await desk.getByRole('button', { name: 'ثبت پاسخ', exact: true }).waitFor({ state: 'hidden' })
  }
  await desk.getByText('درخواستی در انتظار ادارهٔ شما نیست.').waitFor()
  await desk.context().close()
}
async function makeGoods(guide: Page): Promise<void> {
  await addGoods(guide, 'بادبزن حصیری', '۱۰')
  const dialog = guide.getByRole('dialog')
  await guide.getByRole('button', { name: 'ثبت بها: بادبزن حصیری' }).click()
  await dialog.getByLabel('بهای هر واحد').fill('۹۰۰۰۰۰')
  await typeDay(guide, 'از روز', ['1499', '1', '1'], dialog)
  await dialog.getByRole('button', { name: 'ثبت بها' }).click()
  await guide.getByText(/۹۰۰٬۰۰۰ ریال/).waitFor()
  await guide.getByRole('button', { name: 'نشان دادن به خریداران: بادبزن حصیری' }).click()
  await dialog.getByText('نشان داده شود', { exact: true }).click()
  await inspect(guide)
  await dialog.getByRole('button', { name: 'ثبت پاسخ او' }).click()
  await guide.getByText(/^خریداران می‌بینند/).waitFor()
  const anybody = await guide.context().newPage()
  await anybody.goto(`${new URL(guide.url()).origin}/goods`)
  await anybody.getByRole('heading', { level: 3, name: 'بادبزن حصیری' }).waitFor()
  await inspect(anybody)
  await anybody.close()
  await guide.getByLabel('کدام مرکز').selectOption({ label: 'مرکز تجمیع برازجان' })
  await guide.getByText('پنج‌شنبه‌ها صبح').waitFor()
  await guide.getByRole('button', { name: /قاعده‌ها را برایش خواندم/ }).click()
  await guide.getByText('کاروان‌سرا').waitFor()
  await inspect(guide)
}
/** The lead of the hub counts a week on trial, without knowing whose it is. */
async function count(stage: Stage): Promise<void> {
  const lead = await enter(stage, 'بازار دشتستان')
  await goTo(lead, 'گروه‌ها و مراکز تجمیع')
  await lead.getByRole('link', { name: 'کسب‌وکارهای مرکز' }).click()
  await lead.getByRole('button', { name: 'ثبت توان آزموده: بادبزن حصیری' }).click()
  await inspect(lead)
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('آزموده').fill('۸')
  await typeDay(lead, 'روز شمارش', ['1405', '6', '1'], dialog)
  await dialog.getByRole('button', { name: 'ثبت توان آزموده' }).click()
  await lead.getByText('۸ عدد').waitFor()
  expect(await lead.locator('main').textContent()).not.toContain('ستاره')
  await inspect(lead)
  await lead.context().close()
}
/** A run proposes her for the order of the small world; her guide looks, she says yes, and the operator has her as a home of it. */
async function propose(stage: Stage, caseId: string): Promise<void> {
  const operator = await enter(stage, 'بازار دشتستان')
  await runMatching(operator, 'ستاره')
  await inspect(operator)
  const guide = await enter(stage, 'رهیار دشتستان')
  await acceptProposal(guide, caseId, 'لباس کار')
  await guide.context().close()
  await operator.goto(`${stage.address}/staff/orders/${demoId('order/small')}`)
  await operator.getByText('۱ نفر از ۳ جا پذیرفته‌اند').waitFor()
  await operator.getByRole('button', { name: 'پیشنهاد ۱ نفری که پذیرفته‌اند' }).click()
  await operator.getByText('۸ (آزموده)').waitFor()
  await inspect(operator)
  await operator.context().close()
}
