/** Invented orders of the demonstration: who wants what, and how far each has come. */
export interface SeedOrder {
  readonly key: string
  readonly buyer: string
  readonly title: string
  readonly unit: string
  readonly quantity: number
  readonly rateRial: number
  readonly costsRial: number
  readonly minutesPerPiece: number | null
  readonly smallestLot: number
  readonly materialBy: 'buyer' | 'her'
  readonly paymentDays: number
  /** Days before today on which it was called. */
  readonly ago: number
  /** Days from today until the pieces are due. */
  readonly dueIn: number
  /** How much it takes of the holding's promise to buy; null without one. */
  readonly called: number | null
  readonly hub: string | null
  readonly state: 'called' | 'refused' | 'ordered' | 'cancelled' | 'closed'
  /** How far its lot has come; null while nobody has one. */
  readonly lot:
    | 'offered'
    | 'terms-read'
    | 'accepted'
    | 'declined'
    | 'ordered'
    | 'material-delivered'
    | 'produced'
    | 'checked'
    | 'delivered'
    | 'due'
    | 'paid-to-her'
    | 'confirmed-by-her'
    | null
}
const goods = [
  ['لباس کار دوخته در خانه', 'دست', 24, 450_000, 45, 'buyer', 20_000],
  ['سفرهٔ حصیری آب‌پخش', 'تخته', 18, 900_000, 90, 'her', 150_000],
  ['بستهٔ خرمای شسته', 'بسته', 60, 85_000, 6, 'buyer', 5_000],
  ['کیسهٔ پارچه‌ای', 'عدد', 80, 70_000, 8, 'buyer', 2_000],
  ['گبهٔ کوچک شول', 'تخته', 4, 14_000_000, 1200, 'her', 3_000_000],
] as const
const hubs = ['بنار سلیمانی', 'سرای محلهٔ برازجان', null] as const
/** An order the buyer took on, before anybody has a lot of it. */
const BELOW_FLOOR = 8
type Life = readonly [state: SeedOrder['state'], lot: SeedOrder['lot']]
const ordered = (lot: SeedOrder['lot']): Life => ['ordered', lot]
/** Two that keep somebody waiting: the holding has not paid for what it took weeks ago, and a guide has not heard an answer yet. */
const LATE: Readonly<Record<number, number>> = { 25: 35, 13: 20 }
const lives: readonly Life[] = [
  ...Array.from({ length: 4 }, (): Life => ['called', null]),
  ...Array.from({ length: 3 }, (): Life => ['refused', null]),
  ...Array.from({ length: 3 }, (): Life => ['ordered', null]),
  ['closed', 'confirmed-by-her'],
  ['cancelled', null],
  ...(['offered', 'terms-read', 'accepted', 'confirmed-by-her', 'ordered', 'material-delivered'] as const).map(ordered),
  ...(['produced', 'checked', 'delivered', 'confirmed-by-her', 'due', 'paid-to-her', 'paid-to-her', 'due', 'declined'] as const).map(
    ordered,
  ),
  ['cancelled', null],
  ...Array.from({ length: 2 }, (): Life => ['closed', 'confirmed-by-her']),
]
/** Days from the call to the last thing that happened to a lot; what is still under way happened lately, so that only some of it is late. */
const LASTED: Readonly<Record<NonNullable<SeedOrder['lot']>, number>> = {
  offered: 5,
  'terms-read': 6,
  accepted: 7,
  declined: 7,
  ordered: 8,
  'material-delivered': 9,
  produced: 24,
  checked: 26,
  delivered: 27,
  due: 28,
  'paid-to-her': 44,
  'confirmed-by-her': 46,
}
const LONGEST = 64
/** What is under way happened lately, save what is late; orders without a lot wait since last week. */
function agoOf([state, lot]: Life, place: number): number {
  if (lot === null) return state === 'ordered' ? 7 : LONGEST
  if (lot === 'confirmed-by-her') return LONGEST
  return LASTED[lot] + (LATE[place] ?? 1)
}
export const seedOrders: readonly SeedOrder[] = lives.map((life, place) => {
  const [state, lot] = life
  const [title, unit, quantity, rateRial, minutesPerPiece, materialBy, costsRial] = goods[place % goods.length] ?? goods[0]
  return {
    key: String(place + 1),
    buyer: place % 3 === 2 ? 'holding-packing' : 'holding',
    title,
    unit,
    quantity,
    // One call is for less than the floor of an hour: no lot of it goes out.
    rateRial: place === BELOW_FLOOR ? Math.floor(rateRial / 2) : rateRial,
    costsRial,
    minutesPerPiece,
    smallestLot: Math.max(1, Math.floor(quantity / 4)),
    materialBy,
    paymentDays: lot === 'due' ? 15 : 45,
    ago: agoOf(life, place),
    dueIn: 20 + (place % 5) * 7,
    called: place % goods.length === 0 && place % 3 !== 2 ? quantity : null,
    hub: hubs[place % hubs.length] ?? null,
    state,
    lot,
  }
})
