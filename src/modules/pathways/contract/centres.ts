import { z } from 'zod'
import { Day, Id, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

const MOST_PLACES = 5000
const Licence = z.object({ licenceNumber: text({ max: 60 }), licenceFrom: Day, licenceTo: Day, places: wholeNumber(1, MOST_PLACES) })
export const CentreGuide = z.object({ accountId: Id, name: z.string(), since: Day })
export const LicenceState = z.enum(['in-force', 'to-come', 'over'])
export type LicenceState = z.infer<typeof LicenceState>
export const Centre = Licence.extend({
  id: Id,
  name: z.string(),
  countyCode: CountyCode,
  /** Places women have now; never more than there are. */
  used: z.number().int(),
  /** Nobody new is given a place unless it is in force today. */
  licence: LicenceState,
  guides: z.array(CentreGuide),
  version: z.number().int(),
}).meta({ id: 'Centre' })
export type Centre = z.infer<typeof Centre>

export const listCentres = route({
  method: 'GET',
  path: '/pathways/centres',
  action: 'pathways.read-centres',
  input: z.object({ countyCode: CountyCode.optional() }),
  output: z.object({ centres: z.array(Centre) }),
  refusals: [],
})
const aboutCentre = ({ id }: { readonly id: string }) => ({ type: 'centre', id })
export const addCentre = route({
  method: 'POST',
  path: '/pathways/centres',
  action: 'pathways.keep-centre',
  input: Licence.extend({ id: Id, name: text({ min: 3, max: 120 }), countyCode: CountyCode }),
  output: Centre,
  refusals: ['pathways.licence-days-wrong'],
  subject: aboutCentre,
})
/** A renewed licence, or other places; never fewer than women have. */
export const changeCentre = route({
  method: 'POST',
  path: '/pathways/centres/:id',
  action: 'pathways.keep-centre',
  input: Licence.extend({ id: Id, version: Version }),
  output: Centre,
  refusals: ['platform.not-found', 'platform.version-stale', 'pathways.licence-days-wrong', 'pathways.places-taken'],
  subject: aboutCentre,
})
/** A guide of its county works there from today on; at one centre at a time. Otherwise she belongs to the body of her assignment. */
export const addCentreGuide = route({
  method: 'POST',
  path: '/pathways/centres/:id/guides',
  action: 'pathways.keep-centre',
  input: z.object({ id: Id, accountId: Id }),
  output: Centre,
  refusals: ['platform.not-found', 'pathways.not-a-guide-there', 'pathways.guide-elsewhere'],
  subject: aboutCentre,
})
export const endCentreGuide = route({
  method: 'POST',
  path: '/pathways/centres/:id/guides/end',
  action: 'pathways.keep-centre',
  input: z.object({ id: Id, accountId: Id }),
  output: Centre,
  refusals: ['platform.not-found'],
  subject: aboutCentre,
})

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
export const HerCentre = z.object({
  place: z.object({ id: Id, centreName: z.string(), takenOn: Day }).nullable(),
  /** Centres of her county whose licence is in force, with how many places are free. */
  centres: z.array(z.object({ id: Id, name: z.string(), free: z.number().int() })),
})
export type HerCentre = z.infer<typeof HerCentre>
export const readHerCentre = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/centre',
  action: 'pathways.read-centre-place',
  input: OfCase,
  output: HerCentre,
  refusals: ['platform.not-found'],
})
export const takeCentrePlace = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/centre-places',
  action: 'pathways.take-centre-place',
  input: OfCase.extend({ id: Id, centreId: Id }),
  output: HerCentre,
  refusals: [
    'platform.not-found',
    'pathways.keeping-not-allowed',
    'pathways.centre-not-there',
    'pathways.centre-full',
    'pathways.has-centre-place',
  ],
  subject: aboutCase,
})
export const endCentrePlace = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/centre-places/:placeId/end',
  action: 'pathways.take-centre-place',
  input: OfCase.extend({ placeId: Id }),
  output: HerCentre,
  refusals: ['platform.not-found'],
  subject: aboutCase,
})
