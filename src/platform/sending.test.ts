import { expect, test } from 'vitest'
import { newCommandId, sendingOf } from './sending.ts'

const tried = (result: string, id = newCommandId()) => ({ caseId: 'a', id, result })

test('what is said again after no answer came is the same sending, with the ids of the first', () => {
  const first = sendingOf(tried('no-answer'), undefined)
  expect(sendingOf(tried('no-answer'), first)).toBe(first)
})
test('what was kept on the device goes out under the command it was kept with', () => {
  const kept = newCommandId()
  const first = sendingOf(tried('spoke'), undefined, kept)
  expect([first.command, sendingOf(tried('spoke'), first, kept)]).toEqual([kept, first])
})
test('what is said otherwise is a sending of its own', () => {
  const first = sendingOf(tried('no-answer'), undefined)
  const second = sendingOf(tried('spoke'), first)
  expect(second.command).not.toBe(first.command)
  expect(second.input).toMatchObject({ result: 'spoke' })
})
test('an id that was not made here is part of what is said', () => {
  const first = sendingOf(tried('spoke', '01a20dd7-e1ed-7b35-88bf-b4b008750baf'), undefined)
  expect(sendingOf(tried('spoke', '01a20dd7-e1ed-7b35-88bf-b4b008750bb0'), first).command).not.toBe(first.command)
})
test('ids inside lists are seen through too, and every new id is another one', () => {
  const answers = () => [{ id: newCommandId(), answer: true }]
  const first = sendingOf({ answers: answers() }, undefined)
  expect(sendingOf({ answers: answers() }, first)).toBe(first)
  expect(newCommandId()).not.toBe(newCommandId())
})
