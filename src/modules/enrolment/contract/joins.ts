import { z } from 'zod'
import { Id, Instant } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { SameReason, SameVerdict } from '../../people/contract/linkage.ts'
import { CaseRow } from './cases.ts'

const File = z.object({ personId: Id, case: CaseRow })
/** Two files under one national ID: their pseudonymous lines, what was found, and which goes on if they are one woman's. */
export const SamePair = z
  .object({
    first: File,
    second: File,
    verdict: SameVerdict.nullable(),
    keeps: z.enum(['first', 'second']),
    /** Since when they are joined; null while they are two. */
    joinedAt: Instant.nullable(),
    /** Why they are not joined now, or not parted. */
    reasonsAgainst: z.array(z.string()),
  })
  .meta({ id: 'SamePair' })
export type SamePair = z.infer<typeof SamePair>
/** Files under one and the same national ID, compared by the linkage role over blind indexes: no name and no number. */
export const listSamePairs = route({
  method: 'GET',
  path: '/enrolment/same-persons',
  action: 'enrolment.settle-same-person',
  input: z.object({}),
  output: z.object({ pairs: z.array(SamePair) }),
  refusals: [],
})
/** One woman: the files are joined, reversibly. Two women: they stay two, and if they were joined they are parted again. */
export const settleSamePerson = route({
  method: 'POST',
  path: '/enrolment/same-persons',
  action: 'enrolment.settle-same-person',
  input: z.object({ id: Id, firstPersonId: Id, secondPersonId: Id, verdict: SameVerdict, reason: SameReason }),
  output: SamePair,
  refusals: [
    'platform.not-found',
    'people.already-settled',
    'enrolment.file-erased',
    'enrolment.file-joined',
    'enrolment.join-paused',
    'enrolment.join-appeal-open',
    'enrolment.join-proposal-open',
    'enrolment.join-talk-open',
    'enrolment.part-later-first',
  ],
  subject: ({ id }) => ({ type: 'same-person', id }),
})
