import { service } from '../src/access/actor.ts'
import { advance, openCases } from '../src/modules/enrolment/port.ts'
import { findCase } from '../src/modules/enrolment/store/cases.ts'
import { CONSENT_FORM, type ConsentPurpose, consentPurposes } from '../src/modules/people/contract.ts'
import { assignFile, createNominated, findAnchor, type Registration, registrationWrites } from '../src/modules/people/port.ts'
import { writeAll } from '../src/platform/db.ts'
import type { House } from '../src/platform/house.ts'
import { nationalIdCheckDigit } from '../src/platform/identifiers.ts'
import { newId } from '../src/platform/ids.ts'
import { dayIn, TEHRAN } from '../src/platform/time.ts'
import { accountOf, counties, organisations, type PersonaName, thePlan } from './personas.ts'

/** What matters to a case of a test; everything else is as for a woman who meets every rule. */
export interface Wish {
  readonly county?: keyof typeof counties
  readonly guide?: PersonaName
  readonly bornOn?: string | null
  readonly isGroundSeen?: boolean
  readonly consents?: readonly ConsentPurpose[]
  readonly household?: Partial<NonNullable<Registration['household']>>
  readonly districtCode?: string
}
export interface Woman {
  readonly caseId: string
  readonly personId: string
  readonly nationalId: string
}
let made = 0
/** A national ID nobody else in these tests has, with its right check digit. */
export function anyNationalId(): string {
  made += 1
  const digits = String(351_000_000 + made)
  return digits + nationalIdCheckDigit(digits)
}
/** Registered women, made through the ports as nomination, consent and registration make them. */
export async function registerWomen(house: House, count: number, wish: Wish = {}): Promise<Woman[]> {
  return makeWomen(house, count, { county: wish.county ?? 'dashtestan', goOn: async (mover, woman) => registerOne(mover, woman, wish) })
}
/** A crowd in line for a place of its county, all of one tier and day: nominated through the ports, and set into the line by plain SQL. */
export async function lineUp(house: House, count: number, county: keyof typeof counties): Promise<Woman[]> {
  const women = await makeWomen(house, count, { county, goOn: async () => undefined })
  const today = dayIn(TEHRAN, house.clock())
  await house.door.asOwner(async (tx) => {
    await tx
      .updateTable('enrolment.case')
      .set({ position: 'queued', tier: 2, queued_on: today, registered_on: today })
      .where(
        'id',
        'in',
        women.map(({ caseId }) => caseId),
      )
      .execute()
    const counter = { plan_id: thePlan, county_code: counties[county], shard: -1 }
    await tx
      .insertInto('enrolment.counter')
      .values([
        { ...counter, position: 'queued', n: count },
        { ...counter, position: 'nominated', n: -count },
      ])
      .execute()
  })
  return women
}
interface Made {
  readonly county: keyof typeof counties
  /** What happens to each after her file is opened. */
  readonly goOn: (mover: Making, woman: Woman) => Promise<void>
}
async function makeWomen(house: House, count: number, { county, goOn }: Made): Promise<Woman[]> {
  const women = Array.from({ length: count }, () => ({ caseId: newId(), personId: newId(), nationalId: anyNationalId() }))
  const countyCode = counties[county]
  const today = dayIn(TEHRAN, house.clock())
  const actor = service(thePlan)
  await house.door.asActor(actor, async (tx) => {
    const mover = { tx, house, actor, now: house.clock(), planId: thePlan, today }
    await createNominated(
      tx,
      { house, planId: thePlan },
      women.map(({ personId, nationalId }, index) => ({
        personId,
        countyCode,
        givenName: 'زن',
        familyName: `آزمایشی${index}`,
        nationalId,
        phone: null,
        whosePhone: null,
      })),
    )
    await openCases(
      mover,
      women.map(({ caseId, personId, nationalId }, index) => ({
        id: caseId,
        personId,
        countyCode,
        organisationId: organisations.labour,
        nationalIdIndex: house.vault.blindIndex(thePlan, 'national-id', nationalId),
        importId: newId(),
        rowNumber: index + 1,
      })),
    )
    for (const woman of women) await goOn(mover, woman)
  })
  return women
}
type Making = Parameters<typeof advance>[0] & { readonly today: string }
async function registerOne(mover: Making, { caseId, personId }: Woman, wish: Wish): Promise<void> {
  const { tx, house, today } = mover
  const guide = accountOf(wish.guide ?? 'facilitatorOfDashtestan')
  await assignFile(tx, thePlan, { personId, accountIds: [guide] })
  await tx
    .insertInto('people.consent')
    .values(
      (wish.consents ?? consentPurposes).map((purpose) => ({
        plan_id: thePlan,
        id: newId(),
        person_id: personId,
        county_code: counties[wish.county ?? 'dashtestan'],
        assigned: [guide],
        purpose,
        answer: true,
        manner: 'signature',
        given_on: today,
        form_version: CONSENT_FORM,
      })),
    )
    .execute()
  const whose = { house, planId: thePlan, personId, accountId: guide, today }
  const anchor = await findAnchor(tx, whose)
  if (anchor === undefined) throw new Error('the person was just made')
  await writeAll(
    tx,
    registrationWrites(tx, whose, anchor, {
      bornOn: wish.bornOn === undefined ? '1986-08-03' : wish.bornOn,
      ground: { id: newId(), precise: 'widowed', validFrom: '2020-01-01', validTo: null, isSeen: wish.isGroundSeen ?? true },
      household: { size: 3, dependants: 0, dependantsUnderSeven: 0, hasDisability: false, careHours: null, ...wish.household },
      address: { districtCode: wish.districtCode ?? '180303', settlement: null, address: null },
    }),
  )
  let one = await findCase(tx, caseId)
  if (one === undefined) throw new Error('the case was just opened')
  one = await advance(mover, one, 'contacted')
  one = await advance(mover, one, 'consented')
  await advance(mover, one, 'registered', { set: { registered_on: today } })
}
