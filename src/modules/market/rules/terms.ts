import type { CasePosition } from '../../enrolment/contract/cases.ts'
import type { Terms } from '../contract/lots.ts'

interface Called {
  readonly pledgeId: string | null
  readonly calledQuantity: number | null
  readonly quantity: number
  readonly smallestLot: number
  readonly rateRial: number
  readonly costsRial: number
  readonly deliverBy: string
}
export type CallRefusal =
  | 'market.called-without-pledge'
  | 'market.smallest-above-order'
  | 'market.costs-above-rate'
  | 'market.deliver-in-the-past'
/** Why a demand call does not hold together. */
export function reasonsNotToCall(called: Called, today: string): readonly CallRefusal[] {
  const reasons: CallRefusal[] = []
  if ((called.pledgeId === null) !== (called.calledQuantity === null)) reasons.push('market.called-without-pledge')
  if (called.smallestLot > called.quantity) reasons.push('market.smallest-above-order')
  if (called.costsRial >= called.rateRial) reasons.push('market.costs-above-rate')
  if (called.deliverBy <= today) reasons.push('market.deliver-in-the-past')
  return reasons
}
type Position = (typeof CasePosition.options)[number]
export const atWork: readonly Position[] = ['active', 'earning', 'interrupted', 'sustained', 'aftercare']
/** Only whoever stands at work is put forward: her plan is agreed, and its first step begun. */
export function isAtWork(position: Position): boolean {
  return atWork.includes(position)
}
/** The sentences of the terms, in the order in which they are read to her; `say` gives the words. */
export function termsSpoken(
  terms: Terms,
  buyer: string,
  say: (key: string, values?: Readonly<Record<string, string | number>>) => string,
): readonly string[] {
  const { unit, quantity, rateRial, wholeRial, costsRial, hourlyRial, floorRial, paymentDays, hub } = terms
  const isBelow = hourlyRial !== null && floorRial !== null && hourlyRial < floorRial
  return [
    say('spoken-who', { buyer, title: terms.title }),
    say('spoken-how-many', { quantity, unit }),
    say('spoken-rate', { rate: rateRial, whole: wholeRial, unit }),
    ...(costsRial === 0 ? [] : [say('spoken-costs', { costs: costsRial, unit })]),
    hourlyRial === null ? say('spoken-hour-unknown') : say('spoken-hour', { hourly: hourlyRial }),
    ...(isBelow ? [say('spoken-below-floor', { floor: floorRial })] : []),
    say(`spoken-material-${terms.materialBy}`),
    say(`spoken-spoiled-${terms.spoiledBy}`),
    say('spoken-deliver', { day: terms.deliverBy }),
    hub === null ? say('spoken-hub-open') : say('spoken-hub', { hub }),
    say('spoken-paid', { days: paymentDays }),
    say('spoken-free'),
  ]
}
