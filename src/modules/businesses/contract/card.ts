import { z } from 'zod'
import { Day, FileBytes, Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode, RelationPattern } from '../../occupations/contract.ts'
import { BusinessKind, BusinessState, WorkPlace } from './businesses.ts'
import { ProductUnit, Weekly } from './products.ts'

/** A business as the agency of its field reads it: what is made and how much, under a file number; no name, no village, no price, no paper of another body. */
export const BusinessCard = z
  .object({
    fileNumber: z.string(),
    fieldCode: FieldCode,
    fieldNameFa: z.string(),
    fieldNameEn: z.string(),
    relation: RelationPattern,
    kind: BusinessKind,
    workPlace: WorkPlace,
    state: BusinessState,
    startedOn: Day.nullable(),
    goods: z.array(z.object({ id: Id, name: z.string(), unit: ProductUnit, seasonMonths: z.array(z.number().int()), weekly: Weekly })),
  })
  .meta({ id: 'BusinessCard' })
export type BusinessCard = z.infer<typeof BusinessCard>
/** The card behind a request on its desk, for the agency that signs first and only while she agrees to agencies. Every look is written down. */
export const readCard = route({
  method: 'GET',
  path: '/businesses/reviews/:id/card',
  action: 'businesses.read-card',
  input: z.object({ id: Id }),
  output: BusinessCard,
  refusals: ['platform.not-found', 'businesses.not-the-lead', 'businesses.agency-without-consent'],
  logged: true,
  subject: ({ id }) => ({ type: 'permit-review', id }),
})
/** The slip she takes to a body without a desk here: what is asked of it, under numbers and without her name. */
export const downloadSlip = route({
  method: 'GET',
  path: '/businesses/reviews/:id/slip.pdf',
  action: 'businesses.keep-permit',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found', 'businesses.has-a-desk'],
  download: true,
  logged: true,
  subject: ({ id }) => ({ type: 'permit-review', id }),
})
