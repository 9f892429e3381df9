import { newId } from '../src/platform/ids.ts'
import type { openHouse } from './house.ts'
import type { Woman } from './registered.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** Both support bodies say, by a whole list without anyone in it, that nobody of Dashtestan is with them. */
export async function nobodyIsCovered(house: House): Promise<void> {
  for (const body of ['behzistiOfDashtestan', 'reliefOfDashtestan'] as const)
    await house.ask(body, {
      method: 'POST',
      url: '/enrolment/support-rows',
      body: { isWhole: true, rows: [{ nationalId: '3510001230', status: 'covered', since: null }] },
    })
}
export const previewUrl = ({ caseId, personId }: Woman): string =>
  `/enrolment/cases/${caseId}/decision-preview?personId=${personId}&purpose=decide`
/** Previews and decides as the decider would, on the facts just seen. */
export async function decideOn(house: House, woman: Woman) {
  const preview = await house.ask('decider', { url: previewUrl(woman) })
  return house.ask('decider', {
    method: 'POST',
    url: `/enrolment/cases/${woman.caseId}/decisions`,
    body: { id: newId(), personId: woman.personId, purpose: 'decide', facts: preview.body.facts },
  })
}
