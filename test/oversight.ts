import { newId } from '../src/platform/ids.ts'
import type { openHouse } from './house.ts'
import { counties, organisations, type PersonaName } from './personas.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** Asks as somebody who may, and says loudly when it was refused. */
export async function overseen(house: House, who: PersonaName, url: string, body: object) {
  const told = await house.ask(who, { method: 'POST', url: `/oversight${url}`, body })
  if (told.status !== 200) throw new Error(`${who} ${url}: ${told.text}`)
  return told.body
}
export const governors = { dashtestan: 'governorOfDashtestan', dashti: 'governorOfDashti' } as const
/** A scope of work: three sessions, two by the end of November and one by the end of the year, with a report at each. */
export function scopeBody(county: keyof typeof governors) {
  const [itemId, first, second] = [newId(), newId(), newId()]
  const [reportId, laterId] = [newId(), newId()]
  return {
    id: newId(),
    countyCode: counties[county],
    organisationId: organisations.acecr,
    title: 'گفت‌وگوهای کاری پاییز',
    letterNumber: '۱۸۰۴/ص/۱۲۳',
    letterDate: '2026-10-01',
    startsOn: '2026-10-01',
    endsOn: '2026-12-31',
    items: [
      {
        id: itemId,
        title: 'جلسهٔ گفت‌وگوی کاری',
        unit: 'جلسه',
        quantity: 3,
        milestones: [
          { id: first, quantity: 2, dueOn: '2026-11-22', deliverables: [{ id: reportId, title: 'گزارش دو جلسه' }] },
          { id: second, quantity: 1, dueOn: '2026-12-31', deliverables: [{ id: laterId, title: 'گزارش جلسهٔ سوم' }] },
        ],
      },
    ],
  }
}
/** A scope of work of a county, with its first deliverable and a notice. */
export async function plantScope(house: House, county: keyof typeof governors) {
  const body = scopeBody(county)
  await overseen(house, governors[county], '/scopes', body)
  const noticeId = newId()
  const letter = { letterNumber: '۱۸۰۴/ص/۱۳۰', letterDate: '2026-11-10' }
  const notice = { noticeId, ...letter, sentence: 'گزارش ماه گذشته به فرمانداری نرسیده است.', answerBy: '2026-11-20' }
  await overseen(house, governors[county], `/scopes/${body.id}/notices`, notice)
  return { scopeId: body.id, deliverableId: body.items[0]?.milestones[0]?.deliverables[0]?.id ?? '', noticeId }
}
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
/** A paper put beside a deliverable. */
export async function addPaper(house: House, deliverableId: string): Promise<string> {
  const paperId = newId()
  const upload = { bytes: Buffer.from(PIXEL, 'base64'), mediaType: 'image/png' }
  const told = await house.ask('executor', {
    method: 'POST',
    url: `/oversight/deliverables/${deliverableId}/papers?paperId=${paperId}`,
    upload,
  })
  if (told.status !== 200) throw new Error(told.text)
  return paperId
}

/** A complaint told by telephone and brought to whoever must answer; its words are a canary's. */
export async function plantGrievance(
  house: House,
  {
    key,
    about,
    organisationId = null,
    countyCode = null,
  }: { readonly key: string; readonly about: string; readonly organisationId?: string | null; readonly countyCode?: string | null },
): Promise<{ readonly id: string; readonly tracking: string }> {
  const id = newId()
  const said = { text: `kanari${key}grievance`, privateText: `kanari${key}private` }
  const { tracking } = await overseen(house, 'office', '/grievances', {
    id,
    channel: 'phone',
    paperNumber: null,
    about,
    countyCode,
    organisationId,
    ...said,
    fileNumber: null,
  })
  await overseen(house, 'office', `/grievances/${id}/acknowledge`, { version: 1 })
  await overseen(house, 'office', `/grievances/${id}/pass`, { about, countyCode, organisationId, version: 2 })
  return { id, tracking }
}
/** A meeting of three offices of a county a week from the tests' day; consultative ones have an idea for Behzisti to answer. */
export async function plantMeeting(house: House, county: keyof typeof governors, kind: 'consultative' | 'deciding') {
  const [meetingId, ideaId] = [newId(), newId()]
  const seat = (organisationId: string, title: string) => ({ id: newId(), organisationId, title, deputy: null })
  await overseen(house, governors[county], '/meetings', {
    id: meetingId,
    countyCode: counties[county],
    kind,
    body: 'کارگروه بانوان و خانواده',
    title: 'پیگیری طرح',
    agenda: ['گفت‌وگوهای کاری', 'کارگاه‌ها'],
    meetsOn: '2026-11-30',
    meetsAt: '10:00',
    place: 'سالن فرمانداری',
    members: [
      seat(organisations.behzisti, 'رئیس بهزیستی'),
      seat(organisations.acecr, 'رئیس جهاد دانشگاهی'),
      seat(organisations.handicrafts, 'رئیس صنایع دستی'),
    ],
  })
  if (kind === 'consultative')
    await overseen(house, governors[county], `/meetings/${meetingId}/ideas`, {
      ideaId,
      sentence: 'بازارچهٔ هفتگی برپا شود.',
      organisationId: organisations.behzisti,
    })
  return { meetingId, ideaId }
}
/** A draft for Behzisti in a deciding meeting that was called. */
export async function plantResolution(house: House, county: keyof typeof governors) {
  const { meetingId } = await plantMeeting(house, county, 'deciding')
  const resolutionId = newId()
  await overseen(house, governors[county], `/meetings/${meetingId}/resolutions`, {
    resolutionId,
    agendaPlace: 1,
    sentence: 'سالن بهزیستی برای جلسه‌های زمستان آماده شود.',
    organisationId: organisations.behzisti,
    dueOn: '2026-12-15',
  })
  return { meetingId, resolutionId }
}

