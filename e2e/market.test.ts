import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { service } from '../src/access/actor.ts'
import { demoId, demoPlanId } from '../src/app/demo.ts'
import { openStage } from '../src/app/demo-stage.ts'
import { advance, getLockedCase } from '../src/modules/enrolment/port.ts'
import { exitActs } from '../src/modules/pathways/contract/exit-table.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { jalaliOf } from '../src/platform/jalali.ts'
import { asciiDigits } from '../src/platform/persian.ts'
import { addDays, dayIn, TEHRAN } from '../src/platform/time.ts'
import { anyPicture, settleGoods } from '../test/business.ts'
import { openBrowser } from '../test/chromium.ts'
import { openDemo } from '../test/running.ts'
import { enter, goTo, inspect, leave, type Stage, typeDay } from './driving.ts'
import { settlePlaced } from './small-world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const OPERATOR = 'بازار دشتستان'
const SECOND_OPERATOR = 'بازار دوم دشتستان'
const HOLDING = 'هلدینگ نمایشی موج'
const GUIDE = 'رهیار دشتستان'
const ORDER = 'لباس کار آزموده'

test.each([
  ['phone', 390],
  ['desktop', 1366],
])('on a %s: a promise becomes an order, a lot and money she says she has, each step by whose it is', async (_device, width) => {
  const house = await openDemo()
  const stage: Stage = { browser, address: house.address, width, faults: [] }
  try {
    const caseId = await settle(house.house)
    const operator = await enter(stage, OPERATOR)
    await callOrder(operator)
    const holding = await enter(stage, HOLDING)
    await takeOn(holding)
    const guide = await enter(stage, GUIDE)
    await putForward(guide, caseId)
    await split(operator)
    const code = await readTerms(guide, caseId)
    await makeAndLook(operator, code)
    await askForAnotherLook(guide)
    await mayNotJudgeOwnLook(operator)
    await settleForHer(await enter(stage, SECOND_OPERATOR))
    await deliver(operator)
    await takePieces(holding)
    await pay(operator, code)
    await hearHerWord(guide, caseId)
    await endOrder(operator)
    await seeRealisation(holding)
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
  const given = { manner: 'spoken', witnessName: null }
  const shown = { editionId: demoId('exit-edition'), ...given }
  const [at, stepId, pledgeId] = [`/pathways/cases/${caseId}`, newId(), newId()]
  const written = { kind: 'self-employment', relation: null, wishes: ['HB001'], hoursPerWeek: 20, buyer: HOLDING, wish: 'کار در خانه' }
  const step = { id: stepId, kind: 'sample', what: null, owner: 'her', organisationId: null, dueOn: stage.dateOf(stage.today + 10) }
  const days = { startsOn: stage.dateOf(stage.today), dueOn: '2099-01-01', groupNote: null, fieldCode: null, parts: [] }
  const promised = { promisedAs: 'backer', kind: 'purchase', title: 'خرید لباس کار', quantity: 50, unit: 'دست', valueRial: null }
  const letter = { letterNumber: 'ن/۱', letterDate: stage.dateOf(stage.today) }
  const fit = { isFit: true, reasons: 'سند و توان خرید دیده شد.', version: 2 }
  const [guide, pledge] = ['rahyar-dashtestan', `/partners/pledges/${pledgeId}`]
  const acts: readonly (readonly [who: string, url: string, body: object, method?: 'PUT'])[] = [
    [guide, `${at}/work-plan`, { ...written, version: 0 }, 'PUT'],
    [guide, `${at}/steps`, step],
    [guide, `${at}/work-plan/agreement`, { version: 1, ...given }],
    [guide, `/pathways/steps/${stepId}/move`, { to: 'under-way', version: 1 }],
    [guide, `${at}/exit-showings`, { id: newId(), ...shown }],
    ...exitActs.map((one) => [guide, `${at}/exit-answers/${one}`, { answer: 'goes-on', ...shown }, 'PUT'] as const),
    ['holding', '/partners/pledges', { id: pledgeId, organisationId: demoId('organisation/holding'), ...promised, ...days, counties: [] }],
    ['holding', `${pledge}/document`, { documentNumber: 'د/۱', documentDate: stage.dateOf(stage.today), version: 1 }],
    ['daftar', `${pledge}/opinions`, { opinionId: newId(), ...fit }],
    ['barresi', `${pledge}/opinions`, { opinionId: newId(), ...fit }],
    ['daftar', `${pledge}/sign`, { ...letter, version: 3 }],
    ['daftar', `${pledge}/open`, { version: 4 }],
  ]
  for (const [who, url, body, method] of acts) {
    const told = await stage.act({ name: newId(), who, day: stage.today, url, body, ...(method === undefined ? {} : { method }) })
    if (!told) throw new Error(`${who} was refused ${url}`)
  }
  await stage.close()
  return caseId
}
/** A day as its three parts are typed: so many days from today. */
function dayFromToday(days: number): readonly [string, string, string] {
  const { year, month, day } = jalaliOf(addDays(dayIn(TEHRAN, new Date()), days))
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
}
async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
}
async function pressed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
/** The operator writes down what the holding wants of its promise. */
async function callOrder(operator: Page): Promise<void> {
  await goTo(operator, 'سفارش‌ها')
  await pressed(operator, 'فراخوان تازه')
  const dialog = operator.getByRole('dialog')
  await dialog.getByRole('button', { name: /خریدار/ }).click()
  await operator.getByRole('option', { name: HOLDING }).click()
  await dialog.getByLabel('از تعهد').selectOption({ label: 'خرید لباس کار' })
  await dialog.getByLabel('مقداری که از تعهد فراخوانده می‌شود').fill('۲۰')
  await dialog.getByLabel('چه می‌خواهد').fill(ORDER)
  await dialog.getByRole('textbox', { name: /^واحد/ }).fill('دست')
  await dialog.locator('[name=quantity]').fill('۲۰')
  await dialog.getByLabel('کوچک‌ترین محموله').fill('۵')
  await typeDay(operator, 'تحویل تا', dayFromToday(28), dialog)
  await dialog.getByLabel('کارمزد هر واحد').fill('۴۵۰۰۰۰')
  await dialog.getByLabel('دقیقه برای هر واحد').fill('۴۵')
  await inspect(operator)
  await pressed(operator, 'ثبت فراخوان')
  await operator.getByRole('link', { name: ORDER }).waitFor()
}
/** What waits for the holding is on its worklist; it says yes by its own paper. */
async function takeOn(holding: Page): Promise<void> {
  await goTo(holding, 'میز کار')
  await inspect(holding)
  await holding.getByRole('link', { name: 'پاسخ به فراخوان سفارش' }).click()
  await pressed(holding, 'می‌پذیریم')
  const dialog = holding.getByRole('dialog')
  await dialog.getByLabel('شمارهٔ برگهٔ خریدار').fill('س/۱۲')
  await typeDay(holding, 'تاریخ برگه', dayFromToday(0), dialog)
  await dialog.getByRole('button', { name: 'می‌پذیریم' }).click()
  await holding.getByText('سفارش قطعی').first().waitFor()
  await inspect(holding)
}
/** Her guide puts her forward for what she makes; how much a week is read from her goods. */
async function putForward(guide: Page, caseId: string): Promise<void> {
  await open(guide, `/staff/cases/${caseId}`)
  await pressed(guide, 'پیشنهاد برای سفارش')
  await guide.getByLabel('کدام سفارش').selectOption({ label: `${ORDER} · ${HOLDING}` })
  await guide.getByText('توان هفتگی: ۲۰ (به گفتهٔ خودش)').waitFor()
  await inspect(guide)
  await pressed(guide, 'پیشنهاد برای سفارش')
  await guide.getByLabel('کدام سفارش').waitFor({ state: 'detached' })
}
async function split(operator: Page): Promise<void> {
  await open(operator, '/staff/worklist')
  await operator.getByRole('link', { name: 'تقسیم سفارش' }).click()
  await pressed(operator, 'پیشنهاد تقسیم')
  await operator.getByText('۲۰ از ۲۰ دست میان ۱ خانه تقسیم می‌شود.').waitFor()
  await inspect(operator)
  await pressed(operator, 'عرضه به خانه‌ها')
  await operator.getByText('عرضه شد').first().waitFor()
}
/** Her guide reads the terms aloud and writes down her yes; the code of her lot. */
async function readTerms(guide: Page, caseId: string): Promise<string> {
  await open(guide, `/staff/cases/${caseId}`)
  const link = guide.getByRole('link', { name: /^[۰-۹]{9}$/ })
  const code = (await link.textContent()) ?? ''
  await link.click()
  await guide.getByText('هر ساعت کار ۶۰۰٬۰۰۰ ریال می‌شود', { exact: false }).waitFor()
  await inspect(guide)
  await pressed(guide, 'برای او خواندم')
  await pressed(guide, 'می‌پذیرد')
  await guide.getByText('پذیرفت').first().waitFor()
  return code
}
/** The operator scans the code of the paper, as a scanner types it; the lot opens by itself. */
async function scan(operator: Page, code: string): Promise<void> {
  await goTo(operator, 'محموله‌ها')
  await operator.getByRole('heading', { level: 1 }).click()
  await operator.keyboard.type(asciiDigits(code))
  await operator.getByRole('heading', { level: 1, name: 'محموله', exact: true }).waitFor()
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
/** The buyer says that it took the pieces, and sees until when it pays what. */
async function takePieces(holding: Page): Promise<void> {
  await open(holding, '/staff/worklist')
  await holding.getByRole('link', { name: 'تحویل گرفتن محموله' }).click()
  await holding.getByRole('button', { name: /^تحویل گرفتن محمولهٔ/ }).click()
  await holding.getByText('۲۰ دست را تحویل گرفته‌اید', { exact: false }).waitFor()
  await inspect(holding)
  await holding.getByRole('dialog').getByRole('button', { name: 'تحویل گرفتیم' }).click()
  await holding.getByText('۹٬۰۰۰٬۰۰۰ ریال').first().waitFor()
  expect(await holding.locator('main').textContent()).not.toContain('خورشید')
  await inspect(holding)
}
async function pay(operator: Page, code: string): Promise<void> {
  await scan(operator, code)
  // What was read in the last seconds is shown again without asking; the buyer was quicker than that.
  await operator.reload()
  await typeDay(operator, 'روز پرداخت', dayFromToday(0))
  await operator.getByLabel('شمارهٔ رسید').fill('ر/۵')
  await inspect(operator)
  await pressed(operator, 'ثبت پرداخت')
  await operator.getByText('به او پرداخت شد').first().waitFor()
}
/** Nobody but she ends a lot; by her word she earns. */
async function hearHerWord(guide: Page, caseId: string): Promise<void> {
  await guide.reload()
  await guide.getByText('آیا پول به دستش رسید؟').waitFor()
  await inspect(guide)
  await pressed(guide, 'رسید')
  await guide.getByText('خودش تأیید کرد').first().waitFor()
  await open(guide, `/staff/cases/${caseId}`)
  await guide.getByText('درآمد دارد').first().waitFor()
}
async function endOrder(operator: Page): Promise<void> {
  await goTo(operator, 'سفارش‌ها')
  await operator.getByRole('link', { name: ORDER }).click()
  await operator.getByLabel('دلیل').fill('همه تحویل و پرداخت شد.')
  await inspect(operator)
  await pressed(operator, 'پایان سفارش')
  await operator.getByText('بسته شد').first().waitFor()
}
/** What became of the promise until today, one line for each stage. */
async function seeRealisation(holding: Page): Promise<void> {
  await open(holding, '/staff/realisation')
  await holding.getByRole('heading', { level: 1, name: 'تعهد شما تا امروز' }).waitFor()
  await holding.getByRole('heading', { name: 'خرید لباس کار' }).waitFor()
  const told = (await holding.locator('main').textContent()) ?? ''
  for (const line of ['قول داده‌شده۵۰ دست', 'فراخوانده۲۰ دست', 'تحویل۲۰', 'پرداخت۹٬۰۰۰٬۰۰۰ ریال', 'بی‌دیرکرد']) expect(told).toContain(line)
  await inspect(holding)
}
