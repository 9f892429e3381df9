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
  'task-first-contact': 'First contact',
  'task-consent-talk': 'Conversation of consent',
  'task-registration': 'Registration',
  'task-place-to-answer': 'Answer to the granted place',
  'task-pause-to-review': 'End of a pause',
  'task-transfer-to-accept': 'File from another county',
  'task-enquiry-to-answer': 'Answer to an enquiry',
  'task-appeal-to-read': 'Second reading',
  'task-decision-to-make': 'Eligibility',
  'task-appeal-to-assign': 'Give the second reading to an office',
  'task-appeal-answer-waiting': 'Second reading awaited',
  'task-offer-waiting': 'Place awaits her answer',
  'task-out-of-turn-to-settle': 'Settle a place out of turn',
  'task-place-to-offer': 'A free place for the next in line',
} as const satisfies English<typeof words>
