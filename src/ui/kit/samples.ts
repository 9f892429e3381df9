/** Invented samples, enough of them to search in and to scroll through. */
const STEMS = ['بنه', 'چاه', 'کلل', 'دهقاید', 'نظرآقا', 'زیارت', 'درودگاه', 'سعدآباد', 'تنگ‌ارم', 'طلحه', 'شول', 'کره‌بند']
const ENDS = ['بالا', 'پایین', 'شرقی', 'غربی', 'کوچک', 'بزرگ', 'خضر', 'سالم', 'جمال', 'سرخ', 'پیر', 'نو']
export const settlements = STEMS.flatMap((stem, at) => ENDS.map((end, place) => ({ value: `${at}-${place}`, label: `${stem} ${end}` })))
export const counties = [
  { value: '1801', label: 'بوشهر' },
  { value: '1803', label: 'دشتستان' },
  { value: '1804', label: 'دشتی' },
] as const
export type County = (typeof counties)[number]['value']

export interface Sample {
  readonly id: number
  readonly name: string
  readonly county: County
  readonly days: number
}
const NAMES = ['زهرا عباسی', 'فاطمه دشتی‌زاده', 'مریم غلامی', 'سکینه بحرینی', 'خدیجه رنجبر', 'معصومه تنگستانی']
export const samples: readonly Sample[] = NAMES.map((name, id) => ({
  id,
  name,
  county: id % 3 === 0 ? '1801' : id % 3 === 1 ? '1803' : '1804',
  days: (id * 7) % 20,
}))
export const LONG = 5000
