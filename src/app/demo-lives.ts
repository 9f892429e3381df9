import type { Fate, Story } from '../../db/seed/stories.ts'
import { listReferralPlaces } from '../modules/enrolment/contract/eligibility.ts'
import { demoId } from './demo.ts'
import type { Act, Stage } from './demo-stage.ts'

/** A woman whose file a guide carries, with her story. */
export interface Filed {
  readonly caseId: string
  readonly personId: string
  /** Another one once she has moved to another county. */
  guide: string
  readonly story: Story | undefined
  /** Day of the plan on which her list came. */
  readonly arrived: number
}
/** Everyone on the stage so far. */
export interface Cast {
  readonly filed: Filed[]
  /** Cases whose women once gave a place back and kept their turn; the next time they take it. */
  readonly gaveBack: Set<string>
  /** How many were refused of late, so that their questions wait at every desk. */
  refusedLately: number
}
const PURPOSES = ['keep-file', 'ask-support-bodies', 'share-with-agencies', 'call-and-message', 'count-in-figures']
const OTHER_COUNTY: Readonly<Record<string, readonly [county: string, guide: string]>> = {
  '1801': ['1802', 'rahyar-tangestan'],
  '1802': ['1801', 'rahyar-bushehr'],
  '1803': ['1804', 'rahyar-dashti'],
  '1804': ['1803', 'rahyar-dashtestan'],
}
/** Lives one story from the first call to the door of the decision, as far as its days have come. */
export async function live(stage: Stage, filed: Filed): Promise<void> {
  const { story } = filed
  if (story === undefined) return
  const called = filed.arrived + 2 + story.daysToContact
  if (!(await reach(stage, filed, story, called))) return
  const registered = called + story.daysToRegister
  if (!(await register(stage, filed, story, registered))) return
  await leave(stage, filed, story, registered + 6)
}
/** One act of her guide about her case; nothing happens on days that have not come. */
export async function guideActs(
  stage: Stage,
  { caseId, guide }: Filed,
  day: number,
  { step, ...act }: Pick<Act, 'method' | 'body'> & { readonly step: string },
): Promise<boolean> {
  if (day > stage.today) return false
  return stage.act({
    name: `${caseId}/${step}`,
    who: guide,
    day,
    url: `/enrolment/cases/${caseId}/${step.split('#')[0]}`,
    ...act,
  })
}
async function reach(stage: Stage, filed: Filed, story: Story, day: number): Promise<boolean> {
  const tries = (step: number, channel: string, result: string, on: number): Promise<boolean> =>
    guideActs(stage, filed, on, {
      step: `contact-tries#${step}`,
      body: { id: demoId(`try/${filed.caseId}/${step}`), channel, result },
    })
  const silent = story.woman.whosePhone === 'own' ? 'no-answer' : 'other-answered'
  if (story.fate === 'lost-contact') {
    await tries(1, 'phone', silent, day)
    await tries(2, 'phone', 'no-answer', day + 3)
    await tries(3, 'visit', 'no-answer', day + 9)
    await guideActs(stage, filed, day + 10, { step: 'lost-contact' })
    return false
  }
  const ends: Partial<Record<Fate, string>> = { tried: silent, declined: 'declined', later: 'later' }
  const result = ends[story.fate]
  if (result !== undefined) {
    await tries(1, 'phone', result, day)
    return false
  }
  if (story.daysToContact > 4) await tries(1, 'phone', silent, day - 1)
  return (await tries(9, story.woman.phone === null ? 'visit' : 'phone', 'spoke', day)) && story.fate !== 'reached'
}
async function register(stage: Stage, filed: Filed, story: Story, day: number): Promise<boolean> {
  const { caseId, personId, guide } = filed
  if (day > stage.today) return false
  const isReader = story.woman.reads === 'yes'
  const answers = PURPOSES.map((purpose, place) => ({
    id: demoId(`consent/${caseId}/${purpose}`),
    purpose,
    answer: place === 0 || (story.daysToRegister + place) % 9 !== 0,
  }))
  const body = { manner: isReader ? 'signature' : 'fingerprint', witnessName: isReader ? null : 'بتول خسروی', answers }
  await stage.act({ name: `${caseId}/consents`, who: guide, day, url: `/people/${personId}/consents`, body })
  if (!(await guideActs(stage, filed, day, { step: 'consented' }))) return false
  const isComplete = story.fate !== 'drafting' && story.fate !== 'forgotten'
  const done = await guideActs(stage, filed, day, { step: 'registration', method: 'PUT', body: fieldsOf(stage, filed, story, isComplete) })
  // Who takes her word back before she is registered is forgotten once the days of the letter have passed.
  if (story.fate === 'forgotten') await guideActs(stage, filed, day + 6, { step: 'withdraw', body: { reason: 'not-said' } })
  return done && isComplete
}
const DISTRICTS: Readonly<Record<string, string>> = { '1801': '180102', '1802': '180202', '1803': '180303', '1804': '180402' }
function fieldsOf(stage: Stage, { caseId, arrived }: Filed, { woman, daysToContact }: Story, isComplete: boolean): object {
  const isStillValid = woman.ground !== 'husband-in-custody'
  const said = {
    groundId: demoId(`ground/${caseId}`),
    isComplete,
    fatherName: woman.fatherName,
    bornOn: woman.bornOn,
    ground: woman.ground,
    groundFrom: stage.dateOf(arrived - 400 - daysToContact * 30),
    groundTo: isStillValid ? null : stage.dateOf(stage.today + 200),
    groundSeen: daysToContact !== 5,
  }
  if (!isComplete) return said
  return {
    ...said,
    householdSize: woman.householdSize,
    dependants: woman.dependants,
    dependantsUnderSeven: woman.dependantsUnderSeven,
    hasDisability: woman.hasDisability,
    education: woman.education,
    reads: woman.reads,
    placeToWork: woman.placeToWork,
    phoneKind: woman.phoneKind,
    districtCode: DISTRICTS[woman.countyCode],
    settlement: woman.settlement,
  }
}
/** Side roads: a pause, a farewell, another county. */
async function leave(stage: Stage, filed: Filed, { fate, woman }: Story, day: number): Promise<void> {
  const act = (step: string, body: object): Promise<boolean> => guideActs(stage, filed, day, { step, body })
  if (fate === 'withdrawn') await act('withdraw', { reason: 'found-work' })
  if (fate === 'on-hold') await act('hold', { reason: 'health', until: stage.dateOf(stage.today + 45) })
  if (fate === 'protected') await act('hold', { reason: 'safety', until: null })
  if (fate === 'moved' || fate === 'deceased') await act('leave', { to: fate, referralPlaceId: null })
  if (fate === 'referred-out') await act('leave', { to: fate, referralPlaceId: await anyReferralPlace(stage, filed, day) })
  const [toCounty, guide] = OTHER_COUNTY[woman.countyCode] ?? []
  if (fate !== 'transferred' || toCounty === undefined || guide === undefined) return
  const id = demoId(`transfer/${filed.caseId}`)
  const isAsked = await act('transfer', { id, toCounty })
  if (!isAsked || filed.arrived >= 150) return
  if (!(await stage.act({ name: `${filed.caseId}/accept`, who: guide, day: day + 5, url: `/enrolment/transfers/${id}/accept` }))) return
  filed.guide = guide
  await stage.act({ name: `${filed.caseId}/guide-told`, who: guide, day: day + 6, url: `/pathways/cases/${filed.caseId}/guide-told` })
}
async function anyReferralPlace(stage: Stage, { caseId, guide }: Filed, day: number): Promise<string | null> {
  const act = { name: `${caseId}/places`, who: guide, day, method: 'GET', url: '/enrolment/referral-places' } as const
  const known = await stage.ask(listReferralPlaces.output, act)
  return known?.places[0]?.id ?? null
}
