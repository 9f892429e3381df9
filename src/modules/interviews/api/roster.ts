import { createHash } from 'node:crypto'
import { appendHistory } from '../../../platform/history.ts'
import { type Handled, handle } from '../../../platform/http.ts'
import { fileNumberOf } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/seats.ts'
import { listOwnSeats } from '../store/seats.ts'
import { shownSeats } from './seats.ts'
import { say } from './speech.ts'

/** Paper with names leaves a trace at every woman on it (roles.md §2): who printed it, when, under which number. */
export const rosterApi: readonly Handled[] = [
  handle(contract.printDay, async (call) => {
    const { input, tx, house, actor, now, language, note, requestId } = call
    const own = await listOwnSeats(tx, actor.accountId)
    const named = own.find(({ interviewId }) => interviewId === input.id) ?? refuse('platform.not-found')
    const seats = own.filter(({ sessionId }) => sessionId === named.sessionId)
    const shown = await shownSeats(call, seats)
    const number = fileNumberOf(house.randomBytes)
    note({ roster: number, women: shown.length })
    await appendHistory(
      tx,
      actor,
      seats.map(({ interviewId, personId }) => ({
        id: house.newId(),
        at: now,
        action: 'interviews.sit',
        subject: { type: 'roster', id: input.rosterId, personId },
        facts: { roster: number },
        digest: createHash('sha256').update(`${input.rosterId}/${interviewId}`).digest(),
        requestId,
        purpose: 'attendance',
      })),
    )
    const lines = shown.map(({ startsAt, givenName, fileNumber }) => ({ startsAt, givenName, fileNumber }))
    return { number, printedAt: now.toISOString(), doorSign: say('door-sign', language), lines }
  }),
]
