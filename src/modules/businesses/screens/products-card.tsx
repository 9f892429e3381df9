import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { blockWeek, type HerProducts, type Product, readHerProducts } from '../contract/products.ts'
import { firstDayOf, lastDayOf } from '../rules/weeks.ts'
import { words } from '../words.ts'
import { GoodsFacts } from './goods-facts.tsx'
import { HubCard } from './hub-card.tsx'
import { AddProductDialog, ChangeProductDialog, PhotoDialog, PriceDialog, TestDialog } from './product-forms.tsx'
import { ShowingDialog } from './showing-dialog.tsx'

interface Props {
  readonly businessId: string
  readonly countyCode: string
}
/** What she makes, the weeks she rests, and the hub her goods go through. */
export function ProductsCard({ businessId, countyCode }: Props) {
  const say = useSay()
  const read = useRead(readHerProducts, { businessId })
  const [isAdding, setAdding] = useState(false)
  return (
    <Read of={read}>
      {({ products, blockedWeeks, weeks, hub }) => (
        <>
          <Card title={say(words.products)}>
            {products.length === 0 ? <EmptyState>{say(words['no-products'])}</EmptyState> : null}
            <ul className="flex flex-col divide-y divide-line">
              {products.map((product) => (
                <OneProduct key={product.id} product={product} />
              ))}
            </ul>
            <div className="pt-3">
              <Button onPress={() => setAdding(true)}>{say(words['add-product'])}</Button>
            </div>
            {isAdding ? <AddProductDialog businessId={businessId} onClose={() => setAdding(false)} /> : null}
          </Card>
          <Weeks businessId={businessId} weeks={weeks} blockedWeeks={blockedWeeks} />
          <HubCard businessId={businessId} countyCode={countyCode} hub={hub} />
        </>
      )}
    </Read>
  )
}
type Opened = 'change' | 'price' | 'test' | 'photo' | 'showing'
function OneProduct({ product }: { readonly product: Product }) {
  const say = useSay()
  const language = useLanguage()
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {product.name} {product.isOffered ? null : <Tag meaning="neutral">{say(words.retired)}</Tag>}
        {product.shownOn === null ? null : (
          <Tag meaning="done">{say(words['shown-since'], { day: formatDate(product.shownOn, language) })}</Tag>
        )}
      </p>
      <GoodsFacts goods={product} />
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" label={`${say(words['change-product'])}: ${product.name}`} onPress={() => setOpened('change')}>
          {say(words['change-product'])}
        </Button>
        <Button look="quiet" label={`${say(words['set-price'])}: ${product.name}`} onPress={() => setOpened('price')}>
          {say(words['set-price'])}
        </Button>
        <Button look="quiet" label={`${say(words['test-capacity'])}: ${product.name}`} onPress={() => setOpened('test')}>
          {say(words['test-capacity'])}
        </Button>
        <Button look="quiet" label={`${say(words['add-photo'])}: ${product.name}`} onPress={() => setOpened('photo')}>
          {say(words['add-photo'])}
        </Button>
        <Button look="quiet" label={`${say(words.showing)}: ${product.name}`} onPress={() => setOpened('showing')}>
          {say(words.showing)}
        </Button>
      </div>
      {opened === 'change' ? <ChangeProductDialog product={product} onClose={close} /> : null}
      {opened === 'price' ? <PriceDialog product={product} onClose={close} /> : null}
      {opened === 'test' ? <TestDialog product={product} onClose={close} /> : null}
      {opened === 'showing' ? <ShowingDialog product={product} onClose={close} /> : null}
      {opened === 'photo' ? <PhotoDialog product={product} onClose={close} /> : null}
    </li>
  )
}
function Weeks({ businessId, weeks, blockedWeeks }: { readonly businessId: string } & Pick<HerProducts, 'weeks' | 'blockedWeeks'>) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(blockWeek)
  return (
    <Card title={say(words['blocked-weeks'])} isFolded>
      <p className="pb-2 text-ink-2">{say(words['blocked-weeks-hint'])}</p>
      <ul className="flex flex-col divide-y divide-line">
        {weeks.map((week) => {
          const isBlocked = blockedWeeks.includes(week)
          const name = say(words['week-of'], { from: formatDate(firstDayOf(week), language), to: formatDate(lastDayOf(week), language) })
          const act = say(words[isBlocked ? 'free-week' : 'block-week'])
          return (
            <li key={week} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="flex flex-wrap items-center gap-2">
                {name} {isBlocked ? <Tag meaning="due">{say(words['week-blocked'])}</Tag> : null}
              </span>
              <Button
                look="quiet"
                label={`${act}: ${name}`}
                isPending={write.isPending}
                onPress={() => write.mutate({ input: { businessId, week, isBlocked: !isBlocked } })}
              >
                {act}
              </Button>
            </li>
          )
        })}
      </ul>
      <ProblemBox error={write.error} />
    </Card>
  )
}
