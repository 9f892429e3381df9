import { sql, type Tx } from '../../../platform/db.ts'
import { InterviewState } from '../contract/sessions.ts'

interface Row {
  readonly interview_id: string
  readonly person_id: string
  readonly case_id: string
  readonly file_number: string
  readonly county_code: string
  readonly held_on: string | null
  readonly told_on: string | null
  readonly state: string
  readonly since: Date
}
/** First conversations whose second was asked for as a second reading and is not settled yet; where an id is given, that one alone. */
export async function listSecondReadings(tx: Tx, interviewId: string | null = null) {
  const { rows } = await sql<Row>`
    select first.id as interview_id, first.person_id, first.case_id, file.file_number, first.county_code, first.held_on, first.told_on, second.state, second.since
    from interviews.interview second
    join interviews.interview first on first.plan_id = second.plan_id and first.id = second.first_id
    join enrolment."case" file on file.plan_id = first.plan_id and file.id = first.case_id
    where second.second_reason = 'appeal' and second.state not in ('told', 'cancelled') and (${interviewId}::uuid is null or first.id = ${interviewId}::uuid)
    order by second.since, second.id limit 250`.execute(tx)
  return rows.map((row) => ({
    caseId: row.case_id,
    reading: {
      interviewId: row.interview_id,
      personId: row.person_id,
      fileNumber: row.file_number,
      countyCode: row.county_code,
      heldOn: row.held_on,
      toldOn: row.told_on,
      state: InterviewState.parse(row.state),
      since: row.since.toISOString(),
    },
  }))
}
