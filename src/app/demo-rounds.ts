import type { Batch, Story } from '../../db/seed/stories.ts'
import { decide, listUndecided, previewDecision } from '../modules/enrolment/contract/eligibility.ts'
import { readQueue } from '../modules/enrolment/contract/queue.ts'
import { listEnquiries } from '../modules/enrolment/contract/support.ts'
import { askedOf } from '../modules/enrolment/rules/completing.ts'
import { demoId } from './demo.ts'
import { type Cast, type Filed, guideActs } from './demo-lives.ts'
import { eachOf, type Stage } from './demo-stage.ts'

/** How many places a round gives, by county; a county is seldom given all it has at once. */
const PLACES: Readonly<Record<string, number>> = { '1801': 8, '1802': 6, '1803': 12, '1804': 6 }
const BODIES = ['behzisti-ostan', 'emdad-ostan'] as const
/**
 * Bodies that are asked by name and answer; the last questions still wait for them. Behzisti of Dashtestan was asked by name as well, before its
 * province sent whole lists, and is the desk that is stuck: nothing it was asked has been answered.
 */
const ASKED = ['emdad-dashtestan', 'emdad-dashti'] as const
const LAST_ROUND = 296
/** What began before this day has had its answer by today. */
const LATELY = 275

/** One sitting of the office: lists of the support bodies, decisions, answers to what was asked, places, second readings. */
export async function holdRound(stage: Stage, cast: Cast, day: number, batches: readonly Batch[]): Promise<void> {
  const stories = batches.filter((batch) => batch.day < day).flatMap((batch) => batch.stories)
  for (const body of BODIES) await tellSupport(stage, body, day - 4, stories)
  await decideAll(stage, cast, day)
  if (day < LAST_ROUND) {
    for (const body of ASKED) await answerEnquiries(stage, body, day + 3, stories)
    await decideAll(stage, cast, day + 4)
  }
  await Promise.all(Object.entries(PLACES).map(([county, places]) => grantPlaces(stage, cast, { county, places, day: day + 5 })))
}
const isOf = (body: string, { woman }: Story): boolean => (Number(woman.nationalId.at(-1)) % 2 === 0) === body.startsWith('behzisti')
async function tellSupport(stage: Stage, body: string, day: number, stories: readonly Story[]): Promise<void> {
  const rows = stories
    .filter((story) => story.support !== undefined && isOf(body, story))
    .map(({ woman, support }) => ({ nationalId: woman.nationalId, status: support, since: stage.dateOf(-120) }))
  if (rows.length === 0) return
  await stage.act({ name: `support/${body}/${day}`, who: body, day, url: '/enrolment/support-rows', body: { isWhole: true, rows } })
}
/** The decider opens every registered file once a round: decides what is clear, asks by name what is not, where she agreed. */
async function decideAll(stage: Stage, cast: Cast, day: number): Promise<void> {
  const act = { name: `undecided/${day}`, who: 'barresi', day, method: 'GET', url: '/enrolment/undecided?limit=250' } as const
  const undecided = await stage.ask(listUndecided.output, act)
  await eachOf(undecided?.cases ?? [], async ({ id, personId }) => {
    const filed = cast.filed.find((one) => one.caseId === id)
    if (filed?.story === undefined) return
    await decideOne(stage, filed, cast, { id, personId, day })
  })
}
async function decideOne(
  stage: Stage,
  filed: Filed,
  cast: Cast,
  { id, personId, day }: { readonly id: string; readonly personId: string; readonly day: number },
): Promise<void> {
  const opened = { who: 'barresi', day }
  const url = `/enrolment/cases/${id}/decision-preview?personId=${personId}&purpose=decide`
  const preview = await stage.ask(previewDecision.output, { ...opened, name: `${id}/preview-${day}`, method: 'GET', url })
  if (preview === undefined) return
  // Whoever was registered lately waits: for the decider, or for a body that was asked about her and has not answered.
  const waits = filed.story?.fate === 'registered' && day >= LATELY
  if (preview.outcome === 'more-needed') {
    for (const body of preview.bodies) {
      if (!body.mayBeAsked || body.isWaiting) continue
      const enquiry = { id: demoId(`enquiry/${id}/${body.id}/${day}`), personId, purpose: 'enquiry', organisationId: body.id }
      await stage.act({ ...opened, name: `${id}/ask-${body.id}-${day}`, url: `/enrolment/cases/${id}/enquiries`, body: enquiry })
    }
    if (!waits && askedOf(preview.rules).length > 0) await bringWhatIsMissing(stage, filed, { day, facts: preview.facts })
    return
  }
  if (waits) return
  const decision = { id: demoId(`decision/${id}`), personId, purpose: 'decide', facts: preview.facts }
  const told = await stage.ask(decide.output, { ...opened, name: `${id}/decide`, url: `/enrolment/cases/${id}/decisions`, body: decision })
  if (told?.decision.outcome !== 'ineligible') return
  // She is told within days; those refused this week wait to be.
  const telling = { id: demoId(`telling/${id}`), decisionId: decision.id, manner: 'face-to-face' }
  if (await guideActs(stage, filed, day + 3, { step: 'tellings', body: telling })) await askAgain(stage, filed, cast, day + 6)
}
/** Her file goes back to her guide; whoever was asked long ago has brought her paper since, the latest are still looking for it. */
async function bringWhatIsMissing(
  stage: Stage,
  filed: Filed,
  { day, facts }: { readonly day: number; readonly facts: string },
): Promise<void> {
  const { caseId, personId, guide } = filed
  const body = { personId, purpose: 'decide', facts }
  const url = `/enrolment/cases/${caseId}/incomplete`
  if (!(await stage.act({ name: `${caseId}/incomplete-${day}`, who: 'barresi', day, url, body })) || day >= LATELY) return
  const seen = { documentId: null, version: 1 }
  const seenAt = `/people/${personId}/grounds/${demoId(`ground/${caseId}`)}/seen`
  await stage.act({ name: `${caseId}/ground-seen`, who: guide, day: day + 2, url: seenAt, body: seen })
  await guideActs(stage, filed, day + 2, { step: 'completed' })
}
async function answerEnquiries(stage: Stage, body: string, day: number, stories: readonly Story[]): Promise<void> {
  const byId = new Map(stories.map((story) => [story.woman.nationalId, story]))
  const waiting = await stage.ask(listEnquiries.output, {
    name: `waiting/${body}/${day}`,
    who: body,
    day,
    method: 'GET',
    url: '/enrolment/enquiries?limit=50',
  })
  const asked = (waiting?.enquiries ?? []).filter(({ nationalId }) => day < LATELY || byId.get(nationalId ?? '')?.fate !== 'registered')
  const answers = asked.map(({ id, nationalId, version }) => {
    const support = byId.get(nationalId ?? '')?.support
    return { id, answer: support ?? 'none', since: support === undefined ? null : stage.dateOf(-90), version }
  })
  if (answers.length === 0) return
  const letter = { letterNumber: `${day}/پ`, letterDate: stage.dateOf(day) }
  await stage.act({ name: `answers/${body}/${day}`, who: body, day, url: '/enrolment/enquiries/answers', body: { ...letter, answers } })
}
/** Whoever asked long ago has her answer by today; of those refused lately, every other one has asked, and they still wait at either desk in turn. */
function appealOf({ story }: Filed, cast: Cast, day: number): Story['appeal'] {
  if (story === undefined) return 'none'
  if (day < LATELY) return story.appeal === 'filed' || story.appeal === 'assigned' ? 'upheld' : story.appeal
  cast.refusedLately += 1
  return (['none', 'filed', 'assigned', 'none'] as const)[cast.refusedLately % 4] ?? 'none'
}
/** Refused, some ask for a second reading; the office gives it to another body, which answers with reasons. */
async function askAgain(stage: Stage, filed: Filed, cast: Cast, day: number): Promise<void> {
  const appeal = appealOf(filed, cast, day)
  if (appeal === 'none') return
  const id = demoId(`appeal/${filed.caseId}`)
  if (!(await guideActs(stage, filed, day, { step: 'appeals', body: { id, plea: 'fact-wrong' } })) || appeal === 'filed') return
  if (day + 2 > stage.today) return
  const assigned = { organisationId: demoId('organisation/labour'), version: 1 }
  await stage.act({ name: `${id}/assign`, who: 'daftar', day: day + 2, url: `/enrolment/appeals/${id}/assign`, body: assigned })
  if (appeal === 'assigned' || day + 8 > stage.today) return
  const reasons =
    appeal === 'overturned'
      ? 'مدرک تازه‌ای که همراه شماست درست است و شرط برقرار می‌شود.'
      : 'شرط‌ها دوباره خوانده شد و همان پاسخ درست بود؛ هر گاه مدرک تازه داشتید بیاورید.'
  const body = { personId: filed.personId, purpose: 'appeal', outcome: appeal, reasons, version: 2 }
  await stage.act({ name: `${id}/answer`, who: 'kar', day: day + 8, url: `/enrolment/appeals/${id}/answer`, body })
  const telling = { id: demoId(`telling/${id}`), decisionId: demoId(`decision/${filed.caseId}`), manner: 'phone-call' }
  await guideActs(stage, filed, day + 9, { step: 'tellings#answer', body: telling })
}
interface Giving {
  readonly county: string
  readonly places: number
  readonly day: number
}
/** The next in line get their places; each answers through her guide, and a few stay silent. */
async function grantPlaces(stage: Stage, cast: Cast, { county, places, day }: Giving): Promise<void> {
  if (day > stage.today) return
  for (let place = 0; place < places; place++) {
    const url = `/enrolment/queue?countyCode=${county}`
    const queue = await stage.ask(readQueue.output, { name: `queue/${county}/${day}/${place}`, who: 'daftar', day, method: 'GET', url })
    if (queue === undefined || queue.proposed === null) break
    await stage.act({
      name: `${queue.proposed}/place-${day}`,
      who: 'daftar',
      day,
      minute: place,
      url: `/enrolment/cases/${queue.proposed}/place`,
    })
    const { proposed } = queue
    const filed = cast.filed.find(({ caseId }) => caseId === proposed)
    const wish = filed !== undefined && cast.gaveBack.has(proposed) ? 'take' : filed?.story?.wish
    const isAnswered =
      filed !== undefined &&
      wish !== undefined &&
      wish !== 'silent' &&
      (await guideActs(stage, filed, day + 3, { step: `place/answer#${day}`, body: { wish } }))
    // Whoever does not answer loses nothing but this place: the office takes it back once its days are over.
    if (!isAnswered && day < LATELY)
      await stage.act({
        name: `${proposed}/expire-${day}`,
        who: 'daftar',
        day: day + 14,
        url: `/enrolment/cases/${proposed}/place/expire`,
      })
    if (!isAnswered || wish === 'queued') cast.gaveBack.add(proposed)
    if (wish === 'queued') break
  }
  await proposeOutOfTurn(stage, county, day)
}
/** Seldom somebody is proposed before others: once the second person has agreed, and lately, wherever several wait, she has not answered yet. */
async function proposeOutOfTurn(stage: Stage, county: string, day: number): Promise<void> {
  const isSettled = county === '1803' && day < 170 && day > 155
  const isOpen = day > 280
  if (!isSettled && !isOpen) return
  const queue = await stage.ask(readQueue.output, {
    name: `queue/${county}/${day}/last`,
    who: 'daftar',
    day,
    method: 'GET',
    url: `/enrolment/queue?countyCode=${county}`,
  })
  const chosen = queue?.queue.at(-1)
  if (chosen === undefined || chosen.id === queue?.proposed) return
  const id = demoId(`out-of-turn/${county}/${day}`)
  const body = { id, reason: isSettled ? 'group-of-one-order' : 'season-of-work', letterNumber: `${day}/ن`, letterDate: stage.dateOf(day) }
  await stage.act({ name: `out-of-turn/${county}/${day}`, who: 'daftar', day, url: `/enrolment/cases/${chosen.id}/out-of-turn`, body })
  if (!isSettled) return
  const settled = { isGranted: true, version: 1 }
  await stage.act({
    name: `out-of-turn/${county}/${day}/settle`,
    who: 'taeed',
    day: day + 1,
    url: `/enrolment/out-of-turn/${id}/settle`,
    body: settled,
  })
}
