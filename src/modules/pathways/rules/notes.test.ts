import { expect, test } from 'vitest'
import { reasonsNotToNote } from './notes.ts'

const today = '2026-11-24'
const called = { channel: 'phone', standing: 'goes-well', level: 'normal', text: null, heldOn: today } as const
test('a contact may go without a sentence, a note may not', () => {
  expect(reasonsNotToNote(called, today)).toEqual([])
  expect(reasonsNotToNote({ ...called, channel: 'none', standing: null }, today)).toEqual(['pathways.note-empty'])
  expect(reasonsNotToNote({ ...called, level: 'confidential' }, today)).toEqual(['pathways.note-empty'])
  expect(reasonsNotToNote({ ...called, level: 'confidential', text: 'گفت' }, today)).toEqual([])
})
test('a contact says how she stands, and nothing else does', () => {
  expect(reasonsNotToNote({ ...called, standing: null }, today)).toEqual(['pathways.standing-missing'])
  expect(reasonsNotToNote({ ...called, channel: 'none', text: 'نامه رسید' }, today)).toEqual(['pathways.standing-without-contact'])
})
test('what waited on a phone for a fortnight arrives; a day to come and an older one are refused', () => {
  expect(reasonsNotToNote({ ...called, heldOn: '2026-11-10' }, today)).toEqual([])
  expect(reasonsNotToNote({ ...called, heldOn: '2026-11-09' }, today)).toEqual(['pathways.note-day-wrong'])
  expect(reasonsNotToNote({ ...called, heldOn: '2026-11-25' }, today)).toEqual(['pathways.note-day-wrong'])
})
