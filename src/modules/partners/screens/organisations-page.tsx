import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { listOrganisations, membershipKinds, organisationTypes } from '../contract.ts'
import { words } from '../words.ts'
import { OrganisationDialog } from './organisation-dialog.tsx'

const Search = z.object({
  search: z.coerce.string().max(80).optional().catch(undefined),
  type: z.enum(organisationTypes).optional().catch(undefined),
  kind: z.enum(membershipKinds).optional().catch(undefined),
  countyCode: z.coerce.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})
/** Everyone who takes part in the plan or is known to it, by name; search and filters live in the address. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listOrganisations, { limit: 50, ...filter })
  const mayAdd = useMay('partners.add-organisation')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        title={say(words.organisations)}
        actions={
          <>
            <TextLink to="/staff/capacities">{say(words.capacities)}</TextLink>
            {mayAdd ? (
              <Button look="primary" onPress={() => setAdding(true)}>
                {say(words['add-organisation'])}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar filters={filters}>
        <TextField
          label={say(words.search)}
          value={filter.search ?? ''}
          onChange={(search) => change({ search: search === '' ? undefined : search })}
        />
        <SelectField
          label={say(words.type)}
          empty={say(ui.all)}
          value={filter.type}
          onChange={(type) => change({ type })}
          choices={organisationTypes.map((one) => ({ value: one, label: say(wordFor(words, `type-${one}`)) }))}
        />
        <SelectField
          label={say(words.kinds)}
          empty={say(ui.all)}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          choices={membershipKinds.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
        />
        <CountyField
          label={say(words.county)}
          empty={say(ui.all)}
          value={filter.countyCode}
          onChange={(countyCode) => change({ countyCode })}
        />
      </FilterBar>
      <Read of={read}>
        {({ organisations, next }) =>
          organisations.length === 0 ? (
            <EmptyState>{say(words['no-organisations'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(words.organisations)}
                rows={organisations}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: say(words.name),
                    cell: ({ id, nameFa, nameEn }) => (
                      <TextLink to={`/staff/organisations/${id}`}>{language === 'en' ? (nameEn ?? nameFa) : nameFa}</TextLink>
                    ),
                  },
                  { key: 'type', title: say(words.type), cell: ({ type }) => say(wordFor(words, `type-${type}`)) },
                  {
                    key: 'kinds',
                    title: say(words.kinds),
                    cell: ({ kinds }) => kinds.map((kind) => say(wordFor(words, `kind-${kind}`))).join(language === 'en' ? ', ' : '، '),
                  },
                  { key: 'parent', title: say(words.parent), cell: ({ parentName }) => parentName ?? '' },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isAdding ? <OrganisationDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}
