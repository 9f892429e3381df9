import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listMembers } from '../contract/hubs.ts'
import type { Product } from '../contract/products.ts'
import { words } from '../words.ts'
import { useWeekly } from './goods-facts.tsx'
import { Photos } from './photo.tsx'
import { TestDialog } from './product-forms.tsx'

type Goods = Pick<Product, 'id' | 'name' | 'unit' | 'weekly' | 'photos' | 'version'>
/** The businesses of one hub for its lead: file number, goods, how much a week. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(listMembers, { id })
  return (
    <>
      <PageHeader title={say(words['members-of'])} facts={say(words['members-hint'])} />
      <p className="pb-3">
        <TextLink to="/staff/hubs">{say(words.hubs)}</TextLink>
      </p>
      <Read of={read}>
        {({ hub, members }) =>
          members.length === 0 ? (
            <EmptyState>{say(words['no-members'])}</EmptyState>
          ) : (
            <>
              <h2 className="pb-2 font-bold text-page">
                {hub.name} — {say(words['count-members'], { n: formatNumber(members.length, language) })}
              </h2>
              <div className="grid items-start gap-x-4 lg:grid-cols-2">
                {members.map((one) => (
                  <Card key={one.businessId} title={digits(one.fileNumber, language)}>
                    <p className="text-ink-2">{say(words['joined-on'], { day: formatDate(one.joinedOn, language) })}</p>
                    {one.products.length === 0 ? <p>{say(words['no-products'])}</p> : null}
                    {one.products.map((goods) => (
                      <OneGoods key={goods.id} goods={goods} />
                    ))}
                  </Card>
                ))}
              </div>
            </>
          )
        }
      </Read>
    </>
  )
}
function OneGoods({ goods }: { readonly goods: Goods }) {
  const say = useSay()
  const language = useLanguage()
  const weekly = useWeekly()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-2 border-line border-t py-3">
      <p className="font-semibold">{goods.name}</p>
      <Facts facts={weekly(goods.weekly, goods.unit)} />
      <Photos
        productId={goods.id}
        photos={goods.photos}
        name={goods.name}
        say={(n, name) => say(words['photo-n'], { n: formatNumber(n, language), name })}
      />
      <div>
        <Button look="quiet" label={`${say(words['test-capacity'])}: ${goods.name}`} onPress={() => setOpen(true)}>
          {say(words['test-capacity'])}
        </Button>
      </div>
      {isOpen ? <TestDialog product={goods} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
