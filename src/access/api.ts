import { type Handled, handle } from '../platform/http.ts'
import { refuse } from '../platform/refusal.ts'
import { NOBODY } from './actor.ts'
import { accountsApi } from './api/accounts.ts'
import { invitationsApi } from './api/invitations.ts'
import { messagesApi } from './api/messages.ts'
import { listDemoAccounts, readSelf } from './contract.ts'
import { DEMO_PASSWORD, demoAccounts, demoCode } from './demo.ts'
import { actionsOf } from './policy.ts'
import { needsSecondFactor } from './roles.ts'
import { countWaiting, findAccount, listAssignmentsInForce } from './store.ts'

export const accessApi: readonly Handled[] = [
  handle(readSelf, async ({ actor, house, today }) => {
    const isSignedIn = actor.accountId !== NOBODY
    const { account, assignments, waiting } = await house.door.asOwner(async (tx) => ({
      account: await findAccount(tx, actor.accountId),
      assignments: await listAssignmentsInForce(tx, actor.accountId, today),
      waiting: await countWaiting(tx, actor.accountId, today),
    }))
    const hasSecondFactor = account?.twoFactorEnabled === true
    return {
      isSignedIn,
      isDemo: house.mode === 'demo',
      hasSecondFactor,
      mustSetSecondFactor: !hasSecondFactor && (waiting > 0 || assignments.some(needsSecondFactor)),
      waiting,
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
  ...accountsApi,
  ...invitationsApi,
  ...messagesApi,
]
