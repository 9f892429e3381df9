import { expect, test } from 'vitest'
import { roles } from '../../access/roles.ts'
import { dayOf, linesOf, viewsFor } from './rules.ts'

const onFile = (kind: string, caseId: string, daysLeft: number) => ({ kind, caseId, daysLeft, countyCode: '1803' })
const inList = (kind: string, daysLeft: number, countyCode: string | null = '1803') => ({ kind, caseId: null, daysLeft, countyCode })

test('what is answered in a list is one line with its number, where the most urgent of them stands; a file stands alone', () => {
  const late = inList('enquiry-to-answer', -3)
  const first = onFile('first-contact', 'a', -2)
  const second = onFile('first-contact', 'b', 1)
  const tasks = [late, first, inList('enquiry-to-answer', 0), second, inList('enquiry-to-answer', 4)]
  expect(linesOf(tasks, [])).toEqual([
    { task: late, count: 3, countyCode: '1803' },
    { task: first, count: 1, countyCode: '1803' },
    { task: second, count: 1, countyCode: '1803' },
  ])
})
test('tasks of several counties name none, and the number counts those beyond the list', () => {
  const [here, there] = [inList('appeal-to-assign', 1, '1803'), inList('appeal-to-assign', 2, '1804')]
  expect(linesOf([here, there], [{ kind: 'appeal-to-assign', count: 140 }])).toEqual([{ task: here, count: 140, countyCode: null }])
})
test('only those who carry, answer or decide have tasks about a woman; the administrator has tasks about accounts alone', () => {
  expect(roles.filter((role) => viewsFor(role).length > 0)).toEqual(['PO', 'CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR', 'AU', 'AD'])
  expect(viewsFor('AD')).toEqual(['access.due'])
  expect(viewsFor('MO')).toEqual(['market.due', 'market.order_request_due', 'oversight.grievance_due', 'oversight.visit_due'])
  expect(viewsFor('CA')).toEqual(['oversight.due', 'oversight.grievance_due', 'oversight.visit_due'])
  for (const role of ['OR', 'AU'] as const) expect(viewsFor(role)).toEqual(['oversight.grievance_due'])
})
test('the office, which runs blind, reads views that name no woman', () => {
  expect(viewsFor('PO')).toEqual([
    'people.mass_read_due',
    'enrolment.office_due',
    'interviews.office_due',
    'access.due',
    'partners.due',
    'pathways.office_due',
    'market.order_request_due',
    'reforms.due',
    'oversight.due',
    'oversight.grievance_due',
    'outcomes.office_due',
    'oversight.visit_due',
  ])
})
test('the day of a guide: what is due today by file, the most urgent file first, whoever was tried in vain last', () => {
  const tasks = [
    { caseId: 'a', daysLeft: -9 },
    { caseId: null, daysLeft: -8 },
    { caseId: 'b', daysLeft: -3 },
    { caseId: 'a', daysLeft: 0 },
    { caseId: 'c', daysLeft: 1 },
  ]
  expect(dayOf(tasks, () => false).map(({ caseId, tasks: due }) => [caseId, due.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(dayOf(tasks, (caseId) => caseId === 'a').map(({ caseId }) => caseId)).toEqual(['b', 'a'])
})
