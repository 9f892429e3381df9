import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { advance, getLockedCase } from '../../enrolment/port.ts'
import { findField } from '../../occupations/port.ts'
import { namesOf } from '../../partners/port.ts'
import { findKeyOf } from '../../people/port.ts'
import * as contract from '../contract/results.ts'
import { reasonsNotToMove } from '../rules/interview-moves.ts'
import { isLow } from '../rules/marks.ts'
import { shownDrift } from '../rules/result.ts'
import { findInstrument } from '../store/instrument.ts'
import * as interviews from '../store/interviews.ts'
import * as store from '../store/results.ts'
import { fileNumbersOf } from '../store/waiting.ts'
import { resultPaper } from './result-paper.ts'
import { wishPlace } from './seats.ts'
import { say } from './speech.ts'

/** What stands behind the marks, by item: opened to her guide once something came of it, and to a second reading she asked for. */
export async function examplesOf(
  { tx }: Pick<Call<unknown>, 'tx'>,
  { planId, interviewId, key }: { readonly planId: string; readonly interviewId: string; readonly key: Buffer },
): Promise<ReadonlyMap<string, readonly contract.Example[]>> {
  const rows = await store.listExamples(tx, interviewId)
  const open = ({ accountId, itemCode, kind, sealedWords }: (typeof rows)[number]) => {
    const place = store.placeOf('evidence', { planId, interviewId, of: `${accountId}/${itemCode}` })
    return [itemCode, { kind, words: unseal(key, place, sealedWords).toString('utf8') }] as const
  }
  const opened = rows.map(open)
  // Members who wrote down the same thing in the same words say it once.
  const once = (examples: readonly contract.Example[]) =>
    examples.filter((one, place) => examples.findIndex(({ kind, words }) => kind === one.kind && words === one.words) === place)
  return new Map([...Map.groupBy(opened, ([code]) => code)].map(([code, list]) => [code, once(list.map(([, example]) => example))]))
}
/** What came of a conversation, in sentences: degrees stay behind their anchors. */
async function resultOf(call: Call<{ readonly id: string }>): Promise<contract.Result> {
  const { input, tx, house, actor, language, about, today } = call
  const one = (await interviews.findInterview(tx, input.id)) ?? refuse('platform.not-found')
  const result = (await store.findResult(tx, one.id)) ?? refuse('platform.not-found')
  about({ personId: one.personId, caseId: one.caseId, countyCode: one.countyCode })
  const key = (await findKeyOf(tx, { house, planId: actor.planId, personId: one.personId })) ?? refuse('platform.not-found')
  const instrument = (await findInstrument(tx, one.instrumentCode ?? '')) ?? refuse('platform.not-found')
  const agreement = await store.findAgreement(tx, one.id)
  const degreeOf = new Map(agreement.items.map(({ itemCode, degree }) => [itemCode, degree]))
  const wished = new Set(await store.listWishedCodes(tx, one.id))
  const answer = await store.findAnswer(tx, one.id)
  const field = answer?.fieldCode == null ? undefined : await findField(tx, answer.fieldCode, today)
  const examples = await examplesOf(call, { planId: actor.planId, interviewId: one.id, key })
  const seen = instrument.items.filter(({ code }) => degreeOf.get(code) != null)
  const open = (of: string, sealed: Buffer): string =>
    unseal(key, store.placeOf('agreed', { planId: actor.planId, interviewId: one.id, of }), sealed).toString('utf8')
  return {
    interviewId: one.id,
    caseId: one.caseId,
    wish: answer?.sealedWish == null ? null : unseal(key, wishPlace(actor.planId, one.id), answer.sealedWish).toString('utf8'),
    fieldName: field === undefined ? null : language === 'en' ? field.nameEn : field.nameFa,
    points: seen.map(({ code, domain, title, anchors }) => {
      const degree = degreeOf.get(code) ?? 1
      return {
        itemCode: code,
        domain,
        title,
        now: anchors[degree - 1] ?? '',
        next: anchors[degree] ?? null,
        isLow: isLow(degree),
        isWished: wished.has(code),
        examples: [...(examples.get(code) ?? [])],
      }
    }),
    notSeen: instrument.items.filter(({ code }) => degreeOf.get(code) == null).map(({ title }) => title),
    needs: [...(answer?.needs ?? [])],
    recommendation: result.recommendation,
    said: (
      [
        `recommendation-said-${result.recommendation}`,
        ...(result.recommendation === 'not-now' ? (['said-way-back'] as const) : []),
        'said-no-verdict',
        'said-second',
      ] as const
    ).map((sentence) => say(sentence, language)),
    reason: open('recommendation', result.sealedReason),
    dissents: await store.countDissents(tx, one.id),
    agreedOn: result.agreedOn,
    expiresOn: (await store.findExpiry(tx, one.id)) ?? result.agreedOn,
    toldOn: result.toldOn,
  }
}

export const resultsApi: readonly Handled[] = [
  handle(contract.readResult, resultOf),
  handle(contract.downloadResult, async (call) => {
    const result = await resultOf(call)
    const file = await getFileNumber(call, result.caseId)
    return { fileName: `${file}.pdf`, mediaType: 'application/pdf', bytes: await typeset(resultPaper(result, file, call)) }
  }),
  handle(contract.tellResult, async (call) => {
    const { input, tx, house, actor, now, today, note } = call
    const one = (await interviews.lockInterview(tx, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToMove(one.state, 'told'))
    if (input.manner === 'fingerprint' && input.witnessName === null) refuse('interviews.witness-missing')
    const agreement = await store.findAgreement(tx, one.id)
    const low = new Set(agreement.items.filter(({ degree }) => isLow(degree)).map(({ itemCode }) => itemCode))
    const wishes = [...new Set(input.wishes)]
    if (wishes.some((code) => !low.has(code))) refuse('interviews.not-low')
    const key = (await findKeyOf(tx, { house, planId: actor.planId, personId: one.personId })) ?? refuse('platform.not-found')
    const place = store.placeOf('witness', { planId: actor.planId, interviewId: one.id, of: 'witness' })
    const sealedWitness = input.witnessName === null ? null : seal(key, place, input.witnessName)
    await store.writeTelling(tx, one, { manner: input.manner, sealedWitness, accountId: actor.accountId, today, wishes })
    await interviews.writeMove(tx, one, { to: 'told', at: now, set: { told_on: today } })
    note({ manner: input.manner, wishes: wishes.length })
    const file = await getLockedCase(call, one.caseId)
    // A second conversation changes what is known, not where she stands.
    const moved = one.round === 1 ? await advance(call, file, 'interviewed') : file
    return { id: one.id, caseId: one.caseId, toldOn: today, position: moved.position }
  }),
  handle(contract.readDrift, async ({ tx }) => {
    const rows = await store.listDrift(tx)
    const offices = await namesOf(
      tx,
      rows.map(({ organisationId }) => organisationId),
    )
    const raters = [...new Map(rows.map((row) => [row.accountId, row])).values()]
    const measure = (accountId: string, domain: string) =>
      shownDrift(rows.find((row) => row.accountId === accountId && row.domain === domain))
    return {
      raters: raters.map(({ accountId, organisationId, name }) => ({
        name,
        organisationName: offices.get(organisationId) ?? '',
        individual: measure(accountId, 'individual'),
        craft: measure(accountId, 'craft'),
      })),
    }
  }),
]
async function getFileNumber({ tx }: Pick<Call<unknown>, 'tx'>, caseId: string): Promise<string> {
  return (await fileNumbersOf(tx, [caseId])).get(caseId) ?? refuse('platform.not-found')
}
