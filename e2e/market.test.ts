import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { service } from '../src/access/actor.ts'
import { demoPlanId } from '../src/app/demo.ts'
import { openStage } from '../src/app/demo-stage.ts'
import { advance, getLockedCase } from '../src/modules/enrolment/port.ts'
import type { House } from '../src/platform/house.ts'
import { anyPicture, settleGoods } from '../test/business.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, open, pressed, type Stage } from './driving.ts'
import {
  callOrder,
  GUIDE,
  HOLDING,
  hearHerWord,
  OPERATOR,
  pay,
  readTerms,
  scan,
  seeRealisation,
  split,
  takeOn,
  takePieces,
} from './road-steps.ts'
import { beginWork } from './small-work.ts'
import { settlePlaced, settlePledge } from './small-world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const SECOND_OPERATOR = 'بازار دوم دشتستان'
const ORDER = { title: 'لباس کار آزموده', pledge: 'خرید لباس کار', unit: 'دست' }

// Both widths are walked by the whole road (`journey-1.ts`) and looked at page by page (`pages.test.ts`).
test('on a desktop: a promise becomes an order, a lot and money she says she has, each step by whose it is', async () => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width: 1366, faults: [] }
  try {
    const caseId = await settle(house.house)
    const operator = await enter(stage, OPERATOR)
    await callOrder(operator, ORDER)
    const holding = await enter(stage, HOLDING)
    await takeOn(holding)
    const guide = await enter(stage, GUIDE)
    await putForward(guide, caseId)
    await split(operator, ORDER)
    const code = await readTerms(guide, caseId)
    await makeAndLook(operator, code)
    await askForAnotherLook(guide)
    await mayNotJudgeOwnLook(operator)
    await settleForHer(await enter(stage, SECOND_OPERATOR))
    await deliver(operator)
    await takePieces(holding, ORDER)
    await pay(operator, code)
    await hearHerWord(guide, caseId)
    await endOrder(operator)
    await seeRealisation(holding, ORDER)
  } finally {
    await leave(stage, house)
  }
  // The one refusal of the journey: whoever looked does not judge.
  expect(stage.faults).toEqual([expect.stringContaining('409')])
})

