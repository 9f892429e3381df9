import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listVisits, type Visit } from '../contract/visits.ts'
import { navWords } from '../nav-words.ts'
import { visitWords as words } from '../words/visits.ts'
import { PlanVisitDialog } from './plan-visit-dialog.tsx'
import { VisitTags } from './visit-tags.tsx'

const SHOWN = ['coming', 'held', 'all'] as const
const Search = z.object({ show: z.enum(SHOWN).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Visits of the reader's counties. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { values: filter, change } = useFilters(Search)
  const show = filter.show ?? 'coming'
  const { countyName } = useCounties()
  const read = useRead(listVisits, { limit: 50, ...filter, show })
  const mayPlan = useMay('oversight.plan-visit')
  const [isPlanning, setPlanning] = useState(false)
  const placeOf = ({ placeKind, placeName, fileNumber }: Visit): string => {
    const kind = say(words[`place-${placeKind}`])
    const which = placeName ?? (fileNumber === null ? '' : digits(fileNumber, language))
    return which === '' ? kind : `${kind}: ${which}`
  }
  return (
    <>
      <PageHeader
        title={say(navWords.visits)}
        facts={say(words['visits-lead'])}
        actions={
          <span className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <TextLink to="/staff/visit-figures">{say(words['visit-figures'])}</TextLink>
            {mayPlan ? (
              <Button look="primary" onPress={() => setPlanning(true)}>
                {say(words['plan-visit'])}
              </Button>
            ) : null}
          </span>
        }
      />
      <div className="max-w-xl pb-4">
        <ChoiceField
          label={say(words['visit-show'])}
          value={show}
          onChange={(next) => change({ show: next })}
          choices={SHOWN.map((one) => ({ value: one, label: say(words[`visits-${one}`]) }))}
        />
      </div>
      <Read of={read}>
        {({ visits, next }) =>
          visits.length === 0 ? (
            <EmptyState>{say(words['no-visits'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(navWords.visits)}
                rows={visits}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'day',
                    title: say(words['visit-day']),
                    cell: ({ id, heldOn, plannedOn }) => (
                      <TextLink to={`/staff/visits/${id}`}>{formatDate(heldOn ?? plannedOn, language)}</TextLink>
                    ),
                  },
                  { key: 'place', title: say(words['visit-place']), cell: placeOf },
                  { key: 'county', title: say(words['visit-county']), cell: ({ countyCode }) => countyName(countyCode) },
                  { key: 'purpose', title: say(words['visit-purpose']), cell: ({ purpose }) => say(words[`purpose-${purpose}`]) },
                  {
                    key: 'state',
                    title: say(words['visit-state']),
                    cell: ({ state, isOverdue }) => <VisitTags state={state} isOverdue={isOverdue} />,
                  },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isPlanning ? <PlanVisitDialog onClose={() => setPlanning(false)} /> : null}
    </>
  )
}
