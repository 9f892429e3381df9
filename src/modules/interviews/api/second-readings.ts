import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { unseal } from '../../../platform/vault.ts'
import { findField } from '../../occupations/port.ts'
import { findKeyOf } from '../../people/port.ts'
import * as contract from '../contract/second-reading.ts'
import { findInstrument } from '../store/instrument.ts'
import { findInterview } from '../store/interviews.ts'
import { findAnswer, findResult, placeOf } from '../store/results.ts'
import { listSecondReadings } from '../store/second-readings.ts'
import { examplesOf } from './results.ts'
import { wishPlace } from './seats.ts'

export const secondReadingsApi: readonly Handled[] = [
  handle(contract.listSecondReadings, async ({ tx }) => ({
    readings: (await listSecondReadings(tx)).map(({ reading }) => reading),
  })),
  handle(contract.readAnswers, async (call) => {
    const { input, tx, house, actor, language, about, today, note } = call
    // Without a request of hers that stands, and for another woman than the one opened, there is nothing here.
    const found = (await listSecondReadings(tx, input.id)).find(({ reading }) => reading.personId === input.personId)
    const { caseId, reading } = found ?? refuse('platform.not-found')
    const one = (await findInterview(tx, input.id)) ?? refuse('platform.not-found')
    const result = (await findResult(tx, input.id)) ?? refuse('platform.not-found')
    const key = (await findKeyOf(tx, { house, planId: actor.planId, personId: input.personId })) ?? refuse('platform.not-found')
    about({ caseId, countyCode: reading.countyCode })
    note({ second: reading.state })
    const at = { planId: actor.planId, interviewId: input.id }
    const answer = await findAnswer(tx, input.id)
    const field = answer?.fieldCode == null ? undefined : await findField(tx, answer.fieldCode, today)
    const examples = await examplesOf(call, { ...at, key })
    const items = (await findInstrument(tx, one.instrumentCode ?? ''))?.items ?? []
    return {
      reading,
      wish: answer?.sealedWish == null ? null : unseal(key, wishPlace(actor.planId, input.id), answer.sealedWish).toString('utf8'),
      fieldName: field === undefined ? null : language === 'en' ? field.nameEn : field.nameFa,
      needs: [...(answer?.needs ?? [])],
      examples: items.flatMap(({ code, title }) => (examples.get(code) ?? []).map((example) => ({ ...example, title }))),
      recommendation: result.recommendation,
      reason: unseal(key, placeOf('agreed', { ...at, of: 'recommendation' }), result.sealedReason).toString('utf8'),
    }
  }),
]
