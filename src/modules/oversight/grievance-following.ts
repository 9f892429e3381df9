import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { queueMessage } from '../../platform/outbox.ts'
import { speaker } from '../../platform/speech.ts'
import { findContactRule, hasConsent } from '../people/port.ts'
import { mayMessage } from '../people/rules.ts'
import { findParameterOn } from '../plan/port.ts'
import * as store from './store/grievance-following.ts'
import { grievanceEnglish } from './words/grievances.en.ts'
import { grievanceWords } from './words/grievances.ts'

const say = speaker(grievanceWords, grievanceEnglish)
interface Following {
  readonly tx: Tx
  readonly planId: string
  readonly today: string
}
/** Whoever is known is told of an answer by the one sentence that serves everything, on her own telephone and with her consent; everybody else asks with her code. */
export async function tellAnswers({ tx, house, planId, today }: Following & { readonly house: House }): Promise<void> {
  for (const { id, personId, countyCode } of await store.listUntold(tx)) {
    const rule = await findContactRule(tx, { house, planId, personId })
    const phone = await findParameterOn(tx, 'office-phone', { day: today, countyCode })
    const isAllowed = await hasConsent(tx, { personId, purpose: 'call-and-message', today })
    if (rule?.phone != null && isAllowed && mayMessage(rule) && phone !== undefined)
      await queueMessage(tx, house, {
        planId,
        personId,
        template: 'oversight.call-office',
        channel: 'sms',
        to: rule.phone,
        text: say('message-call-office', 'fa', { phone: phone.value }),
      })
    await store.markTold(tx, id, today)
  }
}
/** What was answered and heard nothing of within its days is closed without her word, and counted so; she may still say that it was not settled. */
export async function closeSilent({ tx, today }: Following): Promise<void> {
  await store.closeSilent(tx, today)
}
/** Words of complaints that ended long ago are let go; numbers and days stay. */
export async function letGo(tx: Tx, planId: string, before: string): Promise<void> {
  await store.letGo(tx, planId, before)
}
