import type { Answers } from '../contract/follow-ups.ts'

/** What a follow-up says that her guide can do something about, first what cannot wait. */
export const needs = [
  'call-her',
  'money-none',
  'money-some',
  'hardest-money',
  'hardest-orders',
  'hardest-material',
  'hardest-time',
  'hardest-body',
  'work-no',
  'work-paused',
  'load-heavy',
  'load-little',
] as const
export type Need = (typeof needs)[number]
const said: Readonly<Record<string, Readonly<Partial<Record<string, Need>>>>> = {
  'guide-calls': { yes: 'call-her' },
  'money-came': { none: 'money-none', some: 'money-some' },
  hardest: { money: 'hardest-money', orders: 'hardest-orders', material: 'hardest-material', time: 'hardest-time', body: 'hardest-body' },
  'work-now': { no: 'work-no', paused: 'work-paused' },
  load: { heavy: 'load-heavy', little: 'load-little' },
}
/**
 * What needs doing out of what she said. Whether she may refuse and who decides about her money is said to somebody who is not her guide, and stays
 * there; what she sold and how her household lives are no errand either.
 */
export function needsOf(answers: Answers): readonly Need[] {
  const found = Object.entries(answers).flatMap(([question, answer]) => said[question]?.[String(answer)] ?? [])
  return needs.filter((need) => found.includes(need))
}
