import { useState } from 'react'
import { z } from 'zod'
import { useMay, useSelf } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { listPledges, pledgeKinds, pledgeStates } from '../contract/pledges.ts'
import { words } from '../words.ts'
import { AnnouncePledgeDialog } from './announce-pledge-dialog.tsx'
import { PledgeStateTag } from './pledge-state-tag.tsx'

const Search = z.object({
  state: z.enum(pledgeStates).optional().catch(undefined),
  kind: z.enum(pledgeKinds).optional().catch(undefined),
  countyCode: z.coerce.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})
/** Every promise with its stage and how much of it was called; a partner sees its own. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const self = useSelf()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const { countyName } = useCounties()
  const read = useRead(listPledges, { limit: 50, ...filter })
  const mayAnnounce = useMay('partners.announce-pledge')
  const acting = self?.assignments.find(({ id }) => id === self.current)
  const [isAnnouncing, setAnnouncing] = useState(false)
  return (
    <>
      <PageHeader
        title={say(acting?.role === 'OR' ? words['own-pledges'] : words.pledges)}
        actions={
          mayAnnounce ? (
            <Button look="primary" onPress={() => setAnnouncing(true)}>
              {say(words['announce-pledge'])}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['pledge-state'])}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={pledgeStates.map((one) => ({ value: one, label: say(wordFor(words, `pledge-state-${one}`)) }))}
        />
        <SelectField
          label={say(words['pledge-kind'])}
          empty="—"
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          choices={pledgeKinds.map((one) => ({ value: one, label: say(wordFor(words, `pledge-kind-${one}`)) }))}
        />
        <CountyField label={say(words.county)} empty="—" value={filter.countyCode} onChange={(countyCode) => change({ countyCode })} />
      </FilterBar>
      <Read of={read}>
        {({ pledges, next }) =>
          pledges.length === 0 ? (
            <EmptyState>{say(words['no-pledges'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(words.pledges)}
                rows={pledges}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: say(words.pledge),
                    cell: ({ id, title }) => <TextLink to={`/staff/pledges/${id}`}>{title}</TextLink>,
                  },
                  { key: 'who', title: say(words.organisation), cell: ({ organisationName }) => organisationName },
                  { key: 'kind', title: say(words['pledge-kind']), cell: ({ kind }) => say(wordFor(words, `pledge-kind-${kind}`)) },
                  {
                    key: 'where',
                    title: say(words.where),
                    cell: ({ counties: bound }) =>
                      bound.length === 0 ? say(words.everywhere) : bound.map(countyName).join(language === 'en' ? ', ' : '، '),
                  },
                  {
                    key: 'quantity',
                    title: say(words.quantity),
                    cell: ({ quantity, unit }) => `${formatNumber(quantity, language)} ${unit}`,
                    isNumber: true,
                  },
                  { key: 'left', title: say(words.left), cell: ({ left }) => formatNumber(left, language), isNumber: true },
                  { key: 'state', title: say(words['pledge-state']), cell: ({ state }) => <PledgeStateTag state={state} /> },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isAnnouncing ? (
        <AnnouncePledgeDialog
          ownOrganisationId={acting?.role === 'PO' ? null : (acting?.organisationId ?? null)}
          onClose={() => setAnnouncing(false)}
        />
      ) : null}
    </>
  )
}
