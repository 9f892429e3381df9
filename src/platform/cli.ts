import type { Door } from './db.ts'

/** One command of `kariz`: its words, a line of help, and what it does. Prints its result; throws a sentence when it cannot. */
export interface Command {
  /** `territory boundaries` for example. */
  readonly name: string
  readonly help: string
  readonly run: (args: readonly string[], open: () => Promise<Opened>) => Promise<void>
}
/** A database opened for a command, and how to leave it. */
export interface Opened {
  readonly door: Door
  readonly migrated: readonly string[]
  readonly close: () => Promise<void>
}
/** A mistake of whoever typed: said as it is, without a stack. */
export class CommandMistake extends Error {}
