import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterLook, brought, mayBring, paidPieces, reasonsNotToInspect } from './inspection.ts'
import { balancesOf, isSettled, type KitMove, kitKinds, reasonsNotToMoveKit } from './kits.ts'
import { accounts, balanceOf, deducting, type Entry, notReceived, outstandingOf, owing, paying } from './ledger.ts'

const kitMove: fc.Arbitrary<KitMove> = fc.record({
  component: fc.constantFrom('پارچه', 'نخ'),
  unit: fc.constant('گرم'),
  kind: fc.constantFrom(...kitKinds),
  amount: fc.integer({ min: 1, max: 500 }),
})
/** Only what the rule lets through, as the house does it. */
function kept(wished: readonly KitMove[]): readonly KitMove[] {
  const moves: KitMove[] = []
  for (const next of wished) if (reasonsNotToMoveKit(moves, next).length === 0) moves.push(next)
  return moves
}

describe('material balances', () => {
  test('I2: whatever is tried, issued = used + returned + wasted + on hand, and nothing is below nothing', () => {
    fc.assert(
      fc.property(fc.array(kitMove, { maxLength: 40 }), (wished) => {
        for (const { issued, used, returned, wasted, onHand } of balancesOf(kept(wished))) {
          expect(issued).toBe(used + returned + wasted + onHand)
          expect(onHand).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
  test('whatever is with her can be given back, and then it is settled', () => {
    fc.assert(
      fc.property(fc.array(kitMove, { maxLength: 40 }), (wished) => {
        const moves = kept(wished)
        const back = balancesOf(moves).flatMap(({ component, unit, onHand }): KitMove[] =>
          onHand === 0 ? [] : [{ component, unit, kind: 'returned', amount: onHand }],
        )
        expect(isSettled([...moves, ...back])).toBe(true)
      }),
    )
  })
  test('nothing is used that was not given out, and a component keeps its unit', () => {
    const cloth = { component: 'پارچه', unit: 'گرم', amount: 5 } as const
    expect(reasonsNotToMoveKit([], { ...cloth, kind: 'used' })).toEqual(['market.kit-above-hand'])
    expect(reasonsNotToMoveKit([{ ...cloth, kind: 'issued' }], { ...cloth, unit: 'متر', kind: 'issued' })).toEqual([
      'market.kit-other-unit',
    ])
  })
})
describe('the record of money', () => {
  const act = fc.constantFrom('acceptance', 'compensation', 'hub', 'her', 'not-received', 'deduction')
  /** A life of one lot's money: what is not possible at a moment does not happen. */
  function after(entries: readonly Entry[], one: string, amount: number): readonly Entry[] {
    const outstanding = outstandingOf(entries)
    if (one === 'acceptance' || one === 'compensation') return [...entries, owing(one, amount)]
    if (one === 'not-received') return [...entries, ...notReceived(entries)]
    if (outstanding <= 0) return entries
    if (one === 'deduction') return balanceOf(entries)['hub-holds'] > 0 ? entries : [...entries, deducting(Math.min(amount, outstanding))]
    return [...entries, ...paying(entries, one === 'hub' ? 'hub' : 'her')]
  }
  test('I3: always balances, owes her never less than nothing, and no rial is made or lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.integer({ min: 1, max: 1_000_000_000 })), { maxLength: 30 }), (life) => {
        const entries = life.reduce<readonly Entry[]>((before, [one, amount]) => after(before, one, amount), [])
        const balances = balanceOf(entries)
        expect(accounts.reduce((sum, account) => sum + balances[account], 0)).toBe(0)
        const sumOf = (kind: string): number =>
          entries.filter((entry) => entry.kind === kind).reduce((sum, { amountRial }) => sum + amountRial, 0)
        const owed = sumOf('acceptance') + sumOf('compensation') - sumOf('deduction')
        expect(outstandingOf(entries)).toBe(owed - sumOf('paid-to-her') + sumOf('not-received'))
        expect(outstandingOf(entries)).toBeGreaterThanOrEqual(0)
        expect(balances['hub-holds']).toBeGreaterThanOrEqual(0)
        expect(balances['buyer-owes']).toBeGreaterThanOrEqual(0)
        expect(balances['hub-holds'] + balances['buyer-owes']).toBe(outstandingOf(entries))
        for (const { amountRial } of entries) expect(amountRial).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
  test('from the buyer to the collection point to her: nobody is left with anything', () => {
    const entries: Entry[] = [owing('acceptance', 900)]
    entries.push(...paying(entries, 'hub'))
    expect(balanceOf(entries)).toEqual({ 'buyer-owes': 0, 'hub-holds': 900, 'due-to-her': -900, 'paid-to-her': 0 })
    entries.push(...paying(entries, 'her'))
    expect(outstandingOf(entries)).toBe(0)
    expect(balanceOf(entries)).toMatchObject({ 'buyer-owes': 0, 'hub-holds': 0 })
  })
  test('what did not reach her is due again from where it should have come', () => {
    const entries: Entry[] = [owing('acceptance', 900)]
    entries.push(...paying(entries, 'her'))
    const back = notReceived(entries)
    expect(back).toEqual([{ kind: 'not-received', debit: 'buyer-owes', credit: 'paid-to-her', amountRial: 900 }])
    expect(outstandingOf([...entries, ...back])).toBe(900)
  })
  test('what was settled for her after the buyer had paid comes from the buyer, and all of it goes back when it did not arrive', () => {
    const held: Entry[] = [owing('acceptance', 900)]
    held.push(...paying(held, 'hub'), owing('acceptance', 100))
    const told = paying(held, 'her')
    expect(told.map(({ credit, amountRial }) => [credit, amountRial])).toEqual([
      ['hub-holds', 900],
      ['buyer-owes', 100],
    ])
    expect(outstandingOf([...held, ...told, ...notReceived([...held, ...told])])).toBe(1000)
  })
  test('of a lot all of which was taken off nothing is told as paid', () => {
    const entries = [owing('acceptance', 900), deducting(900)]
    expect([paying(entries, 'her'), paying(entries, 'hub'), notReceived(entries)]).toEqual([[], [], []])
  })
})
describe('a look at the pieces', () => {
  const look = fc.record({ rework: fc.nat(40), rejected: fc.nat(40), bearer: fc.constantFrom('buyer', 'her') })
  test('each piece is counted once, however often pieces are mended; what is paid is never above the lot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(look, { maxLength: 8 }), (quantity, looks) => {
        let pieces = { quantity, presented: 0, toRework: 0, accepted: 0, rejected: 0, spoiled: 0 }
        for (const { rework, rejected, bearer } of looks) {
          const presented = mayBring(pieces)
          const [again, bad] = [Math.min(rework, presented), Math.min(rejected, presented - Math.min(rework, presented))]
          const one = { accepted: presented - again - bad, rework: again, rejected: bad, bearer, reason: 'seam', photoId: 'p' } as const
          expect(reasonsNotToInspect(one, presented)).toEqual([])
          pieces = { quantity, ...afterLook(brought(pieces, presented), one) }
          expect(pieces.accepted + pieces.rejected + pieces.spoiled + pieces.toRework).toBe(quantity)
          expect(paidPieces(pieces)).toBeLessThanOrEqual(quantity)
        }
      }),
    )
  })
  test('I5: whatever is looked at, a reject is written only with reason, picture and bearer, and pieces add up', () => {
    const any = fc.record({
      accepted: fc.nat(20),
      rework: fc.nat(20),
      rejected: fc.nat(3),
      reason: fc.constantFrom('seam' as const, null),
      bearer: fc.constantFrom('buyer' as const, 'her' as const, null),
      photoId: fc.constantFrom('p', null),
    })
    fc.assert(
      fc.property(any, fc.nat(43), (one, presented) => {
        const isWhole = one.accepted + one.rework + one.rejected === presented
        const hasEvidence = one.rejected === 0 || (one.reason !== null && one.bearer !== null && one.photoId !== null)
        const reasons = reasonsNotToInspect(one, presented)
        expect(reasons.includes('market.reject-without-evidence')).toBe(!hasEvidence)
        expect(reasons.includes('market.pieces-do-not-add-up')).toBe(!isWhole)
      }),
      { numRuns: 500 },
    )
  })
})
