import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Facts } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { type BusinessCard, readCard } from '../contract/card.ts'
import { words } from '../words.ts'
import { useWeekly } from './goods-facts.tsx'
import { BusinessTag } from './state-tags.tsx'

/** The business behind a request, for the agency that signs first: closed until opened, because every look is written down. */
export function CardSection({ reviewId, number }: { readonly reviewId: string; readonly number: string }) {
  const say = useSay()
  const may = useMay('businesses.read-card')
  const [isOpen, setOpen] = useState(false)
  const read = useRead(readCard, { id: reviewId }, { enabled: may && isOpen })
  if (!may) return null
  if (!isOpen)
    return (
      <div className="pt-3">
        <Button look="quiet" label={`${say(words['read-card'])}: ${number}`} onPress={() => setOpen(true)}>
          {say(words['read-card'])}
        </Button>
      </div>
    )
  return (
    <section className="mt-3 border-line border-t pt-3">
      <Read of={read}>{(card) => <Shown card={card} />}</Read>
    </section>
  )
}
function Shown({ card }: { readonly card: BusinessCard }) {
  const say = useSay()
  const language = useLanguage()
  const weekly = useWeekly()
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2 text-tag">{say(words['card-hint'])}</p>
      <Facts
        facts={[
          [say(words.state), <BusinessTag key="state" state={card.state} />],
          [say(words.kind), say(words[`kind-${card.kind}`])],
          [say(words['work-place']), say(words[`work-place-${card.workPlace}`])],
          ...(card.startedOn === null ? [] : [[say(words['started-on']), formatDate(card.startedOn, language)] as const]),
        ]}
      />
      {card.goods.length === 0 ? <p className="text-ink-2">{say(words['no-products'])}</p> : null}
      {card.goods.map((goods) => (
        <div key={goods.id}>
          <h3 className="pb-1 font-semibold">{goods.name}</h3>
          <Facts facts={weekly(goods.weekly, goods.unit)} />
        </div>
      ))}
    </div>
  )
}
