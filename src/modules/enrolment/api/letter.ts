import type { Call } from '../../../platform/http.ts'
import { shownDay, shownDigits } from '../../../platform/speech.ts'
import type { Sheet } from '../../../platform/typeset/typeset.ts'
import { say } from './speech.ts'

interface Decided {
  readonly fileNumber: string
  readonly decidedOn: string
  readonly spoken: readonly string[]
  readonly mayAppealUntil: string | null
}
/** The letter of answer: the sentences that were read to her, and until when she may ask again. */
export function decisionLetter({ fileNumber, decidedOn, spoken, mayAppealUntil }: Decided, { language, house }: Call<unknown>): Sheet {
  const until = mayAppealUntil === null ? [] : [say('appeal-until', language, { day: mayAppealUntil })]
  return {
    size: 'a4',
    language,
    letterhead: say('letterhead', language),
    title: say('refusal-letter', language),
    register: [
      [say('paper-number', language), shownDigits(fileNumber, language)],
      [say('paper-date', language), shownDigits(shownDay(decidedOn, language), language)],
    ],
    blocks: [
      ...[...spoken, ...until].map((text) => ({ kind: 'text' as const, text })),
      { kind: 'signatures', names: [say('signature-guide', language), say('signature-her', language)] },
    ],
    footer: '',
    mark: house.mode === 'demo' ? say('paper-demo', language) : undefined,
  }
}
