import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listScopes, type Scope } from '../contract/scope.ts'
import { navWords } from '../nav-words.ts'
import { scopeWords as words } from '../words/scope.ts'
import { ScopeDialog } from './scope-dialog.tsx'

const Search = z.object({ after: z.string().optional().catch(undefined) })
/** What each governorate asked of the executor, and how far it is. */
export function Screen() {
  const say = useSay()
  const { values: filter, change } = useFilters(Search)
  const read = useRead(listScopes, { limit: 50, ...filter })
  const mayOpen = useMay('oversight.open-scope')
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <PageHeader
        title={say(navWords.scopes)}
        facts={say(words['scopes-hint'])}
        actions={
          mayOpen ? (
            <Button look="primary" onPress={() => setOpening(true)}>
              {say(words['new-scope'])}
            </Button>
          ) : undefined
        }
      />
      <Read of={read}>
        {({ scopes, next }) =>
          scopes.length === 0 ? (
            <EmptyState>{say(words[mayOpen ? 'no-scopes' : 'no-scopes-here'])}</EmptyState>
          ) : (
            <>
              <Scopes scopes={scopes} />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isOpening ? <ScopeDialog onClose={() => setOpening(false)} /> : null}
    </>
  )
}
function Scopes({ scopes }: { readonly scopes: readonly Scope[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <DataTable
      label={say(navWords.scopes)}
      rows={scopes}
      keyOf={({ id }) => id}
      columns={[
        { key: 'title', title: say(words.scope), cell: ({ id, title }) => <TextLink to={`/staff/scopes/${id}`}>{title}</TextLink> },
        { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
        { key: 'executor', title: say(words.executor), cell: ({ executorName }) => executorName },
        {
          key: 'letter',
          title: say(words.letter),
          cell: ({ letterNumber, letterDate }) => (
            <>
              <bdi>{digits(letterNumber, language)}</bdi> · {formatDate(letterDate, language)}
            </>
          ),
        },
        { key: 'figures', title: say(words.deliverables), cell: (scope) => <ScopeFigures scope={scope} /> },
      ]}
    />
  )
}
/** How many were taken, who is waited for, what is late. */
export function ScopeFigures({ scope: { taken, deliverables, toAnswer, overdue } }: { readonly scope: Scope }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-1">
      <span>{say(words['scope-figures'], { taken, all: deliverables })}</span>
      {toAnswer === 0 ? null : <Tag meaning="current">{say(words['to-answer-figure'], { n: toAnswer })}</Tag>}
      {overdue === 0 ? null : <Tag meaning="overdue">{say(words['overdue-figure'], { n: overdue })}</Tag>}
    </span>
  )
}
