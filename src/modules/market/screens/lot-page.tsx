import { useParams } from '@tanstack/react-router'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { digits, formatDate, formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { type Lot, readLot } from '../contract/lots.ts'
import { words } from '../words.ts'
import { HerAnswer } from './her-answer.tsx'
import { useScanner } from './scanner.ts'
import { LotStateTag } from './state-tags.tsx'
import { WorkCards } from './work-card.tsx'

/** One lot: the terms it was offered on, whom it waits for, and her answers. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readLot, { id })
  const isGuide = useMay('market.answer-terms')
  const mayWork = useMay('market.work-lot')
  useScanner(mayWork)
  return (
    <ReadPage of={read}>
      {(lot) => (
        <>
          <PageHeader
            title={say(words.lot)}
            facts={
              <>
                <bdi>{digits(lot.code, language)}</bdi>
                {lot.name === null ? null : <span>{lot.name}</span>}
                <LotStateTag state={lot.state} isLate={lot.isLate} />
              </>
            }
            actions={mayWork ? <TextLink to="/staff/lots">{say(words['next-code'])}</TextLink> : undefined}
          />
          {isGuide ? <HerAnswer key={lot.version} lot={lot} /> : null}
          {['offered', 'terms-read', 'declined'].includes(lot.state) ? null : <WorkCards id={lot.id} />}
          <LotFacts lot={lot} />
        </>
      )}
    </ReadPage>
  )
}
function LotFacts({ lot }: { readonly lot: Lot }) {
  const say = useSay()
  const language = useLanguage()
  const { terms } = lot
  return (
    <Card title={say(words.terms)}>
      <Facts
        facts={[
          [say(words.buyer), lot.buyerName],
          [say(words.order), terms.title],
          [say(words.quantity), `${formatNumber(terms.quantity, language)} ${terms.unit}`],
          [say(words['rate-rial']), formatMoney(terms.rateRial, language)],
          ...(terms.costsRial === 0 ? [] : [[say(words['costs-rial']), formatMoney(terms.costsRial, language)] as const]),
          [say(words['hourly-rial']), terms.hourlyRial === null ? say(words['hourly-unknown']) : formatMoney(terms.hourlyRial, language)],
          [say(words['material-by']), say(words[`bearer-${terms.materialBy}`])],
          [say(words['spoiled-by']), say(words[`bearer-${terms.spoiledBy}`])],
          [say(words['deliver-by']), formatDate(terms.deliverBy, language)],
          [say(words['payment-days']), formatNumber(terms.paymentDays, language)],
          [say(words.hub), terms.hub ?? '—'],
          [say(words.since), formatDate(lot.stateSince, language)],
          ...(lot.dueOn === null ? [] : [[say(words['due-on']), formatDate(lot.dueOn, language)] as const]),
        ]}
      />
    </Card>
  )
}
