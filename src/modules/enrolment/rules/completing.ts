import type { AskedOf } from '../contract/completing.ts'
import type { RuleOutcome } from '../contract/eligibility.ts'

const askable: readonly AskedOf[] = ['ground-documented', 'age', 'not-insured']
/** What is asked of her: rules that do not know enough, as far as she can answer; silence of a body is not hers to mend. */
export function askedOf(rules: readonly Pick<RuleOutcome, 'rule' | 'outcome'>[]): readonly AskedOf[] {
  return askable.filter((one) => rules.some(({ rule, outcome }) => rule === one && outcome === 'unknown'))
}
/** Written beside the move, in the order they are read. */
export function writtenAsked(asked: readonly AskedOf[]): string {
  return asked.join(' ')
}
export function readWrittenAsked(reason: string | null): readonly AskedOf[] {
  const written = (reason ?? '').split(' ')
  return askable.filter((one) => written.includes(one))
}
export type SendBackRefusal = 'enrolment.nothing-to-decide' | 'enrolment.facts-changed' | 'enrolment.nothing-asked-of-her'
/** Why a file does not go back to her guide: it is not at this step, the decider saw other facts, or nothing of it is hers to bring. */
export function reasonsNotToSendBack({
  position,
  facts,
  seenFacts,
  asked,
}: {
  readonly position: string
  readonly facts: string
  readonly seenFacts: string
  readonly asked: readonly AskedOf[]
}): readonly SendBackRefusal[] {
  if (position !== 'registered') return ['enrolment.nothing-to-decide']
  if (facts !== seenFacts) return ['enrolment.facts-changed']
  return asked.length === 0 ? ['enrolment.nothing-asked-of-her'] : []
}
/** What the file holds of what may be asked. */
export interface Holds {
  readonly bornOn: string | null
  readonly ground: { readonly isVerified: boolean } | undefined
  readonly insured: unknown
}
export function isThere(asked: AskedOf, { bornOn, ground, insured }: Holds): boolean {
  switch (asked) {
    case 'ground-documented':
      return ground?.isVerified === true
    case 'age':
      return bornOn !== null && ground !== undefined
    case 'not-insured':
      return insured !== null
  }
}
