import { type Options, readOptions } from './start.ts'

/** A command takes the options of the data folder from among its own words. */
const DATA_OPTIONS = new Set(['--data', '--real', '--demo'])
export function optionsIn(args: readonly string[]): Options {
  const chosen = args.flatMap((arg, index) => (DATA_OPTIONS.has(arg) ? (arg === '--data' ? [arg, args[index + 1] ?? ''] : [arg]) : []))
  return readOptions(chosen, process.env)
}
