import { demoId } from '../src/app/demo.ts'
import { newId } from '../src/platform/ids.ts'

/** What the governorate asked of the executor, with a notice. */
export async function askForWork(act: (who: string, url: string, body: object) => Promise<void>): Promise<void> {
  const letter = { letterNumber: '۱۸۰۳/ص/۷', letterDate: '2026-01-01' }
  const deliverables = [{ id: demoId('deliverable/small'), title: 'گزارش نخستین جلسه' }]
  const milestones = [{ id: newId(), quantity: 1, dueOn: '2099-01-01', deliverables }]
  await act('farmandari-dashtestan', '/oversight/scopes', {
    id: demoId('scope/small'),
    countyCode: '1803',
    organisationId: demoId('organisation/acecr'),
    title: 'گفت‌وگوهای کاری دشتستان',
    ...letter,
    startsOn: '2026-01-01',
    endsOn: '2099-01-01',
    items: [{ id: newId(), title: 'جلسهٔ گفت‌وگوی کاری', unit: 'جلسه', quantity: 1, milestones }],
  })
  const notice = { noticeId: newId(), ...letter, sentence: 'برنامهٔ ماه آینده را بفرستید.', answerBy: '2099-01-01' }
  await act('farmandari-dashtestan', `/oversight/scopes/${demoId('scope/small')}/notices`, notice)
  await act('mojri', '/oversight/monthly-sheets', { id: demoId('sheet/small'), countyCode: '1803', month: '1404-10', note: null })
  await act('farmandari-dashtestan', '/oversight/meetings', {
    id: demoId('meeting/small'),
    countyCode: '1803',
    kind: 'deciding',
    body: 'کارگروه بانوان و خانوادهٔ دشتستان',
    title: 'پیگیری گفت‌وگوهای کاری',
    agenda: ['گفت‌وگوهای کاری زمستان'],
    meetsOn: '2099-01-01',
    meetsAt: '10:00',
    place: 'سالن فرمانداری',
    members: [
      { id: newId(), organisationId: demoId('organisation/behzisti'), title: 'رئیس بهزیستی', deputy: null },
      { id: newId(), organisationId: demoId('organisation/acecr'), title: 'رئیس جهاد دانشگاهی', deputy: 'معاون آموزشی' },
    ],
  })
  await act('farmandari-dashtestan', `/oversight/meetings/${demoId('meeting/small')}/resolutions`, {
    resolutionId: demoId('resolution/small'),
    agendaPlace: 1,
    sentence: 'سالن جلسه برای زمستان آماده شود.',
    organisationId: demoId('organisation/behzisti'),
    dueOn: '2099-02-01',
  })
}
