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
import { EmptyState, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { type Capacity, capacityKinds, listCapacities } from '../contract.ts'
import { words } from '../words.ts'
import { AddCapacityDialog, ChangeCapacityDialog } from './capacity-dialogs.tsx'

const Search = z.object({
  countyCode: z.coerce.string().optional().catch(undefined),
  kind: z.enum(capacityKinds).optional().catch(undefined),
})
/** What public bodies can give: courses, premises, credit places and tools, with how much is free. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const self = useSelf()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const { countyName } = useCounties()
  const read = useRead(listCapacities, { limit: 250, ...filter })
  const maySet = useMay('partners.set-capacity')
  const acting = self?.assignments.find(({ id }) => id === self.current)
  const [open, setOpen] = useState<Capacity | 'adding'>()
  const number = (value: number): string => formatNumber(value, language)
  const isOwn = ({ organisationId }: Capacity): boolean => maySet && (acting?.role === 'PO' || acting?.organisationId === organisationId)
  return (
    <>
      <PageHeader
        title={say(words.capacities)}
        actions={
          maySet ? (
            <Button look="primary" onPress={() => setOpen('adding')}>
              {say(words['add-capacity'])}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <CountyField
          label={say(words.county)}
          empty={say(ui.all)}
          value={filter.countyCode}
          onChange={(countyCode) => change({ countyCode })}
        />
        <SelectField
          label={say(words['capacity-kind'])}
          empty={say(ui.all)}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          choices={capacityKinds.map((one) => ({ value: one, label: say(wordFor(words, `capacity-kind-${one}`)) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ capacities }) =>
          capacities.length === 0 ? (
            <EmptyState>{say(words['no-capacities'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.capacities)}
              rows={capacities}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: say(words.title),
                  cell: (row) =>
                    isOwn(row) ? (
                      <Button look="quiet" onPress={() => setOpen(row)}>
                        {row.title}
                      </Button>
                    ) : (
                      row.title
                    ),
                },
                { key: 'kind', title: say(words['capacity-kind']), cell: ({ kind }) => say(wordFor(words, `capacity-kind-${kind}`)) },
                { key: 'who', title: say(words.organisation), cell: ({ organisationName }) => organisationName },
                { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                { key: 'total', title: say(words.total), cell: ({ total, unit }) => `${number(total)} ${unit}`, isNumber: true },
                { key: 'used', title: say(words.used), cell: ({ used }) => number(used), isNumber: true },
                { key: 'free', title: say(words.free), cell: ({ free }) => number(free), isNumber: true },
              ]}
            />
          )
        }
      </Read>
      {open === 'adding' ? (
        <AddCapacityDialog
          ownOrganisationId={acting?.role === 'PO' ? null : (acting?.organisationId ?? null)}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open === undefined || open === 'adding' ? null : <ChangeCapacityDialog capacity={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
