import type { Answers, Question } from '../contract/follow-ups.ts'

/** Every question has its answer or her silence (null), and no answer stands for a question that was not asked. */
export function reasonsNotToTake(answers: Answers, questions: readonly Question[]): readonly 'outcomes.answers-not-whole'[] {
  const isTold = ({ code, kind, choices }: Question): boolean => {
    if (!(code in answers)) return false
    const answer = answers[code] ?? null
    if (answer === null) return true
    return kind === 'rial' ? typeof answer === 'number' : choices.some((choice) => choice.code === answer)
  }
  const isAsked = (code: string): boolean => questions.some((question) => question.code === code)
  return questions.every(isTold) && Object.keys(answers).every(isAsked) ? [] : ['outcomes.answers-not-whole']
}
/** Rial said twice are the same within a fifth of the greater; nobody keeps her accounts for a caller. */
const NEAR = 0.2
function isSame(one: string | number, other: string | number): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= NEAR * Math.max(one, other)
  return one === other
}
/** What two callers heard: answers both have, and how many of them are the same. A difference is one of asking as much as of telling. */
export function compareAnswers(first: Answers, again: Answers): { readonly compared: number; readonly agreeing: number } {
  const both = Object.keys(first).flatMap((code) => {
    const [one, other] = [first[code] ?? null, again[code] ?? null]
    return one === null || other === null ? [] : [isSame(one, other)]
  })
  return { compared: both.length, agreeing: both.filter((same) => same).length }
}
