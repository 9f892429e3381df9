import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listHerBusinesses } from '../contract/businesses.ts'
import { words } from '../words.ts'
import { BusinessTag, PermitTag } from './state-tags.tsx'

/** The businesses of the women a guide accompanies, the nearest day first. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listHerBusinesses, {})
  return (
    <>
      <PageHeader title={say(words['my-businesses'])} facts={say(words['my-businesses-hint'])} />
      <Read of={read}>
        {({ businesses }) =>
          businesses.length === 0 ? (
            <EmptyState>{say(words['no-businesses'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words['my-businesses'])}
              rows={businesses}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: say(words.name),
                  cell: ({ name, caseId }) => <TextLink to={`/staff/cases/${caseId}/business`}>{name ?? '—'}</TextLink>,
                },
                { key: 'field', title: say(words.field), cell: (one) => (language === 'en' ? one.fieldNameEn : one.fieldNameFa) },
                { key: 'state', title: say(words.state), cell: ({ state }) => <BusinessTag state={state} /> },
                { key: 'permit', title: say(words.permit), cell: ({ permit }) => (permit === null ? '' : <PermitTag state={permit} />) },
                { key: 'due', title: say(words.due), cell: ({ dueOn }) => (dueOn === null ? '' : formatDate(dueOn, language)) },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
