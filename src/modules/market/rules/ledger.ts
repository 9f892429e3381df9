/** Whose side of the record. Kariz is none of them: money passes between the buyer, the collection point and her. */
export const accounts = ['buyer-owes', 'hub-holds', 'due-to-her', 'paid-to-her'] as const
export type Account = (typeof accounts)[number]
export const entryKinds = ['acceptance', 'compensation', 'paid-to-hub', 'paid-to-her', 'not-received', 'deduction'] as const
export type EntryKind = (typeof entryKinds)[number]
export interface Entry {
  readonly kind: EntryKind
  readonly debit: Account
  readonly credit: Account
  /** Whole rial, above nothing. */
  readonly amountRial: number
}
export type Balances = Readonly<Record<Account, number>>
/** Debits less credits of each account: by construction their sum is nothing (livelihood.md I3). */
export function balanceOf(entries: readonly Entry[]): Balances {
  const sums: Record<Account, number> = { 'buyer-owes': 0, 'hub-holds': 0, 'due-to-her': 0, 'paid-to-her': 0 }
  for (const { debit, credit, amountRial } of entries) {
    sums[debit] += amountRial
    sums[credit] -= amountRial
  }
  return sums
}
/** What she is owed and has not been paid, in rial. */
export function outstandingOf(entries: readonly Entry[]): number {
  const balances = balanceOf(entries)
  return 0 - balances['due-to-her'] - balances['paid-to-her']
}
/** What came to be owed by taking her pieces, or by cancelling: the buyer owes it, and it is due to her. */
export function owing(kind: 'acceptance' | 'compensation', amountRial: number): Entry {
  return { kind, debit: 'buyer-owes', credit: 'due-to-her', amountRial }
}
/**
 * Money told as paid: to the collection point what the buyer owes, or to her what she is owed. She is paid from the collection point as far as it
 * holds something, and from the buyer for the rest: what was settled for her after the buyer had paid is owed by the buyer alone. Nothing is told of
 * a lot of which nothing is owed any more.
 */
export function paying(entries: readonly Entry[], to: 'hub' | 'her'): readonly Entry[] {
  const { 'buyer-owes': owes, 'hub-holds': held } = balanceOf(entries)
  const told: readonly Entry[] =
    to === 'hub'
      ? [{ kind: 'paid-to-hub', debit: 'hub-holds', credit: 'buyer-owes', amountRial: owes }]
      : [
          { kind: 'paid-to-her', debit: 'paid-to-her', credit: 'hub-holds', amountRial: held },
          { kind: 'paid-to-her', debit: 'paid-to-her', credit: 'buyer-owes', amountRial: owes },
        ]
  return told.filter(({ amountRial }) => amountRial > 0)
}
/** What was told as paid and did not reach her is owed again by whoever was to hand it over: the last payment is written back, whole. */
export function notReceived(entries: readonly Entry[]): readonly Entry[] {
  const before = entries.findLastIndex(({ kind }) => kind !== 'paid-to-her')
  return entries
    .slice(before + 1)
    .map(({ debit, credit, amountRial }) => ({ kind: 'not-received', debit: credit, credit: debit, amountRial }))
}
/** Taken off with the word of two: less is due to her, and less is owed by the buyer. */
export function deducting(amountRial: number): Entry {
  return { kind: 'deduction', debit: 'due-to-her', credit: 'buyer-owes', amountRial }
}
