import { z } from 'zod'
import { Day, Id, Letter, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

/** A notice of the client to the executor, by letter, and the executor's answer, by letter. */
export const Notice = z
  .object({
    id: Id,
    scopeId: Id,
    countyCode: CountyCode,
    letterNumber: z.string(),
    letterDate: Day,
    sentence: z.string(),
    answerBy: Day,
    answer: z.object({ letterNumber: z.string(), letterDate: Day, sentence: z.string(), answeredOn: Day }).nullable(),
    isOverdue: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'OversightNotice' })
export type Notice = z.infer<typeof Notice>

/** The notices of one scope of work, newest first. */
export const listNotices = route({
  method: 'GET',
  path: '/oversight/scopes/:id/notices',
  action: 'oversight.read-scopes',
  input: z.object({ id: Id }),
  output: z.object({ notices: z.array(Notice) }),
  refusals: ['platform.not-found'],
})
export const sendNotice = route({
  method: 'POST',
  path: '/oversight/scopes/:id/notices',
  action: 'oversight.send-notice',
  input: Letter.extend({ id: Id, noticeId: Id, sentence: text({ min: 10, max: 1000 }), answerBy: Day }),
  output: Notice,
  refusals: ['platform.not-found', 'oversight.letter-ahead', 'oversight.answer-before-letter'],
  subject: ({ noticeId }, { countyCode }) => ({ type: 'notice', id: noticeId, countyCode }),
})
export const answerNotice = route({
  method: 'POST',
  path: '/oversight/notices/:id/answer',
  action: 'oversight.answer-notice',
  input: Letter.extend({ id: Id, version: Version, answer: text({ min: 5, max: 1000 }) }),
  output: Notice,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'oversight.not-your-scope',
    'oversight.notice-answered',
    'oversight.letter-ahead',
  ],
  subject: ({ id }, { countyCode }) => ({ type: 'notice', id, countyCode }),
})
