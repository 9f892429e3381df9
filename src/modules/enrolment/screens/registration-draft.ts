import { useEffect, useRef, useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { Offline, useWrite } from '../../../platform/client.ts'
import { type RegistrationFields, saveRegistration } from '../contract/registration.ts'
import { type Kept, readFields } from '../rules/registration-draft.ts'

/** Where what was typed is now: with the office, on this device alone, on its way, or here because the office found something wrong. */
export type Whereabouts = 'untouched' | 'device' | 'sending' | 'sent' | 'look'
const REST_MS = 6_000
const AGAIN_MS = 15_000
interface Drafted {
  readonly caseId: string
  readonly begins: Kept
}
/** A registration being typed: kept on the device at every change, and sent when the typing rests, when the network comes back, again and again. */
export function useRegistrationDraft({ caseId, begins }: Drafted) {
  const shelf = useShelf(caseId)
  const [kept, setKept] = useState(begins)
  const [where, setWhere] = useState<Whereabouts>(() => (shelf.find() === undefined ? 'untouched' : 'device'))
  const [restsAt, setRestsAt] = useState(() => (shelf.find() === undefined ? undefined : Date.now()))
  const [savedAt, setSavedAt] = useState<string>()
  const latest = useRef(kept)
  const write = useWrite(saveRegistration, { isQuiet: true })
  const put = (next: Kept): void => {
    latest.current = next
    setKept(next)
  }
  const set = (change: Partial<RegistrationFields>): void => {
    put({ ...latest.current, fields: { ...latest.current.fields, ...change } })
    shelf.keep(latest.current)
    setWhere('device')
    setRestsAt(Date.now() + REST_MS)
  }
  const arrived = (sent: Kept, at: string): void => {
    const isWhole = latest.current.fields === sent.fields
    put({ ...latest.current, basedOn: at })
    setSavedAt(at)
    if (isWhole) {
      shelf.forget()
      setWhere('sent')
    } else shelf.keep(latest.current)
  }
  const failed = (error: Error): void => {
    setWhere(error instanceof Offline ? 'device' : 'look')
    if (error instanceof Offline) setRestsAt(Date.now() + AGAIN_MS)
  }
  const send = (): void => {
    const sent = latest.current
    setWhere('sending')
    setRestsAt(undefined)
    const input = { ...sent.fields, caseId, groundId: sent.groundId, isComplete: false }
    write.mutate({ input }, { onSuccess: (answer) => arrived(sent, answer.savedAt), onError: failed })
  }
  useResting(restsAt, send)
  const error = where === 'look' ? write.error : null
  return { fields: kept.fields, groundId: kept.groundId, set, send, where, savedAt, error, forget: shelf.forget }
}
/** Sends once nothing was typed for a while, or as soon as the network is back. */
function useResting(restsAt: number | undefined, send: () => void): void {
  const sending = useRef(send)
  useEffect(() => {
    sending.current = send
  })
  useEffect(() => {
    if (restsAt === undefined) return
    const go = (): void => sending.current()
    const timer = setTimeout(go, Math.max(0, restsAt - Date.now()))
    window.addEventListener('online', go)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
    }
  }, [restsAt])
}
/** The place on this device for one case and one assignment; emptied when it is sent and when the session ends. */
export function useShelf(caseId: string) {
  const name = `kariz-registration/${useSelf()?.current ?? ''}/${caseId}`
  return {
    find: (): Kept | undefined => keptOf(sessionStorage.getItem(name)),
    keep: (kept: Kept): void => sessionStorage.setItem(name, JSON.stringify(kept)),
    forget: (): void => sessionStorage.removeItem(name),
  }
}
function keptOf(text: string | null): Kept | undefined {
  if (text === null) return undefined
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const groundId: unknown = Reflect.get(value, 'groundId')
  const basedOn: unknown = Reflect.get(value, 'basedOn')
  if (typeof groundId !== 'string') return undefined
  return { fields: readFields(Reflect.get(value, 'fields')), groundId, basedOn: typeof basedOn === 'string' ? basedOn : null }
}
