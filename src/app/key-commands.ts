import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type Command, CommandMistake } from '../platform/cli.ts'
import { keyFromLines, linesOf } from '../platform/key-sheet.ts'
import { forgetOtherKeys, OtherMasterKey, openRoot, printOf, sealRoot } from '../platform/root-key.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { format } from '../platform/words.ts'
import { optionsIn } from './command-options.ts'
import { readKey, replaceKey, writeKey } from './key-file.ts'
import { english } from './start-words.en.ts'
import { words } from './start-words.ts'

type Key = keyof typeof words
/** Both languages: whoever reads the sheet in need may read either. */
function said(key: Key, values: Readonly<Record<string, string>> = {}): string {
  return `${format(words[key].message, 'fa', values)}\n${format(english[key], 'en', values)}`
}

export const keyCommands: readonly Command[] = [
  {
    name: 'key sheet',
    help: 'the recovery sheet of the master key, to print and lock away (--data, --real, KARIZ_KEY_FILE as for start)',
    run: async (args) => {
      const { keyFile } = optionsIn(args)
      const key = readKey(keyFile)
      console.log(
        [
          said('sheet-title', { print: printOf(key) }),
          ...linesOf(key).map((line) => `    ${line}`),
          said('sheet-use', { file: keyFile }),
        ].join('\n\n'),
      )
    },
  },
  {
    name: 'key restore',
    help: 'makes the key file again from the lines of its sheet, typed or piped in',
    run: async (args) => {
      const { keyFile } = optionsIn(args)
      if (existsSync(keyFile)) throw new CommandMistake(said('key-is-there', { file: keyFile }))
      if (process.stdin.isTTY) console.log(said('sheet-type'))
      const read = keyFromLines(await text(process.stdin))
      if ('wrong' in read) throw new CommandMistake(said('sheet-wrong', { lines: read.wrong.join(', ') }))
      writeKey(keyFile, read.key)
      console.log(said('key-restored', { file: keyFile, print: printOf(read.key) }))
    },
  },
  {
    name: 'key rotate',
    help: 'puts a new master key in the place of the old one; stop the house first; broken off, it goes on where it was',
    run: async (args, open) => {
      const { keyFile } = optionsIn(args)
      const [old, next] = [readKey(keyFile), `${keyFile}.next`]
      const { door, close } = await open()
      try {
        const root = await openRoot(door, old)
        if (!existsSync(next)) writeKey(next, randomBytes(32))
        const key = readKey(next)
        await sealRoot(door, root, key)
        replaceKey(next, keyFile)
        await forgetOtherKeys(door, key)
        console.log(said('key-rotated', { old: printOf(old), print: printOf(key) }))
      } catch (error) {
        throw error instanceof OtherMasterKey ? new StartFailure('key-of-another-house', keyFile) : error
      } finally {
        await close()
      }
    },
  },
]
