import { parseNationalId } from '../../../platform/identifiers.ts'
import { readDate } from '../../../platform/jalali.ts'
import { searchKey, tidyText } from '../../../platform/persian.ts'
import type { SupportRowReason, SupportSource, SupportStatus } from '../contract/support.ts'

/** Statuses in which a body carries her now; who only waits for coverage is not covered (domain §0.1). */
export const covering: ReadonlySet<SupportStatus> = new Set<SupportStatus>(['covered', 'empowerment-period', 're-entered'])
export function isCovering(status: SupportStatus): boolean {
  return covering.has(status)
}
/** Every way the support cycle goes with one body (states.md). A body may tell a later status without the ones between; that is a jump, kept and shown. */
export const supportMoves = {
  none: ['applied', 'in-queue', 'covered'],
  applied: ['none', 'in-queue', 'covered'],
  'in-queue': ['none', 'applied', 'covered'],
  covered: ['empowerment-period', 'exited'],
  'empowerment-period': ['covered', 'exited'],
  exited: ['applied', 'in-queue', 're-entered'],
  're-entered': ['empowerment-period', 'exited'],
} as const satisfies Record<SupportStatus, readonly SupportStatus[]>
export function isJump(from: SupportStatus, to: SupportStatus): boolean {
  const allowed: readonly SupportStatus[] = supportMoves[from]
  return from !== to && !allowed.includes(to)
}

/** One thing a body has told about her: an answer to a named enquiry, or a keyed row. */
export interface Told {
  readonly organisationId: string
  readonly status: SupportStatus
  readonly since: string | null
  readonly source: SupportSource
  readonly letterNumber: string | null
  /** The day on which it was told. */
  readonly knownOn: string
}
export interface Period extends Told {
  /** The day before the next period began with this body; null while it lasts. */
  readonly until: string | null
  readonly isJump: boolean
}
/** What one body has told, in the order it told it, as dated periods: the same status told again prolongs, another one ends the one before. */
export function periodsOf(told: readonly Told[]): readonly Period[] {
  const periods: Period[] = []
  for (const one of told) {
    const last = periods.findLastIndex(({ organisationId }) => organisationId === one.organisationId)
    const before = periods[last]
    if (before?.status === one.status) continue
    if (before !== undefined) periods[last] = { ...before, until: one.since ?? one.knownOn }
    periods.push({ ...one, until: null, isJump: before !== undefined && isJump(before.status, one.status) })
  }
  return periods
}
/** What each body says of her now: its last word. */
export function standingOf(told: readonly Told[]): readonly Told[] {
  const last = new Map<string, Told>()
  for (const one of told) last.set(one.organisationId, one)
  return [...last.values()]
}

/** A keyed row as the body wrote it, in the order told, and the lists that claim to be whole. */
export interface KeyedRow {
  readonly organisationId: string
  readonly status: SupportStatus
  readonly since: string | null
  readonly toldAt: number
  readonly knownOn: string
}
export interface WholeList {
  readonly organisationId: string
  readonly toldAt: number
  readonly knownOn: string
}
/**
 * What keyed rows say of one woman. A body that sent a whole list after its last row about her has left her out of it: she is not with this body,
 * or no longer. Only lists of her county are given here.
 */
export function toldByKeyedRows(rows: readonly KeyedRow[], lists: readonly WholeList[]): readonly (Told & { readonly toldAt: number })[] {
  const told: (Told & { readonly toldAt: number })[] = rows.map(({ organisationId, status, since, toldAt, knownOn }) => ({
    organisationId,
    status,
    since,
    source: 'keyed-rows',
    letterNumber: null,
    knownOn,
    toldAt,
  }))
  for (const list of lists) {
    const own = rows.filter(({ organisationId }) => organisationId === list.organisationId)
    if (own.some(({ toldAt }) => toldAt === list.toldAt)) continue
    const before = own.filter(({ toldAt }) => toldAt < list.toldAt).at(-1)
    const status = before !== undefined && isCovering(before.status) ? 'exited' : before?.status === 'exited' ? 'exited' : 'none'
    told.push({
      organisationId: list.organisationId,
      status,
      since: null,
      source: 'keyed-rows',
      letterNumber: null,
      knownOn: list.knownOn,
      toldAt: list.toldAt,
    })
  }
  return told.sort((a, b) => a.toldAt - b.toldAt)
}