/** The sheet of Mehr 1405 of a county, handed in. */
export async function plantSheet(house: House, county: keyof typeof governors): Promise<string> {
  const id = newId()
  await overseen(house, 'executor', '/monthly-sheets', { id, countyCode: counties[county], month: '1405-07', note: null })
  return id
}

/** A lesson of Dashtestan about the talks. */
export async function plantLesson(house: House): Promise<string> {
  const id = newId()
  const said = { learned: 'سه جلسه در هفته برای یک شهرستان کافی نیست.', change: 'جلسه‌ها بیشتر شود.' }
  await overseen(house, 'executor', '/lessons', { id, countyCode: counties.dashtestan, step: 'talk', figure: 'sessions', ...said })
  return id
}

const CLASS_ITEMS = [
  'held-as-planned',
  'trainer-there',
  'list-true',
  'room-fit',
  'children-cared-for',
  'fare-paid',
  'no-fee-taken',
  'complaint-way-seen',
] as const
/** Everything right on the checklist of a class, but for what is named. */
export const classAnswers = (wrong: Readonly<Partial<Record<(typeof CLASS_ITEMS)[number], string>>> = {}) => ({
  ...Object.fromEntries(CLASS_ITEMS.map((item) => [item, 'good'])),
  ...wrong,
})
export const classVisit = (county: keyof typeof governors, plannedOn: string) => ({
  id: newId(),
  countyCode: counties[county],
  placeKind: 'class',
  hubId: null,
  placeName: 'کلاس دوخت',
  organisationId: null,
  fileNumber: null,
  purpose: 'regular',
  plannedOn,
  isWomanVisitor: false,
  isUnmarkedCar: false,
})
/** A picture beside a finding of a class; told as it came back, for those who ask whether it may be. */
export function sendFindingPhoto(
  house: House,
  who: PersonaName,
  { findingId, photoId }: { readonly findingId: string; readonly photoId: string },
) {
  const upload = { bytes: Buffer.from(PIXEL, 'base64'), mediaType: 'image/png' }
  return house.ask(who, { method: 'POST', url: `/oversight/findings/${findingId}/photos?photoId=${photoId}&shows=place`, upload })
}
/** A visit of a governorate to a class that is held, with one serious finding at a desk; and another visit that stands planned. */
export async function plantVisit(
  house: House,
  county: keyof typeof governors,
  { on, desk = 'EX' }: { readonly on: string; readonly desk?: 'EX' | 'MO' },
) {
  const [held, planned, findingId] = [classVisit(county, on), classVisit(county, on), newId()]
  await overseen(house, governors[county], '/visits', held)
  await overseen(house, governors[county], '/visits', planned)
  const finding = { id: findingId, item: 'room-fit', desk, seen: 'چرخ‌ها شکسته بود', act: 'چرخ‌ها تعمیر شود', dueOn: '2099-01-01' }
  const written = { heldOn: on, isKin: false, answers: classAnswers({ 'room-fit': 'serious' }), findings: [finding], again: [] }
  await overseen(house, governors[county], `/visits/${held.id}/hold`, { ...written, version: 1 })
  return { visitId: planned.id, heldId: held.id, findingId }
}
