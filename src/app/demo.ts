import { createHash } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { seedOrganisations } from '../../db/seed/organisations.ts'
import { DEMO_PASSWORD, DEMO_SECRET, demoAccounts } from '../access/demo.ts'
import { opensFiles } from '../access/roles.ts'
import { insertAccount } from '../access/sign-in/accounts.ts'
import { insertPlan } from '../modules/plan/new-plan.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { addDays, dayIn, TEHRAN } from '../platform/time.ts'
import { settleAdministration } from './demo-access.ts'
import { settlePartners } from './demo-partners.ts'
import { settlePathways } from './demo-pathways.ts'

/** A stable id for a thing of the demonstration, so that it is made once. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`kariz-demo/${name}`).digest('hex')
  return `01900000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}
export const demoPlanId = demoId('plan')
/** The four goals of the programme. */
export const planGoals: readonly string[] = [
  'خوداشتغالی و پیشگیری از ورود به چرخهٔ حمایتی',
  'بهبود معیشت و رفاه',
  'اشتغال ماندگار و مولد در مشاغل خانگی',
  'اتصال به بازارهای هدف',
]
const COUNTIES = ['1801', '1802', '1803', '1804']
const QUOTAS: Readonly<Record<string, number>> = { '1801': 14, '1802': 8, '1803': 20, '1804': 9 }

/** Founds the invented plan with its organisations and accounts, once; every later start finds it there. */
export async function settleDemo(house: House, secret: string): Promise<void> {
  const now = house.clock()
  const startedOn = addDays(dayIn(TEHRAN, now), -300)
  await house.door.asOwner(async (tx) => {
    const existing = await tx.selectFrom('plan.plan').select('id').where('id', '=', demoPlanId).executeTakeFirst()
    if (existing !== undefined) return
    await settlePlan(tx, house, startedOn)
    await settleOrganisations(tx, house, startedOn)
    await settlePartners(tx, house, { planId: demoPlanId, counties: COUNTIES, startedOn, idOf: demoId })
    await settlePathways(tx, house, { planId: demoPlanId, startedOn, idOf: demoId })
    // One known password: hashed once and not for each account, which would be most of a first start.
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    for (const account of demoAccounts) {
      const id = demoId(`account/${account.email}`)
      await insertAccount(tx, {
        id,
        email: account.email,
        name: account.name,
        passwordHash,
        known: { secret: DEMO_SECRET, key: secret },
        at: now,
      })
      await tx
        .insertInto('access.assignment')
        .values({
          plan_id: demoPlanId,
          id: demoId(`assignment/${account.email}`),
          account_id: id,
          display_name: account.name,
          role: account.role,
          duties: [...account.duties],
          counties: [...account.counties],
          organisation_id: account.organisation === null ? null : demoId(`organisation/${account.organisation}`),
          valid_from: startedOn,
          requested_by: demoId('founder'),
          requested_at: now,
          needs_approval: opensFiles(account),
          approved_by: demoId('approver'),
          approved_at: now,
        })
        .execute()
    }
    await settleAdministration(tx, house, {
      planId: demoPlanId,
      accountOf: (key) => demoId(`account/${key}@kariz.example`),
      organisationOf: (key) => demoId(`organisation/${key}`),
    })
  })
}
async function settlePlan(tx: Tx, house: House, startedOn: string): Promise<void> {
  await insertPlan(tx, {
    id: demoPlanId,
    title: 'طرح جامع توانمندسازی اقتصادی زنان سرپرست خانوار (نمایشی)',
    provinceCode: '18',
    ownerId: null,
    startedOn,
    goals: planGoals,
    // The study comes before anybody is enrolled; the market is sought as soon as the first have learnt.
    phaseDays: [
      [addDays(startedOn, -150), addDays(startedOn, -1)],
      [startedOn, addDays(startedOn, 540)],
      [addDays(startedOn, 120), addDays(startedOn, 900)],
    ],
    pilotCounties: COUNTIES,
    document: { title: 'سند ارتقای وضعیت زنان و خانواده (نمایشی)', number: 'ن/۱۰۱', date: startedOn },
    newId: house.newId,
  })
  await tx
    .insertInto('plan.quota')
    .values(
      COUNTIES.map((county) => ({
        plan_id: demoPlanId,
        id: house.newId(),
        county_code: county,
        places: QUOTAS[county] ?? 0,
        valid_from: startedOn,
        letter_number: 'ن/۱۰۲',
        letter_date: startedOn,
      })),
    )
    .execute()
  await settleTelephone(tx, house, startedOn)
  const referrals = [
    ['age', 'ادارهٔ بهزیستی شهرستان، بخش سالمندان'],
    ['not-covered', 'راهبر شغلی نهادی که اکنون پشتیبان شماست'],
    ['ground-documented', 'دفتر خدمات قضایی یا ثبت احوال، برای مدرک'],
    ['pilot-county', 'ادارهٔ تعاون، کار و رفاه اجتماعی شهرستان'],
  ] as const
  await tx
    .insertInto('enrolment.referral_place')
    .values(referrals.map(([rule, title]) => ({ plan_id: demoPlanId, id: house.newId(), rule, title, note: '', valid_from: startedOn })))
    .execute()
}
/** An invented number that nobody answers: the one on messages, on her card and her slips. */
async function settleTelephone(tx: Tx, house: House, startedOn: string): Promise<void> {
  const letter = { letter_number: 'ن/۱۰۵', letter_date: startedOn }
  await tx
    .insertInto('plan.parameter')
    .values({
      plan_id: demoPlanId,
      id: house.newId(),
      name: 'office-phone',
      value: JSON.stringify('07700000000'),
      unit: 'phone',
      valid_from: startedOn,
      ...letter,
    })
    .execute()
}
async function settleOrganisations(tx: Tx, house: House, startedOn: string): Promise<void> {
  for (const one of seedOrganisations) {
    const id = demoId(`organisation/${one.key}`)
    await tx
      .insertInto('partners.organisation')
      .values({
        id,
        person_kind: 'legal',
        organisation_type: one.type,
        name_fa: one.nameFa,
        name_en: one.nameEn,
        parent_id: one.parent === undefined ? null : demoId(`organisation/${one.parent}`),
        agency_code: one.agencyCode ?? null,
        is_support_body: one.isSupportBody === true,
        is_social_entrepreneur: one.isSocialEntrepreneur === true,
      })
      .execute()
    await tx
      .insertInto('partners.membership')
      .values({
        plan_id: demoPlanId,
        id: house.newId(),
        organisation_id: id,
        kinds: [...one.kinds],
        counties: [...(one.counties ?? COUNTIES)],
        valid_from: startedOn,
      })
      .execute()
  }
}
