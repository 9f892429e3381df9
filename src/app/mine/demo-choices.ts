import { type DemoWoman, demoWomen } from '../../access/demo.ts'
import { numbersOfPhone } from '../../access/sign-in/hers/files.ts'
import { lotOf } from '../../access/sign-in/hers/pins.ts'
import { isPlainPin, isRefusedByLot } from '../../access/sign-in/hers/rules.ts'
import { sql } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'

/** An invented woman as the marked demonstration shows her: whose story it is, her phone and the number that opens her pages. */
export interface DemoChoice {
  readonly phone: string
  readonly pin: string
  readonly place: string
}
/** The number an invented woman has in this house: every house refuses others by lot, and she takes the next one. */
export function demoPinOf({ vault }: Pick<House, 'vault'>, planId: string, { phone, pin }: Pick<DemoWoman, 'phone' | 'pin'>): string {
  const index = vault.blindIndex(planId, 'phone', phone)
  let tried = String(pin)
  while (isPlainPin(tried) || isRefusedByLot(lotOf({ vault }, index, tried))) tried = String(Number(tried) + 1)
  return tried
}
/** Those of the invented women who have set their number here; nobody in a real house, whatever stands in it. */
export async function listDemoChoices(house: House, planId: string | null): Promise<readonly DemoChoice[]> {
  if (house.mode !== 'demo' || planId === null) return []
  const indexOf = ({ phone }: DemoWoman): Buffer => house.vault.blindIndex(planId, 'phone', phone)
  const known = await house.door.asOwnerOnce(async (tx) => {
    const counts = sql.join(demoWomen.map((one) => sql`(select count(*)::int from ${numbersOfPhone(planId, indexOf(one))})`))
    const { rows } = await sql<{ counts: number[] }>`select array[${counts}] as counts`.execute(tx)
    return rows[0]?.counts ?? []
  })
  return demoWomen
    .filter((_, place) => (known[place] ?? 0) > 0)
    .map((one) => ({ phone: one.phone, pin: demoPinOf(house, planId, one), place: one.place }))
}
