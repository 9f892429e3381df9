import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { GroundClass } from '../../plan/contract.ts'
import { ExitAct, ExitAnswer, Manner } from '../contract/exit-table.ts'
import type { HerFacts } from '../rules/exit-table.ts'
import type { Scope } from './scope.ts'

/** On which day each edition was shown to her. */
export async function listShowings(tx: Tx, personId: string) {
  const rows = await tx
    .selectFrom('pathways.exit_showing')
    .select(['edition_id', 'shown_on'])
    .where('person_id', '=', personId)
    .limit(100)
    .execute()
  return rows.map((row) => ({ editionId: row.edition_id, shownOn: row.shown_on }))
}
export async function listAnswers(tx: Tx, { personId, editionId }: { readonly personId: string; readonly editionId: string }) {
  const rows = await tx
    .selectFrom('pathways.exit_answer')
    .select(['act', 'answer', 'manner', 'answered_on'])
    .where('person_id', '=', personId)
    .where('edition_id', '=', editionId)
    .orderBy('act')
    .execute()
  return rows.map((row) => ({
    act: ExitAct.parse(row.act),
    answer: ExitAnswer.parse(row.answer),
    manner: Manner.parse(row.manner),
    answeredOn: row.answered_on,
  }))
}
interface Word {
  readonly editionId: string
  readonly manner: string
  readonly sealedWitness: Buffer | null
  readonly on: string
  readonly accountId: string
}
/** That she was shown an edition; a second showing of the same changes nothing. */
export async function insertShowing(tx: Tx, scope: Scope, word: Word & { readonly id: string }): Promise<void> {
  await tx
    .insertInto('pathways.exit_showing')
    .values({
      ...scope,
      id: word.id,
      edition_id: word.editionId,
      manner: word.manner,
      sealed_witness: word.sealedWitness,
      shown_on: word.on,
      account_id: word.accountId,
    })
    .onConflict((clash) => clash.constraint('exit_showing_once').doNothing())
    .execute()
}
/** Her last word about an act stands; how often she changed it is counted nowhere. */
export async function putAnswer(tx: Tx, scope: Scope, word: Word & { readonly act: string; readonly answer: string }): Promise<void> {
  const said = {
    answer: word.answer,
    manner: word.manner,
    sealed_witness: word.sealedWitness,
    answered_on: word.on,
    account_id: word.accountId,
  }
  await tx
    .insertInto('pathways.exit_answer')
    .values({ ...scope, edition_id: word.editionId, act: word.act, ...said })
    .onConflict((clash) => clash.constraint('exit_answer_pkey').doUpdateSet(said))
    .execute()
}
/** What her file says that decides which lines come first, as far as the reader may see it; nothing of it is kept. */
export async function findHerFacts(tx: Tx, personId: string, today: string): Promise<HerFacts> {
  const periods = await sql<{ agency_code: string; status: string }>`
    select distinct on (period.organisation_id) organisation.agency_code, period.status
    from enrolment.support_period period join partners.organisation organisation on organisation.id = period.organisation_id
    where period.person_id = ${personId} and organisation.agency_code is not null
    order by period.organisation_id, period.known_at desc, period.id desc`.execute(tx)
  const ground = await tx
    .selectFrom('people.ground')
    .select('ground_class')
    .where('person_id', '=', personId)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', today)]))
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  const covers = new Set(['covered', 'empowerment-period', 're-entered'])
  return {
    coveredBy: periods.rows.filter(({ status }) => covers.has(status)).map(({ agency_code: code }) => code),
    groundClass: ground === undefined ? null : GroundClass.parse(ground.ground_class),
  }
}
/**
 * Whether the table in force on a day was shown to her and her last word about this act is to go on. Yes or no and nothing else leaves, whoever
 * asks: the room that is about to act often sees neither her file nor her answers.
 */
export async function goesOn(
  tx: Tx,
  asked: { readonly planId: string; readonly personId: string; readonly act: ExitAct; readonly today: string },
): Promise<boolean> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ yes: boolean }>`
      select exists (
        select from pathways.exit_showing showing join pathways.exit_answer answer
          on answer.plan_id = showing.plan_id and answer.person_id = showing.person_id and answer.edition_id = showing.edition_id
        where showing.plan_id = ${asked.planId} and showing.person_id = ${asked.personId} and answer.act = ${asked.act} and answer.answer = 'goes-on'
          and showing.edition_id = (select id from pathways.exit_edition where plan_id = ${asked.planId} and in_force_from <= ${asked.today}
            order by in_force_from desc, number desc limit 1)) as yes`.execute(tx),
  )
  return rows[0]?.yes === true
}
/** The same of many women at once: who was shown the table in force on a day and goes on with this act. */
export async function listGoingOn(
  tx: Tx,
  asked: { readonly planId: string; readonly personIds: readonly string[]; readonly act: ExitAct; readonly today: string },
): Promise<ReadonlySet<string>> {
  if (asked.personIds.length === 0) return new Set()
  const { rows } = await beyondReach(tx, () =>
    sql<{ person_id: string }>`
      select distinct showing.person_id from pathways.exit_showing showing join pathways.exit_answer answer
        on answer.plan_id = showing.plan_id and answer.person_id = showing.person_id and answer.edition_id = showing.edition_id
      where showing.plan_id = ${asked.planId} and showing.person_id = any (${[...asked.personIds]}::uuid[]) and answer.act = ${asked.act}
        and answer.answer = 'goes-on'
        and showing.edition_id = (select id from pathways.exit_edition where plan_id = ${asked.planId} and in_force_from <= ${asked.today}
          order by in_force_from desc, number desc limit 1)`.execute(tx),
  )
  return new Set(rows.map((row) => row.person_id))
}
