import type { Tx } from '../../../platform/db.ts'
import type { Question } from '../contract/follow-ups.ts'

/** The version of the questions in force on a day; a follow-up keeps the one it began with. */
export async function instrumentOn(tx: Tx, day: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('outcomes.instrument')
    .select('code')
    .where('in_force_from', '<=', day)
    .orderBy('in_force_from', 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.code
}
/** The questions of one follow-up, in their order: the first has eight, later ones ask what the ledger cannot know as well. */
export async function listQuestions(
  tx: Tx,
  { instrumentCode, isFirst, isKnown }: { readonly instrumentCode: string; readonly isFirst: boolean; readonly isKnown: boolean },
): Promise<readonly Question[]> {
  const questions = await tx
    .selectFrom('outcomes.question')
    .select(['code', 'kind', 'sentence', 'not_in_first', 'is_once'])
    .where('instrument_code', '=', instrumentCode)
    .orderBy('place')
    .execute()
  const choices = await tx
    .selectFrom('outcomes.choice')
    .select(['question_code', 'code', 'sentence'])
    .where('instrument_code', '=', instrumentCode)
    .orderBy('question_code')
    .orderBy('place')
    .execute()
  return questions
    .filter((question) => (isFirst ? !question.not_in_first : !(question.is_once && isKnown)))
    .map(({ code, kind, sentence }) => ({
      code,
      sentence,
      kind: kind === 'rial' ? 'rial' : 'choice',
      choices: choices
        .filter((choice) => choice.question_code === code)
        .map((choice) => ({ code: choice.code, sentence: choice.sentence })),
    }))
}
