import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {
  divisions: 'Divisions of the country',
  'boundaries-source': 'Boundaries: {source}',
  'no-divisions': 'Nothing is kept below this division.',
  code: 'Official code',
  name: 'Name',
  level: 'Kind',
  'level-province': 'Province',
  'level-county': 'County',
  'level-district': 'District',
  'level-city': 'City',
  'level-rural-district': 'Rural district',
  'level-settlement': 'Settlement',
  back: 'Back to {name}',
} as const satisfies English<typeof words>
