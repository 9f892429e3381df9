import { NOBODY, service } from '../access/actor.ts'
import { DEMO_PASSWORD, demoAccounts, demoCode } from '../access/demo.ts'
import { addressOf, newLink } from '../access/sign-in/links.ts'
import { insertInvitation, withdrawOpen } from '../access/store/invitations.ts'
import { touchAll } from '../modules/outcomes/store/board.ts'
import { insertPlan } from '../modules/plan/new-plan.ts'
import { findOpenPlan } from '../modules/plan/port.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { OUTBOX_JOB } from '../platform/outbox.ts'
import { dayIn, TEHRAN } from '../platform/time.ts'
import { countedBesideCases } from './board-following.ts'
import { demoPlanId, planGoals, settleDemo } from './demo.ts'
import { peopleDemo } from './demo-women.ts'
import type { Server } from './server.ts'
import type { words } from './start-words.ts'

type Say = (key: keyof typeof words, values?: Readonly<Record<string, string>>) => void

/** What stands before the first visitor: in the demonstration, its plan and accounts; in a house without an administrator, the link for the first. */
export async function prepareMode({ house, secret }: Pick<Server, 'house' | 'secret'>, say: Say): Promise<void> {
  if (house.mode === 'real') {
    const address = await inviteFirstAdministrator(house)
    if (address !== null) say('first-administrator', { address })
    return
  }
  say('step-demo')
  await settleDemo(house, secret)
  house.wake(OUTBOX_JOB)
  await peopleDemo(house, (done, all) => say('step-women', { done: String(done), all: String(all) }))
  // Some of the invented lives were set beside the acts that would have told the board.
  await house.door.asActor(service(demoPlanId), (tx) => touchAll(tx, demoPlanId, countedBesideCases))
  say('demo-marked')
  for (const { role, place, email } of demoAccounts) console.log(`    ${role}  ${email}  (${place})`)
  console.log(`    ${DEMO_PASSWORD}  TOTP ${demoCode(house.clock())}`)
}

/**
 * The one-time link of the first administrator, while nobody holds that role; every start gives a new one and the older no longer opens. Founds the
 * plan when there is none: its counties, quotas and parameters follow by the office's letters. Null once an administrator exists.
 */
export async function inviteFirstAdministrator(house: House): Promise<string | null> {
  const now = house.clock()
  return house.door.asOwner(async (tx) => {
    const held = await tx
      .selectFrom('access.assignment')
      .select('id')
      .where('role', '=', 'AD')
      .where('ended_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (held !== undefined) return null
    const planId = (await findOpenPlan(tx)) ?? (await foundPlan(tx, house))
    const link = newLink(house, now)
    await withdrawOpen(tx, { kind: 'invite', email: null, at: now })
    const given = { role: 'AD', duties: [], counties: [], organisationId: null, validFrom: dayIn(TEHRAN, now), validTo: null } as const
    const open = { planId, id: house.newId(), kind: 'invite', email: null, name: null, invitedBy: NOBODY, at: now } as const
    await insertInvitation(tx, { ...open, given: { ...given, duties: [], counties: [] }, tokenHash: link.hash, expiresAt: link.expiresAt })
    return addressOf(house, link)
  })
}
async function foundPlan(tx: Tx, house: House): Promise<string> {
  const id = house.newId()
  const startedOn = dayIn(TEHRAN, house.clock())
  await insertPlan(tx, {
    id,
    title: 'طرح جامع توانمندسازی اقتصادی زنان سرپرست خانوار',
    provinceCode: '18',
    ownerId: null,
    startedOn,
    goals: planGoals,
    pilotCounties: [],
    document: { title: 'پیش‌فرض سامانه', number: 'پیش‌فرض سامانه', date: startedOn },
    newId: house.newId,
  })
  return id
}
