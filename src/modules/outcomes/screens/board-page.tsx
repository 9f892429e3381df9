import { z } from 'zod'
import { useSelf } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatInstant, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { readBoard } from '../contract/board.ts'
import { words } from '../words.ts'
import { FigureCard } from './figure-card.tsx'

const Search = z.object({ countyCode: z.coerce.string().optional().catch(undefined) })
/** The indicators of the plan or of one county: each with how many it speaks of, its interval and what it means. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const self = useSelf()
  const filters = useFilters(Search)
  const { countyName } = useCounties()
  const read = useRead(readBoard, filters.values)
  const acting = self?.assignments.find(({ id }) => id === self.current)
  const own = read.data?.ownCounties ?? []
  return (
    <>
      <PageHeader
        title={say(words.board)}
        facts={
          read.data === undefined
            ? undefined
            : say(words['board-hint'], {
                time: formatInstant(read.data.at, language),
                smallest: formatNumber(read.data.smallest, language),
              })
        }
      />
      {acting?.role === 'CA' && own.length < 2 ? (
        own.map((code) => (
          <p key={code} className="pb-4 font-semibold">
            {countyName(code)}
          </p>
        ))
      ) : (
        <FilterBar filters={filters}>
          <CountyField
            label={say(words['board-place'])}
            empty={say(words['board-whole-plan'])}
            value={filters.values.countyCode}
            onChange={(countyCode) => filters.change({ countyCode })}
            {...(own.length === 0 ? {} : { among: own })}
          />
        </FilterBar>
      )}
      <Read of={read}>
        {({ figures, smallest }) =>
          figures.every(({ lines }) => lines.length === 0) ? (
            <EmptyState>{say(words['board-none'])}</EmptyState>
          ) : (
            figures.map((figure) =>
              figure.lines.length === 0 ? null : <FigureCard key={figure.name} figure={figure} smallest={smallest} />,
            )
          )
        }
      </Read>
    </>
  )
}
