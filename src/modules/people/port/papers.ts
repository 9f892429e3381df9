import type { Tx } from '../../../platform/db.ts'
import { refuse } from '../../../platform/refusal.ts'
import type { KeyedPaper } from '../contract/papers.ts'
import { lockPaper, markKeyed } from '../store/papers.ts'

/**
 * Marks a form as keyed in: it was printed for this very woman and filled in between its printing and today. Keyed in again it must say the same
 * day and hand. Refuses
 * `people.paper-unknown`, `people.paper-keyed`, `people.day-wrong`.
 */
export async function keyPaper(
  tx: Tx,
  by: { readonly personId: string; readonly accountId: string; readonly today: string; readonly at: Date },
  paper: KeyedPaper & { readonly kind: 'registration' | 'consent' },
): Promise<void> {
  const printed = (await lockPaper(tx, { personId: by.personId, kind: paper.kind, code: paper.code })) ?? refuse('people.paper-unknown')
  const isSame = printed.filledOn === paper.filledOn && printed.signedBy === paper.signedBy
  if (printed.filledOn !== null && !isSame) refuse('people.paper-keyed')
  if (isSame) return
  if (paper.filledOn < printed.printedOn || paper.filledOn > by.today) refuse('people.day-wrong')
  await markKeyed(tx, { id: printed.id, filledOn: paper.filledOn, signedBy: paper.signedBy, accountId: by.accountId, at: by.at })
}
