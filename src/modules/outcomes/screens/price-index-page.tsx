import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type PriceIndex, readPriceIndex } from '../contract/price-index.ts'
import { words } from '../words.ts'
import { useMonthSaid } from './months-said.ts'
import { PriceIndexDialog, pointsSaid } from './price-index-dialog.tsx'

/** Prices of each month with the letter each rests on; the office enters and corrects them, and nothing is taken away. */
export function Screen() {
  const say = useSay()
  const monthSaid = useMonthSaid()
  const mayEnter = useMay('outcomes.enter-price-index')
  const read = useRead(readPriceIndex, {})
  const [open, setOpen] = useState<PriceIndex | 'new'>()
  return (
    <ReadPage of={read}>
      {({ indices, baseMonth }) => (
        <>
          <PageHeader
            title={say(words['price-index'])}
            facts={say(words['price-index-hint'], { month: monthSaid(baseMonth) })}
            actions={
              mayEnter ? (
                <Button look="primary" onPress={() => setOpen('new')}>
                  {say(words['enter-price-index'])}
                </Button>
              ) : undefined
            }
          />
          {indices.length === 0 ? (
            <EmptyState>{say(words['no-price-index'])}</EmptyState>
          ) : (
            <>
              {indices.some(({ month }) => month === baseMonth) ? null : (
                <p role="status" className="pb-3">
                  <Tag meaning="due">{say(words['base-month-missing'], { month: monthSaid(baseMonth) })}</Tag>
                </p>
              )}
              <Indices indices={indices} onCorrect={mayEnter ? setOpen : undefined} />
            </>
          )}
          {open === undefined ? null : (
            <PriceIndexDialog of={open === 'new' ? undefined : open} known={indices} onClose={() => setOpen(undefined)} />
          )}
        </>
      )}
    </ReadPage>
  )
}
interface Listed {
  readonly indices: readonly PriceIndex[]
  readonly onCorrect: ((index: PriceIndex) => void) | undefined
}
/** Of a month and base year the first that stands is the last edition: they come newest first. */
function Indices({ indices, onCorrect }: Listed) {
  const say = useSay()
  const language = useLanguage()
  const monthSaid = useMonthSaid()
  const holds = ({ id, month, baseYear }: PriceIndex): boolean =>
    indices.find((one) => one.month === month && one.baseYear === baseYear)?.id === id
  return (
    <DataTable
      label={say(words['price-index'])}
      rows={indices}
      keyOf={({ id }) => id}
      columns={[
        { key: 'month', title: say(words.month), cell: ({ month }) => monthSaid(month) },
        { key: 'value', title: say(words['index-value']), isNumber: true, cell: ({ hundredths }) => pointsSaid(hundredths, language) },
        { key: 'base-year', title: say(words['base-year']), isNumber: true, cell: ({ baseYear }) => digits(String(baseYear), language) },
        {
          key: 'letter',
          title: say(words['letter-number']),
          cell: ({ letterNumber, letterDate }) => (
            <bdi>{say(words.letter, { number: letterNumber, day: formatDate(letterDate, language) })}</bdi>
          ),
        },
        {
          key: 'edition',
          title: say(words.edition),
          cell: (index) => (
            <span className="flex flex-wrap items-center gap-2">
              {digits(String(index.edition), language)}
              <Tag meaning={holds(index) ? 'done' : 'neutral'}>{say(words[holds(index) ? 'edition-holds' : 'edition-corrected'])}</Tag>
              {onCorrect === undefined || !holds(index) ? null : (
                <Button onPress={() => onCorrect(index)}>{say(words['correct-price-index'])}</Button>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
