import type { Values } from './words.ts'

/** An expected "no": one or more codes of a contract, each with a sentence in its room's words. */
export class Refusal extends Error {
  readonly codes: readonly string[]
  readonly details: Values
  constructor(codes: readonly string[], details: Values = {}) {
    super(codes.join(', '))
    this.name = 'Refusal'
    this.codes = codes
    this.details = details
  }
}
/** Refuses with every reason given; an empty list means yes. */
export function refuseIf(reasons: readonly string[], details: Values = {}): void {
  if (reasons.length > 0) throw new Refusal(reasons, details)
}
export function refuse(code: string, details: Values = {}): never {
  throw new Refusal([code], details)
}
