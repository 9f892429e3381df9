import { demoSheets } from '../../db/seed/sheets.ts'
import { downloadSampleSheet, listSampleSheets } from '../modules/enrolment/contract/imports.ts'
import type { House } from '../platform/house.ts'
import { type Handled, handle } from '../platform/http.ts'
import { refuse } from '../platform/refusal.ts'

/** The seed is the same for everyone, so that guides can speak of row and column. */
const sheetsOf = ({ mode }: House) => (mode === 'demo' ? demoSheets('kariz') : [])

export const sampleSheetsApi: readonly Handled[] = [
  handle(listSampleSheets, async ({ house }) => ({
    sheets: sheetsOf(house).map(({ fileName }, index) => ({ number: index + 1, fileName })),
  })),
  handle(downloadSampleSheet, async ({ input, house }) => sheetsOf(house)[input.number - 1] ?? refuse('platform.not-found')),
]
