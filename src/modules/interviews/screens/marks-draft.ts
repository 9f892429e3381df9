import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useSelf } from '../../../access/screens/self.tsx'
import { call, newCommandId, Offline, Problem } from '../../../platform/client.ts'
import { Need } from '../contract/instrument.ts'
import { OwnMark, setAnswer, setMark } from '../contract/seats.ts'

/** Her field, her wish and the support she names, as it is being written. */
const Answer = z.object({ fieldCode: z.string().nullable(), wish: z.string(), needs: z.array(Need) })
export type Answer = z.infer<typeof Answer>
const Kept = z.object({ marks: z.record(z.string(), OwnMark), answer: Answer.nullable() })
type Kept = z.infer<typeof Kept>
const NOTHING: Kept = { marks: {}, answer: null }
/** Where what was marked is: with the office, on this device, on its way, or here because the office found something wrong. */
export type Whereabouts = 'sent' | 'device' | 'sending' | 'look'
/** A tapped degree goes at once; words wait until the typing rests. */
const REST_MS = 1_500
const AGAIN_MS = 10_000

/** Marks being set: kept on the device at every change, sent one after the other, again and again until the office has them. */
export function useMarksDraft(interviewId: string, stored: { readonly marks: readonly OwnMark[]; readonly answer: Answer | null }) {
  const shelf = useShelf(interviewId)
  const [begun] = useState(() => shelf.find())
  const [marks, setMarks] = useState<Readonly<Record<string, OwnMark>>>(() => ({ ...byCode(stored.marks), ...begun.marks }))
  const [answer, setAnswerTo] = useState<Answer>(begun.answer ?? stored.answer ?? { fieldCode: null, wish: '', needs: [] })
  const waiting = useRef<Kept>(begun)
  const sending = useSending(interviewId, waiting, shelf.keep)
  const put = (next: Kept, restMs: number): void => {
    waiting.current = next
    shelf.keep(next)
    sending.after(restMs)
  }
  const mark = (one: OwnMark, isTyped: boolean): void => {
    setMarks((before) => ({ ...before, [one.itemCode]: one }))
    put({ ...waiting.current, marks: { ...waiting.current.marks, [one.itemCode]: one } }, isTyped ? REST_MS : 0)
  }
  const say = (next: Answer): void => {
    setAnswerTo(next)
    put({ ...waiting.current, answer: next }, REST_MS)
  }
  return { marks, answer, mark, say, where: sending.where, error: sending.error, sendAll: sending.now }
}
const byCode = (marks: readonly OwnMark[]): Readonly<Record<string, OwnMark>> => Object.fromEntries(marks.map((one) => [one.itemCode, one]))

/** Sends what waits, the oldest first; one at a time, so that the last word about an item is the one that stays. */
function useSending(interviewId: string, waiting: { current: Kept }, keep: (kept: Kept) => void) {
  const isWaiting = (): boolean => Object.keys(waiting.current.marks).length > 0 || waiting.current.answer !== null
  const [where, setWhere] = useState<Whereabouts>(() => (isWaiting() ? 'device' : 'sent'))
  const [error, setError] = useState<Error | null>(null)
  const [goAt, setGoAt] = useState(() => (isWaiting() ? Date.now() : undefined))
  const underway = useRef<Promise<boolean> | undefined>(undefined)
  const queries = useQueryClient()
  const now = async (): Promise<boolean> => {
    underway.current ??= sendAll({ interviewId, waiting, keep })
      .then(() => {
        setWhere('sent')
        setError(null)
        return true
      })
      .catch((thrown: unknown) => {
        const problem = thrown instanceof Error ? thrown : new Error('unknown')
        const isUnanswered = problem instanceof Offline || (problem instanceof Problem && problem.status > 500)
        setWhere(isUnanswered ? 'device' : 'look')
        setError(isUnanswered ? null : problem)
        if (isUnanswered) setGoAt(Date.now() + AGAIN_MS)
        else void queries.invalidateQueries()
        return false
      })
      .finally(() => {
        underway.current = undefined
      })
    setWhere('sending')
    setGoAt(undefined)
    return underway.current
  }
  useGoing(goAt, now)
  const after = (restMs: number): void => {
    setWhere('device')
    setGoAt(Date.now() + restMs)
  }
  return { where, error, now, after }
}
/** Goes at its time, and as soon as the network is back. */
function useGoing(goAt: number | undefined, go: () => Promise<boolean>): void {
  const going = useRef(go)
  useEffect(() => {
    going.current = go
  })
  useEffect(() => {
    if (goAt === undefined) return
    const start = (): void => void going.current()
    const timer = setTimeout(start, Math.max(0, goAt - Date.now()))
    window.addEventListener('online', start)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', start)
    }
  }, [goAt])
}
interface Sending {
  readonly interviewId: string
  readonly waiting: { current: Kept }
  readonly keep: (kept: Kept) => void
}
async function sendAll({ interviewId, waiting, keep }: Sending): Promise<void> {
  for (;;) {
    const [first] = Object.values(waiting.current.marks)
    const { answer } = waiting.current
    if (first !== undefined) {
      await call(setMark, { id: interviewId, ...first }, { command: newCommandId() })
      const { [first.itemCode]: latest, ...others } = waiting.current.marks
      // Changed while it was on its way: the later one waits.
      if (latest === first) waiting.current = { ...waiting.current, marks: others }
    } else if (answer !== null) {
      const wish = answer.wish.trim() === '' ? null : answer.wish
      await call(setAnswer, { id: interviewId, fieldCode: answer.fieldCode, needs: answer.needs, wish }, { command: newCommandId() })
      if (waiting.current.answer === answer) waiting.current = { ...waiting.current, answer: null }
    } else return
    keep(waiting.current)
  }
}
/** The place on this device for one conversation and one assignment; empty once everything is sent, gone when the session ends. */
function useShelf(interviewId: string) {
  const name = `kariz-marks/${useSelf()?.current ?? ''}/${interviewId}`
  return {
    find: (): Kept => {
      const text = sessionStorage.getItem(name)
      const read = Kept.safeParse(text === null ? undefined : JSON.parse(text))
      return read.success ? read.data : NOTHING
    },
    keep: (kept: Kept): void => {
      if (Object.keys(kept.marks).length === 0 && kept.answer === null) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, JSON.stringify(kept))
    },
  }
}
