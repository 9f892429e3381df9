import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { stop } from '../contract/seats.ts'
import { words } from '../words.ts'

/** She speaks of violence: nobody asks on, the conversation ends, and her guide takes over. */
export function StopCard({ interviewId }: { readonly interviewId: string }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const write = useWrite(stop)
  const press = (): void => {
    const input = { id: interviewId, noteId: newCommandId(), note: note.trim() === '' ? null : note }
    write.mutate({ input }, { onSuccess: () => setOpen(false) })
  }
  return (
    <div className="pb-4">
      <Button look="danger" onPress={() => setOpen(true)}>
        {say(words['stop-talk'])}
      </Button>
      <Dialog title={say(words['stop-talk'])} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="flex flex-col gap-4">
          <p>{say(words['stop-explained'])}</p>
          <LongTextField label={say(words['stop-note'])} hint={say(words['stop-note-hint'])} value={note} onChange={setNote} />
          <ProblemBox error={write.error} />
          <div>
            <Button look="danger" isPending={write.isPending} onPress={press}>
              {say(words['stop-talk'])}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  )
}
