import type { z } from 'zod'
import type { Action } from '../access/actions.ts'

/** What a request was about, for history and for whoever reads it: ids and codes only, never text about a person. */
export interface Subject {
  readonly type: string
  readonly id: string
  readonly personId?: string | undefined
  readonly caseId?: string | undefined
  readonly countyCode?: string | undefined
  readonly organisationId?: string | undefined
}
/** Why a file is opened by someone who does not carry it (roles.md §2, «P»). Shown to her. */
export const purposes = [
  'decide',
  'appeal',
  'duplicate',
  'attendance',
  'inspection',
  'enquiry',
  'grievance',
  'outside-demand',
  'break-glass',
] as const
export type Purpose = (typeof purposes)[number]

/**
 * A route is a value: the server registers it, the browser calls it, OpenAPI describes it, policy guards it, history names it.
 * `path` is served under `/api`; `:name` parts, query and body merge into one `input`.
 */
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly action: Action
  readonly input: I
  readonly output: O
  readonly refusals: readonly string[]
  readonly subject?: (input: z.output<I>, output: z.output<O>) => Subject
  /** A sensitive read: runs read-write and commits its history entry before answering. */
  readonly logged?: boolean
  /** Opens one woman's file with a coded purpose: the database sees `kariz.person` and `kariz.purpose`. */
  readonly opens?: (input: z.output<I>) => { readonly personId: string; readonly purpose: Purpose | undefined }
  /** Open to whoever has no account: so often may it be asked from one address in an hour. */
  readonly mostFromOneAddress?: number
  /** May wait in the field queue. */
  readonly offline?: boolean
  /** A multipart upload: the file arrives as a stream beside the input, which then comes from the query. */
  readonly upload?: { readonly maxBytes: number; readonly mediaTypes: readonly string[] }
  /** Answers bytes instead of JSON: the handler's output is a `Download`. */
  readonly download?: boolean
}
export function route<I extends z.ZodType, O extends z.ZodType>(value: Route<I, O>): Route<I, O> {
  return value
}
