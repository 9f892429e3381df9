import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type HerNotes, type NoteEntry, openNotes, readNotes } from '../contract/notes.ts'
import { words } from '../words.ts'
import { GivenFields, SPOKEN } from './given-fields.tsx'
import { useHasDraft } from './note-draft.ts'
import { NoteForm } from './note-form.tsx'

/** On her case page: what her guide kept of calls and visits, and a new note. */
export function NotesSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('pathways.read-notes')
  const notes = useRead(readNotes, { caseId }, { enabled: may })
  const hasDraft = useHasDraft(caseId)
  const [isWriting, setWriting] = useState(hasDraft)
  if (!may) return null
  return (
    <Card title={say(words.notes)}>
      <div className="flex flex-col gap-3">
        {isWriting ? (
          <NoteForm caseId={caseId} onDone={() => setWriting(false)} />
        ) : (
          <div>
            <Button onPress={() => setWriting(true)}>{say(words['note-new'])}</Button>
          </div>
        )}
        <Read of={notes}>
          {(data) => (
            <>
              <Opening caseId={caseId} notes={data} />
              {data.entries.length === 0 ? <EmptyState>{say(words['no-notes'])}</EmptyState> : null}
              <ul className="flex flex-col divide-y divide-line">
                {data.entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ul>
            </>
          )}
        </Read>
      </div>
    </Card>
  )
}
const MEANINGS = { 'goes-well': 'done', 'needs-help': 'due', 'no-answer': 'neutral' } as const
function Entry({ entry }: { readonly entry: NoteEntry }) {
  const say = useSay()
  const language = useLanguage()
  const { on, channel, standing, level, text, isMine } = entry
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{formatDate(on, language)}</span>
        <span className="text-ink-2">{say(words[`channel-${channel}`])}</span>
        {standing === null ? null : <Tag meaning={MEANINGS[standing]}>{say(words[`standing-${standing}`])}</Tag>}
        {level === 'confidential' ? <Tag meaning="current">{say(words['note-confidential'])}</Tag> : null}
        {isMine ? null : <span className="text-ink-2 text-tag">{say(words['note-by-other'])}</span>}
      </p>
      {text === null ? null : <p>{text}</p>}
    </li>
  )
}
/** What an earlier guide was told in confidence is shut until she is asked; her word is kept and may be taken back. */
function Opening({ caseId, notes: { closed, opening } }: { readonly caseId: string; readonly notes: HerNotes }) {
  const say = useSay()
  const language = useLanguage()
  const [given, setGiven] = useState(SPOKEN)
  const write = useWrite(openNotes)
  const answer = (isOpen: boolean): void => write.mutate({ input: { caseId, isOpen, ...given } })
  if (closed === 0 && opening?.isOpen !== true) return null
  if (opening?.isOpen === true && closed === 0)
    return (
      <div className="flex flex-wrap items-center gap-3 text-ink-2">
        <span>{say(words['notes-opened-on'], { day: formatDate(opening.saidOn, language) })}</span>
        <Button look="quiet" isPending={write.isPending} onPress={() => answer(false)}>
          {say(words['notes-shut'])}
        </Button>
        <ProblemBox error={write.error} />
      </div>
    )
  return (
    <div className="flex flex-col gap-3 rounded-control bg-brand-soft p-3">
      <p className="font-semibold">{say(words['notes-closed'], { n: closed })}</p>
      <p className="text-phone">{say(words['notes-closed-ask'])}</p>
      {opening === null ? null : (
        <p className="text-ink-2">{say(words['notes-refused-on'], { day: formatDate(opening.saidOn, language) })}</p>
      )}
      <GivenFields value={given} onChange={setGiven} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isPending={write.isPending} onPress={() => answer(true)}>
          {say(words['notes-open'])}
        </Button>
        {opening === null ? (
          <Button isPending={write.isPending} onPress={() => answer(false)}>
            {say(words['notes-keep-closed'])}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
