import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { readVisitFigures } from '../contract/visits.ts'
import { visitWords as words } from '../words/visits.ts'

const COLUMNS = [
  ['planned', 'figure-planned'],
  ['held', 'figure-held'],
  ['missed', 'figure-missed'],
  ['openFindings', 'figure-open-findings'],
  ['overdueFindings', 'figure-overdue-findings'],
] as const
/** Visits made of those planned, and what they found, by county. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const read = useRead(readVisitFigures, {})
  return (
    <>
      <PageHeader title={say(words['visit-figures'])} />
      <Read of={read}>
        {({ figures }) =>
          figures.length === 0 ? (
            <EmptyState>{say(words['no-visit-figures'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words['visit-figures'])}
              rows={figures}
              keyOf={({ countyCode }) => countyCode}
              columns={[
                { key: 'county', title: say(words['visit-county']), cell: ({ countyCode }) => countyName(countyCode) },
                ...COLUMNS.map(([key, word]) => ({
                  key,
                  title: say(words[word]),
                  isNumber: true,
                  cell: (row: (typeof figures)[number]) => formatNumber(row[key], language),
                })),
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
