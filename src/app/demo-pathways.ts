import type { ExitRow } from '../modules/pathways/contract/exit-table.ts'
import { insertEdition } from '../modules/pathways/store/exit-table.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { addDays } from '../platform/time.ts'

interface Place {
  readonly planId: string
  readonly startedOn: string
  readonly idOf: (name: string) => string
}
const line = (support: ExitRow['support'], what: string, happens: string): ExitRow => ({
  support,
  what,
  happens,
  sourceNumber: null,
  sourceDate: null,
})
/** The first edition of the demonstration: no letter is invented, every source says that it is unknown. */
const rows: readonly ExitRow[] = [
  line(
    'relief-committee',
    'مستمری ماهانه و خدمات درمانی شاید کم یا بریده شود.',
    'پس از آن‌که درآمد یا بیمه در سامانه‌ها دیده شود؛ زمانش روشن نیست.',
  ),
  line('behzisti', 'مستمری ماهانه شاید کم یا بریده شود.', 'پس از بازنگری پرونده؛ زمانش روشن نیست.'),
  line('survivor-pension', 'سهم دختر از مستمری پدر یا مادر به نداشتن شغل و نداشتن همسر بسته است.', 'از روزی که شغل بیمه‌ای ثبت شود.'),
  line('insurance', 'بیمهٔ تازه شاید جای بیمهٔ اکنون را بگیرد؛ دو بیمه با هم نمی‌ماند.', 'از روز ثبت بیمهٔ تازه.'),
  line('cash-subsidy', 'دهک خانوار شاید بالا برود و یارانه کم شود.', 'با بازنگری بعدی دهک‌ها؛ زمانش روشن نیست.'),
]
export async function settlePathways(tx: Tx, house: House, { planId, startedOn, idOf }: Place): Promise<void> {
  await insertEdition(tx, {
    planId,
    id: idOf('exit-edition'),
    inForceFrom: startedOn,
    letterNumber: 'ن/۱۰۳',
    letterDate: startedOn,
    showBy: addDays(startedOn, 14),
    accountId: idOf('founder'),
    at: house.clock(),
    rows,
  })
}
