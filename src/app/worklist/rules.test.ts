import { expect, test } from 'vitest'
import { roles } from '../../access/roles.ts'
import { viewsFor } from './rules.ts'

test('only those who carry, answer or decide have tasks about a woman; the administrator has tasks about accounts alone', () => {
  expect(roles.filter((role) => viewsFor(role).length > 0)).toEqual(['PO', 'AG', 'GD', 'AD'])
  expect(viewsFor('AD')).toEqual(['access.due'])
})
test('the office, which runs blind, reads views that name no woman', () => {
  expect(viewsFor('PO')).toEqual(['enrolment.office_due', 'access.due'])
})
