import { type DemoWoman, demoWomen } from '../access/demo.ts'
import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { readInterviews } from '../modules/interviews/contract/interviews.ts'
import { listLots } from '../modules/market/contract/lots.ts'
import type { LotState } from '../modules/market/contract/states.ts'
import { readFile } from '../modules/people/contract.ts'
import type { House } from '../platform/house.ts'
import { demoId, demoPlanId } from './demo.ts'
import { guides, type Stage } from './demo-stage.ts'
import { demoPinOf } from './mine/demo-choices.ts'

/** Their pages stand in Dashtestan, where the market of the demonstration is. */
const GUIDES = guides.filter(([county]) => county === '1803').map(([, guide]) => guide)
interface Carried {
  readonly guide: string
  readonly caseId: string
  readonly personId: string
  readonly position: string
  readonly lots: readonly LotState[]
}
/** Women at different wells set their numbers face to face, so that their own pages can be entered; two of them share one phone. */
export async function openHerPages(stage: Stage, house: House): Promise<void> {
  const women = (await Promise.all(GUIDES.map((guide) => listCarried(stage, guide)))).flat()
  const asked = women.filter(({ position }) => position === 'place-granted')
  const talks = await Promise.all(asked.map((one) => isAskedToTalk(stage, one)))
  const has = (...states: readonly LotState[]) => women.find(({ lots }) => states.every((state) => lots.includes(state)))
  const cast: Readonly<Record<DemoWoman['key'], Carried | undefined>> = {
    talk: asked.find((_, place) => talks[place]),
    owed: has('due', 'confirmed-by-her'),
    paid: has('paid-to-her', 'confirmed-by-her'),
    offered: has('offered'),
    queued: women.find(({ position }) => position === 'queued'),
  }
  for (const woman of demoWomen) {
    const found = cast[woman.key]
    if (found === undefined) throw new Error(`the demonstration has nobody whose story is «${woman.key}»`)
    await setNumber(stage, house, woman, found)
  }
  if (cast.offered !== undefined) await putStep(stage, cast.offered)
}
/** Her guide puts one more step to whoever is offered work: it waits for her own yes or no. */
async function putStep(stage: Stage, { guide, caseId }: Carried): Promise<void> {
  const step = { id: demoId('hers/step'), kind: 'training', what: 'سه نشست دوخت ریز، در سرای محله', owner: 'guide', organisationId: null }
  const body = { ...step, dueOn: stage.dateOf(stage.today + 20) }
  await stage.act({ name: 'hers/step', who: guide, day: stage.today, url: `/pathways/cases/${caseId}/steps`, body })
}
async function listCarried(stage: Stage, guide: string): Promise<readonly Carried[]> {
  const read = { who: guide, day: stage.today, method: 'GET' } as const
  const own = await stage.ask(listOwnCases.output, { ...read, name: `hers/${guide}`, url: '/enrolment/own-cases?limit=250' })
  const shared = await stage.ask(listLots.output, { ...read, name: `hers/${guide}/lots`, url: '/market/lots?limit=250' })
  const lots = Map.groupBy(shared?.lots ?? [], ({ caseId }) => caseId)
  return (own?.cases ?? [])
    .map(({ id, personId, position }) => ({ caseId: id, personId, position }))
    .toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1))
    .map((one) => ({ ...one, guide, lots: (lots.get(one.caseId) ?? []).map(({ state }) => state) }))
}
async function isAskedToTalk(stage: Stage, { guide, caseId }: Carried): Promise<boolean> {
  const url = `/interviews/cases/${caseId}`
  const told = await stage.ask(readInterviews.output, { name: `hers/${caseId}`, who: guide, day: stage.today, method: 'GET', url })
  return told?.open?.interview.state === 'proposed'
}
/** Her guide writes down her phone and turns the device to her: she types her number twice. */
async function setNumber(stage: Stage, house: House, woman: DemoWoman, { guide, personId }: Carried): Promise<void> {
  const [who, day, at] = [guide, stage.today, `/people/${personId}`]
  const file = await stage.ask(readFile.output, { name: `hers/${woman.key}/file`, who, day, method: 'GET', url: at })
  const rule = {
    phone: woman.phone,
    whosePhone: 'own',
    callFrom: null,
    callTo: null,
    mayMessage: true,
    version: file?.contact?.version ?? 0,
  }
  await stage.act({ name: `hers/${woman.key}/phone`, who, day, method: 'PUT', url: `${at}/contact`, body: rule })
  const pin = demoPinOf(house, demoPlanId, woman)
  const body = { pin, again: pin, blind: `${demoId(`blind/${woman.key}`)}${personId}`.slice(0, 64) }
  const isSet = await stage.act({ name: `hers/${woman.key}/pin`, who, day, method: 'PUT', url: `/mine/files/${personId}/pin`, body })
  if (!isSet) throw new Error(`the demonstration is refused the number of «${woman.key}»`)
}
