import type { English } from '../../platform/words.ts'
import { grievanceEnglish } from './words/grievances.en.ts'
import { lessonEnglish } from './words/lessons.en.ts'
import { meetingEnglish } from './words/meetings.en.ts'
import { monthEnglish } from './words/months.en.ts'
import { scopeEnglish } from './words/scope.en.ts'
import { sheetEnglish } from './words/sheets.en.ts'
import { visitEnglish } from './words/visits.en.ts'
import type { words } from './words.ts'

export const english = {
  scopes: 'Scopes of work',
  sheets: 'Sheets to sign',
  grievances: 'Grievances',
  meetings: 'Meetings',
  resolutions: 'Resolutions',
  lessons: 'Lessons of the pilot',
  conformity: 'Conformity to the model',
  governorate: 'Desk of the governorate',
  'action-plan': 'Action plan of the county',
  'monthly-sheets': 'Monthly sheets',
  ...scopeEnglish,
  visits: 'Visits',
  'site-findings': 'Findings of visits',
  ...grievanceEnglish,
  ...meetingEnglish,
  ...monthEnglish,
  ...lessonEnglish,
  ...visitEnglish,
  ...sheetEnglish,
} as const satisfies English<typeof words>
