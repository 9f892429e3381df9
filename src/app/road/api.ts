import { createHash } from 'node:crypto'
import type { Actor } from '../../access/actor.ts'
import { shownPosition } from '../../modules/enrolment/rules/side-roads.ts'
import { type Case, carriedLineOf, findCase, lineOf } from '../../modules/enrolment/store/cases.ts'
import { findJoins, followJoined } from '../../modules/enrolment/store/joins.ts'
import { listGivenNames, listNames } from '../../modules/people/port.ts'
import type { Tx } from '../../platform/db.ts'
import { appendHistory } from '../../platform/history.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { fileNumberOf } from '../../platform/ids.ts'
import { refuse } from '../../platform/refusal.ts'
import { dayIn, daysBetween, TEHRAN } from '../../platform/time.ts'
import { cardApi } from './card.ts'
import { printRoster, readRoad } from './contract.ts'
import { nextStep, wellStates } from './rules.ts'
import { listActs, listMoves } from './store.ts'

/** Roles whose ordinary reading is pseudonymous; they get no name and no key to a file. */
const CARRIES = new Set(['GD'])
const OPENS = new Set(['GD', 'PO'])

const other = ({ id, fileNumber }: Case) => ({ caseId: id, fileNumber })
/** A join is said plainly to whoever may see it; an agency sees its own nomination, with the stage at which the woman now is, and no join. */
async function joinsFor(tx: Tx, actor: Actor & { readonly planId: string }, found: Case) {
  if (actor.role === 'AG') {
    const [followed] = await followJoined(tx, actor.planId, [found])
    return { one: followed ?? found, joined: null, earlier: [] }
  }
  const { into, earlier } = await findJoins(tx, found)
  const joined = found.joinedAt === null ? null : { since: found.joinedAt.toISOString(), into: into === undefined ? null : other(into) }
  return { one: found, joined, earlier: earlier.map(other) }
}

export const roadApi: readonly Handled[] = [
  ...cardApi,
  handle(readRoad, async ({ input, tx, actor, now, today }) => {
    const found = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    const { one, joined, earlier } = await joinsFor(tx, actor, found)
    const carries = CARRIES.has(actor.role)
    const moves = await listMoves(tx, one, carries)
    const acts = await listActs(tx, one, carries)
    const names = carries ? await listNames(tx, [one.personId]) : new Map<string, string>()
    const events = [
      ...moves.map(({ id, at, to }) => ({ id, at, to: carries ? to : shownPosition(to), action: null, role: null })),
      ...acts.map(({ id, at, action, role }) => ({ id, at, to: null, action, role })),
    ]
    const line = carries ? carriedLineOf(one, now) : lineOf(one, now)
    const next = nextStep({ ...line, sinceDay: dayIn(TEHRAN, one.since) })
    return {
      case: line,
      next: { ...next, daysLeft: next.dueOn === null ? null : daysBetween(today, next.dueOn) },
      personId: OPENS.has(actor.role) ? one.personId : null,
      name: names.get(one.personId) ?? null,
      wells: [...wellStates(moves.length === 0 ? [{ to: one.position, at: one.since.toISOString() }] : moves)],
      events: events.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 200),
      joined,
      earlier,
    }
  }),
  handle(printRoster, async ({ input, tx, house, actor, now, note, requestId }) => {
    if (new Set(input.lines.map(({ caseId }) => caseId)).size < input.lines.length) refuse('road.twice-on-roster')
    const number = fileNumberOf(house.randomBytes)
    const rows = []
    for (const { caseId, time } of input.lines) rows.push({ time, one: (await findCase(tx, caseId)) ?? refuse('platform.not-found') })
    const names = await listGivenNames(
      tx,
      rows.map(({ one }) => one.personId),
    )
    note({ roster: number, women: rows.length })
    await appendHistory(
      tx,
      actor,
      rows.map(({ one }) => ({
        id: house.newId(),
        at: now,
        action: 'road.print-roster',
        subject: { type: 'roster', id: input.id, personId: one.personId, caseId: one.id, countyCode: one.countyCode },
        facts: { roster: number },
        digest: createHash('sha256').update(`${input.id}/${one.id}`).digest(),
        requestId,
        purpose: 'attendance',
      })),
    )
    const lines = rows.map(({ time, one }) => ({ time, givenName: names.get(one.personId) ?? '', fileNumber: one.fileNumber }))
    return { number, printedAt: now.toISOString(), lines: lines.sort((a, b) => a.time.localeCompare(b.time, 'en')) }
  }),
]
