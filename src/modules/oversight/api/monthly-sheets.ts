import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { namesOf } from '../../partners/port.ts'
import { quotaOn } from '../../plan/port.ts'
import * as contract from '../contract/monthly-sheets.ts'
import { plannedActs } from '../contract/states.ts'
import { reasonsNotToHandIn, reasonsNotToMoveSheet } from '../rules/monthly-sheets.ts'
import { listPlanned } from '../store/action-plan.ts'
import { countDeliverables } from '../store/deliverables.ts'
import * as store from '../store/monthly-sheets.ts'
import { countDone } from './action-plan.ts'
import { monthOf } from './months.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today'>
async function shownSheets({ tx }: Reader, stored: readonly store.StoredSheet[]): Promise<contract.MonthlySheet[]> {
  const names = await namesOf(
    tx,
    stored.map(({ organisationId }) => organisationId),
  )
  return stored.map((sheet) => ({ ...sheet, executorName: names.get(sheet.organisationId) ?? '' }))
}
async function shownSheet(call: Reader, id: string): Promise<contract.MonthlySheet> {
  const stored = (await store.findSheet(call.tx, id)) ?? refuse('platform.not-found')
  return (await shownSheets(call, [stored]))[0] ?? refuse('platform.not-found')
}
/** The figures of a month that is over, as they stand now. */
async function figuresOf({ tx, today }: Reader, countyCode: string, month: string): Promise<contract.SheetFigures> {
  const { from, until } = monthOf(month)
  refuseIf(reasonsNotToHandIn(until, today))
  const planned = await listPlanned(tx, countyCode, month)
  const { acts, placesGiven } = await countDone(tx, { countyCode, from, until })
  const { nextDueOn: _nextDueOn, ...deliverables } = await countDeliverables(tx, countyCode, until)
  return {
    acts: plannedActs.map((act) => ({ act, planned: planned.find((line) => line.act === act)?.quantity ?? null, done: acts[act] })),
    quota: (await quotaOn(tx, countyCode, until)) ?? null,
    placesGiven,
    deliverables,
  }
}
async function locked({ input, tx }: Call<{ readonly id: string; readonly version: number }>): Promise<store.StoredSheet> {
  const stored = (await store.lockSheet(tx, input.id)) ?? refuse('platform.not-found')
  if (stored.version !== input.version) refuse('platform.version-stale')
  return stored
}

export const monthlySheetsApi: readonly Handled[] = [
  handle(contract.listSheets, async (call) => {
    const { input, tx } = call
    const rows = await store.listSheets(tx, input)
    const sheets = await shownSheets(call, rows.slice(0, input.limit))
    return { sheets, next: rows.length > input.limit ? (sheets.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readSheet, (call) => shownSheet(call, call.input.id)),
  handle(contract.submitSheet, async (call) => {
    const { input, tx, actor, today } = call
    const { organisationId } = actor
    if (organisationId === null || !actor.counties.includes(input.countyCode)) return refuse('oversight.not-own-county')
    const figures = await figuresOf(call, input.countyCode, input.month)
    await store.insertSheet(tx, { ...input, organisationId, planId: actor.planId, figures, today })
    return shownSheet(call, input.id)
  }),
  handle(contract.submitSheetAgain, async (call) => {
    const { input, tx, actor, today } = call
    const sheet = await locked(call)
    if (sheet.organisationId !== actor.organisationId) refuse('oversight.not-your-scope')
    refuseIf(reasonsNotToMoveSheet(sheet.state, 'submitted'))
    const figures = await figuresOf(call, sheet.countyCode, sheet.month)
    await store.moveSheet(tx, sheet, { to: 'submitted', today, note: input.note, figures })
    return shownSheet(call, sheet.id)
  }),
  handle(contract.acceptSheet, async (call) => {
    const sheet = await locked(call)
    refuseIf(reasonsNotToMoveSheet(sheet.state, 'accepted'))
    await store.moveSheet(call.tx, sheet, { to: 'accepted', today: call.today })
    return shownSheet(call, sheet.id)
  }),
  handle(contract.returnSheet, async (call) => {
    const sheet = await locked(call)
    refuseIf(reasonsNotToMoveSheet(sheet.state, 'returned'))
    await store.moveSheet(call.tx, sheet, { to: 'returned', today: call.today, reason: call.input.reason })
    return shownSheet(call, sheet.id)
  }),
]
