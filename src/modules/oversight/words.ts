import { navWords } from './nav-words.ts'
import { grievanceWords } from './words/grievances.ts'
import { lessonWords } from './words/lessons.ts'
import { meetingWords } from './words/meetings.ts'
import { monthWords } from './words/months.ts'
import { scopeWords } from './words/scope.ts'
import { sheetWords } from './words/sheets.ts'
import { visitWords } from './words/visits.ts'

/** Every text of the room; a page takes its own part from `words/`, so that it brings no more than it says. */
export const words = {
  ...navWords,
  ...scopeWords,
  ...grievanceWords,
  ...meetingWords,
  ...monthWords,
  ...lessonWords,
  ...visitWords,
  ...sheetWords,
}
