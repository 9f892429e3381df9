import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { findField, listChains } from '../../occupations/port.ts'
import * as contract from '../contract/board.ts'
import { RELIABILITY } from '../rules/cell.ts'
import { listLinkActors } from '../store/facts.ts'
import { countiesOf, hundredths, measuredCell, measuredCells, namesOfBuyers, shownCells } from './given.ts'

export const boardApi: readonly Handled[] = [
  handle(contract.readBoard, async (call) => {
    const { input, tx, actor, today } = call
    const counties = new Set(await countiesOf(call))
    const { cells, ordersWithoutField } = await measuredCells(tx, { planId: actor.planId, today })
    const there = cells.filter(
      ({ countyCode, standing }) =>
        counties.has(countyCode) &&
        (input.countyCode === undefined || countyCode === input.countyCode) &&
        (input.standing === undefined || standing === input.standing),
    )
    const shown = (await shownCells(call, there)).filter(
      ({ tradeGroup }) => input.tradeGroup === undefined || tradeGroup === input.tradeGroup,
    )
    const ordered = shown.toSorted(
      (one, other) =>
        (other.lines[0]?.gap ?? 0) - (one.lines[0]?.gap ?? 0) ||
        one.fieldCode.localeCompare(other.fieldCode) ||
        one.countyCode.localeCompare(other.countyCode),
    )
    return { on: today, cells: ordered, ordersWithoutField }
  }),
  handle(contract.readCell, async (call) => {
    const { input, tx, actor, today } = call
    const counties = await countiesOf(call)
    if (!counties.includes(input.countyCode) || (await findField(tx, input.fieldCode, today)) === undefined) refuse('platform.not-found')
    const { cell, lines } = await measuredCell(tx, { planId: actor.planId, today }, input)
    const [shown = refuse('platform.not-found')] = await shownCells(call, [cell])
    const nameOf = await namesOfBuyers(tx, lines)
    const demands = lines
      .toSorted((one, other) => other.monthly - one.monthly)
      .map((line) => ({
        kind: line.kind,
        by: nameOf(line),
        unit: line.unit,
        monthly: Math.round(line.monthly),
        share: hundredths(line.monthly / (cell.lines.find(({ unit }) => unit === line.unit)?.demand.total ?? line.monthly)),
        source: line.source,
      }))
    return { on: today, cell: shown, demands, reliability: RELIABILITY }
  }),
  handle(contract.readLinks, async (call) => {
    const counties = await countiesOf(call)
    const actors = (await listLinkActors(call.tx)).filter(({ countyCode }) => counties.includes(countyCode))
    const chains = (await listChains(call.tx)).map(({ code, nameFa, nameEn, steps }) => ({
      code,
      nameFa,
      nameEn,
      links: steps.map((step) => {
        const here = actors.filter(({ chainCode, place }) => chainCode === code && place === step.place)
        return {
          place: step.place,
          nameFa: step.nameFa,
          nameEn: step.nameEn,
          isMissingInProvince: step.isMissingLink,
          actors: here,
          missingIn: counties.filter((county) => !here.some(({ countyCode }) => countyCode === county)),
        }
      }),
    }))
    return { counties: [...counties], chains }
  }),
]
