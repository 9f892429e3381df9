import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber, jalaliMonthNames } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { readCell, type UnitFigures } from '../contract/board.ts'
import { words } from '../words.ts'
import { useGap } from './board-page.tsx'
import { Parts, StandingTags, useAmount, useNameOf, useUnitName } from './parts.tsx'
import { SeasonCard } from './season-card.tsx'

const Search = z.object({
  countyCode: z.coerce.string().optional().catch(undefined),
  fieldCode: z.string().optional().catch(undefined),
})
/** One occupation in one county: the numbers, what they rest on, and the brake with its reason. */
export function Screen() {
  const say = useSay()
  const { countyCode, fieldCode } = Search.parse(useSearch({ strict: false }))
  if (countyCode === undefined || fieldCode === undefined)
    return (
      <>
        <PageHeader title={say(words.cell)} />
        <Parts current="board" />
        <EmptyState>{say(words['cell-missing'])}</EmptyState>
      </>
    )
  return <Cell countyCode={countyCode} fieldCode={fieldCode} />
}
function Cell(at: { readonly countyCode: string; readonly fieldCode: string }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const nameOf = useNameOf()
  const unitName = useUnitName()
  const read = useRead(readCell, at)
  const number = (value: number | null): string => (value === null ? say(words['few-homes']) : formatNumber(value, language))
  const months = jalaliMonthNames(language)
  return (
    <>
      <PageHeader
        title={read.data === undefined ? say(words.cell) : `${nameOf(read.data.cell)} · ${countyName(at.countyCode)}`}
        facts={read.data === undefined ? undefined : <StandingTags cell={read.data.cell} />}
      />
      <Parts current="board" />
      <Read of={read}>
        {({ cell, demands }) => (
          <>
            <Card>
              {cell.isBraked ? (
                <p className="pb-3 text-overdue">
                  <strong>{say(words.brake)}.</strong>{' '}
                  {say(cell.standing === 'saturated' ? words['brake-saturated'] : words['brake-without-market'])}
                </p>
              ) : null}
              {cell.standing === 'not-compared' ? <p className="pb-3">{say(words['not-compared-hint'])}</p> : null}
              {cell.isOneBuyer ? <p className="pb-3">{say(words['one-buyer-hint'])}</p> : null}
              <Facts
                facts={[
                  [say(words.homes), number(cell.homes)],
                  [
                    say(words.season),
                    cell.seasonMonths.length === 0
                      ? say(words['season-all'])
                      : cell.seasonMonths.map((month) => months[month - 1] ?? '').join(language === 'en' ? ', ' : '، '),
                  ],
                  [say(words.offered), say(cell.isOffered ? words.offered : words['not-offered'])],
                ]}
              />
              <UnitTable lines={cell.lines} />
              {cell.lines.length > 1 ? <p className="pt-3 text-ink-2 text-dense">{say(words['several-units'])}</p> : null}
            </Card>
            <Card title={say(words['rests-on'])}>
              <p className="pb-3 text-ink-2 text-dense">{say(words['board-hint'])}</p>
              {demands.length === 0 ? (
                <p>{say(words['no-demand'])}</p>
              ) : (
                <DataTable
                  label={say(words['rests-on'])}
                  rows={demands.map((one, place) => ({ ...one, place }))}
                  keyOf={({ place }) => String(place)}
                  columns={[
                    { key: 'who', title: say(words.who), cell: ({ by }) => by },
                    { key: 'kind', title: say(words.kind), cell: ({ kind }) => say(words[`kind-${kind}`]) },
                    {
                      key: 'monthly',
                      title: say(words.monthly),
                      cell: ({ monthly, unit }) => `${formatNumber(monthly, language)} ${unitName(unit)}`,
                      isNumber: true,
                    },
                    {
                      key: 'share',
                      title: say(words.share),
                      cell: ({ share }) => `${formatNumber(Math.round(share * 100), language)}٪`,
                      isNumber: true,
                    },
                    { key: 'source', title: say(words.source), cell: ({ source }) => source ?? '—' },
                  ]}
                />
              )}
            </Card>
            <SeasonCard {...at} />
          </>
        )}
      </Read>
    </>
  )
}
/** Unit by unit what is wanted and what can be made; the one that speaks for the occupation first. */
function UnitTable({ lines }: { readonly lines: readonly UnitFigures[] }) {
  const say = useSay()
  const language = useLanguage()
  const unitName = useUnitName()
  const [amount, gapOf] = [useAmount(), useGap()]
  const ratio = (value: number | null): string => (value === null ? '—' : formatNumber(value, language))
  if (lines.length === 0) return null
  return (
    <div className="pt-4">
      <DataTable
        label={say(words.unit)}
        rows={lines}
        keyOf={({ unit }) => unit}
        columns={[
          { key: 'unit', title: say(words.unit), cell: ({ unit }) => unitName(unit) },
          { key: 'standing', title: say(words.standing), cell: ({ standing }) => say(words[`standing-${standing}`]) },
          { key: 'demand', title: say(words.demand), cell: ({ demand, unit }) => amount(demand.total, unit), isNumber: true },
          { key: 'capacity', title: say(words.capacity), cell: ({ capacity, unit }) => amount(capacity, unit), isNumber: true },
          { key: 'gap', title: say(words.gap), cell: ({ gap, unit }) => gapOf(gap, unit), isNumber: true },
          { key: 'saturation', title: say(words.saturation), cell: ({ saturation }) => ratio(saturation), isNumber: true },
          { key: 'concentration', title: say(words.concentration), cell: ({ concentration }) => ratio(concentration), isNumber: true },
        ]}
      />
    </div>
  )
}
