import type { ExitRow } from '../modules/pathways/contract/exit-table.ts'
import { insertCentre, insertCentreGuide } from '../modules/pathways/store/centres.ts'
import { insertEdition } from '../modules/pathways/store/exit-table.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { addDays, dayIn, TEHRAN } from '../platform/time.ts'

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
  await settleCentres(tx, house, { planId, startedOn, idOf })
}
/** Three centres: one with room, one small, and one whose licence ends soon. */
const CENTRES = [
  ['nakhl', 'مرکز مشاورهٔ نخل (نمایشی)', '1803', 40, 400],
  ['morvarid', 'مرکز مشاورهٔ مروارید (نمایشی)', '1801', 12, 400],
  ['khorshid', 'مرکز مشاورهٔ خورشید (نمایشی)', '1804', 20, 18],
] as const
async function settleCentres(tx: Tx, house: House, { planId, startedOn, idOf }: Place): Promise<void> {
  const today = dayIn(TEHRAN, house.clock())
  for (const [index, [key, name, countyCode, places, days]] of CENTRES.entries())
    await insertCentre(tx, planId, {
      id: idOf(`centre/${key}`),
      name,
      countyCode,
      licenceNumber: `م/${index + 41}`,
      licenceFrom: addDays(startedOn, -90),
      licenceTo: addDays(today, days),
      places,
    })
  const accountId = idOf('account/rahyar2-dashtestan@kariz.example')
  await insertCentreGuide(tx, planId, { id: idOf('centre-guide/nakhl'), centreId: idOf('centre/nakhl'), accountId, today: startedOn })
}
