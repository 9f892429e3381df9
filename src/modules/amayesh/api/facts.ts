import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { findField, listChains } from '../../occupations/port.ts'
import { listCounties } from '../../territory/port.ts'
import * as contract from '../contract/facts.ts'
import { quotientsOf } from '../rules/quotient.ts'
import { shiftShareOf } from '../rules/shift-share.ts'
import * as store from '../store/facts.ts'
import { countiesOf, hundredths } from './given.ts'

const byOf = ({ actor }: Call<unknown>) => ({ planId: actor.planId, accountId: actor.accountId })
/** A county of the province, and one the actor's part reaches. */
export async function requireCounty(call: Call<unknown>, code: string): Promise<void> {
  if (!(await listCounties(call.tx)).some((county) => county.code === code)) refuse('amayesh.unknown-county')
  if (!(await countiesOf(call)).includes(code)) refuse('amayesh.not-own-county')
}

export const factsApi: readonly Handled[] = [
  handle(contract.listBuyers, async ({ input, tx }) => ({ buyers: await store.listBuyers(tx, input.countyCode) })),
  handle(contract.addBuyer, async (call) => {
    const { input, tx, today } = call
    await requireCounty(call, input.countyCode)
    if ((await findField(tx, input.fieldCode, today)) === undefined) refuse('amayesh.unknown-field')
    return store.insertBuyer(tx, byOf(call), input)
  }),
  handle(contract.endBuyer, async ({ input, tx }) => {
    const found = (await store.findBuyer(tx, input.id)) ?? refuse('platform.not-found')
    if (input.validTo < found.validFrom) refuse('amayesh.dates-reversed')
    return (await store.endBuyer(tx, input)) ?? refuse('platform.version-stale')
  }),
  handle(contract.addLinkActor, async (call) => {
    const { input, tx } = call
    await requireCounty(call, input.countyCode)
    const chain = (await listChains(tx)).find(({ code }) => code === input.chainCode)
    if (chain?.steps.some(({ place }) => place === input.place) !== true) refuse('amayesh.unknown-link')
    return store.insertLinkActor(tx, byOf(call), input)
  }),
  handle(contract.endLinkActor, async ({ input, tx }) => {
    const found = (await store.findLinkActor(tx, input.id)) ?? refuse('platform.not-found')
    if (input.validTo < found.validFrom) refuse('amayesh.dates-reversed')
    return (await store.endLinkActor(tx, input)) ?? refuse('platform.version-stale')
  }),
  handle(contract.addFigure, async (call) => {
    await requireCounty(call, call.input.countyCode)
    await store.insertFigure(call.tx, { ...byOf(call), at: call.now }, call.input)
    return { id: call.input.id }
  }),
  handle(contract.readAdvantage, async (call) => {
    const seen = new Set(await countiesOf(call))
    const figures = await store.listFigures(call.tx)
    const [year = null, before = null] = [...new Set(figures.map((one) => one.year))].toSorted((one, other) => other - one)
    const of = (which: number | null) => figures.filter((one) => one.year === which)
    // What a county is compared with are all counties; a reader of one is told of that one.
    const quotients = quotientsOf(of(year)).filter(({ county }) => seen.has(county))
    const shifts = shiftShareOf(of(before), of(year)).filter(({ county }) => seen.has(county))
    const groupOf = new Map(figures.map(({ group }) => [String(group), group]))
    return {
      year,
      before,
      sources: [...new Set([...of(year), ...of(before)].map(({ source }) => source))],
      quotients: quotients.flatMap(({ group, ...one }) => {
        const known = groupOf.get(group)
        const told = { raw: hundredths(one.raw), shrunk: hundredths(one.shrunk), low: hundredths(one.low), high: hundredths(one.high) }
        return known === undefined ? [] : [{ ...one, ...told, group: known }]
      }),
      shifts: shifts.flatMap(({ group, ...one }) => {
        const known = groupOf.get(group)
        return known === undefined ? [] : [{ ...one, group: known }]
      }),
    }
  }),
]
