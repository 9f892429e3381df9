import { shownPosition } from '../../modules/enrolment/rules/side-roads.ts'
import { carriedLineOf, findCase, lineOf } from '../../modules/enrolment/store/cases.ts'
import { listNames } from '../../modules/people/port.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { readRoad } from './contract.ts'
import { wellStates } from './rules.ts'
import { listActs, listMoves } from './store.ts'

/** Roles whose ordinary reading is pseudonymous; they get no name and no key to a file. */
const CARRIES = new Set(['GD'])
const OPENS = new Set(['GD', 'PO'])

export const roadApi: readonly Handled[] = [
  handle(readRoad, async ({ input, tx, actor, now }) => {
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    const carries = CARRIES.has(actor.role)
    const moves = await listMoves(tx, one, carries)
    const acts = await listActs(tx, one, carries)
    const names = carries ? await listNames(tx, [one.personId]) : new Map<string, string>()
    const events = [
      ...moves.map(({ id, at, to }) => ({ id, at, to: carries ? to : shownPosition(to), action: null, role: null })),
      ...acts.map(({ id, at, action, role }) => ({ id, at, to: null, action, role })),
    ]
    return {
      case: carries ? carriedLineOf(one, now) : lineOf(one, now),
      personId: OPENS.has(actor.role) ? one.personId : null,
      name: names.get(one.personId) ?? null,
      wells: [...wellStates(moves.length === 0 ? [{ to: one.position, at: one.since.toISOString() }] : moves)],
      events: events.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 200),
    }
  }),
]
