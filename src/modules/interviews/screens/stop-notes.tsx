import { useState } from 'react'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { readStopNotes } from '../contract/interviews.ts'
import { words } from '../words.ts'

/** What was written to her guide when the conversation stopped; shut until opened, because the look is written down. */
export function StopNotes({ interviewId }: { readonly interviewId: string }) {
  const say = useSay()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const read = useRead(readStopNotes, { id: interviewId }, { enabled: isOpen, isFresh: true })
  return (
    <Card title={say(words['stop-notes'])}>
      <p className="pb-3">{say(words['stop-notes-hint'])}</p>
      {isOpen ? (
        <Read of={read}>
          {({ notes }) => (
            <ul className="flex flex-col gap-3">
              {notes.map(({ writtenAt, note }) => (
                <li key={writtenAt}>
                  <p className="text-ink-2 text-tag">{formatInstant(writtenAt, language)}</p>
                  <p className="whitespace-pre-wrap">{note ?? say(words['stop-without-note'])}</p>
                </li>
              ))}
            </ul>
          )}
        </Read>
      ) : (
        <Button onPress={() => setOpen(true)}>{say(words['open-stop-notes'])}</Button>
      )}
    </Card>
  )
}
