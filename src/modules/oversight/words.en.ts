import type { English } from '../../platform/words.ts'
import { grievanceEnglish } from './words/grievances.en.ts'
import { lessonEnglish } from './words/lessons.en.ts'
import { meetingEnglish } from './words/meetings.en.ts'
import { monthEnglish } from './words/months.en.ts'
import { scopeEnglish } from './words/scope.en.ts'
import type { words } from './words.ts'

export const english = {
  scopes: 'Scopes of work',
  grievances: 'Grievances',
  'grievance-figures': 'Grievances in numbers',
  meetings: 'Meetings',
  resolutions: 'Resolutions',
  lessons: 'Lessons of the pilot',
  conformity: 'Conformity to the model',
  governorate: 'Desk of the governorate',
  'action-plan': 'Action plan of the county',
  'monthly-sheets': 'Monthly sheets',
  ...scopeEnglish,
  ...grievanceEnglish,
  ...meetingEnglish,
  ...monthEnglish,
  ...lessonEnglish,
} as const satisfies English<typeof words>
