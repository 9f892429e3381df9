import { expect, test } from 'vitest'
import { parseLegalId } from '../../src/platform/identifiers.ts'
import { seedOrganisations } from './organisations.ts'
import { seedCapacities, seedPartners } from './partners.ts'

const everyone = [...seedOrganisations, ...seedPartners]
test('every partner is there once, after its holding, and every capacity has its body', () => {
  const keys = everyone.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  const beforeHolding = everyone.filter(({ parent }, place) => parent !== undefined && !keys.slice(0, place).includes(parent))
  expect(beforeHolding).toEqual([])
  for (const [organisation] of seedCapacities) expect(keys).toContain(organisation)
})
test('six holdings each have subsidiaries', () => {
  const holdings = everyone.filter(({ type }) => type === 'holding')
  expect(holdings).toHaveLength(6)
  for (const { key } of holdings) expect(everyone.filter(({ parent }) => parent === key).length).toBeGreaterThanOrEqual(2)
})
test('invented legal IDs are well formed and in no range that a register gives out', () => {
  for (const { legalId } of seedPartners) {
    if (legalId === undefined) continue
    expect(parseLegalId(legalId)).toEqual({ value: legalId })
    expect(legalId).toMatch(/^99/)
  }
})
test('nobody has more in use than there is', () => {
  for (const [, , , , , total, used] of seedCapacities) expect(used).toBeLessThanOrEqual(total)
})
