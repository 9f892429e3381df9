import { service } from '../src/access/actor.ts'
import { advance, openCases } from '../src/modules/enrolment/port.ts'
import { findCase } from '../src/modules/enrolment/store/cases.ts'
import { assignFile, createNominated } from '../src/modules/people/port.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { dayIn, TEHRAN } from '../src/platform/time.ts'
import { accountOf, counties, organisations, thePlan } from '../test/personas.ts'
import { anyNationalId } from '../test/registered.ts'

export const GUIDE = 'facilitatorOfDashtestan'

export interface Consented {
  readonly caseId: string
  readonly personId: string
}
/** Women who have consented and are now registered, carried by one facilitator. */
export async function consented(house: House, count: number): Promise<Consented[]> {
  const actor = service(thePlan)
  const women = Array.from({ length: count }, () => ({ caseId: newId(), personId: newId(), nationalId: anyNationalId() }))
  const mover = { house, actor, now: house.clock(), planId: thePlan, today: dayIn(TEHRAN, house.clock()) }
  await house.door.asActor(actor, async (tx) => {
    await createNominated(
      tx,
      { house, planId: thePlan },
      women.map(({ personId, nationalId }) => ({
        personId,
        countyCode: counties.dashtestan,
        givenName: 'زن',
        familyName: 'آزمایشی',
        nationalId,
        phone: null,
        whosePhone: null,
      })),
    )
    await openCases(
      { ...mover, tx },
      women.map(({ caseId, personId, nationalId }, row) => ({
        id: caseId,
        personId,
        countyCode: counties.dashtestan,
        organisationId: organisations.labour,
        nationalIdIndex: house.vault.blindIndex(thePlan, 'national-id', nationalId),
        importId: newId(),
        rowNumber: row + 1,
      })),
    )
    for (const { caseId, personId } of women) {
      await assignFile(tx, thePlan, { personId, accountIds: [accountOf(GUIDE)] })
      const one = await findCase(tx, caseId)
      if (one !== undefined) await advance({ ...mover, tx }, await advance({ ...mover, tx }, one, 'contacted'), 'consented')
    }
  })
  return women
}
/** A whole registration, as a facilitator sends it. */
export const registration = {
  fatherName: 'علی',
  bornOn: '1986-08-03',
  ground: 'widowed',
  groundFrom: '2020-01-01',
  groundTo: null,
  groundSeen: true,
  householdSize: 3,
  dependants: 2,
  dependantsUnderSeven: 1,
  hasDisability: false,
  careHours: 2,
  education: 'primary',
  reads: 'little',
  placeToWork: 'own',
  phoneKind: 'simple',
  knownFieldCode: null,
  districtCode: '180303',
  settlement: 'روستای آزمایشی',
}
