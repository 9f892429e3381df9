import type { Server } from './server.ts'
import type { words } from './start-words.ts'

export interface Telling {
  readonly address: string
  readonly say: (key: keyof typeof words, values?: Readonly<Record<string, string>>) => void
}
/** What follows the first listening: the demonstration says what it is. */
export async function prepareMode({ house }: Server, { say }: Telling): Promise<void> {
  if (house.mode === 'demo') say('demo-marked')
}
