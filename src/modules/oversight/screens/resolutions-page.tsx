import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listOverdue, listResolutions, type Resolution } from '../contract/resolutions.ts'
import { resolutionStates } from '../contract/states.ts'
import { navWords } from '../nav-words.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { scopeWords } from '../words/scope.ts'
import { ResolutionTag } from './meeting-tags.tsx'

const Search = z.object({ state: z.enum(resolutionStates).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Who owes what by when; first the agencies whose day has passed. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listResolutions, { limit: 50, ...filter })
  return (
    <>
      <PageHeader title={say(navWords.resolutions)} facts={say(words['resolutions-hint'])} />
      <OverdueCard />
      <FilterBar filters={filters}>
        <SelectField
          label={say(scopeWords.state)}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={resolutionStates.map((one) => ({ value: one, label: say(words[`resolution-state-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ resolutions, next }) =>
          resolutions.length === 0 ? (
            <EmptyState>{say(words['no-resolutions'])}</EmptyState>
          ) : (
            <>
              <Resolutions resolutions={resolutions} />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
    </>
  )
}
/** Agencies with resolutions past their day, most first. */
export function OverdueCard() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listOverdue, {})
  return (
    <Card title={say(words['overdue-by-agency'])}>
      <Read of={read}>
        {({ agencies }) =>
          agencies.length === 0 ? (
            <EmptyState>{say(words['nothing-overdue'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words['overdue-by-agency'])}
              rows={agencies}
              keyOf={({ organisationId }) => organisationId}
              columns={[
                { key: 'agency', title: say(words.agency), cell: ({ agencyName }) => agencyName },
                {
                  key: 'overdue',
                  title: say(words['overdue-count']),
                  cell: ({ overdue }) => formatNumber(overdue, language),
                  isNumber: true,
                },
                { key: 'oldest', title: say(words['oldest-due']), cell: ({ oldestDueOn }) => formatDate(oldestDueOn, language) },
              ]}
            />
          )
        }
      </Read>
    </Card>
  )
}
function Resolutions({ resolutions }: { readonly resolutions: readonly Resolution[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <DataTable
      label={say(navWords.resolutions)}
      rows={resolutions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'sentence',
          title: say(words.resolution),
          cell: ({ id, sentence }) => <TextLink to={`/staff/resolutions/${id}`}>{sentence}</TextLink>,
        },
        { key: 'agency', title: say(words.agency), cell: ({ agencyName }) => agencyName },
        {
          key: 'scale',
          title: say(words.scale),
          cell: ({ countyCode }) => (countyCode === null ? say(words['whole-province']) : countyName(countyCode)),
        },
        { key: 'due', title: say(scopeWords['due-on']), cell: ({ dueOn }) => formatDate(dueOn, language) },
        { key: 'state', title: say(scopeWords.state), cell: (one) => <ResolutionTag resolution={one} /> },
      ]}
    />
  )
}
