import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { getLockedCase } from '../../enrolment/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/exit-table.ts'
import { herRows, inForceOn, reasonsNotToPublish } from '../rules/exit-table.ts'
import * as answers from '../store/exit-answers.ts'
import * as store from '../store/exit-table.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'
import { exitPaper, spokenTable } from './exit-paper.ts'
import { keptWord, whoseOf } from './given.ts'

/** The table as it is read to one woman today. */
async function shownTo(call: Call<unknown>, scope: FiledScope): Promise<contract.ShownTable> {
  const { tx, today, language } = call
  const personId = scope.person_id
  const whose = await whoseOf(tx, scope)
  const edition = inForceOn(await store.listEditions(tx), today)
  const showings = await answers.listShowings(tx, personId)
  if (edition === undefined)
    return {
      whose,
      editionId: null,
      inForceFrom: null,
      letterNumber: null,
      letterDate: null,
      rows: [],
      spoken: [],
      shownOn: null,
      isChanged: false,
      answers: [],
    }
  const rows = [...herRows(edition.rows, await answers.findHerFacts(tx, personId, today))]
  const shownOn = showings.find(({ editionId }) => editionId === edition.id)?.shownOn ?? null
  return {
    whose,
    editionId: edition.id,
    inForceFrom: edition.inForceFrom,
    letterNumber: edition.letterNumber,
    letterDate: edition.letterDate,
    rows,
    spoken: [...spokenTable(rows, language)],
    shownOn,
    isChanged: shownOn === null && showings.length > 0,
    answers: await answers.listAnswers(tx, { personId, editionId: edition.id }),
  }
}
/** The edition in force, which must be the one that lay before her. */
async function lyingBeforeHer({ tx, today }: Call<unknown>, editionId: string): Promise<void> {
  const edition = inForceOn(await store.listEditions(tx), today) ?? refuse('pathways.no-exit-table')
  if (edition.id !== editionId) refuse('pathways.exit-table-changed')
}
/** Her case, locked, with the scope columns its rows take. */
async function lockedScope(call: Call<unknown>, caseId: string) {
  const one = await getLockedCase(call, caseId)
  return (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
}

export const exitTableApi: readonly Handled[] = [
  handle(contract.readExitTable, async ({ input, tx, today }) => {
    const editions = [...(await store.listEditions(tx))]
    return { editions, inForce: inForceOn(editions, input.on ?? today)?.id ?? null }
  }),
  handle(contract.publishExitTable, async ({ input, tx, actor, today, now, note }) => {
    refuseIf(reasonsNotToPublish(input, today))
    const { value } = await parameterOn(tx, 'exit-table-showing', { day: today })
    note({ letter: input.letterNumber, rows: input.rows.length })
    const { planId, accountId } = actor
    return store.insertEdition(tx, { ...input, planId, accountId, at: now, showBy: addDays(input.inForceFrom, value) })
  }),
  handle(contract.readHerExitTable, async (call) => {
    const scope = (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found')
    return shownTo(call, scope)
  }),
  handle(contract.downloadExitTable, async (call) => {
    const { input, tx, today } = call
    const { fileNumber } = (await findScope(tx, input.caseId)) ?? refuse('platform.not-found')
    const edition = inForceOn(await store.listEditions(tx), today) ?? refuse('pathways.no-exit-table')
    const bytes = await typeset(exitPaper(edition, { fileNumber, today }, call))
    return { fileName: `${input.caseId}.pdf`, mediaType: 'application/pdf', bytes }
  }),
  handle(contract.showExitTable, async (call) => {
    const { input, tx } = call
    const scope = await lockedScope(call, input.caseId)
    await lyingBeforeHer(call, input.editionId)
    const word = await keptWord(call, scope.person_id, input)
    await answers.insertShowing(tx, columnsOf(scope), { ...word, id: input.id, editionId: input.editionId })
    call.note({ edition: input.editionId, manner: input.manner })
    return shownTo(call, scope)
  }),
  handle(contract.answerExitTable, async (call) => {
    const { input, tx } = call
    const scope = await lockedScope(call, input.caseId)
    await lyingBeforeHer(call, input.editionId)
    const showings = await answers.listShowings(tx, scope.person_id)
    if (!showings.some(({ editionId }) => editionId === input.editionId)) refuse('pathways.exit-table-unseen')
    const word = await keptWord(call, scope.person_id, input)
    await answers.putAnswer(tx, columnsOf(scope), { ...word, ...input, sealedWitness: word.sealedWitness })
    call.note({ edition: input.editionId, act: input.act, manner: input.manner })
    return shownTo(call, scope)
  }),
]
