import type { Referral, RuleOutcome } from '../../contract/eligibility.ts'
import { KEPT, verdictOf } from './rules.ts'

/** A sentence by its key in the words of the room; `labels` are values that are words themselves. */
export interface Sentence {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly labels?: Readonly<Record<string, string>>
}
/** Who hears an explanation: the woman herself, whoever decides, or the second reader of another body, who learns neither ground nor support status. */
export type Audience = 'her' | 'decider' | 'reader'

function sentence(key: string, values: Sentence['values'] = {}, labels: Sentence['labels'] = {}): Sentence {
  return { key, values, labels }
}
/** What is read to her: why, where else she can turn, and that another office may read it again. It names no ground and no body (roles.md §2, §3.4). */
export function spokenOf(
  rules: readonly RuleOutcome[],
  { referrals, appealDays }: { readonly referrals: readonly Referral[]; readonly appealDays: number },
): readonly Sentence[] {
  const verdict = verdictOf(rules)
  if (verdict === 'eligible') return [sentence('spoken-greeting'), sentence('spoken-eligible')]
  if (verdict === 'more-needed')
    return [
      sentence('spoken-greeting'),
      sentence('spoken-more-needed'),
      ...rules.filter(({ outcome }) => outcome === 'unknown').map(({ rule }) => sentence(`spoken-needed-${rule}`)),
    ]
  return [
    sentence('spoken-greeting'),
    sentence('spoken-refused'),
    ...rules.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => sentence(`spoken-${rule}`)),
    ...referrals.map(({ title, note }) =>
      note === '' ? sentence('spoken-where', { place: title }) : sentence('spoken-where-note', { place: title, note }),
    ),
    sentence('spoken-appeal', { days: appealDays }),
  ]
}
/** One rule as staff read it: what was found, where it came from, and the letter. */
export function staffSentenceOf(rule: RuleOutcome, audience: Exclude<Audience, 'her'>): Sentence {
  const key = `staff-${rule.rule}-${rule.outcome}`
  switch (rule.rule) {
    case 'consented':
    case 'pilot-county':
      return sentence(key)
    case 'ground-documented':
      if (rule.value === KEPT) return sentence('staff-ground-documented-kept', { day: rule.limit ?? '' })
      return rule.outcome === 'not-met' && rule.limit !== null ? sentence(`${key}-ended`, { day: rule.limit }) : sentence(key)
    case 'age':
      return sentence(key, boundsOf(rule))
    case 'not-insured':
      return rule.limit === 'not-asked' ? sentence('staff-not-insured-not-asked') : sentence(key, { letter: rule.letterNumber ?? '' })
    case 'not-covered':
      return audience === 'reader' ? sentence(`reader-not-covered-${rule.outcome}`) : coverageSentence(rule)
  }
}
function boundsOf({ value, limit, letterNumber }: RuleOutcome): Sentence['values'] {
  const [from = '', to = ''] = (limit ?? '').split('-')
  return { years: Number(value ?? 0), from: Number(from), to: Number(to), letter: letterNumber ?? '' }
}
function coverageSentence({ outcome, value, bodies, source, limit, letterNumber }: RuleOutcome): Sentence {
  const key = `staff-not-covered-${outcome}`
  if (outcome === 'unknown') return sentence(key, { n: bodies.length })
  const labels = { status: `support-${value ?? 'none'}`, source: `source-${source}` }
  const isAdmitted =
    outcome === 'met' && limit === 'admit-and-count-apart' && value !== null && !['none', 'applied', 'in-queue', 'exited'].includes(value)
  return sentence(isAdmitted ? 'staff-not-covered-counted-apart' : key, { letter: letterNumber ?? '' }, labels)
}
