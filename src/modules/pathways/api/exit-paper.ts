import type { Call } from '../../../platform/http.ts'
import { shownDay, shownDigits } from '../../../platform/speech.ts'
import type { Sheet } from '../../../platform/typeset/typeset.ts'
import { type ExitEdition, type ExitRow, supports } from '../contract/exit-table.ts'
import { say } from './speech.ts'

type Reader = Pick<Call<unknown>, 'language' | 'house'>
export function sourceOf({ sourceNumber, sourceDate }: ExitRow, language: Reader['language']): string {
  if (sourceNumber === null || sourceDate === null) return say('source-unknown', language)
  return say('source-letter', language, { number: sourceNumber, day: sourceDate })
}
/** The table read aloud: what concerns her first. */
export function spokenTable(
  rows: readonly (ExitRow & { readonly concernsHer: boolean })[],
  language: Reader['language'],
): readonly string[] {
  const lines = (isHers: boolean): readonly string[] =>
    rows
      .filter(({ concernsHer }) => concernsHer === isHers)
      .map((row) =>
        say('spoken-row', language, {
          support: say(`support-${row.support}`, language),
          what: row.what,
          happens: row.happens,
          source: sourceOf(row, language),
        }),
      )
  const others = lines(false)
  return [
    say('spoken-opening', language),
    ...lines(true),
    ...(others.length === 0 ? [] : [say('spoken-others', language), ...others]),
    say('spoken-closing', language),
  ]
}
/** The paper she takes home: every line in one order for everybody, so that nothing on it tells what she receives. No name stands on it. */
export function exitPaper(
  edition: ExitEdition,
  { fileNumber, today }: { fileNumber: string; today: string },
  { language, house }: Reader,
): Sheet {
  const rows = edition.rows.toSorted((a, b) => supports.indexOf(a.support) - supports.indexOf(b.support))
  return {
    size: 'a4',
    language,
    letterhead: say('letterhead', language),
    title: say('exit-table', language),
    register: [
      [say('paper-number', language), shownDigits(fileNumber, language)],
      [say('paper-date', language), shownDigits(shownDay(today, language), language)],
      [say('paper-source', language), say('source-letter', language, { number: edition.letterNumber, day: edition.letterDate })],
    ],
    blocks: [
      { kind: 'text', text: say('spoken-opening', language) },
      {
        kind: 'lines',
        head: [say('support', language), say('what', language), say('happens', language), say('source', language)],
        widths: [2, 4, 4, 3],
        rows: rows.map((row) => [
          say(`support-${row.support}`, language),
          shownDigits(row.what, language),
          shownDigits(row.happens, language),
          sourceOf(row, language),
        ]),
      },
      { kind: 'text', text: say('spoken-closing', language) },
      { kind: 'signatures', names: [say('signature-guide', language), say('signature-her', language)] },
    ],
    footer: '',
    mark: house.mode === 'demo' ? say('paper-demo', language) : undefined,
  }
}
