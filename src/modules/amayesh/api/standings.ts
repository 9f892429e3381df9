import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { listFields, offersIn } from '../../occupations/port.ts'
import * as contract from '../contract/standings.ts'
import { isBraked, isOneBuyer, NOTHING } from '../rules/cell.ts'
import { standingsOfOffers } from '../store/studies.ts'
import { countiesOf, measuredCells } from './given.ts'

export const standingsApi: readonly Handled[] = [
  handle(contract.readStandings, async (call) => {
    const { input, tx, actor, today } = call
    if (!(await countiesOf(call)).includes(input.countyCode)) refuse('platform.not-found')
    const at = { planId: actor.planId, countyCode: input.countyCode }
    const cells = new Map((await measuredCells(tx, { ...at, today })).cells.map((cell) => [cell.fieldCode, cell]))
    const offers = new Map((await offersIn(tx, input.countyCode, today)).map((offer) => [offer.fieldCode, offer]))
    const studied = await standingsOfOffers(tx, at)
    const fields = (await listFields(tx, today)).filter(({ code }) => cells.has(code) || offers.has(code))
    const standings = fields.map(({ code, nameFa, nameEn }): contract.Standing => {
      const { standing, concentration } = cells.get(code) ?? NOTHING
      const offer = offers.get(code)
      const then = offer === undefined ? undefined : studied.get(offer.id)
      return {
        fieldCode: code,
        nameFa,
        nameEn,
        standing,
        isBraked: isBraked(standing),
        isOneBuyer: isOneBuyer({ concentration }),
        isOffered: offer !== undefined,
        study: offer === undefined || then === undefined ? null : { source: offer.source, why: offer.why, isDespite: isBraked(then) },
      }
    })
    return { on: today, standings }
  }),
]
