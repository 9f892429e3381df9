import type { PreciseGround } from '../../src/modules/people/contract.ts'
import { nationalIdCheckDigit } from '../../src/platform/identifiers.ts'
import { isoOfJalali } from '../../src/platform/jalali.ts'
import { commonNames, familyNames, fatherNames, oldNames, youngNames } from './names.ts'
import type { Random } from './random.ts'

/** An invented woman who heads a household. Fields bear the names and values of the rooms that keep them. */
export interface InventedWoman {
  readonly givenName: string
  readonly familyName: string
  readonly fatherName: string
  /** Right by its check digit, made by chance. */
  readonly nationalId: string
  readonly bornOn: string
  readonly age: number
  readonly countyCode: string
  readonly settlement: string
  readonly phone: string | null
  readonly whosePhone: 'own' | 'relative' | 'neighbour' | 'shared' | null
  readonly phoneKind: 'none' | 'simple' | 'smart'
  readonly ground: PreciseGround
  readonly reads: 'no' | 'little' | 'yes'
  readonly education: 'none' | 'primary' | 'secondary' | 'diploma' | 'higher'
  readonly householdSize: number
  readonly dependants: number
  readonly dependantsUnderSeven: number
  readonly hasDisability: boolean
  readonly placeToWork: 'own' | 'rented-allowed' | 'rented-not-allowed' | 'relatives' | 'none'
  readonly works: boolean
}
export interface Where {
  readonly countyCode: string
  /** The Jalali year ages are counted to. */
  readonly jalaliYear: number
}
const here: Where = { countyCode: '1803', jalaliYear: 1405 }

/** First three digits of national IDs by office of registration; a few women were registered in Tehran or Shiraz. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  '1801': ['349', '350'],
  '1802': ['355', '732'],
  '1803': ['351', '352', '532', '610'],
  '1804': ['354'],
}
const elsewhere: readonly string[] = ['349', '353', '006', '005', '229']
/** Towns and villages in which the invented women live. */
const settlements: Readonly<Record<string, readonly string[]>> = {
  '1801': ['بوشهر', 'چغادک', 'عالی‌شهر', 'خارک'],
  '1802': ['اهرم', 'دلوار', 'آباد', 'چاه‌پیر'],
  '1803': [
    'برازجان',
    'سعدآباد',
    'وحدتیه',
    'شبانکاره',
    'دالکی',
    'تنگ ارم',
    'کلمه',
    'بوشکان',
    'آب‌پخش',
    'بنار سلیمانی',
    'زیارت',
    'دهرود',
    'درواهی',
  ],
  '1804': ['خورموج', 'کاکی', 'شنبه', 'بادوله', 'بحیری'],
}

/**
 * One invented woman. Shares follow the census of 2016 for women heads of household: half are 60 or older, about 54 % cannot read, 68 % are
 * widowed, 44 % live alone, 14 % work. What goes together in life goes together here: older women are widows, alone, and read less.
 */
