import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Order, readOrder } from '../contract/orders.ts'
import { words } from '../words.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { EndOrder } from './end-order.tsx'
import { FloorCard } from './floor-card.tsx'
import { HomesCard } from './homes-card.tsx'
import { LotsTable } from './lots-table.tsx'
import { OpeningCard } from './opening-card.tsx'
import { OwnLotsCard } from './own-lots-card.tsx'
import { OrderStateTag } from './state-tags.tsx'

/** One order: who wants what on which terms, who answers next, and how it is split over homes. */
export function Screen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readOrder, { id })
  const mayAnswer = useMay('market.answer-call')
  const isBuyer = useMay('market.read-own-lots')
  const mayReadHomes = useMay('market.read-homes')
  const maySplit = useMay('market.split')
  const mayEnd = useMay('market.end-order')
  const [answer, setAnswer] = useState<'confirm' | 'refuse'>()
  return (
    <ReadPage of={read}>
      {(order) => (
        <>
          <PageHeader
            title={order.title}
            facts={
              <>
                <span>{order.buyerName}</span>
                <OrderStateTag state={order.state} />
              </>
            }
            actions={
              mayAnswer && order.state === 'called' ? (
                <>
                  <Button look="primary" onPress={() => setAnswer('confirm')}>
                    {say(words[isBuyer ? 'confirm-own' : 'confirm'])}
                  </Button>
                  <Button look="quiet" onPress={() => setAnswer('refuse')}>
                    {say(words[isBuyer ? 'refuse-own' : 'refuse'])}
                  </Button>
                </>
              ) : undefined
            }
          />
          {isBuyer && order.state !== 'called' ? <OwnLotsCard order={order} /> : null}
          <OrderFacts order={order} />
          <FloorCard key={`floor ${order.version}`} order={order} />
          {maySplit && order.state === 'ordered' ? <OpeningCard order={order} /> : null}
          {mayReadHomes ? <HomesCard order={order} /> : null}
          {mayReadHomes ? (
            <Card title={say(words.lots)}>
              <LotsTable filter={{ orderId: order.id }} />
            </Card>
          ) : null}
          {mayEnd ? <EndOrder key={`${order.state} ${order.version}`} order={order} /> : null}
          {answer === undefined ? null : <AnswerDialog order={order} answer={answer} onClose={() => setAnswer(undefined)} />}
        </>
      )}
    </ReadPage>
  )
}
function OrderFacts({ order }: { readonly order: Order }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { documentNumber, documentDate } = order
  const pieces = (n: number): string => `${formatNumber(n, language)} ${order.unit}`
  return (
    <Card>
      <Facts
        facts={[
          [say(words.county), countyName(order.countyCode)],
          [say(words.quantity), pieces(order.quantity)],
          [say(words.placed), pieces(order.placed)],
          [say(words.left), pieces(order.left)],
          [say(words['rate-rial']), formatMoney(order.rateRial, language)],
          ...(order.costsRial === 0 ? [] : [[say(words['costs-rial']), formatMoney(order.costsRial, language)] as const]),
          [say(words['smallest-lot']), pieces(order.smallestLot)],
          [say(words['material-by']), say(words[`bearer-${order.materialBy}`])],
          [say(words['spoiled-by']), say(words[`bearer-${order.spoiledBy}`])],
          [say(words['deliver-by']), formatDate(order.deliverBy, language)],
          [say(words['payment-days']), formatNumber(order.paymentDays, language)],
          ...(order.state === 'called' ? [[say(words['answer-by']), formatDate(order.answerBy, language)] as const] : []),
          ...(documentNumber === null || documentDate === null
            ? []
            : [[say(words.document), `${digits(documentNumber, language)} · ${formatDate(documentDate, language)}`] as const]),
          ...(order.reason === null ? [] : [[say(words.reason), order.reason] as const]),
        ]}
      />
    </Card>
  )
}
