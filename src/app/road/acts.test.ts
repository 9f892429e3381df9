import { expect, test } from 'vitest'
import { handled } from '../rooms.ts'
import { words } from './words.ts'

/** Acts about lists, letters and numbers: their entries name no case. */
const ABOUT_NO_CASE = new Set([
  'outcomes.enter-price-index',
  'outcomes.publish',
  'reforms.move',
  'reforms.keep-arrangement',
  'enrolment.set-priorities',
  'enrolment.read-imports',
  'enrolment.tell-support-status',
  'pathways.publish-exit-table',
  'pathways.keep-centre',
  'interviews.plan-sessions',
  'businesses.keep-hub',
  'matching.open-opportunity',
  'matching.run',
  'people.review-mass-read',
  'market.call',
  'market.answer-call',
  'market.measure',
  'market.except-floor',
  'market.split',
  'market.end-order',
  'market.request-order',
  'market.read-order-requests',
  'market.answer-order-request',
])
/** Of oversight visits alone name a case: a complaint lies on its own, so that a file never says who complained. */
const OF_OVERSIGHT = ['plan-visit', 'hold-visit', 'keep-visit-word']
const isOfCase = (action: string): boolean =>
  OF_OVERSIGHT.some((act) => action === `oversight.${act}`) ||
  (/^(people|enrolment|interviews|pathways|businesses|matching|market|mine|outcomes|reforms|road)\./.test(action) &&
    !ABOUT_NO_CASE.has(action))
test('whatever history tells of a case has words of its own', () => {
  const acts = handled
    .map(({ route }) => route)
    .filter(({ method, logged }) => method !== 'GET' || logged === true)
    .map(({ action }) => action)
    .filter(isOfCase)
  expect([...new Set(acts)].filter((action) => !(`act-${action.replace('.', '-')}` in words))).toEqual([])
})