export function inventWoman(random: Random, { countyCode, jalaliYear }: Where = here): InventedWoman {
  const ground = random.weighted<PreciseGround>(grounds)
  const age = ageOf(random, ground)
  const reads = readsAt(random, age)
  const household = householdOf(random, ground, age)
  const isOld = age >= 50
  const given = random.chance(0.3) ? random.pick(commonNames) : random.pick(random.chance(isOld ? 0.85 : 0.25) ? oldNames : youngNames)
  return {
    givenName: random.chance(0.04) ? `سیده ${given}` : given,
    familyName: random.pick(familyNames),
    fatherName: random.pick(fatherNames),
    nationalId: inventNationalId(random, countyCode),
    bornOn: isoOfJalali(jalaliYear - age, random.whole(1, 12), random.whole(1, 29)) ?? `${jalaliYear + 621 - age}-06-01`,
    age,
    countyCode,
    settlement: random.pick(settlements[countyCode] ?? settlements['1803'] ?? ['برازجان']),
    ...contactOf(random, age),
    ground,
    reads,
    education: educationOf(random, reads, age),
    ...household,
    hasDisability: random.chance(ground === 'husband-disabled' ? 0.9 : 0.14),
    placeToWork: random.weighted<InventedWoman['placeToWork']>([
      ['own', 52],
      ['relatives', 22],
      ['rented-allowed', 10],
      ['rented-not-allowed', 10],
      ['none', 6],
    ]),
    works: random.chance(isOld ? 0.07 : 0.25),
  }
}
const grounds: readonly (readonly [PreciseGround, number])[] = [
  ['widowed', 67],
  ['presumed-death', 1],
  ['divorced', 12],
  ['never-married', 8],
  ['husband-in-custody', 3],
  ['husband-disabled', 3],
  ['husband-illness-of-addiction', 2],
  ['husband-absent', 1],
  ['husband-missing', 1],
  ['elderly-alone', 2],
]
/** In completed years. */
function ageOf(random: Random, ground: PreciseGround): number {
  const older = (): number => 60 + Math.floor(28 * random.next() * random.next())
  if (ground === 'elderly-alone') return older()
  if (ground === 'widowed' || ground === 'presumed-death') return random.chance(0.67) ? older() : random.whole(29, 59)
  if (ground === 'never-married') return random.chance(0.12) ? older() : random.whole(38, 59)
  return random.chance(0.1) ? older() : random.whole(21, 59)
}
function readsAt(random: Random, age: number): InventedWoman['reads'] {
  const no = age >= 60 ? 0.84 : age >= 45 ? 0.36 : 0.07
  if (random.chance(no)) return 'no'
  return random.chance(age >= 45 ? 0.5 : 0.15) ? 'little' : 'yes'
}
function educationOf(random: Random, reads: InventedWoman['reads'], age: number): InventedWoman['education'] {
  if (reads === 'no') return 'none'
  if (reads === 'little') return 'primary'
  const higher = age < 40 ? 25 : 6
  return random.weighted<InventedWoman['education']>([
    ['primary', 25],
    ['secondary', 30],
    ['diploma', 40],
    ['higher', higher],
  ])
}
function householdOf(random: Random, ground: PreciseGround, age: number) {
  const alone = ground.startsWith('husband')
    ? 0.04
    : ground === 'elderly-alone'
      ? 1
      : age >= 60
        ? 0.6
        : ground === 'never-married'
          ? 0.5
          : 0.27
  if (random.chance(alone)) return { householdSize: 1, dependants: 0, dependantsUnderSeven: 0 }
  const householdSize = random.weighted([
    [2, 38],
    [3, 30],
    [4, 19],
    [5, 9],
    [6, 4],
  ])
  const dependants = random.whole(age >= 60 ? 0 : 1, householdSize - 1)
  const small = age < 45 && ground !== 'never-married' ? random.whole(0, Math.min(2, dependants)) : 0
  return { householdSize, dependants, dependantsUnderSeven: small }
}
/** Two of three have a telephone of their own; the others are called through somebody, and some through nobody. */
function contactOf(random: Random, age: number): Pick<InventedWoman, 'phone' | 'whosePhone' | 'phoneKind'> {
  const isOld = age >= 60
  const whosePhone = random.weighted<InventedWoman['whosePhone']>([
    ['own', isOld ? 55 : 84],
    ['relative', isOld ? 26 : 8],
    ['shared', 6],
    ['neighbour', isOld ? 5 : 1],
    [null, isOld ? 8 : 2],
  ])
  if (whosePhone === null) return { phone: null, whosePhone, phoneKind: 'none' }
  return { phone: inventMobile(random), whosePhone, phoneKind: random.chance(isOld ? 0.25 : 0.8) ? 'smart' : 'simple' }
}
/** E.164. */
export function inventMobile(random: Random): string {
  return `+98${random.pick(['917', '917', '917', '930', '990', '935'])}${String(random.whole(0, 9_999_999)).padStart(7, '0')}`
}
/** Nine in ten are registered in the county they live in. */
export function inventNationalId(random: Random, countyCode: string): string {
  const prefix = random.pick(random.chance(0.9) ? (prefixes[countyCode] ?? elsewhere) : elsewhere)
  const nine = `${prefix}${String(random.whole(0, 999_999)).padStart(6, '0')}`
  return `${nine}${nationalIdCheckDigit(nine)}`
}

/** Several invented women, no two of one national ID; where a telephone is shared or a neighbour's, some other woman of the list may have it too. */
export function inventWomen(random: Random, count: number, where: Where = here): readonly InventedWoman[] {
  const women: InventedWoman[] = []
  const taken = new Set<string>()
  while (women.length < count) {
    const woman = inventWoman(random, where)
    if (taken.has(woman.nationalId)) continue
    taken.add(woman.nationalId)
    const lenders = women.filter(({ phone, settlement }) => phone !== null && settlement === woman.settlement)
    const isLent = (woman.whosePhone === 'shared' || woman.whosePhone === 'neighbour') && lenders.length > 0 && random.chance(0.6)
    women.push(isLent ? { ...woman, phone: random.pick(lenders).phone } : woman)
  }
  return women
}
