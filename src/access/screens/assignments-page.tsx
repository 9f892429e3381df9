import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead, useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { useSay } from '../../ui/language.tsx'
import { PageHeader } from '../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../ui/states.tsx'
import { tell } from '../../ui/toast.tsx'
import { words as ui } from '../../ui/words.ts'
import { type AssignmentRow, AssignmentState, approveAssignment, listAssignments } from '../contract/accounts.ts'
import { words } from '../words.ts'
import { AssignmentLines } from './assignment-lines.tsx'
import { EndAssignment } from './end-assignment.tsx'
import { useMay } from './self.tsx'

const Search = z.object({ state: AssignmentState.optional().catch(undefined), after: z.string().optional().catch(undefined) })

/** What waits for a second person first; then, by choice, what is in force, ahead or ended. */
export function Screen() {
  const say = useSay()
  const { state = 'waiting', after } = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const assignments = useRead(listAssignments, { limit: 50, state, ...(after === undefined ? {} : { after }) })
  const show = (change: object): void => {
    void navigate({ to: '/staff/assignments', search: () => ({ state, ...change }) })
  }
  return (
    <>
      <PageHeader title={say(words.assignments)} />
      <div className="max-w-xs pb-4">
        <SelectField
          label={say(words['show-state'])}
          empty={say(words['state-waiting'])}
          value={state === 'waiting' ? undefined : state}
          onChange={(chosen) => show({ state: chosen ?? 'waiting' })}
          choices={AssignmentState.options
            .filter((one) => one !== 'waiting')
            .map((one) => ({ value: one, label: say(words[`state-${one}`]) }))}
        />
      </div>
      <Read of={assignments}>
        {(data) => (
          <>
            {data.assignments.length === 0 ? (
              <EmptyState>{say(words['no-assignments-here'])}</EmptyState>
            ) : (
              <AssignmentLines label={say(words.assignments)} rows={data.assignments} hasNames actions={(row) => <Answer row={row} />} />
            )}
            {data.next === null ? null : (
              <div className="pt-4">
                <Button onPress={() => show({ after: data.next })}>{say(ui.more)}</Button>
              </div>
            )}
          </>
        )}
      </Read>
    </>
  )
}
function Answer({ row }: { readonly row: AssignmentRow }) {
  const say = useSay()
  const mayApprove = useMay('access.approve-assignment')
  const approve = useWrite(approveAssignment)
  const isForOther = row.state === 'waiting' && !row.isOwn
  return (
    <span className="flex flex-col items-start gap-2">
      <ProblemBox error={approve.error} />
      {row.state === 'waiting' && row.isOwn ? <span className="text-ink-2 text-tag">{say(words['own-request-waits'])}</span> : null}
      <span className="flex flex-wrap gap-2">
        {mayApprove && isForOther ? (
          <Button
            look="primary"
            isPending={approve.isPending}
            onPress={() =>
              approve.mutate(
                { input: { id: row.id, version: row.version } },
                { onSuccess: () => tell({ text: say(words.approved, { name: row.name }) }) },
              )
            }
          >
            {say(words.approve)}
          </Button>
        ) : null}
        <EndAssignment row={row} />
      </span>
    </span>
  )
}
