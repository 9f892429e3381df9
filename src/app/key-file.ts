import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFailure } from '../platform/start-failure.ts'

/** The master key in its file: 32 bytes as 64 hexadecimal letters. Refuses key-file-unreadable. */
export function readKey(file: string): Buffer {
  const key = Buffer.from(textOf(file), 'hex')
  if (key.length !== 32) throw new StartFailure('key-file-unreadable', file)
  return key
}
/** Writes a key where no file is yet, for its owner's eyes alone; on the disk before anything is sealed under it. */
export function writeKey(file: string, key: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, `${key.toString('hex')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
/** Puts a written key in the place of another, at once. */
export function replaceKey(from: string, to: string): void {
  renameSync(from, to)
  const folder = openSync(dirname(to), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new StartFailure('key-file-unreadable', file)
  }
}
