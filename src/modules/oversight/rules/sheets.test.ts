import { expect, test } from 'vitest'
import type { DeskLine, PledgeLine } from '../contract/sheets.ts'
import { deskRows, hideFew, MOST_LINES, pledgesOnSheet } from './sheets.ts'

const line = (countyCode: string, desk: DeskLine['desk'], days: number, more: Partial<DeskLine> = {}): DeskLine => ({
  countyCode,
  desk,
  organisationName: null,
  files: 2,
  medianDays: days,
  longestDays: days + 1,
  ...more,
})
test('desks of counties stand beside each other, bodies apart, the desk where most days were waited first', () => {
  const rows = deskRows([
    line('1801', 'office', 3),
    line('1803', 'agency', 40, { organisationName: 'الف' }),
    line('1803', 'agency', 5, { organisationName: 'ب' }),
    line('1804', 'office', 9),
  ])
  expect(rows.map(({ desk, organisationName, files, longestDays }) => [desk, organisationName, files, longestDays])).toEqual([
    ['agency', 'الف', 2, 41],
    ['office', null, 4, 10],
    ['agency', 'ب', 2, 6],
  ])
  expect([...(rows[1]?.byCounty.keys() ?? [])]).toEqual(['1801', '1804'])
  expect(deskRows([])).toEqual([])
})
test('a sheet holds as many promises as fit, late payments first', () => {
  const pledge = (place: number, daysLate: number): PledgeLine => ({
    organisationName: `${place}`,
    title: '',
    unit: '',
    promised: 1,
    called: 0,
    accepted: 0,
    paidRial: place,
    daysLate,
  })
  const shown = pledgesOnSheet([...Array.from({ length: 9 }, (_, place) => pledge(place, 0)), pledge(99, 12)])
  expect(shown).toHaveLength(MOST_LINES)
  expect(shown.map(({ organisationName }) => organisationName).slice(0, 2)).toEqual(['99', '8'])
})
test('on a county’s sheet fewer than ten women are not counted aloud', () => {
  const obstacle = { title: '', since: '2026-01-01', hasArrangement: false }
  expect([9, 10, 14].map((blocked) => hideFew({ ...obstacle, blocked }).blocked)).toEqual([null, 10, 14])
})
