import { insertBusiness } from '../src/modules/businesses/store/businesses.ts'
import { insertPermit, NO_PAPER } from '../src/modules/businesses/store/permits.ts'
import { insertReview } from '../src/modules/businesses/store/reviews.ts'
import { findCaseScope } from '../src/modules/businesses/store/scope.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { accountOf, type OrganisationName, organisations, type PersonaName } from './personas.ts'

export interface PlantedBusiness {
  readonly businessId: string
  readonly permitId: string
  readonly reviewId: string
}
interface Whose {
  readonly caseId: string
  readonly agency: OrganisationName
  readonly guide: PersonaName
}
/** A business of one of the personas' women, whose request lies on the desk of the agency that introduced her. */
export function plantBusiness({ house }: { readonly house: House }, { caseId, agency, guide }: Whose): Promise<PlantedBusiness> {
  return settleBusiness(house, { caseId, organisationId: organisations[agency], accountId: accountOf(guide) })
}
interface Settling {
  readonly caseId: string
  readonly organisationId: string
  readonly accountId: string
}
/** A business whose request for a permit lies on the desk of an agency, set there without the road to it. */
export async function settleBusiness(house: House, { caseId, organisationId, accountId }: Settling): Promise<PlantedBusiness> {
  const [businessId, permitId, reviewId] = [newId(), newId(), newId()]
  const today = '2026-11-23'
  await house.door.asOwner(async (tx) => {
    const found = await findCaseScope(tx, caseId)
    if (found === undefined) throw new Error('her case stands')
    await insertBusiness(tx, found, {
      id: businessId,
      state: 'active',
      fieldCode: 'HB001',
      relation: 'independent',
      kind: 'revived',
      workPlace: 'home',
      startedOn: today,
      registeredOn: today,
      accountId,
    })
    const { scope, fileNumber } = found
    await insertPermit(
      tx,
      { scope, businessId, caseId, fileNumber },
      { id: permitId, state: 'submitted', today, dueOn: null, paper: NO_PAPER },
    )
    await insertReview(tx, scope, {
      id: reviewId,
      permitId,
      fileNumber,
      fieldCode: 'HB001',
      relation: 'independent',
      requestNumber: '۱۲',
      kind: 'agency',
      organisationId,
      state: 'waiting',
      dueOn: '2026-12-07',
    })
  })
  return { businessId, permitId, reviewId }
}
