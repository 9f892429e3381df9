import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/mass-reads.ts'
import { isMassReadOpen, reasonsNotToReview } from '../rules.ts'
import { namesOf } from '../store/glass.ts'
import * as store from '../store/mass-reads.ts'

const DAYS = 30
const DAY = 86_400_000
async function shown({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>, rows: readonly store.StoredMassRead[]) {
  const names = await namesOf(
    tx,
    rows.flatMap(({ accountId, reviewedBy }) => (reviewedBy === null ? [accountId] : [accountId, reviewedBy])),
  )
  return rows.map((row): contract.MassRead => {
    const { accountId, role, hour, files, reason, reviewedBy, reviewedAt } = row
    const isReviewed = reason !== null && reviewedBy !== null && reviewedAt !== null && !isMassReadOpen(row)
    return {
      accountId,
      accountName: names.get(accountId) ?? '',
      role,
      hour: hour.toISOString(),
      files,
      review: isReviewed ? { by: names.get(reviewedBy) ?? '', at: reviewedAt.toISOString(), reason } : null,
      isOwn: accountId === actor.accountId,
    }
  })
}
export const massReadsApi: readonly Handled[] = [
  handle(contract.listMassReads, async (call) => {
    const { tx, actor, now, today } = call
    const { value: above } = await parameterOn(tx, 'mass-read', { day: today })
    const since = new Date(now.getTime() - DAYS * DAY)
    const reads = await shown(call, await store.listMassReads(tx, { planId: actor.planId, since, above }))
    return { above, open: reads.filter(({ review }) => review === null).length, reads }
  }),
  handle(contract.reviewMassRead, async (call) => {
    const { input, tx, actor, now, today } = call
    const { planId, accountId: by } = actor
    const { value: above } = await parameterOn(tx, 'mass-read', { day: today })
    const since = new Date(input.hour)
    const asked = async () => {
      const rows = await store.listMassReads(tx, { planId, since, above, one: input })
      return rows.find(({ hour }) => hour.getTime() === since.getTime()) ?? refuse('platform.not-found')
    }
    const found = await asked()
    refuseIf(reasonsNotToReview(found, by))
    if (!(await store.keepReview(tx, { ...found, planId, reason: input.reason, by, at: now }))) refuse('people.mass-read-reviewed')
    const [one = refuse('platform.not-found')] = await shown(call, [await asked()])
    return one
  }),
]
