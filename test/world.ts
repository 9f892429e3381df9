import { insertPlan } from '../src/modules/plan/new-plan.ts'
import type { Door } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import { counties, organisations, thePlan } from './personas.ts'

/** The plan, its four counties with five places each, and the organisations the personas stand for. */
export async function settleWorld(door: Door): Promise<void> {
  await door.asOwner(async (tx) => {
    await insertPlan(tx, {
      id: thePlan,
      title: 'طرح آزمایشی',
      provinceCode: '18',
      ownerId: null,
      startedOn: '2026-01-01',
      goals: ['خوداشتغالی'],
      pilotCounties: Object.values(counties),
      document: { title: 'سند آزمایشی', number: '۱/آ/۱', date: '2026-01-01' },
      newId,
    })
    await tx
      .insertInto('plan.quota')
      .values(
        Object.values(counties).map((county) => ({
          plan_id: thePlan,
          id: newId(),
          county_code: county,
          places: 5,
          valid_from: '2026-01-01',
          letter_number: '۲/آ',
          letter_date: '2026-01-01',
        })),
      )
      .execute()
    const supportBodies: readonly string[] = [organisations.behzisti, organisations.reliefCommittee]
    await tx
      .insertInto('partners.organisation')
      .values(
        Object.entries(organisations).map(([name, id]) => ({
          id,
          person_kind: 'legal',
          organisation_type: 'agency',
          name_fa: `سازمان ${name}`,
          is_support_body: supportBodies.includes(id),
        })),
      )
      .execute()
    await tx
      .insertInto('partners.membership')
      .values(
        Object.values(organisations).map((id) => ({
          plan_id: thePlan,
          id: newId(),
          organisation_id: id,
          kinds: id === organisations.acecr ? ['agency', 'executor'] : ['agency'],
          counties: Object.values(counties),
          valid_from: '2026-01-01',
        })),
      )
      .execute()
    await tx
      .insertInto('enrolment.referral_place')
      .values({ plan_id: thePlan, id: newId(), rule: 'age', title: 'ادارهٔ بهزیستی شهرستان', note: '', valid_from: '2026-01-01' })
      .execute()
  })
}
