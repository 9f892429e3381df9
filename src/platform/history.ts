import type { Actor } from '../access/actor.ts'
import type { Tx } from './db.ts'
import type { Purpose, Subject } from './route.ts'
import { touchedWrite } from './touched.ts'

/** Coded facts only: numbers, codes, ids, dates. Never a name, number or sentence about a person. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** One entry of history, in the permanent format of the first migration. */
export interface Entry {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly subject: Subject
  readonly facts: Facts
  readonly digest: Buffer
  readonly requestId: string
  readonly deviceAt?: Date | undefined
  readonly purpose?: Purpose | undefined
  readonly batchId?: string | undefined
}

export function rowOf(actor: Actor & { readonly planId: string }, entry: Entry) {
  return {
    plan_id: actor.planId,
    id: entry.id,
    at: entry.at,
    device_at: entry.deviceAt ?? null,
    account_id: actor.accountId,
    assignment_id: actor.assignmentId,
    role: actor.role,
    office_id: actor.organisationId,
    purpose: entry.purpose ?? null,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    person_id: entry.subject.personId ?? null,
    case_id: entry.subject.caseId ?? null,
    county_code: entry.subject.countyCode ?? null,
    organisation_id: entry.subject.organisationId ?? null,
    batch_id: entry.batchId ?? null,
    facts: JSON.stringify(entry.facts),
    digest: entry.digest,
    request_id: entry.requestId,
  }
}
/** Appends entries beside the one the platform writes for the route: an import, say, writes one per row under one batch. */
export async function appendHistory(tx: Tx, actor: Actor, entries: readonly Entry[]): Promise<void> {
  const { planId } = actor
  if (entries.length === 0 || planId === null) return
  const rows = entries.map((entry) => rowOf({ ...actor, planId }, entry))
  await tx.insertInto('platform.history').values(rows).execute()
  await touchedWrite(rows)?.execute(tx)
}
