import { readCounters } from '../../../modules/enrolment/contract/cases.ts'
import { listQuotas } from '../../../modules/plan/contract.ts'
import { CountyMap, useCounties } from '../../../modules/territory/screens/port.ts'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type ColumnName, type CountyFigures, figuresOf } from '../rules.ts'
import { words } from '../words.ts'

const COUNTED: readonly ColumnName[] = ['waiting-contact', 'under-way', 'undecided', 'queued']
/** The counties of the reader: how many files, at whose desk, and what was given of the quota. */
export function Screen() {
  const say = useSay()
  const counters = useRead(readCounters, {})
  return (
    <>
      <PageHeader title={say(words.overview)} />
      <Read of={counters}>
        {(data) => {
          const figures = figuresOf(data.counters)
          return figures.length === 0 ? <EmptyState>{say(words['no-figures'])}</EmptyState> : <Figures figures={figures} />
        }}
      </Read>
    </>
  )
}
function Figures({ figures }: { readonly figures: readonly CountyFigures[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const quotas = useRead(listQuotas, {})
  const number = (value: number): string => formatNumber(value, language)
  const most = Math.max(1, ...figures.map(({ total }) => total))
  const placesOf = (code: string): number | undefined => quotas.data?.quotas.find(({ countyCode }) => countyCode === code)?.places
  const granted = ({ countyCode, by }: CountyFigures): string => {
    const places = placesOf(countyCode)
    return places === undefined ? number(by.granted) : say(words['granted-of'], { granted: by.granted, places })
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
        <CountyMap
          label={say(words['map-label'])}
          values={figures.map(({ countyCode, total }) => ({ code: countyCode, said: number(total), share: total / most }))}
        />
      </Card>
      <DataTable
        label={say(words.overview)}
        rows={figures}
        keyOf={({ countyCode }) => countyCode}
        columns={[
          { key: 'county', title: say(words.overview), cell: ({ countyCode }) => countyName(countyCode) },
          ...COUNTED.map(column),
          { key: 'granted', title: say(words.granted), cell: granted, isNumber: true },
          column('ineligible'),
          column('others'),
          { key: 'total', title: say(words.total), cell: ({ total }) => number(total), isNumber: true, sortBy: ({ total }) => total },
        ]}
      />
    </>
  )
}
