import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/limits.ts'
import { hasConsented } from '../rules.ts'
import { listConsents } from '../store/consents.ts'
import { findMeans, putIncomeBand, putLimits } from '../store/means.ts'
import { opened, openedToWrite } from './opened.ts'

/** Her guide sees and writes these only while her consent to keep a file holds (roles.md §2, «1rw C»). */
async function refuseWithoutConsent({
  tx,
  input,
  today,
}: Pick<Call<{ readonly personId: string }>, 'tx' | 'input' | 'today'>): Promise<void> {
  if (!hasConsented(await listConsents(tx, input.personId), 'keep-file', today)) refuse('people.consent-missing')
}
export const meansApi: readonly Handled[] = [
  handle(contract.readMeans, async (call) => {
    const { whose, key } = await opened(call)
    await refuseWithoutConsent(call)
    return findMeans(call.tx, key, whose)
  }),
  handle(contract.changeLimits, async (call) => {
    const { input, tx, now } = call
    const { whose, key, scope } = await openedToWrite(call)
    await refuseWithoutConsent(call)
    if (!(await putLimits(tx, key, whose, { scope, value: input.limits, version: input.version, at: now })))
      refuse('platform.version-stale')
    return findMeans(tx, key, whose)
  }),
  handle(contract.changeIncomeBand, async (call) => {
    const { input, tx, now } = call
    const { whose, key, scope } = await openedToWrite(call)
    await refuseWithoutConsent(call)
    const kept = await putIncomeBand(tx, key, whose, { scope, value: input.incomeBand, version: input.version, at: now })
    if (!kept) refuse('platform.version-stale')
    return findMeans(tx, key, whose)
  }),
]
