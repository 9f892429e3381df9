import { RegistrationFields } from '../src/modules/enrolment/contract/registration.ts'
import { consentPurposes } from '../src/modules/people/contract.ts'
import { type Figure, rounded, type Size } from './bench.ts'
import { type Act, journeys, parts, SECONDS } from './burden-parts.ts'

export const name = 'burden'
export const about =
  'what one woman costs each role: screens, fields, taps, minutes and questions asked twice, counted from the contracts, against the limits'

/** Whose questions are put to her: what was asked at one of these desks is not asked at another. */
const ofEnrolment = new Set(['agency officer', 'registrar', 'decider', 'follow-up caller'])

export async function run(_size: Size): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const say = (figure: string, value: number, unit: string): void => {
    figures.push({ figure, value: rounded(value), unit })
  }
  say('fields of registration (limit 18)', Object.keys(RegistrationFields.shape).length, 'fields')
  say('spoken sentences of consent (limit 5)', consentPurposes.length, 'sentences')
  const asked: string[] = []
  for (const { who, limitMinutes, acts, talkMinutes = 0 } of parts) {
    const per = (count: (one: Act) => number): number => acts.reduce((sum, one) => sum + (count(one) * one.times) / one.women, 0)
    const fields = per((one) => one.fields.length)
    // Every choice is one tap, and every act is opened and sent.
    const taps = per((one) => 2 + one.fields.filter(({ kind }) => kind !== 'text' && kind !== 'number').length)
    const screens = per((one) => one.screens)
    const seconds = per(
      (one) =>
        2 * SECONDS.tap +
        one.screens * SECONDS.screen +
        one.facts * SECONDS.fact +
        one.fields.reduce((sum, { kind }) => sum + SECONDS[kind], 0),
    )
    if (ofEnrolment.has(who)) asked.push(...acts.flatMap((one) => one.fields.map((field) => field.name)))
    say(`${who}: screens for one woman`, screens, 'screens')
    say(`${who}: fields for one woman`, fields, 'fields')
    say(`${who}: taps for one woman`, taps, 'taps')
    say(`${who}: estimated minutes (limit ${limitMinutes})`, seconds / 60 + talkMinutes, 'minutes')
    say(`${who}: share of the limit used (goal: at most 1)`, (seconds / 60 + talkMinutes) / limitMinutes, '×')
  }
  say(`the woman: journeys before her first order (limit 2; ${journeys.map(({ why }) => why).join('; ')})`, journeys.length, 'journeys')
  const twice = [...new Set(asked.filter((field, index) => asked.indexOf(field) !== index))]
  say(`questions asked twice along the road${twice.length > 0 ? ` (${twice.join(', ')})` : ''}`, twice.length, 'questions')
  return figures
}
