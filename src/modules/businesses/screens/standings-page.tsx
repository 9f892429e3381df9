import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { words as territory } from '../../territory/words.ts'
import { listStandings } from '../contract/businesses.ts'
import { words } from '../words.ts'
import { BusinessTag, PermitTag } from './state-tags.tsx'

/** Where businesses and permits stand, by file number, for whoever follows the plan. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const read = useRead(listStandings, {})
  const count = read.data?.standings.length
  return (
    <>
      <PageHeader
        title={say(words.standings)}
        facts={
          <>
            {say(words['standings-hint'])} {count === undefined ? '' : say(words['count-standings'], { n: count })}
          </>
        }
      />
      <Read of={read}>
        {({ standings }) =>
          standings.length === 0 ? (
            <EmptyState>{say(words['no-standings'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.standings)}
              rows={standings}
              keyOf={({ id }) => id}
              columns={[
                { key: 'file', title: say(words['file-number']), cell: ({ fileNumber }) => <bdi>{digits(fileNumber, language)}</bdi> },
                {
                  key: 'county',
                  title: say(territory['level-county']),
                  cell: ({ countyCode }) => countyName(countyCode),
                  sortBy: ({ countyCode }) => countyCode,
                },
                { key: 'state', title: say(words.business), cell: ({ state }) => <BusinessTag state={state} /> },
                {
                  key: 'permit',
                  title: say(words.permit),
                  cell: ({ permit }) => (permit === null ? '' : <PermitTag state={permit} />),
                  sortBy: ({ permit }) => permit ?? '',
                },
                {
                  key: 'days',
                  title: say(words['days-in-state']),
                  isNumber: true,
                  cell: ({ days }) => (days === null ? '' : formatNumber(days, language)),
                  sortBy: ({ days }) => days ?? -1,
                },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
