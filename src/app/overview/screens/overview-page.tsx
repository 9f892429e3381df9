import { Link } from '@tanstack/react-router'
import { readCounters } from '../../../modules/enrolment/contract/cases.ts'
import { listQuotas } from '../../../modules/plan/contract.ts'
import { CountyMap, useCounties } from '../../../modules/territory/screens/port.ts'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type ColumnName, type CountyFigures, columns, figuresOf, totalsOf } from '../rules.ts'
import { words } from '../words.ts'

/** The counties of the reader: how many files, at whose desk, and how many places of the quota are held. */
export function Screen() {
  const say = useSay()
  const counters = useRead(readCounters, {})
  const figures = figuresOf(counters.data?.counters ?? [])
  return (
    <>
      <PageHeader
        title={say(words.overview)}
        facts={
          counters.data === undefined
            ? undefined
            : say(words['count-all'], { files: figures.reduce((sum, { total }) => sum + total, 0), counties: figures.length })
        }
      />
      <Read of={counters}>
        {({ places }) =>
          figures.length === 0 ? <EmptyState>{say(words['no-figures'])}</EmptyState> : <Figures figures={figures} places={places} />
        }
      </Read>
    </>
  )
}
interface Shown {
  readonly figures: readonly CountyFigures[]
  readonly places: readonly { readonly countyCode: string; readonly held: number }[]
}
function Figures({ figures, places }: Shown) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const quotas = useRead(listQuotas, {})
  const number = (value: number): string => formatNumber(value, language)
  const most = Math.max(1, ...figures.map(({ total }) => total))
  const held = ({ countyCode }: CountyFigures): string => {
    const taken = places.find((one) => one.countyCode === countyCode)?.held ?? 0
    const quota = quotas.data?.quotas.find((one) => one.countyCode === countyCode)?.places
    return quota === undefined ? number(taken) : say(words['held-of'], { held: taken, quota })
  }
  const column = (name: ColumnName) => ({
    key: name,
    title: say(words[name]),
    cell: ({ by }: CountyFigures) => number(by[name]),
    isNumber: true,
    sortBy: ({ by }: CountyFigures) => by[name],
  })
  return (
    <>
      <Card>
        <div className="grid items-center gap-x-8 gap-y-4 lg:grid-cols-2">
          <Totals figures={figures} />
          <CountyMap
            label={say(words['map-label'])}
            values={figures.map(({ countyCode, total }) => ({ code: countyCode, said: number(total), share: total / most }))}
          />
        </div>
      </Card>
      <DataTable
        label={say(words.overview)}
        rows={figures}
        keyOf={({ countyCode }) => countyCode}
        columns={[
          {
            key: 'county',
            title: say(words.county),
            cell: ({ countyCode }) => (
              <Link
                to="/staff/cases"
                search={() => ({ countyCode })}
                className="font-semibold text-brand underline-offset-4 hover:underline"
              >
                {countyName(countyCode)}
              </Link>
            ),
          },
          ...columns.map(column),
          { key: 'held', title: say(words.held), cell: held, isNumber: true },
          { key: 'total', title: say(words.total), cell: ({ total }) => number(total), isNumber: true, sortBy: ({ total }) => total },
        ]}
      />
    </>
  )
}
/** All counties of the reader together: each desk with its number and its share, so that one sees where files stand still. */
function Totals({ figures }: { readonly figures: readonly CountyFigures[] }) {
  const say = useSay()
  const language = useLanguage()
  const totals = totalsOf(figures)
  const most = Math.max(1, ...columns.map((name) => totals[name]))
  return (
    <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-2 text-dense">
      {columns.map((name) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{say(words[name])}</dt>
          <dd aria-hidden className="h-2 rounded-tag bg-sunken">
            <span className="block h-full rounded-tag bg-brand" style={{ inlineSize: `${(100 * totals[name]) / most}%` }} />
          </dd>
          <dd className="text-end font-semibold">{formatNumber(totals[name], language)}</dd>
        </div>
      ))}
    </dl>
  )
}
