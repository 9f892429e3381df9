import { z } from 'zod'
import { Day, Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { PersonId } from '../contract.ts'

export const RequestKind = z.enum(['correction', 'see', 'leave', 'other-time', 'not-coming'])
/** Which part she says is wrong: a code, never a story. */
export const RequestPart = z.enum(['name', 'phone', 'address', 'household', 'other'])
/** What she asked about her own file. */
export const HerRequest = z
  .object({
    id: Id,
    kind: RequestKind,
    part: RequestPart.nullable(),
    askedOn: Day,
    /** Done as she asked, or left as it was after speaking with her; null while nobody answered. */
    answer: z.enum(['done', 'stays']).nullable(),
    answeredOn: Day.nullable(),
  })
  .meta({ id: 'HerRequest' })
export type HerRequest = z.infer<typeof HerRequest>
export const listRequests = route({
  method: 'GET',
  path: '/people/:personId/requests',
  action: 'people.read-requests',
  input: z.object({ personId: PersonId }),
  output: z.object({ requests: z.array(HerRequest) }),
  refusals: ['platform.not-found'],
})
/** Her guide spoke with her and did it, or she wishes it to stay. To end her file is an act of its own, on the road. */
export const answerRequest = route({
  method: 'POST',
  path: '/people/:personId/requests/:id/answer',
  action: 'people.answer-request',
  input: z.object({ personId: PersonId, id: Id, answer: z.enum(['done', 'stays']) }),
  output: z.object({ requests: z.array(HerRequest) }),
  refusals: ['platform.not-found', 'people.request-answered'],
  subject: ({ id, personId }) => ({ type: 'request', id, personId }),
})
