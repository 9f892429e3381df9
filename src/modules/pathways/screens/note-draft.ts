import { useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { newCommandId, Offline, useWrite } from '../../../platform/client.ts'
import { useAgain } from '../../../ui/again.ts'
import { writeNote } from '../contract/notes.ts'
import { dayOfWriting, type NoteDraft, readDraft } from '../rules/note-draft.ts'

/** Where the note is: being written on this device, on its way, waiting for a network, or here because the office found something wrong. */
export type Whereabouts = 'device' | 'sending' | 'waiting' | 'look'
const begun = (): NoteDraft => ({
  id: newCommandId(),
  heldOn: dayOfWriting(new Date()),
  channel: null,
  standing: null,
  level: 'normal',
  text: '',
  isReady: false,
})
/** The place on this device for the note of one case and one assignment; emptied when it has arrived and when the session ends. */
function useShelf(caseId: string) {
  const name = `kariz-note/${useSelf()?.current ?? ''}/${caseId}`
  return {
    find: (): NoteDraft | undefined => readDraft(sessionStorage.getItem(name)),
    keep: (draft: NoteDraft): void => sessionStorage.setItem(name, JSON.stringify(draft)),
    forget: (): void => sessionStorage.removeItem(name),
  }
}
/** Whether a note of this case lies on the device and has not arrived. */
export function useHasDraft(caseId: string): boolean {
  return useShelf(caseId).find() !== undefined
}
/** A note being written: kept at every tap; once it is ready it is sent until it arrives, when the network comes back and again and again. */
export function useNoteDraft(caseId: string, onDone: () => void) {
  const shelf = useShelf(caseId)
  const [draft, setDraft] = useState(() => shelf.find() ?? begun())
  const [where, setWhere] = useState<Whereabouts>('device')
  const write = useWrite(writeNote)
  const put = (next: NoteDraft): void => {
    setDraft(next)
    shelf.keep(next)
  }
  const failed = (error: Error): void => {
    const isAway = error instanceof Offline
    if (!isAway) put({ ...draft, isReady: false })
    setWhere(isAway ? 'waiting' : 'look')
  }
  const send = (): void => {
    if (draft.channel === null || where === 'sending') return
    put({ ...draft, isReady: true })
    setWhere('sending')
    const { id, heldOn, channel, level } = draft
    const standing = channel === 'none' ? null : draft.standing
    const done = (): void => {
      shelf.forget()
      setDraft(begun())
      setWhere('device')
      onDone()
    }
    write.mutate({ input: { caseId, id, heldOn, channel, standing, level, text: draft.text } }, { onSuccess: done, onError: failed })
  }
  useAgain(draft.isReady && where !== 'sending', send)
  return {
    draft,
    where,
    error: where === 'look' ? write.error : null,
    set: (change: Partial<NoteDraft>): void => {
      put({ ...draft, ...change })
      setWhere('device')
    },
    send,
  }
}
