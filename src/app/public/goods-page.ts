import type { OpenGoods } from '../../modules/businesses/contract/showing.ts'
import { english as businessesInEnglish } from '../../modules/businesses/words.en.ts'
import { words as businesses } from '../../modules/businesses/words.ts'
import { speaker } from '../../platform/speech.ts'
import type { Language } from '../../platform/words.ts'
import { formatMoney, jalaliMonthNames } from '../../ui/format.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

const sayOfGoods = speaker(businesses, businessesInEnglish)
export interface GoodsPage {
  readonly language: Language
  readonly goods: readonly OpenGoods[]
}
/** Goods that women let be seen, a field of work at a time: no name, no place and no number stands here, because none comes here. */
export function goodsBody({ language, goods }: GoodsPage): Html {
  const lead = html`<h1>${say('goods', language)}</h1><p>${say('goods-lead', language)}</p>`
  if (goods.length === 0) return html`${lead}<section class="card"><p>${say('goods-none', language)}</p></section>`
  const groups = [...Map.groupBy(goods, (one) => fieldOf(one, language))].map(
    ([field, here]) => html`<section><h2>${field}</h2><ul class="goods">${here.map((one) => card(one, language))}</ul></section>`,
  )
  return html`${lead}${groups}<p><a href="/goods/order/state">${say('order-state', language)}</a></p><p><a href="/call">${say('goods-call', language)}</a></p>`
}
/** What one of it costs, as it was said. */
export function priceOf({ unit, priceRial }: OpenGoods, language: Language): string {
  return priceRial === null
    ? say('goods-price-unknown', language)
    : say('goods-price', language, { price: formatMoney(priceRial, language), unit: unitOf({ unit }, language) })
}
export const unitOf = ({ unit }: Pick<OpenGoods, 'unit'>, language: Language): string => sayOfGoods(`unit-${unit}`, language)
export const fieldOf = ({ fieldNameFa, fieldNameEn }: OpenGoods, language: Language): string =>
  language === 'en' ? fieldNameEn : fieldNameFa
function card(goods: OpenGoods, language: Language): Html {
  const { id, name, seasonMonths, photos } = goods
  const months = jalaliMonthNames(language)
  const season = seasonMonths.map((month) => months[month - 1] ?? '').join(language === 'en' ? ', ' : '، ')
  const [photo] = photos
  const price = priceOf(goods, language)
  return html`<li class="goods-card">${
    photo === undefined
      ? html`<span class="no-photo" aria-hidden="true"></span>`
      : html`<img src="/api/businesses/open-goods/${id}/photos/${photo}" alt="${say('goods-photo', language, { name })}" width="240" height="180" loading="lazy">`
  }<h3>${name}</h3><p>${price}</p><p class="quiet">${
    season === '' ? sayOfGoods('all-year', language) : say('goods-season', language, { months: season })
  }</p><p><a href="/goods/order?goods=${id}">${say('order-this', language)}</a></p></li>`
}
