import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listStandings } from '../contract/lots.ts'
import { lotStates } from '../contract/states.ts'
import { words } from '../words.ts'
import { LotStateTag } from './state-tags.tsx'

const Search = z.object({ state: z.enum(lotStates).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Where lots stand, by file number: no name, price or place. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const { countyName } = useCounties()
  const read = useRead(listStandings, { limit: 50, ...filter })
  return (
    <>
      <PageHeader title={say(words.standings)} facts={say(words['standings-hint'])} />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['lot-state'])}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={lotStates.map((one) => ({ value: one, label: say(words[`lot-state-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ standings, next }) =>
          standings.length === 0 ? (
            <EmptyState>{say(words['no-lots'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(words.standings)}
                rows={standings.map((one, place) => ({ ...one, key: `${one.fileNumber} ${place}` }))}
                keyOf={({ key }) => key}
                columns={[
                  { key: 'file', title: say(words['file-number']), cell: ({ fileNumber }) => digits(fileNumber, language) },
                  { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                  { key: 'state', title: say(words['lot-state']), cell: ({ state }) => <LotStateTag state={state} /> },
                  { key: 'days', title: say(words.days), cell: ({ days }) => formatNumber(days, language), isNumber: true },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
    </>
  )
}
