import { anonymous } from '../../access/actor.ts'
import { type Case, caseOf, columns } from '../../modules/enrolment/store/cases.ts'
import { findParameterOn } from '../../modules/plan/port.ts'
import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Call } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'

export function herself({ actor }: Pick<Call<unknown>, 'actor'>): string {
  return actor.personId ?? refuse('platform.not-found')
}
/** Her file, named as what the request is about. */
export async function aboutHerCase(call: Pick<Call<unknown>, 'tx' | 'actor' | 'about'>): Promise<Case> {
  const file = await getHerCase(call.tx, herself(call))
  call.about({ type: 'case', id: file.id, personId: file.personId, caseId: file.id, countyCode: file.countyCode })
  return file
}

/** Her file that goes on: of two that were joined, the one that is kept. */
export async function getHerCase(tx: Tx, personId: string | null): Promise<Case> {
  const row = await tx
    .selectFrom('enrolment.case')
    .select(columns)
    .where('person_id', '=', personId)
    .where('joined_to', 'is', null)
    .executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : caseOf(row)
}
/** How long messages with a code wait for one another at the longest, in minutes; the letter of the plan decides what they may cost. */
export async function findCodeWait({ door, clock }: Pick<House, 'door' | 'clock'>, planId: string): Promise<number> {
  const found = await door.asActor(anonymous(planId), (tx) => findParameterOn(tx, 'code-wait', { day: dayIn(TEHRAN, clock()) }))
  return found?.value ?? LONGEST_WAIT
}
/** Where a plan has no row of it yet. */
const LONGEST_WAIT = 60
