export interface StageMove {
  readonly id: string
  readonly version: number
  readonly to: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly today: string
}
/** What a move changes in a row that mirrors another office; a move without a letter keeps the last one. */
export function columnsOfMove({ version, to, letterNumber, letterDate, today }: StageMove) {
  const letter = letterNumber === null ? {} : { letter_number: letterNumber, letter_date: letterDate }
  return { state: to, state_since: today, ...letter, version: version + 1 }
}
