import { listOpenGoods } from '../modules/businesses/contract/showing.ts'
import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

/** Two saw goods of Dashtestan and asked for an order: one waits for the operator of the market, the other was told why not. */
export async function askForOrders(stage: Stage): Promise<void> {
  const told = await stage.ask(listOpenGoods.output, {
    name: 'open-goods',
    who: 'anyone',
    day: stage.today,
    method: 'GET',
    url: '/businesses/open-goods',
  })
  // By now goods of Dashtestan alone stand open.
  const goods = told?.goods ?? []
  const asked = [
    {
      key: 'shop',
      personKind: 'legal',
      name: 'فروشگاه سوغات بندر (نمایشی)',
      quantity: 40,
      ago: 2,
      wantedIn: 45,
      message: 'برای نوروز می‌خواهیم؛ بسته‌بندی ساده بس است.',
    },
    { key: 'guest', personKind: 'natural', name: 'مهمان نمایشی', quantity: 3, ago: 9, wantedIn: null, message: null },
  ] as const
  for (const [place, { key, ago, wantedIn, ...more }] of asked.entries()) {
    const one = goods[place]
    if (one === undefined) return
    const id = demoId(`order-request/${key}`)
    const wantedOn = wantedIn === null ? null : stage.dateOf(stage.today + wantedIn)
    const body = { id, goodsId: one.id, phone: '09170000000', wantedOn, ...more }
    await stage.act({ name: `order-request/${key}`, who: 'anyone', day: stage.today - ago, url: '/market/order-requests', body })
  }
  await stage.act({
    name: 'order-request/guest/decline',
    who: 'bazar-dashtestan',
    day: stage.today - 5,
    url: `/market/order-requests/${demoId('order-request/guest')}/decline`,
    body: { version: 1, reason: 'سفارش زیر ده عدد برای این کالا پذیرفته نمی‌شود.' },
  })
}
