import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listProducts, type Product } from '../contract/products.ts'
import { words } from '../words.ts'
import { GoodsFacts } from './goods-facts.tsx'
import { TestDialog } from './product-forms.tsx'

/** What is made in the counties of the reader, without whose it is. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const may = useMay('businesses.test-capacity')
  const read = useRead(listProducts, {})
  const [tested, setTested] = useState<Omit<Product, 'businessId' | 'shownOn'>>()
  const count = read.data?.products.length
  return (
    <>
      <PageHeader
        title={say(words.goods)}
        facts={
          <>
            {say(words['goods-hint'])} {count === undefined ? '' : say(words['count-goods'], { n: count })}
          </>
        }
      />
      <Read of={read}>
        {({ products }) =>
          products.length === 0 ? (
            <EmptyState>{say(words['no-goods'])}</EmptyState>
          ) : (
            <div className="grid items-start gap-x-4 lg:grid-cols-2">
              {products.map((goods) => (
                <Card key={goods.id} title={goods.name}>
                  <p className="pb-2 text-ink-2">
                    {language === 'en' ? goods.fieldNameEn : goods.fieldNameFa} — {countyName(goods.countyCode)}
                  </p>
                  <GoodsFacts goods={goods} />
                  {may ? (
                    <div className="pt-3">
                      <Button look="quiet" label={`${say(words['test-capacity'])}: ${goods.name}`} onPress={() => setTested(goods)}>
                        {say(words['test-capacity'])}
                      </Button>
                    </div>
                  ) : null}
                </Card>
              ))}
            </div>
          )
        }
      </Read>
      {tested === undefined ? null : <TestDialog product={tested} onClose={() => setTested(undefined)} />}
    </>
  )
}
