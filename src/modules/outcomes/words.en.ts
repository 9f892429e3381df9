import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {
  'price-index': 'Price index',
  'price-index-hint':
    'Prices of each month, from a letter. Real income is said in rials of {month}; for a month without an index only the income of the month is said, and nothing is guessed.',
  'no-price-index': 'No index has been entered yet. Until then real income is not said.',
  'base-month-missing': 'The index of {month} is not entered; without it real income is not said.',
  'enter-price-index': 'Enter the index of a month',
  'correct-price-index': 'Correct',
  month: 'Month',
  'index-value': 'Index',
  'index-value-hint': 'The number of the letter, with up to two decimals, such as 285.4',
  'base-year': 'Base year (its prices = 100)',
  'letter-number': 'Letter number',
  'letter-date': 'Letter date',
  letter: '{number}, {day}',
  edition: 'Edition',
  'edition-holds': 'in force',
  'edition-corrected': 'corrected',
  save: 'Save',
  'month-not-over': 'This month is not over yet. The index of a month is entered once it has ended.',
  'price-index-changed-meanwhile': 'Somebody has just entered the index of this month. Look at the list, and correct it if it is wrong.',
} as const satisfies English<typeof words>
