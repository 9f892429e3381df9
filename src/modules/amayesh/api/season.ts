import type { Tx } from '../../../platform/db.ts'
import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { listDatedDemand } from '../../market/port.ts'
import { listFields } from '../../occupations/port.ts'
import * as contract from '../contract/season.ts'
import { complementsOf, firstDayOf, MONTHS_BACK, monthOf, seasonOf, type Window } from '../rules/season.ts'
import { countiesOf, fieldsOfDemand, hundredths } from './given.ts'

const MOST_ORDERS = 5000
/** Orders of the last three years by occupation, with the months they were read for: the month in which reading broke off is not whole. */
async function demandByMonth(tx: Tx, { planId, today }: { readonly planId: string; readonly today: string }) {
  const last = monthOf(today) - 1
  const asked = { first: last - MONTHS_BACK + 1, last }
  const between = { from: firstDayOf(asked.first), before: firstDayOf(last + 1) }
  const orders = await listDatedDemand(tx, { planId, ...between, limit: MOST_ORDERS })
  const earliest = orders.at(-1)
  const isCut = orders.length === MOST_ORDERS && earliest !== undefined
  const window: Window = { ...asked, first: isCut ? monthOf(earliest.deliverBy) + 1 : asked.first }
  const fieldOf = await fieldsOfDemand(tx, planId, orders)
  const dated = orders.map((order) => ({ field: fieldOf(order), county: order.countyCode, month: monthOf(order.deliverBy) }))
  return { window, perField: Map.groupBy(dated, ({ field }) => field) }
}
const told = ({ months, indices, lacks }: ReturnType<typeof seasonOf>): contract.Season => ({
  months,
  lacks,
  indices: indices === null ? null : indices.map(hundredths),
})
export const seasonApi: readonly Handled[] = [
  handle(contract.readSeason, async (call) => {
    const { input, tx, actor, today } = call
    const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
    if (!(await countiesOf(call)).includes(input.countyCode) || !fields.has(input.fieldCode)) refuse('platform.not-found')
    const { window, perField } = await demandByMonth(tx, { planId: actor.planId, today })
    const seasonIn = (field: string, county?: string): ReturnType<typeof seasonOf> =>
      seasonOf(
        (perField.get(field) ?? []).filter((one) => county === undefined || one.county === county).map(({ month }) => month),
        window,
      )
    const province = seasonIn(input.fieldCode)
    const others = [...fields.values()].flatMap((field) => {
      const { indices } = seasonIn(field.code)
      return field.code === input.fieldCode || indices === null ? [] : [[field, indices] as const]
    })
    return {
      on: today,
      since: firstDayOf(window.first),
      province: told(province),
      county: told(seasonIn(input.fieldCode, input.countyCode)),
      complements: complementsOf(province.indices ?? [], province.indices === null ? [] : others).map(({ named }) => ({
        fieldCode: named.code,
        nameFa: named.nameFa,
        nameEn: named.nameEn,
      })),
    }
  }),
]
