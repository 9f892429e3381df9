import { writeAll } from '../../../platform/db.ts'
import { type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { keyPaper } from '../../people/port/papers.ts'
import { findAnchor, findKeyOf, registrationWrites } from '../../people/port.ts'
import { RegistrationFields, readRegistration, saveRegistration } from '../contract/registration.ts'
import { advance, getLockedCase } from '../port.ts'
import { missingFields, reasonsNotToSave } from '../rules/registration.ts'
import { type Case, findCase, lineOf } from '../store/cases.ts'
import { draftWrite, findDraft } from '../store/registration.ts'
import { registrationOf } from './registration-fields.ts'

const placeOfDraft = ({ planId, id }: Case): string => `enrolment.registration_draft.fields/${planId}/${id}`

export const registrationApi: readonly Handled[] = [
  handle(saveRegistration, async (call) => {
    const { input, tx, house, actor, now, today, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (!['consented', 'incomplete', 'registered'].includes(one.position)) refuse('enrolment.not-consented')
    refuseIf(reasonsNotToSave(input, today))
    const whose = { house, planId: actor.planId, personId: one.personId, accountId: actor.accountId, today }
    const anchor = (await findAnchor(tx, whose)) ?? refuse('platform.not-found')
    if (input.paper !== undefined) await keyPaper(tx, { ...whose, at: now }, { ...input.paper, kind: 'registration' })
    const missing = missingFields(input)
    note({ missing: missing.length, complete: input.isComplete, paper: input.paper?.code ?? null })
    const isDone = input.isComplete && missing.length === 0 && one.position !== 'registered'
    const sealedFields = isDone || one.position === 'registered' ? null : sealedDraft(one, anchor.key, input)
    await writeAll(tx, [
      ...registrationWrites(tx, whose, anchor, registrationOf(input)),
      draftWrite(tx, one, { groundId: input.groundId, sealedFields, at: now }),
    ])
    const moved = isDone ? await advance(call, one, 'registered', { set: { registered_on: one.registeredOn ?? today } }) : one
    return { case: lineOf(moved, now), missing: [...missing], savedAt: now.toISOString() }
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
/** All that was said, sealed with her key, until the registration is complete; then the groups alone keep it. */
function sealedDraft(one: Case, key: Buffer, fields: RegistrationFields): Buffer {
  return seal(key, placeOfDraft(one), JSON.stringify(RegistrationFields.parse(fields)))
}
