import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { findFile } from '../../enrolment/port.ts'
import { namesOf } from '../../partners/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/grievances.ts'
import { actsOn, desksOf, isOverdue, reasonsNotTo, reasonsNotToPass, reasonsNotToWriteDown, routing } from '../rules/grievances.ts'
import { readFigures } from '../store/grievance-figures.ts'
import { addWord, lendText } from '../store/grievance-texts.ts'
import * as store from '../store/grievances.ts'
import { file, requireKnown } from './grievance-filing.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today'>
/** As a desk sees it; how it came and from where only at the desk that takes it in, and at the auditor's. */
function shownAt({ actor, today }: Asking, one: store.StoredGrievance, names: ReadonlyMap<string, string>): contract.Grievance {
  const { id, number, about, state, receivedOn, dueOn, desk, reopened, closedHow, version, organisationId } = one
  const { channel, paperNumber, countyCode } = one
  const isIntake = actor.role === one.intake || actor.role === 'AU'
  return {
    id,
    number,
    about,
    state,
    receivedOn,
    dueOn,
    desk,
    reopened,
    closedHow,
    version,
    isOverdue: isOverdue(one, today),
    acts: actsOn(one, actor.role, today),
    intake: isIntake
      ? {
          channel,
          paperNumber,
          countyCode,
          organisationId,
          organisationName: names.get(organisationId ?? '') ?? null,
          isKnown: one.personId !== null,
        }
      : null,
  }
}
const sealedOf = ({ house }: Asking, { planId, id, personId }: store.StoredGrievance) => ({ house, planId, id, personId })
async function readAt(call: Asking, one: store.StoredGrievance): Promise<contract.GrievanceRead> {
  const { words, privateText } = await lendText(call.tx, sealedOf(call, one))
  const names = await namesOf(call.tx, one.organisationId === null ? [] : [one.organisationId])
  const shown = shownAt(call, one, names)
  return { ...shown, words: [...words], privateText: shown.intake === null ? null : privateText }
}
interface Moving {
  readonly id: string
  readonly version: number
}
/** One on the reader's desk, locked, of the version seen, on which the act can be done. */
async function lockedFor({ tx, actor, today }: Asking, act: contract.GrievanceAct, { id, version }: Moving) {
  const one = (await store.lockGrievance(tx, id)) ?? refuse('platform.not-found')
  if (one.version !== version) refuse('platform.version-stale')
  refuseIf(reasonsNotTo(act, one, actor.role, today))
  return one
}
async function again(call: Asking, id: string): Promise<contract.GrievanceRead> {
  return readAt(call, (await store.findGrievance(call.tx, id)) ?? refuse('platform.not-found'))
}
const daysOf = async ({ tx, today }: Asking, name: 'grievance-answering' | 'grievance-word', countyCode: string | null) =>
  addDays(today, (await parameterOn(tx, name, { day: today, countyCode })).value)

export const grievancesApi: readonly Handled[] = [
  handle(contract.fileByOffice, async (call) => {
    const { input, tx, actor } = call
    refuseIf(reasonsNotToWriteDown(actor.role, input))
    const caseId = input.fileNumber === null ? undefined : await store.findCaseByNumber(tx, input.fileNumber)
    if (input.fileNumber !== null && caseId === undefined) refuse('oversight.no-such-file')
    const known = caseId === undefined ? undefined : await findFile(tx, caseId)
    return file(call, { ...input, isGuideAllowed: false, ...scopedBy(known?.scope, input.countyCode) })
  }),
  handle(contract.fileByGuide, async (call) => {
    const { input, tx, actor } = call
    const known = (await findFile(tx, input.caseId)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToWriteDown(actor.role, input))
    return file(call, { ...input, ...scopedBy(known.scope, input.countyCode) })
  }),
  handle(contract.listForGuide, async (call) => {
    const { input, tx } = call
    const known = (await findFile(tx, input.caseId)) ?? refuse('platform.not-found')
    const read: contract.GrievanceRead[] = []
    for (const one of await store.listOfPerson(tx, known.scope.person_id)) read.push(await readAt(call, one))
    return { fileNumber: known.fileNumber, grievances: read }
  }),
  handle(contract.listGrievances, async (call) => {
    const { input, tx, today } = call
    const rows = await store.listGrievances(tx, { ...input, today })
    const shown = rows.slice(0, input.limit)
    const names = await namesOf(
      tx,
      shown.flatMap(({ organisationId }) => organisationId ?? []),
    )
    const next = rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null
    return { grievances: shown.map((one) => shownAt(call, one, names)), next }
  }),
  handle(contract.readGrievance, async (call) => again(call, call.input.id)),
  handle(contract.acknowledgeGrievance, async (call) => {
    const { input, tx, today } = call
    const one = await lockedFor(call, 'acknowledge', input)
    const desks = desksOf({ ...one, state: 'acknowledged' })
    await store.moveGrievance(tx, one, { state: 'acknowledged', dueOn: one.answerBy, desks, acknowledgedOn: today })
    return again(call, one.id)
  }),
  handle(contract.passGrievance, async (call) => {
    const { input, tx, note } = call
    const { about, countyCode, organisationId } = input
    const one = await lockedFor(call, 'pass', input)
    await requireKnown(call, input)
    refuseIf(reasonsNotToPass(input))
    const { intake, desk } = routing[about]
    const desks = desksOf({ ...one, about, intake, desk, state: 'with-office' })
    // The county of her own file is moved with the file and by nothing else.
    const where = one.personId === null ? { countyCode } : {}
    await store.moveGrievance(tx, one, { state: 'with-office', dueOn: one.answerBy, desks, about, organisationId, intake, desk, ...where })
    note({ about, desk, organisation: organisationId })
    return { id: one.id, state: 'with-office' as const }
  }),
  handle(contract.answerGrievance, async (call) => {
    const { input, tx, today, note } = call
    const one = await lockedFor(call, 'answer', input)
    const wordBy = await daysOf(call, 'grievance-word', one.countyCode)
    const isInTime = today <= one.answerBy
    await addWord(tx, sealedOf(call, one), { by: 'office', desk: one.desk, on: today, text: input.text })
    const desks = desksOf({ ...one, state: 'answered' })
    await store.moveGrievance(tx, one, { state: 'answered', dueOn: wordBy, desks, answeredOn: today, isInTime })
    note({ desk: one.desk, inTime: isInTime })
    return again(call, one.id)
  }),
  handle(contract.takeOverGrievance, async (call) => {
    const { input, tx, note } = call
    const one = await lockedFor(call, 'take-over', input)
    const answerBy = await daysOf(call, 'grievance-answering', one.countyCode)
    const desks = desksOf({ ...one, desk: 'AU', state: 'escalated' })
    await store.moveGrievance(tx, one, { state: 'escalated', dueOn: answerBy, answerBy, desks, desk: 'AU' })
    note({ from: one.desk })
    return again(call, one.id)
  }),
  handle(contract.readGrievanceFigures, async ({ tx, actor, today }) => ({
    figures: [...(await readFigures(tx, { planId: actor.planId, today, readsAll: actor.role === 'AU' }))],
  })),
]
/** A known woman's complaint stands in the county of her file; another where it was said to belong. */
function scopedBy(scope: store.HerScope | undefined, countyCode: string | null) {
  if (scope === undefined) return { scope: undefined, countyCode }
  const { person_id, county_code, assigned, barred } = scope
  return { scope: { person_id, county_code, assigned, barred }, countyCode: county_code }
}
