import { useState } from 'react'
import { z } from 'zod'
import { DataTable } from '../data-table.tsx'
import { SelectField } from '../fields.tsx'
import { FilterBar, useFilters } from '../filters.tsx'
import { formatNumber } from '../format.ts'
import { useLanguage, useSay } from '../language.tsx'
import { Card } from '../layout.tsx'
import { ListDetail, ListRow } from '../list-detail.tsx'
import { EmptyState } from '../states.tsx'
import { Tag } from '../tag.tsx'
import { words as ui } from '../words.ts'
import { type County, counties, LONG, type Sample, samples } from './samples.ts'
import { words } from './words.ts'

const Search = z.object({ county: z.enum(['1801', '1803', '1804']).optional().catch(undefined) })
const countyName = (county: County): string => counties.find(({ value }) => value === county)?.label ?? ''

/** A short table whose filter lives in the address, sorted by its titles. */
export function ShortTablePart() {
  const say = useSay()
  const language = useLanguage()
  const filters = useFilters(Search)
  const { values, change } = filters
  const rows = samples.filter(({ county }) => values.county === undefined || county === values.county)
  return (
    <Card title={say(words['short-table'])}>
      <FilterBar filters={filters}>
        <SelectField
          label={say(words.county)}
          empty={say(ui.all)}
          value={values.county}
          onChange={(county) => change({ county })}
          choices={counties}
        />
      </FilterBar>
      <DataTable<Sample>
        label={say(words['short-table'])}
        rows={rows}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'name', title: say(words.name), cell: ({ name }) => name, sortBy: ({ name }) => name },
          { key: 'county', title: say(words.county), cell: ({ county }) => countyName(county) },
          {
            key: 'days',
            title: say(words.days),
            cell: ({ days }) => formatNumber(days, language),
            sortBy: ({ days }) => days,
            isNumber: true,
          },
        ]}
      />
    </Card>
  )
}
const numbers = Array.from({ length: LONG }, (_, place) => place + 1)

/** Five thousand rows, of which only those near the eye are drawn. */
export function LongTablePart() {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words['long-table'])}>
      <DataTable
        label={say(words['long-table'])}
        rows={numbers}
        keyOf={String}
        columns={[
          { key: 'name', title: say(words.name), cell: (n) => say(words.row, { n }) },
          { key: 'days', title: say(words.days), cell: (n) => formatNumber(n % 90, language), isNumber: true },
        ]}
      />
    </Card>
  )
}
export function ListDetailPart() {
  const say = useSay()
  const [chosen, setChosen] = useState<number>()
  const one = samples.find(({ id }) => id === chosen)
  return (
    <Card title={say(words['list-detail'])}>
      <ListDetail
        label={say(words['list-detail'])}
        onBack={() => setChosen(undefined)}
        detail={one === undefined ? undefined : <EmptyState>{`${one.name} · ${countyName(one.county)}`}</EmptyState>}
        list={
          <ul className="rounded-card border border-line">
            {samples.map(({ id, name, county }) => (
              <ListRow
                key={id}
                title={name}
                note={say(words['list-note'], { county: countyName(county) })}
                end={<Tag meaning={id === 0 ? 'overdue' : 'neutral'}>{say(id === 0 ? words.overdue : words.neutral)}</Tag>}
                isCurrent={id === chosen}
                onPress={() => setChosen(id)}
              />
            ))}
          </ul>
        }
      />
    </Card>
  )
}
