import type { z } from 'zod'
import { businessesApi } from '../../modules/businesses/api.ts'
import { enrolmentApi } from '../../modules/enrolment/api.ts'
import { interviewsApi } from '../../modules/interviews/api.ts'
import { marketApi } from '../../modules/market/api.ts'
import { matchingApi } from '../../modules/matching/api.ts'
import { pathwaysApi } from '../../modules/pathways/api.ts'
import { peopleApi } from '../../modules/people/api.ts'
import type { Call, Handled } from '../../platform/http.ts'
import type { Route } from '../../platform/route.ts'

/** She presses herself: how she gave her word stands as spoken, and that it was she in the account of the entry. */
export const SAID = { manner: 'spoken', witnessName: null } as const
const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`
const rooms: ReadonlyMap<string, Handled> = new Map(
  [...peopleApi, ...enrolmentApi, ...interviewsApi, ...pathwaysApi, ...businessesApi, ...matchingApi, ...marketApi].map((one) => [
    nameOf(one.route),
    one,
  ]),
)
/**
 * What her guide does for her by a route of a room, she does by the same handler, in her own unit of work and under her own law of rows: what is not
 * hers is not there. The entry in history is hers.
 */
export async function asShe<I extends z.ZodType, O extends z.ZodType>(
  call: Omit<Call<unknown>, 'input'>,
  route: Route<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const handled = rooms.get(nameOf(route))
  if (handled === undefined) throw new Error(`no room answers ${nameOf(route)}`)
  const { output } = await handled.parse(input).run(call)
  return route.output.parse(output)
}
