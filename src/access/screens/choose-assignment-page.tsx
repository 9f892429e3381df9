import { useQueryClient } from '@tanstack/react-query'
import { actIn } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { useSay, wordFor } from '../../ui/language.tsx'
import { PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Assignment } from '../contract.ts'
import { words } from '../words.ts'
import { RowButton } from './row-button.tsx'

/** One assignment at a time, chosen for this tab. */
export function ChooseAssignmentPage({
  assignments,
  waiting,
  leave,
}: {
  readonly assignments: readonly Assignment[]
  readonly waiting: number
  readonly leave: () => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const choose = (id: string): void => {
    actIn(id)
    void queries.resetQueries()
  }
  return (
    <main className="mx-auto max-w-xl p-4 sm:p-8">
      <PageHeader title={say(words['choose-assignment'])} actions={<Button onPress={leave}>{say(words['sign-out'])}</Button>} />
      {waiting === 0 ? null : <p className="pb-4 text-ink-2">{say(words['waiting-for-approval'], { n: waiting })}</p>}
      {assignments.length === 0 && waiting === 0 ? <EmptyState>{say(words['no-assignment'])}</EmptyState> : null}
      <ul className="flex flex-col gap-2">
        {assignments.map((one) => (
          <li key={one.id}>
            <RowButton
              title={say(wordFor(words, `role-${one.role}`))}
              note={[one.organisationName, ...one.duties.map((duty) => say(wordFor(words, `duty-${duty}`)))]
                .filter((part) => part !== null)
                .join(' · ')}
              onPress={() => choose(one.id)}
            />
          </li>
        ))}
      </ul>
    </main>
  )
}
