import { useState } from 'react'
import { useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSay, wordFor } from '../../ui/language.tsx'
import { ProblemBox } from '../../ui/states.tsx'
import { type AssignmentRow, endAssignment } from '../contract/accounts.ts'
import { words } from '../words.ts'

/** Ends an assignment, or declines one that waits; it cannot be undone, so the dialog names whose it is. */
export function EndAssignment({ row }: { readonly row: AssignmentRow }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const end = useWrite(endAssignment)
  const label = say(words[row.state === 'waiting' ? 'decline' : 'end-assignment'])
  if (row.state === 'ended') return null
  const press = (): void => end.mutate({ input: { id: row.id, version: row.version } }, { onSuccess: () => setOpen(false) })
  return (
    <>
      <Button onPress={() => setOpen(true)}>{label}</Button>
      {isOpen ? (
        <Dialog title={label} isOpen onClose={() => setOpen(false)}>
          <p className="pb-4">
            {say(words[row.state === 'waiting' ? 'decline-explained' : 'end-explained'], {
              name: row.name,
              role: say(wordFor(words, `role-${row.role}`)),
            })}
          </p>
          <ProblemBox error={end.error} />
          <div className="pt-4">
            <Button look="danger" isPending={end.isPending} onPress={press}>
              {label}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
