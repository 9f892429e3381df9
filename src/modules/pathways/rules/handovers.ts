import type { HandoverState } from '../contract/handovers.ts'

/** A proposal is answered once, by whom it was made to, while the file is still in the hands it was proposed from. */
export function reasonsNotToAnswerHandover(
  { state, fromAccountId }: { readonly state: HandoverState; readonly fromAccountId: string },
  assigned: readonly string[],
): readonly 'pathways.handover-answered'[] {
  return state === 'proposed' && assigned.includes(fromAccountId) ? [] : ['pathways.handover-answered']
}
