import { useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { Offline, useWrite } from '../../../platform/client.ts'
import { useAgain } from '../../../ui/again.ts'
import { Answers, recordAnswers } from '../contract/follow-ups.ts'

/** Where the answers are: being taken down on this device, on their way, waiting for a network, or here because the office found something wrong. */
export type Whereabouts = 'device' | 'sending' | 'waiting' | 'look'

/** Answers being taken down: kept on the device at every tap, and sent until they arrive; gone from it then and when the session ends. */
export function useCallDraft(id: string, onDone: () => void) {
  const name = `kariz-call/${useSelf()?.current ?? ''}/${id}`
  const [answers, setAnswers] = useState<Answers>(() => {
    const read = Answers.safeParse(JSON.parse(sessionStorage.getItem(name) ?? '{}'))
    return read.success ? read.data : {}
  })
  const [where, setWhere] = useState<Whereabouts>('device')
  const write = useWrite(recordAnswers, {
    onDone: () => {
      sessionStorage.removeItem(name)
      onDone()
    },
  })
  const send = (): void => {
    setWhere('sending')
    write.mutate({ input: { id, answers } }, { onError: (error) => setWhere(error instanceof Offline ? 'waiting' : 'look') })
  }
  useAgain(where === 'waiting', send)
  return {
    answers,
    where,
    error: where === 'look' ? write.error : null,
    set: (code: string, answer: Answers[string] | undefined): void => {
      const { [code]: _before, ...others } = answers
      const next = answer === undefined ? others : { ...others, [code]: answer }
      setAnswers(next)
      sessionStorage.setItem(name, JSON.stringify(next))
      setWhere('device')
    },
    send,
  }
}
