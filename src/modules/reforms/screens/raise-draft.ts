import { useState } from 'react'
import { newCommandId, Offline, useWrite } from '../../../platform/client.ts'
import { useAgain } from '../../../ui/again.ts'
import { raiseObstacle } from '../contract/obstacles.ts'
import { isWhole, type RaiseDraft, readRaiseDraft } from '../rules/raise-draft.ts'
import { useShelf } from './raise-shelf.ts'

interface Drafting {
  readonly begin: () => RaiseDraft
  /** Whether the file of the page is one she carries; any other is no evidence of hers. */
  readonly carries: (caseId: string) => boolean
  readonly onDone: () => void
}
/** An obstacle being told: kept at every tap until it arrived; without a network it waits here and is sent when there is one again. */
export function useRaiseDraft({ begin, carries, onDone }: Drafting) {
  const shelf = useShelf()
  const [draft, setDraft] = useState<RaiseDraft>(() => readRaiseDraft(sessionStorage.getItem(shelf)) ?? begin())
  const write = useWrite(raiseObstacle)
  const put = (next: RaiseDraft): void => {
    setDraft(next)
    sessionStorage.setItem(shelf, JSON.stringify(next))
  }
  const send = (): void => {
    const { isReady: _isReady, kind, countyCode, caseId, ...rest } = draft
    const evidence = caseId !== null && carries(caseId) ? caseId : null
    if (kind === undefined || !isWhole(draft) || write.isPending) return
    put({ ...draft, isReady: true })
    const done = (): void => {
      sessionStorage.removeItem(shelf)
      onDone()
    }
    const failed = (error: Error): void => {
      if (!(error instanceof Offline)) put({ ...draft, isReady: false })
    }
    const input = { ...rest, kind, caseId: evidence, countyCode: countyCode ?? null }
    write.mutate({ input, kept: rest.id }, { onSuccess: done, onError: failed })
  }
  useAgain(draft.isReady && !write.isPending, send)
  return {
    draft,
    // What was changed is told anew: what was sent before may have arrived.
    set: (change: Partial<RaiseDraft>): void => put({ ...draft, ...change, id: newCommandId(), isReady: false }),
    send,
    isPending: write.isPending,
    isWaiting: draft.isReady && !write.isPending,
    error: write.error instanceof Offline ? null : write.error,
  }
}