/** Statuses as offices write them, by search key without spaces. */
const writtenStatuses: Readonly<Record<SupportStatus, readonly string[]>> = {
  none: ['none', 'تحت پوشش نیست', 'زیر پوشش نیست', 'پوشش ندارد', 'فاقد پوشش', 'ندارد', 'نیست', 'خیر', 'نه'],
  applied: ['applied', 'متقاضی', 'درخواست داده', 'درخواست داده است', 'در حال بررسی', 'در دست بررسی'],
  'in-queue': ['in-queue', 'در نوبت پوشش', 'پشت نوبت', 'پشت نوبتی', 'در نوبت', 'نوبت', 'لیست انتظار', 'در انتظار پوشش'],
  covered: ['covered', 'تحت پوشش', 'زیر پوشش', 'پوشش دارد', 'مستمری بگیر', 'مددجو', 'دارد', 'بله', 'بلی'],
  'empowerment-period': ['empowerment-period', 'دوره توانمندسازی', 'توانمندسازی', 'در حال توانمندسازی', 'در مسیر خودکفایی'],
  exited: ['exited', 'خروج', 'خروج از پوشش', 'خارج شده', 'از پوشش بیرون آمده', 'قطع پوشش', 'قطع مستمری', 'خودکفا', 'خودکفا شده'],
  're-entered': ['re-entered', 'بازگشت', 'بازگشت به پوشش', 'پوشش دوباره', 'پوشش مجدد', 'دوباره زیر پوشش'],
}
const squeezed = (text: string): string => searchKey(text).replaceAll(' ', '')
const statusOf = new Map(
  Object.entries(writtenStatuses).flatMap(([status, texts]) => texts.map((text): [string, string] => [squeezed(text), status])),
)
function readStatus(text: string): SupportStatus | undefined {
  const status = statusOf.get(squeezed(text))
  return supportStatuses.find((one) => one === status)
}
const supportStatuses = ['none', 'applied', 'in-queue', 'covered', 'empowerment-period', 'exited', 're-entered'] as const

export interface WrittenRow {
  readonly nationalId: string
  readonly status: string
  readonly since: string | null
}
export type ReadSupportRow =
  | { readonly nationalId: string; readonly status: SupportStatus; readonly since: string | null }
  | { readonly reasons: readonly SupportRowReason[] }
/** One row as written by an office, read; or every reason why not. */
export function readSupportRow(row: WrittenRow, today: string): ReadSupportRow {
  const reasons: SupportRowReason[] = []
  const nationalId = parseNationalId(row.nationalId.replace(/^'+/, ''))
  if ('reason' in nationalId)
    reasons.push(row.nationalId.trim() === '' ? 'enrolment.row-national-id-missing' : 'enrolment.row-national-id-wrong')
  const status = readStatus(row.status)
  if (status === undefined) reasons.push('enrolment.row-status-unknown')
  const written = tidyText(row.since ?? '')
  const since = written === '' ? null : readDate(written)
  if (since !== null && 'reason' in since) reasons.push('enrolment.row-since-unreadable')
  if (since !== null && 'iso' in since && since.iso > today) reasons.push('enrolment.row-since-in-future')
  if ('reason' in nationalId || status === undefined || reasons.length > 0) return { reasons }
  return { nationalId: nationalId.value, status, since: since === null || 'reason' in since ? null : since.iso }
}

const headers = {
  nationalId: ['کد ملی', 'کدملی', 'شماره ملی', 'national id', 'nid'],
  status: ['وضعیت', 'وضعیت پوشش', 'وضعیت حمایت', 'نوع پوشش', 'پوشش', 'status'],
  since: ['از تاریخ', 'تاریخ', 'تاریخ شروع', 'تاریخ شروع پوشش', 'تاریخ پوشش', 'تاریخ درخواست', 'از', 'since'],
} as const
type Column = keyof typeof headers
export type SupportColumns = Readonly<Record<'nationalId' | 'status', number>> & { readonly since: number | undefined }
/** Which columns of a sheet hold the three values; undefined when a row is not the header. Nothing else is looked at. */
export function columnsOf(cells: readonly string[]): SupportColumns | undefined {
  const keys = cells.map(squeezed)
  const find = (column: Column): number | undefined => {
    const names: readonly string[] = headers[column].map(squeezed)
    const place = keys.findIndex((key) => names.includes(key))
    return place < 0 ? undefined : place
  }
  const [nationalId, status] = [find('nationalId'), find('status')]
  return nationalId === undefined || status === undefined ? undefined : { nationalId, status, since: find('since') }
}
/** Lines pasted from a sheet or typed: national ID, status and date, parted by tab, comma or semicolon. Empty lines are skipped. */
export function pastedRows(text: string): readonly WrittenRow[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [nationalId = '', status = '', since = ''] = line.split(/\t|[;,،؛]/).map((cell) => cell.trim())
      return { nationalId, status, since: since === '' ? null : since }
    })
}
