import { useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { Offline, useWrite } from '../../../platform/client.ts'
import { useAgain } from '../../../ui/again.ts'
import { holdVisit } from '../contract/visits.ts'
import { readVisitDraft, sentOf, type VisitDraft } from '../rules/visit-draft.ts'

/** Where it is: being written on this device, on its way, waiting for a network, or here because something in it is wrong. */
export type Whereabouts = 'device' | 'sending' | 'waiting' | 'look'
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(new Date())
/** A visit being written: kept at every tap; once ended it is sent until it arrives, when the network comes back and again and again. */
export function useVisitDraft({ id, version }: { readonly id: string; readonly version: number }) {
  const shelf = `kariz-visit/${useSelf()?.current ?? ''}/${id}`
  const [draft, setDraft] = useState<VisitDraft>(
    () =>
      readVisitDraft(sessionStorage.getItem(shelf), version) ?? {
        version,
        heldOn: today(),
        isNoKin: false,
        answers: {},
        findings: {},
        again: {},
        isReady: false,
      },
  )
  const [where, setWhere] = useState<Whereabouts>('device')
  const write = useWrite(holdVisit)
  const put = (next: VisitDraft): void => {
    setDraft(next)
    sessionStorage.setItem(shelf, JSON.stringify(next))
  }
  const send = (): void => {
    if (where === 'sending') return
    put({ ...draft, isReady: true })
    setWhere('sending')
    const failed = (error: Error): void => {
      const isAway = error instanceof Offline
      if (!isAway) put({ ...draft, isReady: false })
      setWhere(isAway ? 'waiting' : 'look')
    }
    write.mutate({ input: { id, version, ...sentOf(draft) } }, { onSuccess: () => sessionStorage.removeItem(shelf), onError: failed })
  }
  useAgain(draft.isReady && where !== 'sending', send)
  const set = (change: Partial<VisitDraft>): void => {
    put({ ...draft, ...change })
    setWhere('device')
  }
  return { draft, where, error: where === 'look' ? write.error : null, set, send }
}
