import { newLink, sendLink } from '../access/sign-in/links.ts'
import { insertAssignment } from '../access/store/assignments.ts'
import { insertInvitation } from '../access/store/invitations.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { queueMessage } from '../platform/outbox.ts'
import { addDays, dayIn, TEHRAN } from '../platform/time.ts'

/** What an administrator of the demonstration finds under way: an open invitation, one past its time, assignments that wait, a message that failed. */
interface Ids {
  readonly planId: string
  readonly accountOf: (key: string) => string
  readonly organisationOf: (key: string) => string
}
export async function settleAdministration(tx: Tx, house: House, { planId, accountOf, organisationOf }: Ids): Promise<void> {
  const now = house.clock()
  const today = dayIn(TEHRAN, now)
  const asked = { planId, requestedBy: accountOf('rahbar'), at: now, validFrom: today, validTo: null }
  const acecr = { ...asked, organisationId: organisationOf('acecr') }
  for (const waiting of [
    { ...acecr, account: 'rahyar-dashti', name: 'خدیجه کاکی‌زاده', role: 'GD', duties: ['registrar'], counties: ['1802'] },
    {
      ...asked,
      account: 'kar',
      name: 'نرگس تنگسیری',
      role: 'AG',
      duties: [],
      counties: ['1803'],
      organisationId: organisationOf('labour'),
    },
    {
      ...asked,
      account: 'taeed',
      name: 'فرزانه نخلی',
      role: 'PO',
      duties: ['decider'],
      counties: [],
      organisationId: organisationOf('office'),
    },
  ] as const)
    await insertAssignment(tx, {
      ...waiting,
      duties: [...waiting.duties],
      counties: [...waiting.counties],
      id: house.newId(),
      accountId: accountOf(waiting.account),
    })
  const guide = { role: 'GD' as const, organisationId: organisationOf('acecr'), validFrom: today, validTo: addDays(today, 365) }
  for (const [name, email, county, daysAgo] of [
    ['گلنار تنگستانی', 'golnar@kariz.example', '1802', 0],
    ['هاجر دیری', 'hajar@kariz.example', '1801', 9],
  ] as const) {
    const at = new Date(now.getTime() - daysAgo * 86_400_000)
    const link = newLink(house, at)
    const given = { ...guide, duties: ['registrar' as const], counties: [county] }
    const made = { planId, id: house.newId(), kind: 'invite', email, name, given, invitedBy: accountOf('rahbar'), at } as const
    await insertInvitation(tx, { ...made, tokenHash: link.hash, expiresAt: link.expiresAt })
    await sendLink(tx, house, { planId, kind: 'invite', email, link })
  }
  const text = 'پیامی برای شما هست. لطفاً در ساعت اداری با ۰۷۷۰۰۰۰۰۰۰۰ تماس بگیرید. کاریز'
  const failed = await queueMessage(tx, house, { planId, template: 'call-office', channel: 'sms', to: '09170000000', text })
  await tx
    .updateTable('platform.message')
    .set({ state: 'failed', attempts: 5 })
    .where('plan_id', '=', planId)
    .where('id', '=', failed)
    .execute()
}
