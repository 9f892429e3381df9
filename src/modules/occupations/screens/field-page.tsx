import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatMonth } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type OccupationField, readField } from '../contract.ts'
import { words } from '../words.ts'
import { OfferDialog } from './offer-dialog.tsx'
import { OfferLines } from './offer-lines.tsx'

/** One field: what it asks for, how one works in it, when, and where it is offered and why. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { code = '' } = useParams({ strict: false })
  const read = useRead(readField, { code })
  const mayOffer = useMay('occupations.offer')
  const [isOffering, setOffering] = useState(false)
  return (
    <ReadPage of={read}>
      {({ field, offers }) => (
        <>
          <PageHeader
            title={language === 'en' ? field.nameEn : field.nameFa}
            facts={<bdi dir="ltr">{field.code}</bdi>}
            actions={
              mayOffer ? (
                <Button look="primary" onPress={() => setOffering(true)}>
                  {say(words['offer-field'])}
                </Button>
              ) : undefined
            }
          />
          <Card>
            <FieldFacts field={field} />
          </Card>
          <Card title={say(words['offered-in'])}>
            {offers.length === 0 ? <EmptyState>{say(words['no-offers'])}</EmptyState> : <OfferLines offers={offers} />}
          </Card>
          {isOffering ? <OfferDialog fieldCode={field.code} onClose={() => setOffering(false)} /> : null}
        </>
      )}
    </ReadPage>
  )
}
function FieldFacts({ field }: { readonly field: OccupationField }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const separator = language === 'en' ? ', ' : '، '
  const months = field.seasonMonths.map((month) => formatMonth(month, language)).join(separator)
  return (
    <Facts
      facts={[
        [say(words['trade-group']), say(wordFor(words, `trade-group-${field.tradeGroup}`))],
        [say(words['permit-class']), say(wordFor(words, `permit-class-${field.permitClass}`))],
        [say(words['lead-agency']), say(wordFor(words, `agency-${field.leadAgency}`))],
        [say(words['relation-patterns']), field.relationPatterns.map((one) => say(wordFor(words, `relation-${one}`))).join(separator)],
        [say(words.season), months === '' ? say(words['whole-year']) : months],
        [say(words['practised-in']), field.practisedIn.map(countyName).join(separator)],
        [say(words.evidence), say(wordFor(words, `evidence-${field.evidence}`))],
        [say(words.isco), <bdi key="isco">{field.isco08}</bdi>],
      ]}
    />
  )
}
