import { expect, test } from 'vitest'
import { handled } from '../rooms.ts'
import { words } from './words.ts'

/** Acts about lists, letters and numbers: their entries name no case. */
const ABOUT_NO_CASE = new Set([
  'enrolment.set-priorities',
  'enrolment.read-imports',
  'enrolment.tell-support-status',
  'pathways.publish-exit-table',
  'pathways.keep-centre',
  'interviews.plan-sessions',
  'businesses.keep-hub',
  'matching.open-opportunity',
  'matching.run',
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
test('whatever history tells of a case has words of its own', () => {
  const acts = handled
    .map(({ route }) => route)
    .filter(({ method, logged }) => method !== 'GET' || logged === true)
    .map(({ action }) => action)
    .filter(
      (action) => /^(people|enrolment|interviews|pathways|businesses|matching|market|mine)\./.test(action) && !ABOUT_NO_CASE.has(action),
    )
  expect([...new Set(acts)].filter((action) => !(`act-${action.replace('.', '-')}` in words))).toEqual([])
})
