import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { keyPaper } from '../../people/port/papers.ts'
import { fillRegistration, findKeyOf } from '../../people/port.ts'
import { RegistrationFields, readRegistration, saveRegistration } from '../contract/registration.ts'
import { advance, getLockedCase } from '../port.ts'
import { missingFields, reasonsNotToSave } from '../rules/registration.ts'
import { type Case, findCase, lineOf } from '../store/cases.ts'
import { findDraft, putDraft } from '../store/registration.ts'
import { registrationOf } from './registration-fields.ts'

const placeOfDraft = ({ planId, id }: Case): string => `enrolment.registration_draft.fields/${planId}/${id}`

export const registrationApi: readonly Handled[] = [
  handle(saveRegistration, async (call) => {
    const { input, tx, house, actor, now, today, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (!['consented', 'incomplete', 'registered'].includes(one.position)) refuse('enrolment.not-consented')
    refuseIf(reasonsNotToSave(input, today))
    const whose = { house, planId: actor.planId, personId: one.personId, accountId: actor.accountId, today }
    if (!(await fillRegistration(tx, whose, registrationOf(input)))) refuse('platform.not-found')
    if (input.paper !== undefined) await keyPaper(tx, { ...whose, at: now }, { ...input.paper, kind: 'registration' })
    const missing = missingFields(input)
    note({ missing: missing.length, complete: input.isComplete, paper: input.paper?.code ?? null })
    const isDone = input.isComplete && missing.length === 0 && one.position !== 'registered'
    await keepDraft(call, one, { fields: input, groundId: input.groundId, isDone: isDone || one.position === 'registered' })
    const moved = isDone ? await advance(call, one, 'registered', { set: { registered_on: today } }) : one
    return { case: lineOf(moved, now), missing: [...missing] }
  }),
  handle(readRegistration, async (call) => {
    const { input, tx, house, actor, about } = call
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ personId: one.personId, countyCode: one.countyCode })
    const draft = await findDraft(tx, one.id)
    const key = await findKeyOf(tx, { house, planId: actor.planId, personId: one.personId })
    if (draft?.sealedFields == null || key === undefined) return { draft: null }
    const fields = RegistrationFields.parse(JSON.parse(unseal(key, placeOfDraft(one), draft.sealedFields).toString('utf8')))
    return { draft: { groundId: draft.groundId, fields, savedAt: draft.savedAt.toISOString() } }
  }),
]
/** Keeps all that was said, sealed with her key, until the registration is complete; then the groups alone keep it. */
async function keepDraft(
  { tx, house, now }: Call<unknown>,
  one: Case,
  { fields, groundId, isDone }: { readonly fields: RegistrationFields; readonly groundId: string; readonly isDone: boolean },
): Promise<void> {
  const key = (await findKeyOf(tx, { house, planId: one.planId, personId: one.personId })) ?? refuse('platform.not-found')
  const sealedFields = isDone ? null : seal(key, placeOfDraft(one), JSON.stringify(RegistrationFields.parse(fields)))
  await putDraft(tx, one, { groundId, sealedFields, at: now })
}
