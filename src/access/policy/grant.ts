import type { Purpose } from '../../platform/route.ts'
import type { Action } from '../actions.ts'
import type { ActorRole, Duty } from '../roles.ts'

/**
 * How far an action reaches. The same words stand in `db/policies.sql`, where each is an expression over columns of the row:
 * all (the plan) · county · organisation (rows it owns) · shared (rows shared with it) · assigned (files she or he carries) ·
 * desk (what lies on the desk of one's office: in its counties, of its organisation, of files one carries) ·
 * opened (the one file named in the request) · file (opened, with a coded purpose) · glass (opened in danger, for three hours) · own (her own rows, or one's own account) ·
 * seat (a conversation one sits at, from a day before to three days after) ·
 * caller (a follow-up one was given, within its days, while one neither carries the file nor is of the executor).
 * Organisation and shared give an officer of an agency the rows of her counties only (decision 0018).
 */
export type Reach =
  | 'all'
  | 'county'
  | 'organisation'
  | 'shared'
  | 'assigned'
  | 'desk'
  | 'opened'
  | 'file'
  | 'glass'
  | 'own'
  | 'seat'
  | 'caller'
export interface Grant {
  readonly reach: Reach
  /** Any one of these duties is needed. */
  readonly duties?: readonly Duty[]
  /** Which coded purposes may open the file; all, when absent. */
  readonly purposes?: readonly Purpose[]
}
export type RoomPolicy<Room extends string> = Readonly<
  Record<Extract<Action, `${Room}.${string}`>, Readonly<Partial<Record<ActorRole, Reach | Grant>>>>
>
