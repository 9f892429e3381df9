import { DEMO_PASSWORD, demoAccounts, demoCode } from '../access/demo.ts'
import { settleDemo } from './demo.ts'
import type { Server } from './server.ts'
import type { words } from './start-words.ts'

type Say = (key: keyof typeof words, values?: Readonly<Record<string, string>>) => void

/** What stands before the first visitor: in the demonstration, its plan and accounts. */
export async function prepareMode({ house, auth, secret }: Server, say: Say): Promise<void> {
  if (house.mode !== 'demo') return
  say('step-demo')
  await settleDemo(house, auth, secret)
  say('demo-marked')
  for (const { role, place, email } of demoAccounts) console.log(`    ${role}  ${email}  (${place})`)
  console.log(`    ${DEMO_PASSWORD}  TOTP ${demoCode(house.clock())}`)
}
