import { newId } from '../src/platform/ids.ts'
import { addDays, dayIn, TEHRAN } from '../src/platform/time.ts'
import type { openHouse } from './house.ts'
import { accountOf, organisations, type PersonaName, personaOf, thePlan } from './personas.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** A follow-up of today in the hands of a caller who said that she does not know the woman; returns its id. */
export async function plantCall({ house }: House, caseId: string, caller: PersonaName): Promise<string> {
  const id = newId()
  const today = dayIn(TEHRAN, house.clock())
  await house.door.asOwner(async (tx) => {
    const { file_number, ...scope } = await tx
      .selectFrom('enrolment.case')
      .select(['plan_id', 'person_id', 'county_code', 'shared_with', 'assigned', 'barred', 'file_number'])
      .where('plan_id', '=', thePlan)
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const days = { opens_on: today, closes_on: addDays(today, 30), state_since: today }
    const given = {
      account_id: accountOf(caller),
      organisation_id: organisations[personaOf(caller).organisation ?? 'labour'],
      executors: [organisations.acecr],
      kinship: 'none',
      state: 'given',
    }
    const what = { case_id: caseId, month: 3, kind: 'first', instrument_code: 'follow-up-2' }
    await tx
      .insertInto('outcomes.follow_up')
      .values({ ...scope, ...what, ...days, ...given, id, file_number })
      .execute()
  })
  return id
}
/** An answer to each of the eight questions of the first follow-up. */
export const eightAnswers = (more: object = {}) => ({
  'work-before': 'none',
  'work-now': 'orders',
  'money-came': 'all',
  'own-sales': 0,
  'may-refuse': 'yes',
  decides: 'herself',
  hardest: 'nothing',
  'guide-calls': 'no',
  ...more,
})
