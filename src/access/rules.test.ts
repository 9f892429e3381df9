import { expect, test } from 'vitest'
import type { Given } from './contract/accounts.ts'
import { demoAccounts } from './demo.ts'
import { dutiesOf, isPlainPassword, reasonsNotToApprove, reasonsNotToGive, stateOf, type Waiting } from './rules.ts'
import { words } from './words.ts'

const guide: Given = { role: 'GD', duties: ['registrar'], counties: ['1803'], organisationId: 'o', validFrom: '2026-01-01', validTo: null }
const cases: readonly (readonly [string, Partial<Given>, readonly string[]])[] = [
  ['whole', {}, []],
  ['without an organisation', { organisationId: null }, ['access.organisation-needed']],
  ['without a county', { counties: [] }, ['access.county-needed']],
  ['ending before it begins', { validTo: '2025-12-31' }, ['access.dates-wrong']],
  ['ending on its first day', { validTo: '2026-01-01' }, []],
  ['a guide who decides', { duties: ['decider'] }, ['access.duty-of-another-role']],
  ['an auditor needs neither organisation nor county', { role: 'AU', duties: [], counties: [], organisationId: null }, []],
]
test.each(cases)('an assignment %s', (_, change, reasons) => {
  expect(reasonsNotToGive({ ...guide, ...change })).toEqual(reasons)
})
test('each role of the demonstration says what it does, in both languages', () => {
  const said = new Set<string>(Object.keys(words))
  expect(demoAccounts.map(({ role }) => `demo-${role}`).filter((key) => !said.has(key))).toEqual([])
})
const waiting: Waiting = { accountId: 'her', requestedBy: 'administrator', needsApproval: true, isApproved: false, isEnded: false }
test('who asked, and who would hold it, never approve; with a second approver in the plan only such a one does', () => {
  const approver = { accountId: 'other', duties: ['second-approver'] as const }
  expect(reasonsNotToApprove(waiting, approver, true)).toEqual([])
  expect(reasonsNotToApprove(waiting, { accountId: 'other', duties: [] }, false)).toEqual([])
  expect(reasonsNotToApprove(waiting, { accountId: 'other', duties: ['decider'] }, true)).toEqual(['access.second-approver-needed'])
  for (const accountId of ['her', 'administrator'])
    expect(reasonsNotToApprove(waiting, { ...approver, accountId }, false)).toEqual(['access.nobody-approves-herself'])
  for (const change of [{ isApproved: true }, { isEnded: true }, { needsApproval: false }])
    expect(reasonsNotToApprove({ ...waiting, ...change }, approver, true)).toEqual(['access.not-waiting'])
})
test('an assignment waits, lies ahead, is in force, ends', () => {
  const dated = { needsApproval: true, isApproved: true, isEnded: false, validFrom: '2026-05-01', validTo: '2026-06-01' }
  expect(stateOf(dated, '2026-04-30')).toBe('ahead')
  expect(stateOf(dated, '2026-06-01')).toBe('in-force')
  expect(stateOf(dated, '2026-06-02')).toBe('ended')
  expect(stateOf({ ...dated, isApproved: false }, '2026-05-02')).toBe('waiting')
  expect(stateOf({ ...dated, isApproved: false, isEnded: true }, '2026-05-02')).toBe('ended')
  expect(stateOf({ ...dated, isApproved: false, needsApproval: false, validTo: null }, '2027-01-01')).toBe('in-force')
})
test('duties belong to roles; the administrator and the auditor have none', () => {
  expect(dutiesOf('PO')).toEqual(['decider', 'appeal-reader', 'safety-officer', 'linkage-unit', 'second-approver'])
  expect([...dutiesOf('AD'), ...dutiesOf('AU')]).toEqual([])
})
test('a plain password is known for what it is', () => {
  for (const password of ['aaaaaaaaaa', '1234567890', 'shahin1405', 'my password', 'abababababab'])
    expect({ password, isPlain: isPlainPassword(password, 'shahin@example.org') }).toEqual({ password, isPlain: true })
  expect(isPlainPassword('نخل و دریا و چاه ژرف', 'shahin@example.org')).toBe(false)
})
