import type { z } from 'zod'
import type { Call } from '../../../platform/http.ts'
import { shownDay, shownDigits, speaker } from '../../../platform/speech.ts'
import { daysBetween } from '../../../platform/time.ts'
import type { Block, Sheet } from '../../../platform/typeset/typeset.ts'
import type { Language } from '../../../platform/words.ts'
import { listCounties } from '../../territory/port.ts'
import type { CountyContent, ProvinceContent, SheetBlock, SheetContent, SheetLine } from '../contract/sheets.ts'
import { deskRows } from '../rules/sheets.ts'
import { sheetEnglish } from '../words/sheets.en.ts'
import { sheetWords } from '../words/sheets.ts'

const say = speaker(sheetWords, sheetEnglish)
interface Reader {
  readonly language: Language
  readonly county: (code: string) => string
}
const day = (iso: string | null, { language }: Reader): string =>
  iso === null ? say('sheet-nothing', language) : shownDigits(shownDay(iso, language), language)
const number = (value: number, { language }: Reader): string => new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en-GB').format(value)

const heading = (key: string, { language }: Reader): Block => ({ kind: 'heading', text: say(key, language) })
const lines = (reader: Reader, head: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'lines',
  head: head.map((key) => say(key, reader.language)),
  widths,
  rows,
})
/** A list with its heading, or the sentence that says it is empty. */
function listOf(reader: Reader, title: string, empty: string, rows: readonly (readonly string[])[], table: () => Block): readonly Block[] {
  return [heading(title, reader), rows.length === 0 ? { kind: 'text', text: say(empty, reader.language) } : table()]
}
function countyBlocks({ counties }: SheetContent, reader: Reader): readonly Block[] {
  const rows = counties.map(({ countyCode, files, granted, places, earning }) => [
    reader.county(countyCode),
    number(files, reader),
    places === null ? number(granted, reader) : say('sheet-granted-of', reader.language, { granted, places }),
    number(earning, reader),
  ])
  return [lines(reader, ['sheet-counties', 'sheet-files', 'sheet-granted', 'sheet-earning'], [3, 2, 3, 2], rows)]
}
function deskBlocks({ desks, counties }: SheetContent, reader: Reader): readonly Block[] {
  const { language } = reader
  const rows = deskRows(desks).map(({ desk, organisationName, byCounty, longestDays }) => [
    organisationName === null ? say(`desk-${desk}`, language) : say('desk-agency-of', language, { agency: organisationName }),
    ...counties.map(({ countyCode }) => {
      const line = byCounty.get(countyCode)
      return line === undefined ? '—' : say('sheet-desk-cell', language, { files: line.files, days: line.medianDays })
    }),
    say('sheet-longest-days', language, { days: longestDays }),
  ])
  return [
    heading('sheet-desks', reader),
    {
      kind: 'lines',
      head: [say('sheet-desk', language), ...counties.map(({ countyCode }) => reader.county(countyCode)), say('sheet-longest', language)],
      widths: [4, ...counties.map(() => 3), 2],
      rows,
    },
    { kind: 'text', text: say('sheet-days-note', language) },
  ]
}
function pledgeBlocks({ pledges }: z.output<typeof ProvinceContent>, reader: Reader): readonly Block[] {
  const { language } = reader
  const rows = pledges.map(({ organisationName, unit, promised, called, accepted, paidRial, daysLate }) => [
    organisationName,
    say('sheet-of-unit', language, { n: number(promised, reader), unit }),
    number(called, reader),
    number(accepted, reader),
    number(paidRial, reader),
    daysLate === 0 ? '—' : say('sheet-longest-days', language, { days: daysLate }),
  ])
  const head = ['sheet-partner', 'sheet-promised', 'sheet-called', 'sheet-accepted', 'sheet-paid', 'sheet-late']
  return listOf(reader, 'sheet-pledges', 'sheet-no-pledges', rows, () => lines(reader, head, [5, 3, 2, 2, 3, 2], rows))
}
function obstacleBlocks({ obstacles }: SheetContent, reader: Reader): readonly Block[] {
  const { language } = reader
  const rows = obstacles.map(({ title, blocked, since, hasArrangement }) => [
    title,
    blocked === null ? say('sheet-few', language) : number(blocked, reader),
    day(since, reader),
    say(hasArrangement ? 'sheet-has-arrangement' : 'sheet-has-none', language),
  ])
  const head = ['sheet-obstacle', 'sheet-blocked', 'sheet-since', 'sheet-arrangement']
  return listOf(reader, 'sheet-obstacles', 'sheet-no-obstacles', rows, () => lines(reader, head, [6, 3, 2, 2], rows))
}
function overdueBlocks({ overdue }: SheetContent, reader: Reader): readonly Block[] {
  const rows = overdue.map((one) => [one.agencyName, number(one.overdue, reader), day(one.oldestDueOn, reader)])
  const head = ['sheet-agency', 'sheet-overdue-n', 'sheet-oldest']
  return listOf(reader, 'sheet-overdue', 'sheet-no-overdue', rows, () => lines(reader, head, [5, 2, 3], rows))
}
function waitingBlocks({ waiting }: z.output<typeof CountyContent>['deliverables'], issuedOn: string, reader: Reader): readonly Block[] {
  if (waiting.length === 0) return []
  const rows = waiting.map(({ title, handedInOn }) => [
    title,
    day(handedInOn, reader),
    say('sheet-longest-days', reader.language, { days: daysBetween(handedInOn, issuedOn) }),
  ])
  return [heading('sheet-waiting', reader), lines(reader, ['sheet-deliverable', 'sheet-handed-in', 'sheet-waits'], [6, 2, 2], rows)]
}
function clientBlocks({ deliverables, notices, nextVisitOn }: z.output<typeof CountyContent>, issuedOn: string, reader: Reader) {
  const { language } = reader
  const { taken, all, returned, overdue, nextDueOn } = deliverables
  const facts: Block = {
    kind: 'facts',
    rows: [
      [say('sheet-taken', language), say('sheet-granted-of', language, { granted: taken, places: all })],
      [say('sheet-to-answer', language), number(deliverables.toAnswer, reader)],
      [say('sheet-returned', language), number(returned, reader)],
      [say('sheet-deliverables-late', language), number(overdue, reader)],
      [say('sheet-next-due', language), day(nextDueOn, reader)],
      [say('sheet-notices', language), number(notices.open, reader)],
      [say('sheet-next-visit', language), day(nextVisitOn, reader)],
    ],
  }
  return [heading('sheet-deliverables', reader), facts, ...waitingBlocks(deliverables, issuedOn, reader)]
}
const SIGNED = {
  province: ['sheet-sign-office', 'sheet-sign-deputy', 'sheet-sign-governor'],
  county: ['sheet-sign-executor', 'sheet-sign-liaison', 'sheet-sign-county'],
} as const
/** The blocks of a sheet from top to bottom; the page of the sheet shows the same. */
export function sheetBlocks(content: SheetContent, issuedOn: string, reader: Reader): readonly Block[] {
  return [
    ...countyBlocks(content, reader),
    ...(content.kind === 'county' ? clientBlocks(content, issuedOn, reader) : []),
    ...deskBlocks(content, reader),
    ...(content.kind === 'province' ? pledgeBlocks(content, reader) : []),
    ...obstacleBlocks(content, reader),
    ...overdueBlocks(content, reader),
    { kind: 'signatures', names: SIGNED[content.kind].map((key) => say(key, reader.language)) },
  ]
}
/** A block as the page shows it; where the pen signs there is nothing to show. */
export function shownBlock(block: Block): readonly SheetBlock[] {
  if (block.kind === 'heading' || block.kind === 'text') return [{ kind: block.kind, text: block.text }]
  if (block.kind === 'facts') return [{ kind: 'facts', rows: block.rows.map(([label, value]): [string, string] => [label, value]) }]
  if (block.kind === 'lines') return [{ kind: 'lines', head: [...block.head], rows: block.rows.map((row) => [...row]) }]
  return []
}
export async function sheetReader({ tx, language }: Pick<Call<unknown>, 'tx' | 'language'>): Promise<Reader> {
  const names = new Map((await listCounties(tx)).map(({ code, nameFa, nameEn }) => [code, language === 'en' ? (nameEn ?? nameFa) : nameFa]))
  return { language, county: (code) => names.get(code) ?? code }
}
/** A sheet as it was issued, as a paper. */
export async function sheetPaper(
  call: Pick<Call<unknown>, 'tx' | 'house' | 'language'>,
  sheet: SheetLine & { readonly content: SheetContent },
): Promise<Sheet> {
  const { house, language } = call
  const reader = await sheetReader(call)
  return {
    size: 'a4',
    language,
    letterhead:
      sheet.countyCode === null
        ? say('sheet-letterhead', language)
        : say('sheet-letterhead-county', language, { county: reader.county(sheet.countyCode) }),
    title:
      sheet.countyCode === null
        ? say('sheet-kind-province', language)
        : say('sheet-county', language, { county: reader.county(sheet.countyCode) }),
    register: [
      [say('sheet-number', language), shownDigits(sheet.number, language)],
      [say('sheet-date', language), day(sheet.issuedOn, reader)],
    ],
    blocks: sheetBlocks(sheet.content, sheet.issuedOn, reader),
    footer: say('sheet-footer', language),
    mark: house.mode === 'demo' ? say('sheet-demo', language) : undefined,
  }
}
