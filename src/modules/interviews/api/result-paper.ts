import type { Call } from '../../../platform/http.ts'
import { shownDay, shownDigits } from '../../../platform/speech.ts'
import type { Block, Sheet } from '../../../platform/typeset/typeset.ts'
import type { Point, Result } from '../contract/results.ts'
import { say } from './speech.ts'

type Voice = Pick<Call<unknown>, 'language' | 'house'>
/** Her result on paper: sentences in her language, no number and no verdict, and where she may turn. */
export function resultPaper(result: Result, fileNumber: string, { language, house }: Voice): Sheet {
  const text = (words: string): Block => ({ kind: 'text', text: words })
  const day = (iso: string): string => shownDigits(shownDay(iso, language), language)
  return {
    size: 'a4',
    language,
    letterhead: say('letterhead', language),
    title: say('paper-result', language),
    register: [
      [say('paper-number', language), shownDigits(fileNumber, language)],
      [say('paper-date', language), day(result.agreedOn)],
    ],
    blocks: [
      ...(result.wish === null ? [] : [text(say('paper-wish', language, { wish: result.wish }))]),
      ...(result.fieldName === null ? [] : [text(say('paper-field', language, { field: result.fieldName }))]),
      ...(['individual', 'craft'] as const).flatMap((domain) => pointsOf(result.points, domain, language)),
      ...(result.needs.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: say('needs', language) },
            { kind: 'points' as const, items: result.needs.map((need) => say(`need-${need}`, language)) },
          ]),
      { kind: 'heading', text: say('recommendation', language) },
      ...result.said.map(text),
      text(say('paper-until', language, { day: result.expiresOn })),
      {
        kind: 'signatures',
        names: [say('paper-signed-her', language), say('paper-signed-guide', language), say('paper-signed-witness', language)],
      },
    ],
    footer: '',
    mark: house.mode === 'demo' ? say('paper-demo', language) : undefined,
  }
}
function pointsOf(points: readonly Point[], domain: Point['domain'], language: Voice['language']): readonly Block[] {
  const lines = points.filter((point) => point.domain === domain)
  if (lines.length === 0) return []
  return [
    { kind: 'heading', text: say(`domain-${domain}`, language) },
    {
      kind: 'lines',
      head: [say('point', language), say('point-now', language), say('point-next', language)],
      widths: [3, 4, 4],
      rows: lines.map(({ title, now, next }) => [title, now, next ?? say('point-top', language)]),
    },
  ]
}
