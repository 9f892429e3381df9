import { z } from 'zod'
import { Day, Id, maybeText, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Whose } from './exit-table.ts'

export const insuranceStates = [
  'requested',
  'introduced',
  'registered',
  'in-force',
  'gap',
  'ended',
  'expired',
  'returned',
  'declined-by-her',
  'rejected',
] as const
export const InsuranceState = z.enum(insuranceStates)
export type InsuranceState = z.infer<typeof InsuranceState>
/** Under which rule she is insured: on her own, as a home business, by the fund of villages and nomads, as a weaver or artisan, or where she works. */
export const Scheme = z.enum(['self-employed', 'home-based', 'rural-fund', 'artisans', 'workplace'])
export type Scheme = z.infer<typeof Scheme>
/** Who pays the premium. */
export const Payer = z.enum(['her', 'her-and-state', 'support-body', 'workplace'])
export type Payer = z.infer<typeof Payer>
export const Insurance = z
  .object({
    id: Id,
    insurerName: z.string().nullable(),
    scheme: Scheme,
    payer: Payer,
    state: InsuranceState,
    stateSince: Day,
    /** The last letter it moved by; once in force, the number of the insurance and the day it began. */
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Insurance' })
export type Insurance = z.infer<typeof Insurance>
export const HerInsurances = z.object({ whose: Whose, countyCode: z.string(), insurances: z.array(Insurance) })
export type HerInsurances = z.infer<typeof HerInsurances>

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
export const readInsurances = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/insurances',
  action: 'pathways.read-insurances',
  input: OfCase,
  output: HerInsurances,
  refusals: ['platform.not-found'],
})
/** Asked for: only once the table of what may change was read to her and she goes on with an insurance. */
export const askInsurance = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/insurances',
  action: 'pathways.keep-insurance',
  input: OfCase.extend({ id: Id, insurerId: Id, scheme: Scheme, payer: Payer }),
  output: HerInsurances,
  refusals: ['platform.not-found', 'pathways.exit-table-unseen', 'pathways.keeping-not-allowed', 'pathways.insurer-unknown'],
  subject: aboutCase,
})
/** Moved as its body moved it; an introduction and an insurance in force have a number and a day. */
export const moveInsurance = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/insurances/:insuranceId/move',
  action: 'pathways.keep-insurance',
  input: OfCase.extend({
    insuranceId: Id,
    to: InsuranceState,
    letterNumber: maybeText(60),
    letterDate: Day.nullable(),
    version: Version,
  }),
  output: HerInsurances,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.no-such-stage-move',
    'pathways.stage-letter-missing',
    'pathways.stage-letter-ahead',
    'pathways.exit-table-unseen',
    'pathways.insured-already',
  ],
  subject: aboutCase,
})
/** An insurance as its body and the labour office read it: by file number, with what the reader may move it to. */
export const OwnInsurance = Insurance.extend({ fileNumber: z.string(), countyCode: z.string(), moves: z.array(InsuranceState) }).meta({
  id: 'OwnInsurance',
})
export type OwnInsurance = z.infer<typeof OwnInsurance>
export const listOwnInsurances = route({
  method: 'GET',
  path: '/pathways/own-insurances',
  action: 'pathways.read-own-insurances',
  input: z.object({}),
  output: z.object({ insurances: z.array(OwnInsurance) }),
  refusals: [],
})
export const answerInsurance = route({
  method: 'POST',
  path: '/pathways/insurances/:id/answer',
  action: 'pathways.answer-insurance',
  input: z.object({ id: Id, to: InsuranceState, letterNumber: maybeText(60), letterDate: Day.nullable(), version: Version }),
  output: OwnInsurance,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.not-this-desk',
    'pathways.no-such-stage-move',
    'pathways.stage-letter-missing',
    'pathways.stage-letter-ahead',
    'pathways.exit-table-unseen',
    'pathways.insured-already',
  ],
  subject: ({ id }) => ({ type: 'insurance', id }),
})
