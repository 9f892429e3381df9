import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {
  worklist: 'Worklist',
  'count-tasks': '{n} tasks',
  'no-tasks': 'Nothing waits for you.',
  task: 'Task',
  whose: 'File',
  due: 'Due',
  'due-today': 'today',
  'due-in': '{n} days left',
  'due-late': '{n} days late',
  'task-contact': 'First contact',
  'task-consent': 'Conversation of consent',
  'task-registration': 'Registration',
  'task-place-answer': 'Answer to the granted place',
  'task-decide': 'Eligibility',
  'task-assign-appeal': 'Give the second reading to an office',
  'task-answer-appeal': 'Second reading',
  'task-answer-enquiry': 'Answer to an enquiry',
} as const satisfies English<typeof words>
