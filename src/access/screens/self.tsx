import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { Action } from '../actions.ts'
import type { readSelf } from '../contract.ts'

export type Self = z.infer<typeof readSelf.output>
/** Who is signed in and what the present assignment may do; screens use it to hide or explain, the server decides again. */
export const SelfContext = createContext<Self | undefined>(undefined)
export function useSelf(): Self | undefined {
  return useContext(SelfContext)
}
/** The assignment in which she or he acts now. */
export function useActing(): Self['assignments'][number] | undefined {
  const self = useContext(SelfContext)
  return self?.assignments.find(({ id }) => id === self.current)
}
export function useMay(action: Action): boolean {
  return useContext(SelfContext)?.actions.includes(action) === true
}
