/** The pictures of the guide: each role sees its page at the width it holds, a phone or a desk. */
export interface Shot {
  /** Its name in `docs/img`. */
  readonly file: string
  /** The end of the name on the account's button; null for a page that needs no sign-in. */
  readonly who: string | null
  readonly width: 390 | 1366
  readonly path: string
  /** What is pressed before the picture: links and buttons by their names, in order. */
  readonly press?: readonly RegExp[]
}
export const shots: readonly Shot[] = [
  { file: 'sign-in', who: null, width: 1366, path: '/' },
  { file: 'citizen-goods', who: null, width: 390, path: '/goods' },
  { file: 'citizen-figures', who: null, width: 390, path: '/figures' },
  { file: 'woman-door', who: null, width: 390, path: '/mine' },
  { file: 'office-overview', who: 'دفتر امور بانوان', width: 1366, path: '/staff/overview' },
  { file: 'office-queue', who: 'دفتر امور بانوان', width: 1366, path: '/staff/queue?countyCode=1803' },
  { file: 'office-plan', who: 'دفتر امور بانوان', width: 1366, path: '/staff/plan' },
  { file: 'office-chains', who: 'دفتر امور بانوان', width: 1366, path: '/staff/chains' },
  { file: 'office-obstacles', who: 'دفتر امور بانوان', width: 1366, path: '/staff/obstacles' },
  { file: 'office-sheet', who: 'دفتر امور بانوان', width: 1366, path: '/staff/sheets' },
  { file: 'office-amayesh', who: 'دفتر امور بانوان', width: 1366, path: '/staff/amayesh' },
  { file: 'governorate-cases', who: 'فرمانداری دشتستان', width: 1366, path: '/staff/cases' },
  { file: 'governorate-desk', who: 'فرمانداری دشتستان', width: 390, path: '/staff/governorate' },
  { file: 'governorate-board', who: 'فرمانداری تنگستان', width: 390, path: '/staff/board' },
  { file: 'executor-sessions', who: 'مجری', width: 1366, path: '/staff/interviews?countyCode=1803' },
  { file: 'agency-imports', who: 'بهزیستی دشتستان', width: 1366, path: '/staff/imports' },
  { file: 'agency-enquiries', who: 'بهزیستی دشتستان', width: 1366, path: '/staff/enquiries' },
  { file: 'decider-undecided', who: 'بررسی شرایط', width: 1366, path: '/staff/undecided' },
  { file: 'reader-appeals', who: 'بررسی دوباره', width: 390, path: '/staff/appeals' },
  { file: 'interviewer-seats', who: 'گفت‌وگوی کاری، جهاد دانشگاهی', width: 390, path: '/staff/my-sessions' },
  { file: 'caller-calls', who: 'گفت‌وگوی کاری، تعاون و کار', width: 390, path: '/staff/calls' },
  { file: 'guide-today', who: 'رهیار دشتستان', width: 390, path: '/staff/today' },
  { file: 'guide-worklist', who: 'رهیار دشتستان', width: 390, path: '/staff/worklist' },
  { file: 'guide-files', who: 'رهیار دشتستان', width: 390, path: '/staff/my-files' },
  { file: 'market-order', who: 'بازار دشتستان', width: 1366, path: '/staff/orders', press: [/کیسهٔ پارچه‌ای|لباس کار/] },
  { file: 'market-run', who: 'بازار دشتستان', width: 1366, path: '/staff/runs', press: [/۱۴۰۵/] },
  { file: 'holding-realisation', who: 'هلدینگ نمایشی موج', width: 1366, path: '/staff/realisation' },
  { file: 'auditor-glasses', who: 'ممیز', width: 1366, path: '/staff/broken-glass' },
  { file: 'administrator-accounts', who: 'راهبر سامانه', width: 1366, path: '/staff/accounts' },
]
