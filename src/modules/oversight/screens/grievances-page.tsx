import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { listGrievances } from '../contract/grievances.ts'
import { navWords } from '../nav-words.ts'
import { grievanceWords as words } from '../words/grievances.ts'
import { GrievanceTags } from './grievance-tags.tsx'

const SHOWN = ['open', 'overdue', 'closed'] as const
const Search = z.object({ show: z.enum(SHOWN).optional().catch(undefined), after: z.string().optional().catch(undefined) })

/** What lies on the reader's desk: by number, never by name. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { values: filter, change } = useFilters(Search)
  const show = filter.show ?? 'open'
  const read = useRead(listGrievances, { limit: 50, ...filter, show })
  const mayFile = useMay('oversight.file-grievance')
  const mayCount = useMay('oversight.read-grievance-figures')
  return (
    <>
      <PageHeader
        title={say(navWords.grievances)}
        facts={say(words['grievances-lead'])}
        actions={
          <span className="flex flex-wrap gap-x-5">
            {mayFile ? <TextLink to="/staff/grievances/new">{say(words['file-grievance'])}</TextLink> : null}
            {mayCount ? <TextLink to="/staff/grievance-figures">{say(words.figures)}</TextLink> : null}
          </span>
        }
      />
      <div className="max-w-xl pb-4">
        <ChoiceField
          label={say(words['grievance-show'])}
          value={show}
          onChange={(next) => change({ show: next })}
          choices={SHOWN.map((one) => ({ value: one, label: say(words[`show-${one}`]) }))}
        />
      </div>
      <Read of={read}>
        {({ grievances, next }) =>
          grievances.length === 0 ? (
            <EmptyState>{say(words['no-grievances'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(navWords.grievances)}
                rows={grievances}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'number',
                    title: say(words.grievance),
                    cell: ({ id, number }) => (
                      <TextLink to={`/staff/grievances/${id}`}>
                        <bdi>{digits(number, language)}</bdi>
                      </TextLink>
                    ),
                  },
                  { key: 'about', title: say(words['grievance-about']), cell: ({ about }) => say(words[`about-${about}`]) },
                  { key: 'desk', title: say(words['grievance-desk']), cell: ({ desk }) => say(words[`desk-${desk}`]) },
                  {
                    key: 'state',
                    title: say(words['grievance-state']),
                    cell: ({ state, isOverdue }) => <GrievanceTags state={state} isOverdue={isOverdue} />,
                  },
                  {
                    key: 'due',
                    title: say(words['grievance-due']),
                    cell: ({ dueOn }) => (dueOn === null ? '—' : formatDate(dueOn, language)),
                  },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
    </>
  )
}
