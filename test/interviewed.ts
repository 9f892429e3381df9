import { anonymous, service } from '../src/access/actor.ts'
import { findCraftFacts } from '../src/modules/interviews/port.ts'
import { listOutcomeFacts } from '../src/modules/outcomes/port.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { dayIn, TEHRAN } from '../src/platform/time.ts'
import { thePlan } from './personas.ts'
import type { Woman } from './registered.ts'

/** What a panel agreed on about one woman, as far as a test cares. */
export interface Agreed {
  readonly fieldCode: string | null
  readonly craft: number | null
  readonly output: number | null
  readonly agreedOn?: string
  readonly expiresOn?: string
}
/** Writes an agreed conversation beside the routes, for rooms that only need what is lent of it. */
export async function agreeOn(house: House, { caseId, personId }: Woman, agreed: Agreed): Promise<string> {
  const interviewId = newId()
  const today = dayIn(TEHRAN, house.clock())
  const agreedOn = agreed.agreedOn ?? today
  await house.door.asActor(service(thePlan), async (tx) => {
    const scope = await tx
      .selectFrom('enrolment.case')
      .select(['county_code', 'assigned', 'barred'])
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const base = { ...scope, plan_id: thePlan, person_id: personId }
    await tx
      .insertInto('interviews.interview')
      .values({ ...base, id: interviewId, case_id: caseId, round: 1, state: 'told', since: house.clock(), instrument_code: 'bushehr-1' })
      .execute()
    await tx
      .insertInto('interviews.agreed')
      .values(
        (
          [
            ['main-skill', agreed.craft],
            ['tested-output', agreed.output],
          ] as const
        ).map(([item, degree]) => ({
          ...base,
          interview_id: interviewId,
          item_code: item,
          instrument_code: 'bushehr-1',
          field_code: agreed.fieldCode,
          degree,
          lowest: degree,
          highest: degree,
          agreed_on: agreedOn,
          expires_on: agreed.expiresOn ?? `${Number(agreedOn.slice(0, 4)) + 1}${agreedOn.slice(4)}`,
          seated: [],
          opens_on: agreedOn,
          closes_on: agreedOn,
        })),
      )
      .execute()
  })
  return interviewId
}
/** What is lent of the outcomes of these days, asked by somebody without any reach. */
export function outcomeFactsOf(house: House, today: string) {
  return house.door.asActor(anonymous(thePlan), (tx) => listOutcomeFacts(tx, { planId: thePlan, today, limit: 50 }))
}
/** What of these women’s conversations is lent to matching on a day, asked by somebody without any reach. */
export function craftFactsOf(house: House, women: readonly Woman[], today: string) {
  const personIds = women.map(({ personId }) => personId)
  return house.door.asActor(anonymous(thePlan), (tx) => findCraftFacts(tx, { planId: thePlan, personIds, today }))
}
