import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { listFields, PermitClass, tradeGroups } from '../contract.ts'
import { words } from '../words.ts'

const Search = z.object({
  search: z.coerce.string().max(80).optional().catch(undefined),
  tradeGroup: z.enum(tradeGroups).optional().catch(undefined),
  permitClass: PermitClass.optional().catch(undefined),
})
/** The list of fields in force; search and filters live in the address. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listFields, filter)
  return (
    <>
      <PageHeader
        title={say(words.fields)}
        facts={read.data === undefined ? undefined : say(words['count-fields'], { n: read.data.fields.length })}
        actions={
          <>
            <TextLink to="/staff/chains">{say(words.chains)}</TextLink>
            <TextLink to="/staff/offers">{say(words.offers)}</TextLink>
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
          label={say(words['trade-group'])}
          empty={say(ui.all)}
          value={filter.tradeGroup}
          onChange={(tradeGroup) => change({ tradeGroup })}
          choices={tradeGroups.map((one) => ({ value: one, label: say(wordFor(words, `trade-group-${one}`)) }))}
        />
        <SelectField
          label={say(words['permit-class'])}
          empty={say(ui.all)}
          value={filter.permitClass}
          onChange={(permitClass) => change({ permitClass })}
          choices={PermitClass.options.map((one) => ({ value: one, label: say(wordFor(words, `permit-class-${one}`)) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ edition, fields }) => (
          <>
            <p className="pb-3 text-ink-2 text-tag">
              {edition.title}
              {edition.isOfficial ? null : ` — ${say(words['draft-edition'])}`}
            </p>
            {fields.length === 0 ? (
              <EmptyState>{say(words['no-fields'])}</EmptyState>
            ) : (
              <DataTable
                label={say(words.fields)}
                rows={fields}
                keyOf={({ code }) => code}
                columns={[
                  {
                    key: 'name',
                    title: say(words.fields),
                    cell: ({ code, nameFa, nameEn }) => (
                      <TextLink to={`/staff/fields/${code}`}>{language === 'en' ? nameEn : nameFa}</TextLink>
                    ),
                  },
                  {
                    key: 'group',
                    title: say(words['trade-group']),
                    cell: ({ tradeGroup }) => say(wordFor(words, `trade-group-${tradeGroup}`)),
                  },
                  {
                    key: 'permit',
                    title: say(words['permit-class']),
                    cell: ({ permitClass }) => say(wordFor(words, `permit-class-${permitClass}`)),
                  },
                  {
                    key: 'agency',
                    title: say(words['lead-agency']),
                    cell: ({ leadAgency }) => say(wordFor(words, `agency-${leadAgency}`)),
                  },
                ]}
              />
            )}
          </>
        )}
      </Read>
    </>
  )
}
