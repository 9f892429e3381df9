import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { readInstrument } from '../modules/interviews/contract/instrument.ts'
import { readInterviews } from '../modules/interviews/contract/interviews.ts'
import { readSpread } from '../modules/interviews/contract/seats.ts'
import { listSessions, listWaiting } from '../modules/interviews/contract/sessions.ts'
import { demoId } from './demo.ts'
import type { Cast, Filed } from './demo-lives.ts'
import { eachOf, type Stage } from './demo-stage.ts'

const PLANNER = 'mojri'
/** How a member takes part, and who she is: whether the officer is a woman is a fact of the panel. */
interface Seat {
  readonly who: string
  readonly part: 'speaks' | 'in-room' | 'reads-sample'
}
const coast: readonly Seat[] = [
  { who: 'goftogu-jahad', part: 'speaks' },
  { who: 'goftogu-kar', part: 'in-room' },
  { who: 'goftogu-sanaye', part: 'reads-sample' },
]
/** With an officer of a support body, who sits only where the woman agrees. */
const hills: readonly Seat[] = [
  { who: 'goftogu-keshavarzi', part: 'speaks' },
  { who: 'goftogu-samt', part: 'in-room' },
  { who: 'goftogu-behzisti', part: 'in-room' },
  { who: 'goftogu-sanaye', part: 'reads-sample' },
]
interface Place {
  readonly county: string
  readonly panel: readonly Seat[]
  readonly startsAt: string
  /** So many women are left for the sessions of this week. */
  readonly kept: number
  readonly room: readonly [title: string, address: string]
}
/** A day of conversations: so many at most, each so long, with a rest behind it. */
export const DAY = { most: 6, minutes: 45, rest: 10 } as const
export const places: readonly Place[] = [
  { county: '1801', panel: coast, startsAt: '14:00', kept: 4, room: ['سالن کتابخانهٔ مرکزی', 'بوشهر، خیابان ساحلی (نمایشی)'] },
  { county: '1802', panel: hills, startsAt: '14:00', kept: 4, room: ['کارگاه آموزشی اهرم', 'تنگستان، میدان مرکزی (نمایشی)'] },
  { county: '1803', panel: coast, startsAt: '08:00', kept: 5, room: ['سالن کتابخانهٔ برازجان', 'دشتستان، خیابان بیمارستان (نمایشی)'] },
  { county: '1804', panel: hills, startsAt: '08:00', kept: 4, room: ['خانهٔ صنایع دستی خورموج', 'دشتی، خیابان امام (نمایشی)'] },
]
const MEN = new Set(['goftogu-kar', 'goftogu-samt'])
/** Rooms of the four counties, and the officers of the agencies who sit there. */
export async function openRooms(stage: Stage, day: number): Promise<void> {
  for (const { county, room } of places) {
    const body = { id: demoId(`room/${county}`), countyCode: county, title: room[0], address: room[1] }
    await stage.act({ name: `room/${county}`, who: PLANNER, day, url: '/interviews/rooms', body })
  }
  for (const who of [...new Set([...coast, ...hills].map((seat) => seat.who)), 'goftogu-emdad']) {
    const body = { accountId: demoId(`account/${who}@kariz.example`), isWoman: !MEN.has(who) }
    await stage.act({ name: `member/${who}`, who: PLANNER, day, url: '/interviews/members', body })
  }
}
/** On the days that are over, the officer of a support body read the work sample alone; this week she sits in the room of whoever agrees. */
const ofOldDays = (seat: Seat): Seat => (seat.who === 'goftogu-behzisti' ? { ...seat, part: 'reads-sample' } : seat)
/** A day of conversations in every county, long enough ago that each woman has been told. */
export async function holdTalks(stage: Stage, cast: Cast, day: number): Promise<void> {
  for (const { panel, ...here } of places) {
    const place = { ...here, panel: panel.map(ofOldDays) }
    const waiting = await countWaiting(stage, place, day - 7)
    const talks = await planDay(stage, cast, place, { day, slots: Math.min(DAY.most, waiting - place.kept) })
    await eachOf(talks, async (talk) => {
      if (!(await accept(stage, talk, day - 5))) return
      if (drawn(`${her(talk.filed)}/came/${day}`, 9) === 0)
        await guideActs(stage, talk, { day, step: 'plan-again', body: { reason: 'did-not-come' } })
      else await toTold(stage, talk, day)
    })
  }
}
/** This week: what was held two days ago and is to be told, what is held today at every stage, and what lies ahead. */
export async function holdTalksOfThisWeek(stage: Stage, cast: Cast): Promise<void> {
  await eachOf(places, (place) => holdWeekIn(stage, cast, place))
}
async function holdWeekIn(stage: Stage, cast: Cast, place: Place): Promise<void> {
  const { today } = stage
  const before = await planDay(stage, cast, place, { day: today - 2, slots: place.county === '1803' ? 3 : 1 })
  for (const [index, talk] of before.entries()) {
    if (!(await accept(stage, talk, today - 6))) continue
    await mark(stage, talk, today - 2)
    await agree(stage, talk, today - 2)
    if (index === 0) await tell(stage, talk, today)
    if (index === 0 && place.county === '1804') await askAgain(stage, talk)
  }
  const now = await planDay(stage, cast, place, { day: today, slots: place.county === '1803' ? 3 : 2 })
  for (const talk of now) await accept(stage, talk, today - 3)
  const [scored, held] = now
  if (scored !== undefined) await mark(stage, scored, today)
  if (held !== undefined) await mark(stage, held, today, 10)
  const ahead = await planDay(stage, cast, place, { day: today + 4, slots: place.county === '1803' ? 2 : 4 })
  const [sure] = ahead
  if (sure !== undefined) await accept(stage, sure, today - 1)
}
/** One conversation of the stage: whose, which, who sits there. */
interface Talk {
  readonly id: string
  readonly filed: Filed
  readonly panel: readonly Seat[]
}
async function countWaiting(stage: Stage, { county }: Place, day: number): Promise<number> {
  const url = `/interviews/waiting?countyCode=${county}`
  return (await stage.ask(listWaiting.output, { name: `waiting-talk/${county}/${day}`, who: PLANNER, day, method: 'GET', url }))?.count ?? 0
}
/** Plans a day, gives its times to those who waited longest, and answers who they are. */
async function planDay(
  stage: Stage,
  cast: Cast,
  { county, panel, startsAt }: Place,
  { day, slots }: { readonly day: number; readonly slots: number },
): Promise<readonly Talk[]> {
  if (slots < 1) return []
  const planner = { who: PLANNER, day: Math.min(day, stage.today) - 7 }
  const id = demoId(`talks/${county}/${day}`)
  const members = panel.map(({ who, part }) => ({ accountId: demoId(`account/${who}@kariz.example`), part }))
  const times = { heldOn: stage.dateOf(day), startsAt, slots, minutes: DAY.minutes, rest: DAY.rest }
  const body = { id, roomId: demoId(`room/${county}`), ...times, members }
  await stage.act({ ...planner, name: `talks/${county}/${day}`, url: '/interviews/sessions', body })
  await stage.act({ ...planner, name: `talks/${county}/${day}/fill`, url: `/interviews/sessions/${id}/fill` })
  const url = `/interviews/sessions?countyCode=${county}&from=${stage.dateOf(day)}&limit=100`
  const listed = await stage.ask(listSessions.output, { ...planner, name: `${id}/list`, method: 'GET', url })
  const taken = listed?.sessions.find((one) => one.id === id)?.slots ?? []
  const talks = await Promise.all(taken.map(({ caseId }) => talkOf(stage, cast, { caseId, panel, day: planner.day })))
  return talks.flatMap((talk) => (talk === undefined ? [] : [talk]))
}
async function talkOf(
  stage: Stage,
  cast: Cast,
  { caseId, panel, day }: { readonly caseId: string | null; readonly panel: readonly Seat[]; readonly day: number },
): Promise<Talk | undefined> {
  const filed = cast.filed.find((one) => one.caseId === caseId)
  if (filed === undefined) return undefined
  const asked = { name: `${caseId}/talk-${day}`, who: filed.guide, day, method: 'GET', url: `/interviews/cases/${caseId}` } as const
  const open = (await stage.ask(readInterviews.output, asked))?.open
  return open == null ? undefined : { id: open.interview.id, filed, panel }
}
const guideActs = (
  stage: Stage,
  { id, filed }: Talk,
  { day, step, body }: { readonly day: number; readonly step: string; readonly body: object },
) => stage.act({ name: `${id}/${step}-${day}`, who: filed.guide, day, minute: 60, url: `/interviews/${id}/${step}`, body })
/** Her guide calls once; some would rather be without an officer of a support body. */
async function accept(stage: Stage, talk: Talk, day: number): Promise<boolean> {
  const hasSupportBody = talk.panel.some(({ who }) => who === 'goftogu-behzisti')
  const supportBodies = hasSupportBody ? (drawn(`${her(talk.filed)}/support`, 3) === 0 ? 'refused' : 'agreed') : null
  return guideActs(stage, talk, { day, step: 'answer', body: { answer: 'yes', supportBodies } })
}
async function toTold(stage: Stage, talk: Talk, day: number): Promise<void> {
  await mark(stage, talk, day)
  await agree(stage, talk, day)
  await tell(stage, talk, day + 3)
}
const WISHES = [
  'می‌خواهم کار خودم را در خانه داشته باشم و سفارشم ثابت باشد.',
  'دوست دارم با دو سه نفر دیگر کار کنیم و کار را تقسیم کنیم.',
  'می‌خواهم یاد بگیرم حساب کارم را جدا نگه دارم.',
  'می‌خواهم خرج دخترم را از کار خودم بدهم.',
]
const NEEDS = ['family', 'time', 'phone', 'tools', 'travel', 'permission-at-home'] as const
const FIELDS = ['HB001', 'HB002', 'HB003', 'HB005'] as const
const BANDS = ['none', 'under-half', 'under-half', 'under-one'] as const
/** Everyone who sits there marks alone and finishes; with `most`, whoever speaks is only so far. */
async function mark(stage: Stage, talk: Talk, day: number, most?: number): Promise<void> {
  const { id, filed, panel } = talk
  for (const { who, part } of panel) {
    const acts = (step: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
      stage.act({ name: `${id}/${who}/${step}`, who, day, minute: 90, method, url: `/interviews/${id}/${step}`, body })
    if (!(await acts('kinship', { kinship: 'none' }))) continue
    if (part === 'speaks') await acts('begin', {})
    if (most !== undefined && part !== 'speaks') continue
    for (const code of (await itemsFor(stage, part)).slice(0, most))
      await acts(`marks/${code}`, { degree: degreeOf(her(filed), code, who), evidence: evidenceOf(code) }, 'PUT')
    if (part === 'speaks') {
      const [wish, fieldCode] = [one(WISHES, `${her(filed)}/wish`), one(FIELDS, `${her(filed)}/field`)]
      const needs = NEEDS.filter((need) => drawn(`${her(filed)}/${need}`, 3) === 0)
      await acts('answer', { fieldCode, wish, needs }, 'PUT')
      // Not asked while an officer of a body that pays her sits: the house refuses it.
      await acts('means', { limits: [], incomeBand: one(BANDS, `${her(filed)}/band`) }, 'PUT')
    }
    if (most === undefined) await acts('finish', {})
  }
}
type Items = z.infer<typeof readInstrument.output>['items']
/** Read once for each stage: it is the same for everybody who marks. */
const instruments = new WeakMap<Stage, Promise<Items>>()
async function askItems(stage: Stage): Promise<Items> {
  const asked = { name: 'instrument', who: PLANNER, day: stage.today, method: 'GET', url: '/interviews/instrument' } as const
  return (await stage.ask(readInstrument.output, asked))?.items ?? []
}
async function itemsFor(stage: Stage, part: Seat['part']): Promise<readonly string[]> {
  const asking = instruments.get(stage) ?? askItems(stage)
  instruments.set(stage, asking)
  const items = await asking
  return items.filter(({ isOnSample }) => part !== 'reads-sample' || isOnSample).map(({ code }) => code)
}
const evidenceOf = (code: string) =>
  code === 'main-skill' ? { kind: 'task', words: 'در ده دقیقه دو نمونهٔ کوچک ساخت و دست‌کم یکی را بی‌کمک.' } : null
/** Her own level with what another eye sees otherwise; now and then nobody could observe it. */
function degreeOf(key: string, code: string, who: string): number | null {
  if (drawn(`${key}/${code}/unseen`, 14) === 0) return null
  const seen =
    2 + drawn(`${key}/${code}`, 3) + (drawn(`${key}/${code}/${who}`, 5) === 0 ? 1 : 0) - (drawn(`${who}/${code}/${key}`, 6) === 0 ? 1 : 0)
  return Math.max(1, Math.min(5, seen))
}
const PROPOSALS = ['supported', 'piecework', 'independent', 'cooperative', 'training-first', 'job'] as const
async function agree(stage: Stage, { id, filed, panel }: Talk, day: number): Promise<void> {
  const who = panel[0]?.who ?? ''
  const asked = { name: `${id}/spread`, who, day, minute: 150, method: 'GET', url: `/interviews/${id}/spread` } as const
  const spread = await stage.ask(readSpread.output, asked)
  if (spread === undefined) return
  const choices = spread.items.map(({ itemCode, proposed, needsReason }) => ({
    itemCode,
    degree: proposed,
    reason: needsReason ? 'نمونه را دوباره با هم دیدیم و آنچه همه دیدند نوشته شد.' : null,
  }))
  const recommendation = one(PROPOSALS, `${her(filed)}/proposal`)
  const body = { choices, recommendation, recommendationReason: 'با خواست خودش و نمونه‌کاری که دیدیم هم‌خوان است.' }
  await stage.act({ name: `${id}/agree`, who, day, minute: 160, url: `/interviews/${id}/agree`, body })
}
async function tell(stage: Stage, talk: Talk, day: number): Promise<void> {
  const isReader = talk.filed.story?.woman.reads === 'yes'
  const body = { manner: isReader ? 'signature' : 'fingerprint', witnessName: isReader ? null : 'بتول خسروی', wishes: [] }
  await guideActs(stage, talk, { day, step: 'tell', body })
}
/** She thinks she was not seen rightly: others hold a second conversation, and the office may read what was said in the first. */
async function askAgain(stage: Stage, talk: Talk): Promise<void> {
  await guideActs(stage, talk, { day: stage.today, step: 'second', body: { newId: demoId(`second/${talk.id}`), reason: 'appeal' } })
}
/** What names her on every machine; the id of her case is another in each house. */
const her = ({ story, caseId }: Filed): string => story?.woman.nationalId ?? caseId
/** A number below `n`, always the same for the same text. */
const drawn = (text: string, n: number): number => createHash('sha256').update(text).digest().readUInt32BE(0) % n
function one<T>(list: readonly [T, ...T[]] | readonly T[], text: string): T {
  return list[drawn(text, list.length)] ?? never()
}
function never(): never {
  throw new Error('the script of the demonstration chooses from an empty list')
}
