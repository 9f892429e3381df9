import { z } from 'zod'
import { CaseId, CasePosition, CaseRow, FileNumber } from '../../modules/enrolment/contract/cases.ts'
import { wells } from '../../modules/enrolment/rules/case-moves.ts'
import { PersonId } from '../../modules/people/contract.ts'
import { Day, FileBytes, Id, Instant } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'
import { owers, steps } from './rules.ts'

export const RoadEvent = z.object({
  id: Id,
  at: Instant,
  to: CasePosition.nullable(),
  action: z.string().nullable(),
  role: z.string().nullable(),
})
const Other = z.object({ caseId: CaseId, fileNumber: FileNumber })
/** One case on its road, as far as the reader may see it: the line, the six wells, and what happened. Hidden, foreign and barred answer like absent. */
export const readRoad = route({
  method: 'GET',
  path: '/road/cases/:caseId',
  action: 'road.read',
  input: z.object({ caseId: CaseId }),
  output: z.object({
    case: CaseRow,
    /** Present for whoever carries or may open the file. */
    personId: Id.nullable(),
    name: z.string().nullable(),
    wells: z.array(z.object({ well: z.enum(wells), state: z.enum(['done', 'current', 'ahead']), since: Instant.nullable() })),
    next: z.object({
      step: z.enum(steps),
      owedBy: z.enum(owers),
      dueOn: Day.nullable(),
      /** Days left; negative is late; null where no day is kept. */
      daysLeft: z.number().int().nullable(),
    }),
    events: z.array(RoadEvent),
    /** The file is joined to another of the same woman since then: which, where the reader may see that one. */
    joined: z.object({ since: Instant, into: Other.nullable() }).nullable(),
    /** Earlier files of the same woman, joined to this one. */
    earlier: z.array(Other),
  }),
  refusals: ['platform.not-found'],
})

/** «راه من»: the folded card she carries, without a name, a ground, money or health (roles.md §7). */
export const printCard = route({
  method: 'GET',
  path: '/road/cases/:caseId/card.pdf',
  action: 'road.print-card',
  input: z.object({ caseId: CaseId, personId: PersonId }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
  // Who opened her file stands on it.
  opens: ({ personId }) => ({ personId, purpose: undefined }),
})

const MOST_ON_A_ROSTER = 40
export const RosterLine = z.object({ time: z.string(), givenName: z.string(), fileNumber: z.string() })
/**
 * The one paper on which names leave: first name, time and file number of women the printer carries, under a number of its own. Each of them finds
 * it in the list of who read her file. The paper is brought back and shredded.
 */
export const printRoster = route({
  method: 'POST',
  path: '/road/rosters',
  action: 'road.print-roster',
  input: z.object({
    id: Id,
    lines: z
      .array(z.object({ caseId: CaseId, time: z.iso.time({ precision: -1 }) }))
      .min(1)
      .max(MOST_ON_A_ROSTER),
  }),
  output: z.object({ number: z.string(), printedAt: Instant, lines: z.array(RosterLine) }),
  refusals: ['platform.not-found', 'road.twice-on-roster'],
  subject: ({ id }) => ({ type: 'roster', id }),
})
