import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../ui/language.tsx'
import { PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Read } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { words as ui } from '../../ui/words.ts'
import { type AccountRow, listAccounts } from '../contract/accounts.ts'
import { words } from '../words.ts'

const Search = z.object({ after: z.string().optional().catch(undefined) })

/** Everyone who may sign in: people of offices, never a woman of the plan. */
export function Screen() {
  const say = useSay()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const accounts = useRead(listAccounts, { limit: 50, ...search })
  return (
    <>
      <PageHeader title={say(words.accounts)} />
      <Read of={accounts}>
        {(data) => (
          <>
            {data.accounts.length === 0 ? <EmptyState>{say(words['no-accounts'])}</EmptyState> : <Lines rows={data.accounts} />}
            {data.next === null ? null : (
              <div className="pt-4">
                <Button onPress={() => void navigate({ to: '/staff/accounts', search: () => ({ after: data.next }) })}>
                  {say(ui.more)}
                </Button>
              </div>
            )}
          </>
        )}
      </Read>
    </>
  )
}
function Lines({ rows }: { readonly rows: readonly AccountRow[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <DataTable
      label={say(words.accounts)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: say(words.name),
          cell: (row) => (
            <Link to={`/staff/accounts/${row.id}`} className="font-semibold text-brand underline-offset-4 hover:underline">
              {row.name}
            </Link>
          ),
        },
        { key: 'email', title: say(words.email), cell: (row) => <bdi dir="ltr">{row.email}</bdi> },
        { key: 'factor', title: say(words['second-factor']), cell: (row) => <AccountTags row={row} /> },
        {
          key: 'assignments',
          title: say(words['assignments-in-force']),
          cell: (row) => formatNumber(row.assignmentsInForce, language),
          isNumber: true,
        },
        { key: 'sessions', title: say(words.sessions), cell: (row) => formatNumber(row.sessions, language), isNumber: true },
      ]}
    />
  )
}
export function AccountTags({ row }: { readonly row: AccountRow }) {
  const say = useSay()
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Tag meaning={row.hasSecondFactor ? 'done' : 'due'}>{say(words[row.hasSecondFactor ? 'second-factor-on' : 'second-factor-off'])}</Tag>
      {row.isLocked ? <Tag meaning="overdue">{say(words['locked-now'])}</Tag> : null}
    </span>
  )
}
