import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { tradeGroups } from '../../occupations/contract.ts'
import { words as occupations } from '../../occupations/words.ts'
import { CountyField, CountyMap, useCounties } from '../../territory/screens/port.ts'
import { type BoardCell, readBoard } from '../contract/board.ts'
import { standings } from '../rules/cell.ts'
import { words } from '../words.ts'
import { Lines, Parts, StandingTags, useAmount, useNameOf, useUnitName } from './parts.tsx'

const Search = z.object({
  countyCode: z.coerce.string().optional().catch(undefined),
  tradeGroup: z.enum(tradeGroups).optional().catch(undefined),
  standing: z.enum(standings).optional().catch(undefined),
})
/** Occupation × county: what is wanted, what can be made, and what follows from it. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(readBoard, filter)
  return (
    <>
      <PageHeader title={say(words.amayesh)} />
      <Parts current="board" />
      <FilterBar filters={filters}>
        <CountyField
          label={say(words.county)}
          empty={say(words['every-county'])}
          value={filter.countyCode}
          onChange={(countyCode) => change({ countyCode })}
        />
        <SelectField
          label={say(words.group)}
          empty="—"
          value={filter.tradeGroup}
          onChange={(tradeGroup) => change({ tradeGroup })}
          choices={tradeGroups.map((one) => ({ value: one, label: say(wordFor(occupations, `trade-group-${one}`)) }))}
        />
        <SelectField
          label={say(words.standing)}
          empty="—"
          value={filter.standing}
          onChange={(standing) => change({ standing })}
          choices={standings.map((one) => ({ value: one, label: say(words[`standing-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ cells, ordersWithoutField }) =>
          cells.length === 0 ? <EmptyState>{say(words['no-cells'])}</EmptyState> : <Board cells={cells} lost={ordersWithoutField} />
        }
      </Read>
    </>
  )
}
function Board({ cells, lost }: { readonly cells: readonly BoardCell[]; readonly lost: number }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const nameOf = useNameOf()
  const [gapOf, amount] = [useGap(), useAmount()]
  const lacks = (code: string): number =>
    cells.filter(({ countyCode, standing }) => countyCode === code && standing === 'under-supplied').length
  const codes = [...new Set(cells.map(({ countyCode }) => countyCode))]
  const most = Math.max(1, ...codes.map(lacks))
  return (
    <>
      <Card title={say(words['map-title'])}>
        <div className="grid items-center gap-6 lg:grid-cols-2">
          <div className="text-ink-2 text-dense">
            <p>{say(words['board-hint'])}</p>
            {lost === 0 ? null : <p className="pt-2">{say(words['orders-without-field'], { n: lost })}</p>}
          </div>
          <CountyMap
            label={say(words['map-label'])}
            values={codes.map((code) => ({ code, said: say(words['map-lacks'], { n: lacks(code) }), share: lacks(code) / most }))}
          />
        </div>
      </Card>
      <DataTable
        label={say(words.board)}
        rows={cells}
        keyOf={({ countyCode, fieldCode }) => `${countyCode} ${fieldCode}`}
        columns={[
          {
            key: 'occupation',
            title: say(words.occupation),
            cell: (cell) => (
              <Link
                to="/staff/amayesh/cell"
                search={() => ({ countyCode: cell.countyCode, fieldCode: cell.fieldCode })}
                className="inline-flex min-h-12 items-center font-semibold text-brand underline-offset-4 hover:underline lg:min-h-0"
              >
                {nameOf(cell)}
              </Link>
            ),
          },
          {
            key: 'county',
            title: say(words.county),
            cell: ({ countyCode }) => countyName(countyCode),
            sortBy: ({ countyCode }) => countyCode,
          },
          { key: 'standing', title: say(words.standing), cell: (cell) => <StandingTags cell={cell} /> },
          {
            key: 'demand',
            title: say(words.demand),
            cell: ({ lines }) => <Lines lines={lines}>{({ demand, unit }) => amount(demand.total, unit)}</Lines>,
            isNumber: true,
          },
          {
            key: 'capacity',
            title: say(words.capacity),
            cell: ({ lines }) => <Lines lines={lines}>{({ capacity, unit }) => amount(capacity, unit)}</Lines>,
            isNumber: true,
          },
          {
            key: 'gap',
            title: say(words.gap),
            cell: ({ lines }) => <Lines lines={lines}>{({ gap, unit }) => gapOf(gap, unit)}</Lines>,
            isNumber: true,
          },
          {
            key: 'saturation',
            title: say(words.saturation),
            cell: ({ lines }) => (
              <Lines lines={lines}>{({ saturation }) => (saturation === null ? '—' : formatNumber(saturation, language))}</Lines>
            ),
            isNumber: true,
            sortBy: ({ lines }) => lines[0]?.saturation ?? -1,
          },
          { key: 'offered', title: say(words.offered), cell: ({ isOffered }) => say(isOffered ? words.offered : words['not-offered']) },
        ]}
      />
    </>
  )
}
/** A gap in words, so that nobody has to read a sign. */
export function useGap(): (gap: number | null, unit: string) => string {
  const say = useSay()
  const unitName = useUnitName()
  return (gap, unit) =>
    gap === null
      ? '—'
      : gap > 0
        ? say(words['gap-lack'], { n: gap, unit: unitName(unit) })
        : gap < 0
          ? say(words['gap-more'], { n: -gap, unit: unitName(unit) })
          : say(words['gap-none'])
}
