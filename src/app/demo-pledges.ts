import { type SeedPledge, seedPledges } from '../../db/seed/pledges.ts'
import { demoId } from './demo.ts'
import type { Act, Stage } from './demo-stage.ts'

const STEPS = ['announced', 'in-writing', 'vetted', 'signed', 'open'] as const

/** The promises of the invented partners, from the first word to the open day, each step by whom it belongs to; and two who answered the call. */
export async function promise(stage: Stage): Promise<void> {
  for (const pledge of seedPledges) await play(stage, pledge)
  await answerCall(stage)
}
async function play(stage: Stage, pledge: SeedPledge): Promise<void> {
  const id = demoId(`pledge/${pledge.key}`)
  const begun = stage.today - pledge.daysAgo
  const act = (step: string, who: string, after: number, more: Pick<Act, 'url' | 'body'>): Promise<boolean> =>
    stage.act({ name: `pledge/${pledge.key}/${step}`, who, day: begun + after, ...more })
  // The holding of the demonstration speaks for itself; for the others a person of the office writes down what they said.
  const own = pledge.who === 'holding' ? 'holding' : 'hamsani'
  const { kind, title, quantity, unit, valueRial, promisedAs, counties } = pledge
  const days = { startsOn: stage.dateOf(begun), dueOn: stage.dateOf(begun + 365), groupNote: null, fieldCode: null }
  const what = { id, organisationId: demoId(`organisation/${pledge.who}`), promisedAs, kind, title, quantity, unit, valueRial }
  await act('announce', own, 0, { url: '/partners/pledges', body: { ...what, ...days, counties: [...counties], parts: [] } })
  const at = `/partners/pledges/${id}`
  const isEnded = pledge.reached === 'fulfilled' || pledge.reached === 'lapsed' || pledge.reached === 'withdrawn'
  const last =
    pledge.reached === 'fulfilled' || pledge.reached === 'lapsed' ? 'open' : pledge.reached === 'withdrawn' ? 'in-writing' : pledge.reached
  const reaches = STEPS.indexOf(last === 'one-opinion' ? 'in-writing' : last)
  const letter = (kindOfLetter: string, after: number): object => ({
    [`${kindOfLetter}Number`]: `ن/${300 + seedPledges.indexOf(pledge)}`,
    [`${kindOfLetter}Date`]: stage.dateOf(begun + after),
  })
  if (reaches >= 1) await act('write', own, 9, { url: `${at}/document`, body: { ...letter('document', 8), version: 1 } })
  const opinion = (who: string, isFit: boolean) => ({
    opinionId: demoId(`opinion/${pledge.key}/${who}`),
    isFit,
    reasons: 'سند و کارنامهٔ سال پیش دیده شد.',
    version: 2,
  })
  if (reaches >= 2 || pledge.reached === 'one-opinion')
    await act('first', 'daftar', 14, { url: `${at}/opinions`, body: opinion('daftar', true) })
  if (reaches >= 2) await act('second', 'barresi', 16, { url: `${at}/opinions`, body: opinion('barresi', true) })
  if (reaches >= 3) await act('sign', 'daftar', 25, { url: `${at}/sign`, body: { ...letter('letter', 25), version: 3 } })
  if (reaches >= 4) await act('open', 'daftar', 27, { url: `${at}/open`, body: { version: 4 } })
  if (!isEnded) return
  if (pledge.reached === 'withdrawn')
    await act('withdraw', own, 30, { url: `${at}/withdraw`, body: { reason: 'ضمانت به بانک دیگری سپرده شد.', version: 2 } })
  else
    await act('end', 'daftar', 245, {
      url: `${at}/end`,
      body: {
        to: pledge.reached,
        reason: pledge.reached === 'fulfilled' ? 'همهٔ ماه‌ها انجام شد.' : 'مهلت گذشت و دوره برگزار نشد.',
        version: 5,
      },
    })
}
/** One waits for two readers, one has been read by one of them. */
async function answerCall(stage: Stage): Promise<void> {
  const applied = [
    ['dates', 'کارگاه بسته‌بندی نخلستان (نمایشی)', 'legal', ['buyer'], 'خرید ماهانهٔ سیصد بستهٔ خرمای شسته و بسته‌بندی‌شده تا پایان سال.', 6],
    ['teacher', 'آموزگار گلیم‌بافی (نمایشی)', 'natural', ['driver', 'volunteer'], 'آموزش گلیم‌بافی به هشت نفر، هفته‌ای دو روز.', 2],
  ] as const
  for (const [key, name, personKind, wanted, offer, ago] of applied) {
    const id = demoId(`application/${key}`)
    const body = { id, manner: 'self', personKind, name, phone: '09170000000', wanted: [...wanted], counties: ['1803'], offer }
    await stage.act({ name: `application/${key}`, who: 'anyone', day: stage.today - ago, url: '/partners/applications', body })
    if (key === 'teacher') continue
    const opinion = { opinionId: demoId(`opinion/${key}`), isFit: true, reasons: 'کارگاه دیده شد و خریدهای پیشین درست است.', version: 1 }
    await stage.act({
      name: `application/${key}/first`,
      who: 'daftar',
      day: stage.today - 1,
      url: `/partners/applications/${id}/opinions`,
      body: opinion,
    })
  }
}
