import { beyondReach } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { listGivenNames, listNames } from '../../people/port.ts'
import type { LotState } from '../contract/states.ts'
import { lotEnds } from '../rules/moves.ts'

interface Of {
  readonly personId: string
  readonly lotState: LotState | null
}
/**
 * Her name for the guide who carries her file; for the operator of her county her first name alone, while her lot is open or she waits for one
 * (roles.md §2: «1r name while lot open»). The rows themselves were already held to the reader's reach, and to those barred from her.
 */
export async function namesFor(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  of: readonly Of[],
): Promise<ReadonlyMap<string, string>> {
  if (actor.role !== 'MO')
    return listNames(
      tx,
      of.map(({ personId }) => personId),
    )
  const open = of.filter(({ lotState }) => lotState === null || !lotEnds.includes(lotState)).map(({ personId }) => personId)
  return open.length === 0 ? new Map() : beyondReach(tx, () => listGivenNames(tx, open))
}
