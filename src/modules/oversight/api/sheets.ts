import type { Call, Handled } from '../../../platform/http.ts'
import { handle } from '../../../platform/http.ts'
import { fileNumberOf } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/refusal.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { listDesks, listPositionCounts, readPlaceCount } from '../../enrolment/port.ts'
import { listRealisation } from '../../market/port.ts'
import { namesOf } from '../../partners/port.ts'
import { listPilots, quotaOn } from '../../plan/port.ts'
import { listByBlocked } from '../../reforms/port.ts'
import * as contract from '../contract/sheets.ts'
import { findCountySheetFacts, listOverdueByAgency } from '../port.ts'
import { hideFew, MOST_LINES, pledgesOnSheet } from '../rules/sheets.ts'
import * as store from '../store/sheets.ts'
import { sheetBlocks, sheetPaper, sheetReader, shownBlock } from './sheet-paper.ts'

type Asking = Pick<
  Call<{ readonly kind: contract.SheetKind; readonly countyCode?: string | undefined }>,
  'input' | 'tx' | 'actor' | 'today'
>
/** The county a sheet is about, or null for the province. Refuses a county outside the reader's, as if it were none. */
function countyOf({ input, actor }: Pick<Asking, 'input' | 'actor'>): string | null {
  if (input.kind === 'province') return actor.role === 'PO' || actor.role === 'AU' ? null : refuse('oversight.sheet-of-province')
  if (input.countyCode === undefined) refuse('oversight.sheet-needs-county')
  if (actor.role === 'CA' && !actor.counties.includes(input.countyCode)) refuse('platform.not-found')
  return input.countyCode
}
async function countyLines({ tx, today }: Pick<Asking, 'tx' | 'today'>, codes: readonly string[]): Promise<readonly contract.CountyLine[]> {
  const counts = await listPositionCounts(tx)
  const lines: contract.CountyLine[] = []
  for (const countyCode of codes) {
    const own = counts.filter((one) => one.countyCode === countyCode)
    const sum = (...positions: readonly string[]): number =>
      own.filter(({ position }) => positions.includes(position)).reduce((all, { count }) => all + count, 0)
    lines.push({
      countyCode,
      files: own.reduce((all, { count }) => all + count, 0),
      granted: (await readPlaceCount(tx, countyCode)).granted,
      places: (await quotaOn(tx, countyCode, today)) ?? null,
      earning: sum('earning', 'sustained', 'aftercare'),
    })
  }
  return lines
}
async function deskLines({ tx, actor, today }: Pick<Asking, 'tx' | 'actor' | 'today'>, countyCode: string | null) {
  const found = await listDesks(tx, { planId: actor.planId, today, countyCode })
  const names = await namesOf(
    tx,
    found.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
  )
  return found.map(({ organisationId, ...line }) => ({
    ...line,
    organisationName: organisationId === null ? null : (names.get(organisationId) ?? null),
  }))
}
/** What a sheet says today, counted where it stands. */
async function contentOf(asking: Asking): Promise<contract.SheetContent> {
  const { tx, actor, today } = asking
  const countyCode = countyOf(asking)
  const codes = countyCode === null ? [...(await listPilots(tx, today))].sort() : [countyCode]
  const blocking = await listByBlocked(tx, { planId: actor.planId, today, limit: 50 })
  const obstacles = blocking
    .filter((one) => countyCode === null || one.countyCode === null || one.countyCode === countyCode)
    .slice(0, MOST_LINES)
    .map(({ title, stateSince, blocked, hasArrangement }) => ({ title, since: stateSince, blocked, hasArrangement }))
  const common = {
    counties: [...(await countyLines(asking, codes))],
    desks: (await deskLines(asking, countyCode)).filter((line) => codes.includes(line.countyCode)),
  }
  if (countyCode === null) {
    const pledges = await listRealisation(tx, { planId: actor.planId, today })
    const overdue = await listOverdueByAgency(tx, { day: today })
    return contract.ProvinceContent.parse({ kind: 'province', ...common, obstacles, overdue, pledges: pledgesOnSheet(pledges) })
  }
  const { overdueByAgency, ...facts } = await findCountySheetFacts(tx, { countyCode, day: today })
  return contract.CountyContent.parse({
    kind: 'county',
    ...common,
    ...facts,
    obstacles: obstacles.map(hideFew),
    overdue: overdueByAgency,
  })
}
export const sheetsApi: readonly Handled[] = [
  handle(contract.previewSheet, async (call) => {
    const blocks = sheetBlocks(await contentOf(call), call.today, await sheetReader(call))
    return { blocks: blocks.flatMap((block) => shownBlock(block)) }
  }),
  handle(contract.listSheets, async ({ tx }) => ({ sheets: [...(await store.listSheets(tx))] })),
  handle(contract.issueSheet, async (call) => {
    const { input, tx, actor, house, now, note } = call
    const content = await contentOf(call)
    const number = fileNumberOf(house.randomBytes)
    const countyCode = content.kind === 'county' ? (input.countyCode ?? null) : null
    const issuedOn = dayIn(TEHRAN, now)
    await store.insertSheet(tx, {
      planId: actor.planId,
      id: input.id,
      countyCode,
      number,
      issuedOn,
      issuedAt: now,
      issuedBy: actor.accountId,
      content,
    })
    note({ kind: content.kind, number })
    return { id: input.id, kind: content.kind, countyCode, number, issuedOn, issuedAt: now.toISOString() }
  }),
  handle(contract.downloadSheet, async (call) => {
    const sheet = (await store.findSheet(call.tx, call.input.id)) ?? refuse('platform.not-found')
    const bytes = await typeset(await sheetPaper(call, sheet))
    return { fileName: `${sheet.number}.pdf`, mediaType: 'application/pdf', bytes }
  }),
]
