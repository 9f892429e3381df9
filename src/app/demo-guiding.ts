import { seedOffers } from '../../db/seed/partners.ts'
import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { demoId } from './demo.ts'
import { eachOf, guides, type Stage } from './demo-stage.ts'

const TALKS = [
  ['phone', 'goes-well', 'نمونهٔ دوختش آماده است؛ هفتهٔ بعد می‌آورد.'],
  ['centre', 'needs-help', 'چرخ خیاطی‌اش خراب است؛ پی تعمیرکار می‌گردیم.'],
  ['visit', 'goes-well', 'جای کار را با هم دیدیم؛ برق و نور بس است.'],
  ['phone', 'needs-help', 'پسرش بیمار است و تا شنبه کار نمی‌کند.'],
] as const
type Talk = (typeof TALKS)[number]

/** What guides do with women who have a place: talks kept in a sentence, the table of what may change read aloud, a plan of work begun. */
export async function accompany(stage: Stage): Promise<void> {
  await eachOf(guides, async ([county, guide]) => {
    const mine = await stage.ask(listOwnCases.output, {
      name: `guiding/${guide}`,
      who: guide,
      day: stage.today,
      method: 'GET',
      url: '/enrolment/own-cases?limit=250',
    })
    const inHand = (mine?.cases ?? []).filter(({ position }) => IN_HAND.has(position))
    const told = inHand.filter(({ position }) => position === 'interviewed').map(({ id }) => id)
    // Every other one agrees to her plan; the plans of the others lie on the desk of her guide.
    for (const [index, { id, position }] of inHand.entries())
      await guideOne(stage, { guide, county, caseId: id, index, position, agrees: told.indexOf(id) % 2 === 0 })
  })
}
/** Who took a place; whose result was told; who agreed to her plan and has a business by now. */
const IN_HAND = new Set(['place-granted', 'interviewed', 'pathway-agreed'])
interface Guided {
  readonly county: string
  readonly guide: string
  readonly caseId: string
  readonly index: number
  readonly position: string
  readonly agrees: boolean
}
async function guideOne(stage: Stage, guided: Guided): Promise<void> {
  const { index, position } = guided
  const isInterviewed = position === 'interviewed'
  const day = stage.today - 1
  const talk = TALKS[index % TALKS.length] ?? TALKS[0]
  const hasBusiness = position === 'pathway-agreed'
  if (!hasBusiness || index % 4 === 0) await note(stage, guided, talk, stage.today - 2 - (index % 6))
  if (index % (hasBusiness ? 9 : 3) === 1) await send(stage, guided)
  if (guided.guide === 'rahyar-dashtestan' && index === 3) await propose(stage, guided, day)
  if (hasBusiness) return index % 6 === 0 ? insure(stage, guided, day) : undefined
  if (index % 3 !== 0 && !isInterviewed) return
  await writePlan(stage, guided, day)
  if (isInterviewed && guided.agrees) await agree(stage, guided, day)
  if (index % 6 === 0) await insure(stage, guided, day)
  if (index % 6 === 3) await borrow(stage, guided, day)
}
/** What she wants, written down with two steps, and the table of what may change read to her. */
async function writePlan(stage: Stage, { guide, county, caseId }: Guided, day: number): Promise<void> {
  const at = `/pathways/cases/${caseId}`
  const given = { manner: 'spoken', witnessName: null }
  const wishes = seedOffers
    .filter(([offered, , , , untilDay]) => offered === county && untilDay === undefined)
    .map(([, fieldCode]) => fieldCode)
    .slice(0, 2)
  const plan = { kind: 'home-based', relation: 'supported', wishes, hoursPerWeek: 18, buyer: null, wish: 'کاری که در خانه باشد.' }
  await stage.act({ name: `${caseId}/plan`, who: guide, day, method: 'PUT', url: `${at}/work-plan`, body: { ...plan, version: 0 } })
  for (const [place, kind] of (['tools', 'sample'] as const).entries()) {
    const name = `${caseId}/step/${kind}`
    const step = { id: demoId(name), kind, what: null, owner: place === 0 ? 'guide' : 'her', organisationId: null }
    await stage.act({ name, who: guide, day, url: `${at}/steps`, body: { ...step, dueOn: stage.dateOf(stage.today + 6 + 8 * place) } })
  }
  const editionId = demoId('exit-edition')
  const shown = { id: demoId(`${caseId}/shown`), editionId, ...given }
  await stage.act({ name: `${caseId}/shown`, who: guide, day, url: `${at}/exit-showings`, body: shown })
}
/** She agreed to her plan, and its first step began: the file is at work. */
async function agree(stage: Stage, { guide, caseId, index }: Guided, day: number): Promise<void> {
  const at = `/pathways/cases/${caseId}`
  const body = { manner: 'signature', witnessName: null, version: 1 }
  await stage.act({ name: `${caseId}/agreed`, who: guide, day, minute: 30, url: `${at}/work-plan/agreement`, body })
  const first = demoId(`${caseId}/step/tools`)
  const move = { to: 'under-way', version: 1 }
  if (index % 4 === 0)
    await stage.act({ name: `${caseId}/begun`, who: guide, day, minute: 60, url: `/pathways/steps/${first}/move`, body: move })
}
/** She goes on with a loan, and asks the Relief Committee for one. */
async function borrow(stage: Stage, { guide, caseId }: Guided, day: number): Promise<void> {
  const at = `/pathways/cases/${caseId}`
  const name = `${caseId}/loan`
  const word = { editionId: demoId('exit-edition'), answer: 'goes-on', manner: 'spoken', witnessName: null }
  await stage.act({ name: `${name}/word`, who: guide, day, minute: 40, method: 'PUT', url: `${at}/exit-answers/loan`, body: word })
  const asked = { id: demoId(name), lenderId: demoId('organisation/relief-committee'), amountRial: 1_500_000_000 }
  await stage.act({ name, who: guide, day, minute: 45, url: `${at}/loans`, body: asked })
}
/** A guide with many files proposes one to her colleague, who has not answered yet. */
async function propose(stage: Stage, { guide, caseId }: Guided, day: number): Promise<void> {
  const name = `${caseId}/handover`
  const body = { id: demoId(name), accountId: demoId('account/rahyar2-dashtestan@kariz.example'), reason: 'too-many-files' }
  await stage.act({ name, who: guide, day, minute: 70, url: `/pathways/cases/${caseId}/handovers`, body })
}
/** She goes on with an insurance, and the labour office introduced her to its fund. */
async function insure(stage: Stage, { guide, caseId }: Guided, day: number): Promise<void> {
  const at = `/pathways/cases/${caseId}`
  const name = `${caseId}/insurance`
  const insuranceId = demoId(name)
  const word = { editionId: demoId('exit-edition'), answer: 'goes-on', manner: 'spoken', witnessName: null }
  await stage.act({ name: `${name}/word`, who: guide, day, minute: 40, method: 'PUT', url: `${at}/exit-answers/insurance`, body: word })
  const asked = { id: insuranceId, insurerId: demoId('organisation/labour'), scheme: 'home-based', payer: 'her-and-state' }
  await stage.act({ name, who: guide, day, minute: 45, url: `${at}/insurances`, body: asked })
  const move = { to: 'introduced', letterNumber: 'ب/۲۱۴', letterDate: stage.dateOf(day), version: 1 }
  await stage.act({ name: `${name}/introduced`, who: guide, day, minute: 50, url: `${at}/insurances/${insuranceId}/move`, body: move })
}
function note(stage: Stage, { guide, caseId, index }: Guided, [channel, standing, text]: Talk, day: number): Promise<boolean> {
  const name = `${caseId}/note`
  const level = index % 4 === 3 ? 'confidential' : 'normal'
  const body = { id: demoId(name), heldOn: stage.dateOf(day), channel, standing, level, text }
  return stage.act({ name, who: guide, day, url: `/pathways/cases/${caseId}/notes`, body })
}
/** Sent to an agency for one thing; one in three has an answer of each kind, and one still waits. */
async function send(stage: Stage, { guide, caseId, index }: Guided): Promise<void> {
  const name = `${caseId}/referral`
  const id = demoId(name)
  const day = stage.today - 4
  const kind = (['care', 'legal', 'health'] as const)[index % 3] ?? 'care'
  const body = { id, kind, organisationId: demoId('organisation/behzisti'), capacityId: null }
  await stage.act({ name, who: guide, day, url: `/pathways/cases/${caseId}/referrals`, body })
  const none = { doBy: null, reason: null, result: null }
  const answer = (step: string, on: number, more: object): Promise<boolean> =>
    stage.act({
      name: `${name}/${step}`,
      who: 'behzisti-ostan',
      day: on,
      url: `/pathways/referrals/${id}/answer`,
      body: { ...none, ...more },
    })
  if (index % 9 === 4) await answer('refused', day + 1, { to: 'refused', reason: 'no-capacity', version: 1 })
  if (index % 9 !== 7) return
  await answer('accepted', day + 1, { to: 'accepted', doBy: stage.dateOf(day + 8), version: 1 })
  await answer('done', day + 3, { to: 'done', result: 'achieved', version: 2 })
}
