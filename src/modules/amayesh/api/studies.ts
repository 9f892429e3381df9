import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { findField, listFields, offerFromStudy } from '../../occupations/port.ts'
import { findOrganisation, namesOf } from '../../partners/port.ts'
import * as contract from '../contract/studies.ts'
import { isBraked, NOTHING } from '../rules/cell.ts'
import { reasonsNotToConclude } from '../rules/study.ts'
import * as store from '../store/studies.ts'
import { requireCounty } from './facts.ts'
import { figuresOf, type Measured, maybeHundredths, measuredCells, toldCell } from './given.ts'

async function named(call: Call<unknown>, studies: readonly store.StoredStudy[]): Promise<contract.Study[]> {
  const names = await namesOf(
    call.tx,
    studies.map(({ organisationId }) => organisationId),
  )
  return studies.map((one) => ({ ...one, organisationName: names.get(one.organisationId) ?? '' }))
}
/** Frozen figures as the reader may see them: hidden like those of the board. */
function toldFigures(frozen: contract.Frozen, role: string) {
  const { demand, capacity, gap, saturation, concentration, homes: all } = frozen
  // What was frozen before units were told apart is one line without a unit, and hidden as one.
  const whole = { unit: '', demand: { order: 0, pledge: 0, buyer: 0, total: demand }, capacity, gap, saturation, concentration }
  const lines = frozen.lines.length > 0 ? frozen.lines : [{ ...whole, homes: all, standing: 'balanced' as const }]
  const told = toldCell({ homes: all, lines }, role)
  const [first] = told.lines
  const leading = { capacity: first?.capacity ?? null, gap: first?.gap ?? null, saturation: first?.saturation ?? null }
  return { ...frozen, homes: told.homes, ...leading, lines: frozen.lines.length > 0 ? [...told.lines] : [] }
}
async function shown(call: Call<unknown>, id: string) {
  const { tx, actor, today } = call
  const found = (await store.findStudy(tx, id)) ?? refuse('platform.not-found')
  const [study = refuse('platform.not-found')] = await named(call, [found])
  const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
  const findings = (await store.listFindings(tx, id)).map(({ fieldCode, verdict, says, figures, offerId }) => ({
    fieldCode,
    nameFa: fields.get(fieldCode)?.nameFa ?? fieldCode,
    nameEn: fields.get(fieldCode)?.nameEn ?? fieldCode,
    verdict,
    says,
    figures: figures === null ? null : toldFigures(figures, actor.role),
    isOffered: offerId !== null,
  }))
  return { study, findings }
}
async function locked(call: Call<{ readonly id: string }>, version?: number): Promise<store.StoredStudy> {
  const found = (await store.lockStudy(call.tx, call.input.id)) ?? refuse('platform.not-found')
  if (version !== undefined && found.version !== version) refuse('platform.version-stale')
  if (found.state !== 'under-way') refuse('amayesh.study-ended')
  return found
}
function frozenOf({ lines, homes, concentration, standing }: Measured, on: string): contract.Frozen {
  const figures = lines.map(figuresOf)
  const [first] = figures
  return {
    on,
    demand: first?.demand.total ?? 0,
    homes,
    capacity: first?.capacity ?? 0,
    gap: first?.gap ?? 0,
    saturation: first?.saturation ?? null,
    concentration: maybeHundredths(concentration),
    standing,
    lines: figures,
  }
}

/** Freezes what every finding rests on, and offers what is to be offered, each naming the study. */
async function conclude(call: Call<{ readonly id: string; readonly offeredFrom: string; readonly version: number }>): Promise<void> {
  const { input, tx, actor, today, house, note } = call
  const study = await locked(call, input.version)
  const { cells } = await measuredCells(tx, { planId: actor.planId, today })
  const findings = (await store.listFindings(tx, study.id)).map((finding) => {
    const at = { countyCode: study.countyCode, fieldCode: finding.fieldCode }
    const found = cells.find((one) => one.countyCode === at.countyCode && one.fieldCode === at.fieldCode)
    const cell: Measured = found ?? { ...NOTHING, ...at }
    return { ...finding, cell, isBraked: isBraked(cell.standing) }
  })
  refuseIf(reasonsNotToConclude(study.state, findings))
  for (const { fieldCode, verdict, says, cell } of findings) {
    const offer = {
      id: house.newId(),
      countyCode: study.countyCode,
      fieldCode,
      why: says,
      source: sourceOf(study),
      validFrom: input.offeredFrom,
    }
    const letter = { letterNumber: study.letterNumber, letterDate: study.letterDate }
    const offerId =
      verdict === 'offer'
        ? ((await offerFromStudy(tx, { ...offer, ...letter, planId: actor.planId })) ?? refuse('amayesh.unknown-field'))
        : null
    await store.freezeFinding(tx, { studyId: study.id, fieldCode, figures: frozenOf(cell, today), offerId })
  }
  await store.updateStudy(tx, study.id, { state: 'concluded', today })
  note({ offers: findings.filter(({ verdict }) => verdict === 'offer').length })
}
/** What an offer says of where it comes from; readable on its own years later. */
const sourceOf = ({ number, title }: Pick<store.StoredStudy, 'number' | 'title'>): string => `مطالعهٔ ${number}: ${title}`.slice(0, 200)

export const studiesApi: readonly Handled[] = [
  handle(contract.listStudies, async (call) => {
    const rows = await store.listStudies(call.tx, call.input)
    const studies = await named(call, rows.slice(0, call.input.limit))
    return { studies, next: rows.length > call.input.limit ? (studies.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readStudy, (call) => shown(call, call.input.id)),
  handle(contract.beginStudy, async (call) => {
    const { input, tx, actor, today } = call
    await requireCounty(call, input.countyCode)
    if ((await findOrganisation(tx, input.organisationId)) === undefined) refuse('amayesh.unknown-executor')
    await store.insertStudy(tx, { planId: actor.planId, today }, input)
    return shown(call, input.id)
  }),
  handle(contract.keepTasks, async (call) => {
    const study = await locked(call, call.input.version)
    await store.updateStudy(call.tx, study.id, { tasksDone: [...new Set(call.input.tasksDone)], today: call.today })
    return shown(call, study.id)
  }),
  handle(contract.keepFinding, async (call) => {
    const { input, tx, actor, today } = call
    const study = await locked(call)
    if ((await findField(tx, input.fieldCode, today)) === undefined) refuse('amayesh.unknown-field')
    await store.putFinding(tx, { ...input, planId: actor.planId, studyId: study.id, countyCode: study.countyCode })
    return shown(call, study.id)
  }),
  handle(contract.concludeStudy, async (call) => {
    await conclude(call)
    return shown(call, call.input.id)
  }),
  handle(contract.withdrawStudy, async (call) => {
    const { input, tx, today } = call
    const study = await locked(call, input.version)
    await store.updateStudy(tx, study.id, { state: 'withdrawn', reason: input.reason, today })
    return shown(call, study.id)
  }),
]
