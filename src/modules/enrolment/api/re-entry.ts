import type { Call } from '../../../platform/http.ts'
import { addDays } from '../../../platform/time.ts'
import { hasConsent } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import { advance } from '../port.ts'
import { reentryOf } from '../rules/side-roads.ts'
import type { Case } from '../store/cases.ts'

/** Brings a woman back into her old file, as far as her consent and her registration still carry; a decision is made anew. */
export async function reenter(call: Call<unknown>, one: Case): Promise<Case> {
  const { tx, today, note } = call
  const isConsented = await hasConsent(tx, { personId: one.personId, purpose: 'keep-file', today })
  const { to, registeredOn } = reentryOf({ ...one, hasConsent: isConsented }, today)
  const { value } = await parameterOn(tx, 'registration-deadline', { day: today, countyCode: one.countyCode })
  note({ from: one.position, to })
  const set = { registered_on: registeredOn, deadline_on: to === 'consented' ? addDays(today, value) : null }
  const again = to === 'queued' ? {} : { tier: null, queued_on: null }
  return advance(call, one, to, { reason: 're-entered', set: { ...set, ...again } })
}
