import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listOpportunities, type Opportunity } from '../contract/opportunities.ts'
import { opportunityStates } from '../contract/states.ts'
import { words } from '../words.ts'
import { OpenDialog } from './open-dialog.tsx'
import { OpportunityStateTag } from './state-tags.tsx'

const Search = z.object({ state: z.enum(opportunityStates).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Every opportunity with its places; whoever runs the market of a county opens them and starts a run from the page of runs. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listOpportunities, { limit: 50, ...filter })
  const mayOpen = useMay('matching.open-opportunity')
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <PageHeader
        title={say(words.opportunities)}
        facts={say(words['opportunities-hint'])}
        actions={
          mayOpen ? (
            <Button look="primary" onPress={() => setOpening(true)}>
              {say(words['new-opportunity'])}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['opportunity-state'])}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={opportunityStates.map((one) => ({ value: one, label: say(words[`opportunity-state-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ opportunities, next }) =>
          opportunities.length === 0 ? (
            <EmptyState>{say(mayOpen ? words['no-opportunities'] : words['no-opportunities-here'])}</EmptyState>
          ) : (
            <>
              <Opportunities opportunities={opportunities} />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isOpening ? <OpenDialog onClose={() => setOpening(false)} /> : null}
    </>
  )
}
function Opportunities({ opportunities }: { readonly opportunities: readonly Opportunity[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <DataTable
      label={say(words.opportunities)}
      rows={opportunities}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: say(words.opportunity),
          cell: ({ id, title }) => <TextLink to={`/staff/opportunities/${id}`}>{title}</TextLink>,
        },
        { key: 'partner', title: say(words.partner), cell: ({ organisationName }) => organisationName },
        { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
        { key: 'field', title: say(words.field), cell: ({ fieldTitle }) => fieldTitle },
        { key: 'places', title: say(words.places), cell: ({ places }) => formatNumber(places, language), isNumber: true },
        { key: 'left', title: say(words.left), cell: ({ left }) => formatNumber(left, language), isNumber: true },
        { key: 'starts', title: say(words['starts-on']), cell: ({ startsOn }) => formatDate(startsOn, language) },
        { key: 'state', title: say(words['opportunity-state']), cell: ({ state }) => <OpportunityStateTag state={state} /> },
      ]}
    />
  )
}
