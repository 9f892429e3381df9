import { expect, test } from 'vitest'
import { roles } from '../../access/roles.ts'
import { kindsFor } from './rules.ts'

test('a registrar reaches, asks and registers; a guide without that duty does not', () => {
  expect(kindsFor({ role: 'GD', duties: ['registrar'] })).toContain('contact')
  expect(kindsFor({ role: 'GD', duties: [] })).not.toContain('contact')
})
test('only a decider decides, and only an appeal reader reads again', () => {
  expect(roles.filter((role) => kindsFor({ role, duties: ['decider'] }).includes('decide'))).toEqual(['PO'])
  expect(roles.filter((role) => kindsFor({ role, duties: ['appeal-reader'] }).includes('answer-appeal'))).toEqual(['AG'])
})
test('the administrator, the auditor and the governorate have no task about a woman', () => {
  for (const role of ['AD', 'AU', 'CA'] as const) expect(kindsFor({ role, duties: ['decider', 'registrar'] })).toEqual([])
})
