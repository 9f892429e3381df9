import { z } from 'zod'
import { Day, Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CaseId, CaseRow } from './cases.ts'
import { RuleCode } from './eligibility.ts'

/** What a rule needs of her and the file does not hold yet: a paper to be seen, a word to be asked. A body's answer is none of her business. */
export const AskedOf = RuleCode.extract(['ground-documented', 'age', 'not-insured'])
export type AskedOf = z.infer<typeof AskedOf>
/** Sends a registered file back to her guide, with what is missing and a day until which it is kept open for it. */
export const sendBack = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/incomplete',
  action: 'enrolment.decide',
  input: z.object({ caseId: CaseId, personId: Id, purpose: z.literal('decide'), facts: z.string().length(64) }),
  output: CaseRow,
  refusals: [
    'platform.not-found',
    'enrolment.nothing-to-decide',
    'enrolment.facts-changed',
    'enrolment.nothing-asked-of-her',
    'plan.parameter-missing',
  ],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ caseId, personId }, output) => ({ type: 'case', id: caseId, caseId, personId, countyCode: output.countyCode }),
})
/** What is still asked of her, each as the sentence her guide reads, and by when. */
export const readAsked = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/asked',
  action: 'enrolment.register',
  input: z.object({ caseId: CaseId }),
  output: z.object({
    deadlineOn: Day.nullable(),
    asked: z.array(z.object({ rule: AskedOf, sentence: z.string(), isThere: z.boolean() })),
  }),
  refusals: ['platform.not-found'],
})
/** All that was asked is there: the file goes back to the decider, and her day of registration stays. */
export const completeCase = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/completed',
  action: 'enrolment.register',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.not-incomplete', 'enrolment.still-incomplete'],
  subject: ({ caseId }, output) => ({ type: 'case', id: caseId, caseId, countyCode: output.countyCode }),
})
