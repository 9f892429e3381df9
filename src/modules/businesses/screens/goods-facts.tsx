import { formatDate, formatMoney, formatNumber, jalaliMonthNames } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Facts } from '../../../ui/layout.tsx'
import type { Price, ProductUnit, Weekly } from '../contract/products.ts'
import { words } from '../words.ts'
import { Photos } from './photo.tsx'

/** So much a week, in words: what she says, what was tested, what was delivered. */
export function useWeekly() {
  const say = useSay()
  const language = useLanguage()
  return (weekly: Weekly, unit: ProductUnit): readonly (readonly [name: string, value: string])[] => {
    const of = (n: number): string => say(words['weekly-of'], { n: formatNumber(n, language), unit: say(words[`unit-${unit}`]) })
    return [
      [say(words['weekly-declared']), of(weekly.declared)],
      [say(words['weekly-tested']), weekly.tested === null ? say(words['not-tested']) : of(weekly.tested)],
      [say(words['weekly-achieved']), weekly.achieved === null ? say(words['not-achieved']) : of(weekly.achieved)],
    ]
  }
}
interface Props {
  readonly goods: {
    readonly id: string
    readonly name: string
    readonly unit: ProductUnit
    readonly seasonMonths: readonly number[]
    readonly weekly: Weekly
    readonly prices: readonly Price[]
    readonly photos: readonly string[]
  }
}
/** What is known of one kind of goods: weekly capacity, season, prices with their day, pictures. */
export function GoodsFacts({ goods }: Props) {
  const say = useSay()
  const language = useLanguage()
  const weekly = useWeekly()
  const months = jalaliMonthNames(language)
  const season = goods.seasonMonths.map((month) => months[month - 1] ?? '').join(language === 'en' ? ', ' : '، ')
  const priceOf = ({ priceRial, costRial, validFrom }: Price): string => {
    const price = say(words['price-from'], { price: formatMoney(priceRial, language), day: formatDate(validFrom, language) })
    return costRial === null ? price : `${price} (${say(words['cost-is'], { cost: formatMoney(costRial, language) })})`
  }
  return (
    <div className="flex flex-col gap-3">
      <Facts
        facts={[
          ...weekly(goods.weekly, goods.unit),
          [say(words.season), season === '' ? say(words['all-year']) : season],
          [
            say(words.price),
            goods.prices.length === 0 ? (
              say(words['no-price'])
            ) : (
              <span key="price" className="flex flex-col">
                {goods.prices.slice(0, 3).map((price) => (
                  <span key={price.validFrom}>{priceOf(price)}</span>
                ))}
              </span>
            ),
          ],
        ]}
      />
      <Photos
        productId={goods.id}
        photos={goods.photos}
        name={goods.name}
        say={(n, name) => say(words['photo-n'], { n: formatNumber(n, language), name })}
      />
    </div>
  )
}
