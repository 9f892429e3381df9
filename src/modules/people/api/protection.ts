import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/protection.ts'
import { workingDaysLater } from '../rules.ts'
import { findAddress, findContact, findIdentity } from '../store/file.ts'
import * as glass from '../store/glass.ts'
import { findSafety } from '../store/groups.ts'
import * as store from '../store/protection.ts'
import { opened, openedToWrite } from './opened.ts'

const REVIEW_DAYS = 3

export const protectionApi: readonly Handled[] = [
  handle(contract.findOfficers, async (call) => {
    const { whose } = await opened(call)
    return { officers: await store.findOfficers(call.tx, { ...whose, name: call.input.name, today: call.today }) }
  }),
  handle(contract.listBarredOfficers, async (call) => {
    const { whose } = await opened(call)
    return { officers: await store.listBarred(call.tx, whose) }
  }),
  handle(contract.barOfficer, async (call) => {
    const { input, tx, now, actor } = call
    const { whose, key } = await openedToWrite(call)
    if (!(await store.isOfficer(tx, actor.planId, input.accountId))) refuse('people.officer-unknown')
    if (!(await store.insertBar(tx, key, whose, { ...input, askedBy: actor.accountId, at: now }))) refuse('people.already-barred')
    await store.restampBarred(tx, whose)
    return { officers: await store.listBarred(tx, whose) }
  }),
  handle(contract.liftBar, async (call) => {
    const { whose } = await openedToWrite(call)
    if (!(await store.endBar(call.tx, { ...whose, accountId: call.input.accountId, at: call.now }))) refuse('people.not-barred')
    await store.restampBarred(call.tx, whose)
    return { officers: await store.listBarred(call.tx, whose) }
  }),
  handle(contract.breakGlass, async (call) => {
    const { input, tx, now, today, actor, note } = call
    const { whose, key, scope } = await openedToWrite(call)
    if ((await glass.findOpenGlass(tx, { personId: input.personId, accountId: actor.accountId, at: now })) !== undefined)
      refuse('people.glass-open')
    const until = new Date(now.getTime() + contract.GLASS_HOURS * 3_600_000)
    const reviewDueOn = workingDaysLater(today, REVIEW_DAYS)
    await glass.insertGlass(tx, key, whose, { ...input, scope, accountId: actor.accountId, at: now, until, reviewDueOn })
    note({ reason: input.reason, untold: input.isUnsafeToTell })
    return { id: input.id, until: until.toISOString(), reviewDueOn }
  }),
  handle(contract.readBehindGlass, async (call) => {
    const { input, tx, now, actor, note } = call
    const { whose, key } = await opened(call)
    const open = await glass.findOpenGlass(tx, { personId: input.personId, accountId: actor.accountId, at: now })
    if (open === undefined) return refuse('people.glass-closed')
    note({ untold: open.isUnsafeToTell })
    const safety = await findSafety(tx, key, whose)
    return {
      identity: (await findIdentity(tx, key, whose)) ?? refuse('platform.not-found'),
      contact: (await findContact(tx, key, whose)) ?? null,
      address: (await findAddress(tx, key, whose)) ?? null,
      deliveryRule: safety?.deliveryRule ?? null,
      note: safety?.note ?? null,
      until: open.until.toISOString(),
    }
  }),
  handle(contract.listBrokenGlass, async ({ tx }) => ({ glasses: await glass.listGlasses(tx) })),
  handle(contract.reviewBrokenGlass, async (call) => {
    const { input, tx, actor, now, about, note } = call
    const one = (await glass.lockGlass(tx, input.id)) ?? refuse('platform.not-found')
    if (one.account_id === actor.accountId) refuse('people.own-glass')
    if (one.verdict !== null) refuse('people.glass-reviewed')
    about({ personId: one.person_id })
    note({ verdict: input.verdict, untold: !input.mayBeTold })
    return (await glass.setVerdict(tx, { ...input, accountId: actor.accountId, at: now })) ?? refuse('platform.version-stale')
  }),
]
