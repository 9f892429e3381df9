import { type Handled, handle } from '../platform/http.ts'
import { refuse } from '../platform/refusal.ts'
import { NOBODY } from './actor.ts'
import { listDemoAccounts, readSelf } from './contract.ts'
import { DEMO_PASSWORD, demoAccounts, demoCode } from './demo.ts'
import { actionsOf } from './policy.ts'
import { findAccount, listAssignmentsInForce } from './store.ts'

export const accessApi: readonly Handled[] = [
  handle(readSelf, async ({ actor, house, today }) => {
    const isSignedIn = actor.accountId !== NOBODY
    const [account, assignments] = await house.door.asOwner(
      async (tx) => [await findAccount(tx, actor.accountId), await listAssignmentsInForce(tx, actor.accountId, today)] as const,
    )
    return {
      isSignedIn,
      isDemo: house.mode === 'demo',
      hasSecondFactor: account?.twoFactorEnabled === true,
      name: account?.name ?? null,
      assignments,
      current: actor.assignmentId,
      actions: [...actionsOf(actor)],
    }
  }),
  handle(listDemoAccounts, async ({ house, now }) => {
    if (house.mode !== 'demo') refuse('platform.not-found')
    return {
      accounts: demoAccounts.map(({ email, name, role, duties, place }) => ({ email, name, role, duties: [...duties], place })),
      password: DEMO_PASSWORD,
      code: demoCode(now),
    }
  }),
]
