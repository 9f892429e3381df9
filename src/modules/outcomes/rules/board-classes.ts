import type { Grouping } from '../contract/board.ts'
import { type BoardFacts, type Counting, groupsOfWomen, type Sum, total } from './board-table.ts'
import type { Class } from './classes.ts'
import { isTold } from './disclosure.ts'

const leaf = (name: string): Class => ({ name })
export const waiting: Class = {
  name: 'waiting',
  of: [{ name: 'examined', of: [leaf('guide'), { name: 'review', of: [leaf('agency'), leaf('decider')] }] }, leaf('office')],
}
const out: Class = { name: 'out', of: [leaf('refused'), leaf('aside')] }
export const later: Class = { name: 'later', of: [leaf('panel'), leaf('plan')] }
/**
 * Where a woman stands, the coarse before the fine; one table, so that no two figures of it give a third away. Groups are not counted by desk. While
 * those admitted are too few to be told of the whole plan they go with those who left, so that the others are still told.
 */
const roadOf = (isAdmittedTold: boolean, admitted: Class, waits: Class): Class => ({
  name: 'registered',
  of: isAdmittedTold ? [admitted, { name: 'not-admitted', of: [waits, out] }] : [waits, { name: 'not-waiting', of: [admitted, out] }],
})
/** As far as the first figure tells it apart; the others go on. */
export const standingsOf = (isAdmittedTold: boolean): Class => roadOf(isAdmittedTold, leaf('admitted'), leaf('waiting'))
export const isAdmittedTold = ({ sums, smallest }: BoardFacts): boolean => {
  const all = sums.filter(({ dimension }) => dimension === 'all')
  return isTold([total(all, 'income') + total(all, 'placed')], smallest)
}
const desks = ['guide', 'agency', 'decider', 'office']
const laterDesks = ['panel', 'plan']
const womenIn = (sums: readonly Sum[], name: string): number => {
  const atDesk = (dimension: string, value: string): number =>
    total(
      sums.filter((sum) => sum.dimension === dimension && sum.value === value),
      'at-desk',
    )
  if (desks.includes(name)) return atDesk('desk', name)
  if (laterDesks.includes(name)) return atDesk('later-desk', name)
  if (name === 'at-work') return total(sums, 'placed') - laterDesks.reduce((sum, desk) => sum + atDesk('later-desk', desk), 0)
  return total(sums, name)
}
export const womenOf = (facts: BoardFacts): Counting => ({
  classes: [
    roadOf(isAdmittedTold(facts), { name: 'admitted', of: [leaf('income'), { name: 'placed', of: [later, leaf('at-work')] }] }, waiting),
  ],
  within: ['all', 'desk', 'later-desk'],
  leaf: womenIn,
  groups: groupsOfWomen,
  groupClasses: [roadOf(isAdmittedTold(facts), { name: 'admitted', of: [leaf('income'), leaf('placed')] }, leaf('waiting'))],
})
export const permits: Counting = {
  classes: [{ name: 'permits', of: [leaf('agency'), leaf('labour')] }],
  within: ['permit-desk'],
  leaf: (sums, name) =>
    total(
      sums.filter(({ value }) => value === name),
      'at-desk',
    ),
  groups: [],
}
/** Entered support within a year or not, within two or not; how many are between. */
export function coverageOf(sums: readonly Sum[]) {
  const over = (of: (sum: Sum) => number) => {
    const [first, second, none] = ['covered-12', 'covered-24', 'not-covered'].map((name) => total(sums, name, of))
    return { first: first ?? 0, second: second ?? 0, none: none ?? 0 }
  }
  const [year, two] = [over(({ over12 }) => over12), over(({ over24 }) => over24)]
  const [of12, of24] = [year.first + year.second + year.none, two.first + two.second + two.none]
  return {
    'yes-12': year.first,
    'no-12': of12 - year.first,
    'yes-24': two.first + two.second,
    'no-24': two.none,
    between: of12 - of24,
  }
}
const coverageNames = ['yes-12', 'no-12', 'yes-24', 'no-24', 'between'] as const
export const coverage: Counting = {
  classes: coverageNames.map(leaf),
  leaf: (sums, name) => coverageNames.reduce((n, one) => (one === name ? coverageOf(sums)[one] : n), 0),
  groups: groupsOfWomen,
}
/** A refusal is not a success: those the plan itself refused stand apart and in no share. */
export const refusedWaiters: Counting = { classes: [leaf('refused')], leaf: (sums) => total(sums, 'coverage-refused'), groups: [] }
export const bands: Counting = {
  classes: [{ name: 'asked', of: [leaf('band-up'), { name: 'not-up', of: [leaf('band-same'), leaf('band-down')] }] }],
  leaf: total,
  groups: groupsOfWomen,
}
/** Of what has fallen due: done in time, and late or still open after its day. */
export const timely = (of: 'appeal' | 'grievance' | 'finding', sums: readonly Sum[]) => ({
  yes: total(sums, `${of}-in-time`),
  no: total(sums, `${of}-late`) + total(sums, `${of}-open`, ({ past }) => past),
})
export const due = (of: 'appeal' | 'grievance' | 'finding', groups: readonly Grouping[]): Counting => ({
  classes: [{ name: 'due', of: [leaf('yes'), leaf('no')] }],
  leaf: (sums, name) => timely(of, sums)[name === 'yes' ? 'yes' : 'no'],
  groups,
})
