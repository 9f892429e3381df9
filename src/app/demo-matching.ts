import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { listProposals, type Proposal } from '../modules/matching/contract/proposals.ts'
import { demoId } from './demo.ts'
import { guides, type Stage } from './demo-stage.ts'

const OPERATOR = 'bazar-dashtestan'
/** The matching of the demonstration is that of Dashtestan, where its market is. */
const COUNTY = '1803'
/** Days before today: opened, the first run, what became of it, and the run whose proposals wait for their guides now. */
const [OPENED, FIRST_RUN, LOOKED, ASKED, LAST_RUN] = [12, 9, 7, 5, 1]
const SPOKEN = { manner: 'spoken', witnessName: null } as const

/** Places out of a pledge and out of an order, a run that proposed, guides who looked, women who said yes and no, and a run of yesterday. */
export async function match(stage: Stage): Promise<void> {
  const here = guides.filter(([county]) => county === COUNTY).map(([, key]) => key)
  for (const guide of here) await readTable(stage, guide)
  await open(stage)
  await run(stage, 'first', FIRST_RUN)
  for (const guide of here) await look(stage, guide)
  await run(stage, 'last', LAST_RUN)
}
const AT_WORK: readonly string[] = ['pathway-agreed', 'active', 'earning']
/** Of her women at work a guide reads the table «if I earn» to all but the last, and they go on with an order. */
async function readTable(stage: Stage, guide: string): Promise<void> {
  const url = '/enrolment/own-cases?limit=250'
  const mine = await stage.ask(listOwnCases.output, { name: `matching/${guide}`, who: guide, day: stage.today, method: 'GET', url })
  const working = (mine?.cases ?? [])
    .filter(({ position }) => AT_WORK.includes(position))
    .toSorted((one, other) => one.id.localeCompare(other.id))
  const given = { editionId: demoId('exit-edition'), ...SPOKEN }
  for (const { id } of working.slice(0, -1)) {
    const act = { who: guide, day: stage.today - OPENED }
    const at = `/pathways/cases/${id}`
    await stage.act({
      ...act,
      name: `${id}/matching/shown`,
      url: `${at}/exit-showings`,
      body: { id: demoId(`${id}/matching-shown`), ...given },
    })
    const body = { answer: 'goes-on', ...given }
    await stage.act({ ...act, name: `${id}/matching/order`, method: 'PUT', url: `${at}/exit-answers/order`, body })
  }
}
async function open(stage: Stage): Promise<void> {
  const day = stage.today - OPENED
  const days = { startsOn: stage.dateOf(stage.today + 10), endsOn: stage.dateOf(stage.today + 130) }
  const nothing = { leastWeekly: null, unit: null, needsPermit: false }
  const places = { id: demoId('opportunity/places'), countyCode: COUNTY, pledgeId: demoId('pledge/weaving-places'), calledQuantity: 4 }
  await stage.act({
    name: 'opportunity/places',
    who: OPERATOR,
    day,
    url: '/matching/opportunities',
    body: { ...places, title: 'جای کارگاه حصیربافی سرای محله', fieldCode: 'HB001', places: 4, leastCraft: null, ...nothing, ...days },
  })
  const asked = { fieldCode: 'HB025', places: 3, leastCraft: 3, ...nothing, ...days }
  await stage.act({
    name: 'opportunity/dates',
    who: OPERATOR,
    day,
    url: `/market/orders/${demoId('order/8')}/opening`,
    body: { opportunityId: demoId('opportunity/dates'), ...asked },
  })
}
async function run(stage: Stage, key: string, ago: number): Promise<void> {
  const body = { id: demoId(`run/${key}`), countyCode: COUNTY }
  await stage.act({ name: `run/${key}`, who: OPERATOR, day: stage.today - ago, url: '/matching/runs', body })
}
/** Of what the first run proposed to her women, a guide puts all but every third to them; of those, every second says no. */
async function look(stage: Stage, guide: string): Promise<void> {
  const url = '/matching/proposals?limit=250&state=proposed'
  const told = await stage.ask(listProposals.output, { name: `proposals/${guide}`, who: guide, day: stage.today, method: 'GET', url })
  const hers = (told?.proposals ?? []).toSorted((one, other) => one.fileNumber.localeCompare(other.fileNumber))
  for (const [index, proposal] of hers.entries()) await settle(stage, guide, { proposal, index })
}
async function settle(
  stage: Stage,
  guide: string,
  { proposal: { id, caseId }, index }: { readonly proposal: Proposal; readonly index: number },
): Promise<void> {
  const act = (step: string, ago: number, body: object): Promise<boolean> =>
    stage.act({ name: `proposal/${caseId}/${step}`, who: guide, day: stage.today - ago, url: `/matching/proposals/${id}/${step}`, body })
  if (index % 3 === 2) {
    await act('set-aside', LOOKED, { version: 1, markId: demoId(`mark/${caseId}`), reason: 'too-far' })
    return
  }
  await act('uphold', LOOKED, { version: 1 })
  const said = { version: 2, answerId: demoId(`answer/${caseId}`), ...SPOKEN }
  await act(index % 2 === 0 ? 'accept' : 'decline', ASKED, said)
}
