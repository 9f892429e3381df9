import { expect, test } from 'vitest'
import { roles } from '../../access/roles.ts'
import { viewFor } from './rules.ts'

test('only those who carry, answer or decide have tasks about a woman', () => {
  expect(roles.filter((role) => viewFor(role) !== undefined)).toEqual(['PO', 'AG', 'GD'])
})
test('the office, which runs blind, reads a view that names no woman', () => {
  expect(viewFor('PO')).toBe('enrolment.office_due')
})
