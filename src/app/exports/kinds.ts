import type { z } from 'zod'
import { type CaseRow, listCases, listIntroduced, readCounters } from '../../modules/enrolment/contract/cases.ts'
import { english as enrolmentEnglish } from '../../modules/enrolment/words.en.ts'
import { words as enrolment } from '../../modules/enrolment/words.ts'
import { listOrders } from '../../modules/market/contract/orders.ts'
import { english as marketEnglish } from '../../modules/market/words.en.ts'
import { words as market } from '../../modules/market/words.ts'
import { type Line, readBoard } from '../../modules/outcomes/contract/board.ts'
import { english as outcomesEnglish } from '../../modules/outcomes/words.en.ts'
import { words as outcomes } from '../../modules/outcomes/words.ts'
import { type Finding, listFindings } from '../../modules/oversight/contract/findings.ts'
import { listOverdue, listResolutions, type Resolution } from '../../modules/oversight/contract/resolutions.ts'
import { english as oversightEnglish } from '../../modules/oversight/words.en.ts'
import { words as oversight } from '../../modules/oversight/words.ts'
import { listPledges } from '../../modules/partners/contract/pledges.ts'
import { english as partnersEnglish } from '../../modules/partners/words.en.ts'
import { words as partners } from '../../modules/partners/words.ts'
import { listObstacles, type Obstacle } from '../../modules/reforms/contract/obstacles.ts'
import { english as reformsEnglish } from '../../modules/reforms/words.en.ts'
import { words as reforms } from '../../modules/reforms/words.ts'
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
const sayOversight = speaker(oversight, oversightEnglish)
const sayReforms = speaker(reforms, reformsEnglish)
const sayOutcomes = speaker(outcomes, outcomesEnglish)

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
const place = {
  title: titled('county'),
  cell: ({ countyCode }: { readonly countyCode: string | null }, reader: Reader) =>
    countyCode === null ? say('province', reader.language) : reader.county(countyCode),
}
const late = {
  title: titled('late'),
  cell: ({ isOverdue }: { readonly isOverdue: boolean }, { language }: Reader) => (isOverdue ? say('is-late', language) : ''),
}
/** A line of the board under the figure it belongs to. */
interface Told extends Line {
  readonly figure: string
}
const SMALLEST = 10
const percent = (share: number): number => Math.round(share * 100)
function lineOf({ key, title, with: others }: Told, { language, county: named }: Reader): string {
  const nameOf = (one: string): string => (/^\d{4}$/.test(one) ? named(one) : sayOutcomes(`key-${one}`, language))
  const names = others.map(nameOf).join(sayOutcomes('board-and', language))
  return title ?? (key.startsWith('rest ') ? sayOutcomes('board-together', language, { names }) : nameOf(key))
}
const caseColumns: readonly Column<CaseRow>[] = [
  { title: titled('file-number'), cell: ({ fileNumber }, { language }) => shownDigits(fileNumber, language) },
  county,
  { title: titled('position'), cell: ({ position }, { language }) => sayEnrolment(`position-${position}`, language) },
  { title: titled('since'), cell: ({ since }, reader) => instant(since, reader) },
  { title: titled('days'), cell: ({ days }) => days },
  { title: titled('deadline'), cell: ({ deadlineOn }, reader) => day(deadlineOn, reader) },
]
const resolutionColumns: readonly Column<Resolution>[] = [
  { title: titled('resolution'), cell: ({ sentence }) => sentence },
  { title: titled('agency'), cell: ({ agencyName }) => agencyName },
  place,
  { title: titled('state'), cell: ({ state }, { language }) => sayOversight(`resolution-state-${state}`, language) },
  { title: titled('due-on'), cell: ({ dueOn }, reader) => day(dueOn, reader) },
  late,
  { title: titled('extended'), cell: ({ extended }) => extended },
  { title: titled('letter-number'), cell: ({ letterNumber }) => letterNumber ?? '' },
  { title: titled('letter-date'), cell: ({ letterDate }, reader) => day(letterDate, reader) },
]
const findingColumns: readonly Column<Finding>[] = [
  { title: titled('finding'), cell: ({ item }, { language }) => sayOversight(`item-${item}`, language) },
  { title: titled('grade'), cell: ({ grade }, { language }) => sayOversight(`seen-${grade}`, language) },
  county,
  { title: titled('where'), cell: ({ placeKind }, { language }) => sayOversight(`place-${placeKind}`, language) },
  { title: titled('desk'), cell: ({ desk }, { language }) => sayOversight(`finding-desk-${desk}`, language) },
  { title: titled('state'), cell: ({ state }, { language }) => sayOversight(`finding-state-${state}`, language) },
  { title: titled('due-on'), cell: ({ dueOn }, reader) => day(dueOn, reader) },
  late,
]
const obstacleColumns: readonly Column<Obstacle>[] = [
  { title: titled('obstacle'), cell: ({ title }) => title },
  { title: titled('kind'), cell: ({ kind }, { language }) => sayReforms(`kind-${kind}`, language) },
  { title: titled('issuer'), cell: ({ issuer }) => issuer ?? '' },
  { title: titled('article'), cell: ({ article }) => article ?? '' },
  place,
  { title: titled('blocks'), cell: ({ step }, { language }) => sayReforms(`step-${step}`, language) },
  { title: titled('state'), cell: ({ state }, { language }) => sayReforms(`state-${state}`, language) },
  { title: titled('since'), cell: ({ stateSince }, reader) => day(stateSince, reader) },
  { title: titled('competent-body'), cell: ({ competentBody }) => competentBody ?? '' },
  {
    title: titled('blocked'),
    // On the screen who may see file numbers sees each number; a workbook leaves the house and tells of nobody in fewer than ten.
    cell: ({ blocked }, { language }) => (blocked === 0 || (blocked ?? 0) >= SMALLEST ? (blocked ?? 0) : say('hidden', language)),
  },
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
  resolutions: listed(listResolutions, true, ({ resolutions, next }) => ({ rows: resolutions, next }), resolutionColumns),
  overdue: listed(listOverdue, false, ({ agencies }) => ({ rows: agencies }), [
    { title: titled('agency'), cell: ({ agencyName }) => agencyName },
    { title: titled('overdue-count'), cell: ({ overdue }) => overdue },
    { title: titled('oldest-due'), cell: ({ oldestDueOn }, reader) => day(oldestDueOn, reader) },
  ]),
  // What a visit saw and what was said to it are free sentences, and stay in the house.
  findings: listed(listFindings, true, ({ findings, next }) => ({ rows: findings, next }), findingColumns),
  obstacles: listed(listObstacles, true, ({ obstacles }) => ({ rows: obstacles }), obstacleColumns),
  // The board leaves as it is told: what would tell of too few is a rest here as there.
  board: listed(
    readBoard,
    false,
    ({ figures }) => ({ rows: figures.flatMap(({ name, lines }) => lines.map((line) => ({ ...line, figure: name }))) }),
    [
      { title: titled('figure'), cell: ({ figure }: Told, { language }) => sayOutcomes(`figure-${figure}`, language) },
      { title: titled('grouped-by'), cell: ({ by }: Told, { language }) => (by === 'all' ? '' : sayOutcomes(`by-${by}`, language)) },
      {
        title: titled('group'),
        cell: (line: Told, reader) => (line.by === 'all' ? say('everywhere', reader.language) : lineOf(line, reader)),
      },
      { title: titled('count'), cell: ({ n }: Told, { language }) => n ?? say('hidden', language) },
      { title: titled('share'), cell: ({ share }: Told) => (share === null ? '' : percent(share.value)) },
      { title: titled('share-low'), cell: ({ share }: Told) => (share === null ? '' : percent(share.low)) },
      { title: titled('share-high'), cell: ({ share }: Told) => (share === null ? '' : percent(share.high)) },
      { title: titled('median-days'), cell: ({ days }: Told) => days?.value ?? '' },
      { title: titled('rial'), cell: ({ rial }: Told) => rial ?? '' },
      {
        title: titled('parts'),
        cell: ({ parts }: Told, { language }) =>
          parts.map(({ name, n }) => `${sayOutcomes(`part-${name}`, language)}: ${shownDigits(String(n), language)}`).join('، '),
      },
    ],
  ),
}
