import type { z } from 'zod'
import { type CaseRow, listCases, listIntroduced, readCounters } from '../../modules/enrolment/contract/cases.ts'
import { english as enrolmentEnglish } from '../../modules/enrolment/words.en.ts'
import { words as enrolment } from '../../modules/enrolment/words.ts'
import { listOrders } from '../../modules/market/contract/orders.ts'
import { english as marketEnglish } from '../../modules/market/words.en.ts'
import { words as market } from '../../modules/market/words.ts'
import { listPledges } from '../../modules/partners/contract/pledges.ts'
import { english as partnersEnglish } from '../../modules/partners/words.en.ts'
import { words as partners } from '../../modules/partners/words.ts'
import type { Route } from '../../platform/route.ts'
import type { Cell } from '../../platform/sheet/write.ts'
import { shownDay, shownDigits, speaker } from '../../platform/speech.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import type { Language } from '../../platform/words.ts'
import type { ExportKind } from './contract.ts'
import type { PageOfRows } from './rules.ts'
import { english } from './words.en.ts'
import { words } from './words.ts'

export const say = speaker(words, english)
const sayEnrolment = speaker(enrolment, enrolmentEnglish)
const sayMarket = speaker(market, marketEnglish)
const sayPartners = speaker(partners, partnersEnglish)

/** For whom a row is written: the language, and how a county is called in it. */
export interface Reader {
  readonly language: Language
  readonly county: (code: string) => string
}
interface Column<Row> {
  readonly title: (language: Language) => string
  readonly cell: (row: Row, reader: Reader) => Cell
}
/** What a workbook is read from: a list of the house, page by page, with the reach of whoever asks, so that no more leaves than the screen shows. */
export interface Listed {
  readonly path: string
  readonly isPaged: boolean
  readonly titles: (language: Language) => readonly string[]
  /** One page of the list as rows of cells, and where the next begins. */
  readonly page: (output: unknown, reader: Reader) => PageOfRows
}
function listed<I extends z.ZodType, O extends z.ZodType, Row>(
  list: Route<I, O>,
  isPaged: boolean,
  read: (output: z.output<O>) => { readonly rows: readonly Row[]; readonly next?: string | null },
  columns: readonly Column<Row>[],
): Listed {
  return {
    path: list.path,
    isPaged,
    titles: (language) => columns.map(({ title }) => title(language)),
    page: (output, reader) => {
      const { rows, next } = read(list.output.parse(output))
      return { rows: rows.map((row) => columns.map(({ cell }) => cell(row, reader))), next: next ?? null }
    },
  }
}
const titled = (key: string) => (language: Language) => say(key, language)
const day = (value: string | null, { language }: Reader): string => (value === null ? '' : shownDigits(shownDay(value, language), language))
const instant = (value: string, reader: Reader): string => day(dayIn(TEHRAN, new Date(value)), reader)

const county = {
  title: titled('county'),
  cell: ({ countyCode }: { readonly countyCode: string }, reader: Reader) => reader.county(countyCode),
}
const caseColumns: readonly Column<CaseRow>[] = [
  { title: titled('file-number'), cell: ({ fileNumber }, { language }) => shownDigits(fileNumber, language) },
  county,
  { title: titled('position'), cell: ({ position }, { language }) => sayEnrolment(`position-${position}`, language) },
  { title: titled('since'), cell: ({ since }, reader) => instant(since, reader) },
  { title: titled('days'), cell: ({ days }) => days },
  { title: titled('deadline'), cell: ({ deadlineOn }, reader) => day(deadlineOn, reader) },
]
export const kinds: Readonly<Record<ExportKind, Listed>> = {
  cases: listed(listCases, true, ({ cases, next }) => ({ rows: cases, next }), caseColumns),
  introduced: listed(listIntroduced, true, ({ cases, next }) => ({ rows: cases, next }), caseColumns),
  counters: listed(readCounters, false, ({ counters }) => ({ rows: counters }), [
    county,
    { title: titled('position'), cell: ({ position }, { language }) => sayEnrolment(`position-${position}`, language) },
    { title: titled('count'), cell: ({ count }) => count },
  ]),
  orders: listed(listOrders, true, ({ orders, next }) => ({ rows: orders, next }), [
    { title: titled('order'), cell: ({ title }) => title },
    { title: titled('buyer'), cell: ({ buyerName }) => buyerName },
    county,
    { title: titled('state'), cell: ({ state }, { language }) => sayMarket(`order-state-${state}`, language) },
    { title: titled('quantity'), cell: ({ quantity }) => quantity },
    { title: titled('unit'), cell: ({ unit }) => unit },
    { title: titled('placed'), cell: ({ placed }) => placed },
    { title: titled('rate-rial'), cell: ({ rateRial }) => rateRial },
    { title: titled('deliver-by'), cell: ({ deliverBy }, reader) => day(deliverBy, reader) },
  ]),
  pledges: listed(listPledges, true, ({ pledges, next }) => ({ rows: pledges, next }), [
    { title: titled('organisation'), cell: ({ organisationName }) => organisationName },
    { title: titled('pledge'), cell: ({ title }) => title },
    { title: titled('kind'), cell: ({ kind }, { language }) => sayPartners(`pledge-kind-${kind}`, language) },
    { title: titled('state'), cell: ({ state }, { language }) => sayPartners(`pledge-state-${state}`, language) },
    { title: titled('quantity'), cell: ({ quantity }) => quantity },
    { title: titled('unit'), cell: ({ unit }) => unit },
    { title: titled('called'), cell: ({ called }) => called },
    { title: titled('due-on'), cell: ({ dueOn }, reader) => day(dueOn, reader) },
    {
      title: titled('where'),
      cell: ({ counties }, reader) => (counties.length === 0 ? say('everywhere', reader.language) : counties.map(reader.county).join('، ')),
    },
  ]),
}
