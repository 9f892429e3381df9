import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { endOffer, type Offer } from '../contract.ts'
import { words } from '../words.ts'

type Line = Offer & { readonly nameFa?: string; readonly nameEn?: string }
/** Offers with their county, reason and source; the office may end one that is open. */
export function OfferLines({ offers }: { readonly offers: readonly Line[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayEnd = useMay('occupations.offer')
  const [ending, setEnding] = useState<Offer>()
  const nameOf = ({ fieldCode, nameFa, nameEn }: Line): string => (language === 'en' ? nameEn : nameFa) ?? fieldCode
  return (
    <>
      <DataTable<Line>
        label={say(words.offers)}
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
          ...(offers.some(({ nameFa }) => nameFa !== undefined)
            ? [
                {
                  key: 'field',
                  title: say(words.field),
                  cell: (offer: Line) => <TextLink to={`/staff/fields/${offer.fieldCode}`}>{nameOf(offer)}</TextLink>,
                },
              ]
            : []),
          { key: 'why', title: say(words.why), cell: ({ why }) => why },
          { key: 'source', title: say(words.source), cell: ({ source }) => source },
          {
            key: 'letter',
            title: say(words.letter),
            cell: ({ letterNumber, letterDate }) =>
              letterNumber === null || letterDate === null ? (
                '—'
              ) : (
                <>
                  <bdi>{letterNumber}</bdi> · {formatDate(letterDate, language, 'short')}
                </>
              ),
          },
          { key: 'from', title: say(words['valid-from']), cell: ({ validFrom }) => formatDate(validFrom, language, 'short') },
          {
            key: 'to',
            title: say(words['valid-to']),
            cell: (offer) =>
              offer.validTo === null ? (
                mayEnd ? (
                  <Button
                    look="quiet"
                    label={`${say(words['end-offer'])}: ${nameOf(offer)} ${countyName(offer.countyCode)}`}
                    onPress={() => setEnding(offer)}
                  >
                    {say(words['end-offer'])}
                  </Button>
                ) : (
                  '—'
                )
              ) : (
                formatDate(offer.validTo, language, 'short')
              ),
          },
        ]}
      />
      {ending === undefined ? null : <Ending offer={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}
function Ending({ offer, onClose }: { readonly offer: Offer; readonly onClose: () => void }) {
  const say = useSay()
  const [validTo, setValidTo] = useState<string | null>(null)
  const write = useWrite(endOffer)
  const press = (): void => {
    if (validTo !== null) write.mutate({ input: { id: offer.id, validTo, version: offer.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['end-offer'])} isOpen onClose={onClose}>
      <p className="pb-4">{say(words['end-offer-explained'])}</p>
      <DateField label={say(words['valid-to'])} isRequired value={validTo} onChange={setValidTo} />
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button look="danger" isDisabled={validTo === null} isPending={write.isPending} onPress={press}>
          {say(words['end-offer'])}
        </Button>
      </div>
    </Dialog>
  )
}