/** A woman whose plan of work is agreed and begun, with goods of her own, who was read the table of what may change; and an open promise to buy. */
async function settle(house: House): Promise<string> {
  const plan = await house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  )
  const { caseId } = await settlePlaced(house, plan.started_on)
  const actor = service(demoPlanId)
  await house.door.asActor(actor, async (tx) => {
    const placed = await getLockedCase({ tx, about: () => undefined }, caseId)
    await advance({ tx, house, actor, now: house.clock() }, placed, 'interviewed')
  })
  await settleGoods(house, caseId, 20)
  const stage = await openStage(house, plan.started_on)
  await beginWork(stage, caseId, HOLDING)
  await settlePledge(stage, ORDER)
  await stage.close()
  return caseId
}
/** Her guide puts her forward for what she makes; how much a week is read from her goods. */
async function putForward(guide: Page, caseId: string): Promise<void> {
  await open(guide, `/staff/cases/${caseId}`)
  await pressed(guide, 'پیشنهاد برای سفارش')
  await guide.getByLabel('کدام سفارش').selectOption({ label: `${ORDER.title} · ${HOLDING}` })
  await guide.getByText('توان هفتگی: ۲۰ (به گفتهٔ خودش)').waitFor()
  await inspect(guide)
  await pressed(guide, 'پیشنهاد برای سفارش')
  await guide.getByLabel('کدام سفارش').waitFor({ state: 'detached' })
}
/** Material, the pieces counted, and two looks: one piece to mend, one rejected at her cost with reason and picture. */
async function makeAndLook(operator: Page, code: string): Promise<void> {
  await scan(operator, code)
  await pressed(operator, 'کار را بدهید')
  await pressed(operator, 'ثبت مواد')
  await operator.getByRole('textbox', { name: /^ماده/ }).fill('پارچه')
  await operator.getByLabel('واحد ماده').fill('متر')
  await operator.getByRole('textbox', { name: /^مقدار/ }).fill('۴۰')
  await operator.getByRole('button', { name: 'ثبت مواد' }).click()
  await operator.getByText('مواد رسید').first().waitFor()
  await pressed(operator, 'تحویل گرفتم')
  await operator.getByText('ساخته شد').first().waitFor()
  await operator.getByLabel('بازکاری').fill('۱')
  await operator.getByLabel('پذیرفته نشد').fill('۱')
  await operator.getByLabel('چرا پذیرفته نشد').selectOption({ label: 'دوخت و بافت' })
  await operator.getByRole('radiogroup', { name: 'زیان با' }).getByText('خودش', { exact: true }).click()
  await operator.setInputFiles('input[type=file]', { name: 'goods.png', mimeType: 'image/png', buffer: await anyPicture() })
  await operator.getByText('عکس نگه داشته شد.').waitFor()
  await inspect(operator)
  await pressed(operator, 'ثبت بازرسی')
  await pressed(operator, 'تحویل گرفتم')
  await operator.getByText('۱ دست برای بازرسی آمده است', { exact: false }).waitFor()
  await pressed(operator, 'ثبت بازرسی')
  await operator.getByRole('button', { name: 'تحویل به خریدار', exact: true }).waitFor()
}
/** She does not agree with the rejected piece: her guide writes it down, and a clock runs. */
async function askForAnotherLook(guide: Page): Promise<void> {
  await guide.reload()
  await guide.getByLabel('دربارهٔ').selectOption({ label: 'بازرسی کالا' })
  await inspect(guide)
  await pressed(guide, 'می‌خواهد دوباره دیده شود')
  await guide.getByText('در انتظار پاسخ').first().waitFor()
}
/** Whoever looked does not judge. */
async function mayNotJudgeOwnLook(operator: Page): Promise<void> {
  await open(operator, '/staff/worklist')
  await operator.getByRole('link', { name: 'درخواست بررسی دوبارهٔ محموله' }).click()
  await pressed(operator, 'به سود او')
  await operator.getByText('بازرسی را خود شما کرده‌اید', { exact: false }).waitFor()
}
/** Another operator does, and the piece is the buyer's loss. */
async function settleForHer(other: Page): Promise<void> {
  await open(other, '/staff/worklist')
  await other.getByRole('link', { name: 'درخواست بررسی دوبارهٔ محموله' }).click()
  await pressed(other, 'به سود او')
  await other.getByRole('button', { name: 'به سود او' }).waitFor({ state: 'detached' })
  await other.context().close()
}
/** What was used of the material is written down, and the goods go out. */
async function deliver(operator: Page): Promise<void> {
  await open(operator, '/staff/worklist')
  await operator.getByRole('link', { name: 'تحویل محموله به خریدار' }).click()
  await operator.getByRole('link', { name: /^[۰-۹]{9}$/ }).click()
  await pressed(operator, 'ثبت مواد')
  await operator.getByLabel('چه شد').selectOption({ label: 'مصرف شد' })
  await operator.getByRole('textbox', { name: /^مقدار/ }).fill('۴۰')
  await operator.getByRole('button', { name: 'ثبت مواد' }).click()
  await operator.getByLabel('چه شد').waitFor({ state: 'detached' })
  await pressed(operator, 'تحویل به خریدار')
  await operator.getByText('تحویل شد').first().waitFor()
}
async function endOrder(operator: Page): Promise<void> {
  await goTo(operator, 'سفارش‌ها')
  await operator.getByRole('link', { name: ORDER.title }).click()
  await operator.getByLabel('دلیل').fill('همه تحویل و پرداخت شد.')
  await inspect(operator)
  await pressed(operator, 'پایان سفارش')
  await operator.getByText('بسته شد').first().waitFor()
}
