import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { handled } from '../src/app/rooms.ts'
import { assignFile } from '../src/modules/people/port.ts'
import { newId } from '../src/platform/ids.ts'
import type { Route } from '../src/platform/route.ts'
import { acceptable, type Json } from './bad-values.ts'
import { plantBusiness, plantHub, plantProduct } from './business.ts'
import {
  type Canary,
  plantCanary,
  plantHandover,
  plantImport,
  plantLot,
  plantOnDesk,
  plantOrder,
  plantPledge,
  plantReferral,
  plantStep,
} from './canaries.ts'
import { decideOn, nobodyIsCovered } from './deciding.ts'
import { plantCall } from './follow-ups.ts'
import { openHouse } from './house.ts'
import { acceptSlot, grantPlaces, planSession, settleMembers, thePanel } from './interviewing.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { plantMatching } from './matching.ts'
import { type About, type Row, writing } from './matrix.ts'
import { plantGrievance, plantMeeting, plantResolution, plantScope, plantSheet, plantVisit } from './oversight.ts'
import {
  accountOf,
  counties,
  organisations,
  type PersonaName,
  personaNames,
  personaOf,
  settleHerself,
  staffNames,
  type Told,
  thePlan,
} from './personas.ts'
import { registerWomen } from './registered.ts'
import { each, requestFor } from './requests.ts'

/** Who may write what, compared with reality: every route that writes × every persona × what is hers, what is not, and what is not there. */
let house: Awaited<ReturnType<typeof openHouse>>
let ledger: Ledger
let files: readonly Canary[] = []
/** Things that are not a file, with those for whom they exist. */
let things: readonly Thing[] = []
interface Thing {
  readonly about: About
  readonly id: string
  readonly hers: readonly PersonaName[]
}
/** What stands behind one address: ids an input may name. */
type Named = Readonly<Record<string, Json>>

const theOffice = ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer'] as const
const barred: readonly PersonaName[] = [
  'office',
  'decider',
  'linkageUnit',
  'secondApprover',
  'safetyOfficer',
  'facilitatorOfDashtestan',
  'behzistiOfDashtestan',
]
beforeAll(async () => {
  house = await openHouse()
  ledger = await openLedger(house.superuser)
  const dashtestan = { county: 'dashtestan', agency: 'behzisti', guide: 'facilitatorOfDashtestan' } as const
  const own = await plantCanary(house, { key: 'A', ...dashtestan })
  const ofDashti = await plantCanary(house, { key: 'B', county: 'dashti', agency: 'reliefCommittee', guide: 'facilitatorOfDashti' })
  const ofAnother = await plantCanary(house, { key: 'C', ...dashtestan, guide: 'otherFacilitatorOfDashtestan' })
  const closed = await plantCanary(house, { key: 'D', ...dashtestan, guide: 'otherFacilitatorOfDashtestan', bornOn: '1950-01-01' })
  const enquiry = await ask('decider', 'POST', `/enrolment/cases/${own.caseId}/enquiries`, {
    personId: own.personId,
    purpose: 'enquiry',
    organisationId: organisations.behzisti,
  })
  await nobodyIsCovered(house)
  await decideOn(house, closed)
  const appeal = await ask('otherFacilitatorOfDashtestan', 'POST', `/enrolment/cases/${closed.caseId}/appeals`, {})
  const transfer = await ask('facilitatorOfDashti', 'POST', `/enrolment/cases/${ofDashti.caseId}/transfer`, { toCounty: counties.bushehr })
  const capacity = await ask('appealReader', 'POST', '/partners/capacities', {
    organisationId: organisations.labour,
    countyCode: counties.dashtestan,
    kind: 'course',
    title: 'کارگاه',
    unit: 'نفر',
    total: 5,
    validFrom: '2026-01-01',
    validTo: null,
  })
  const pledge = await plantPledge(house)
  const step = await plantStep(house, own)
  const referral = await plantReferral(house, own)
  const handover = await plantHandover(house, own)
  const call = await plantCall(house, own.caseId, 'interviewerOfLabour')
  const onDesk = await plantOnDesk(house, own)
  const business = await plantBusiness(house, own)
  const foreign = await plantOrder(house, ofDashti)
  const market = await plantLot(house, await registerWomen(house.house, 1))
  const [proposed, elsewhere] = [await plantMatching(house, own), await plantMatching(house, ofDashti)]
  const { productId } = await plantProduct(house, own, business)
  const hub = await plantHub(house, counties.dashti)
  // A conversation of tomorrow: her guide and, from today on, those who sit there.
  await grantPlaces(house, [ofAnother])
  const { slots } = await planSession(house, await settleMembers(house))
  const interview = await acceptSlot(house, ofAnother, slots[0], { guide: 'otherFacilitatorOfDashtestan' })
  // She is carried by this facilitator as well, and barred for her: the bar comes first.
  const carriers = [accountOf('otherFacilitatorOfDashtestan'), accountOf('facilitatorOfDashtestan')]
  await house.house.door.asOwner((tx) => assignFile(tx, thePlan, { personId: closed.personId, accountIds: carriers }))
  for (const name of barred)
    await ask('otherFacilitatorOfDashtestan', 'POST', `/people/${closed.personId}/barred-officers`, {
      accountId: accountOf(name),
      reason: 'afraid',
    })
  const overseen = await plantScope(house, 'dashti')
  const grievance = await plantGrievance(house, { key: 'G', about: 'county-services', countyCode: counties.dashti })
  const barredCall = await plantCall(house, closed.caseId, 'interviewerOfHandicrafts')
  const { ideaId } = await plantMeeting(house, 'dashti', 'consultative')
  const { meetingId, resolutionId } = await plantResolution(house, 'dashti')
  const visited = await plantVisit(house, 'dashti', { on: '2026-11-23', desk: 'MO' })
  files = [own, ofDashti, ofAnother, { ...closed, barred }]
  // Her own pages are those of the first; what they name is another's.
  await settleHerself(house.house.door, own)
  const idOf = async (table: 'people.consent' | 'businesses.product') => {
    const row = await house.house.door.asOwner((tx) =>
      tx.selectFrom(table).select('id').where('person_id', '<>', own.personId).orderBy('id').executeTakeFirstOrThrow(),
    )
    return row.id
  }
  const session = await house.house.door.asOwner((tx) =>
    tx.selectFrom('auth.session').select('id').where('userId', '=', accountOf('auditor')).executeTakeFirstOrThrow(),
  )
  things = [
    { about: 'import', id: await plantImport(house, 'reliefOfDashti', 'kanarilist'), hers: ['reliefOfDashtestan', 'reliefOfDashti'] },
    // A question is put to a body, whichever of its counties answers.
    { about: 'enquiry', id: enquiry, hers: ['behzistiOfDashtestan', 'behzistiOfDashti'] },
    { about: 'appeal', id: appeal, hers: [] },
    { about: 'interview', id: interview, hers: ['otherFacilitatorOfDashtestan'] },
    { about: 'seat', id: interview, hers: [...thePanel] },
    { about: 'transfer', id: transfer, hers: [] },
    { about: 'capacity', id: capacity, hers: ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer', 'appealReader'] },
    { about: 'pledge', id: pledge, hers: ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer'] },
    { about: 'referral', id: referral, hers: ['facilitatorOfDashtestan', 'behzistiOfDashtestan', 'behzistiOfDashti'] },
    { about: 'loan', id: onDesk.loan, hers: ['behzistiOfDashtestan'] },
    { about: 'insurance', id: onDesk.insurance, hers: ['behzistiOfDashtestan'] },
    { about: 'handover', id: handover, hers: ['otherFacilitatorOfDashtestan'] },
    { about: 'own-handover', id: handover, hers: ['facilitatorOfDashtestan'] },
    { about: 'step', id: step, hers: ['facilitatorOfDashtestan', 'behzistiOfDashtestan', 'behzistiOfDashti'] },
    { about: 'business', id: business.businessId, hers: ['facilitatorOfDashtestan'] },
    { about: 'permit', id: business.permitId, hers: ['facilitatorOfDashtestan'] },
    { about: 'permit-review', id: business.reviewId, hers: ['facilitatorOfDashtestan', 'behzistiOfDashtestan'] },
    { about: 'order', id: foreign.orderId, hers: [] },
    { about: 'foreign-lot', id: foreign.lotId, hers: ['facilitatorOfDashti'] },
    { about: 'lot', id: market.lotId, hers: ['facilitatorOfDashtestan', 'marketOperator'] },
    { about: 'opportunity', id: elsewhere.opportunityId, hers: [] },
    { about: 'proposal', id: proposed.proposalId, hers: ['facilitatorOfDashtestan', 'marketOperator'] },
    { about: 'product', id: productId, hers: ['facilitatorOfDashtestan', 'marketOperator'] },
    { about: 'hub', id: hub, hers: ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer'] },
    { about: 'scope', id: overseen.scopeId, hers: ['governorOfDashti'] },
    { about: 'deliverable', id: overseen.deliverableId, hers: ['governorOfDashti'] },
    {
      about: 'visit',
      id: visited.visitId,
      hers: ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer', 'governorOfDashti'],
    },
    {
      about: 'finding',
      id: visited.findingId,
      hers: ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer', 'governorOfDashti'],
    },
    {
      about: 'grievance',
      id: grievance.id,
      hers: ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer', 'governorOfDashti', 'auditor'],
    },
    { about: 'call', id: call, hers: ['interviewerOfLabour'] },
    { about: 'follow-up', id: barredCall, hers: [] },
    { about: 'sheet', id: await plantSheet(house, 'dashti'), hers: ['governorOfDashti'] },
    { about: 'meeting', id: meetingId, hers: [...theOffice, 'governorOfDashti'] },
    { about: 'idea', id: ideaId, hers: [...theOffice, 'governorOfDashti', 'behzistiOfDashti'] },
    { about: 'resolution', id: resolutionId, hers: [...theOffice, 'governorOfDashti', 'behzistiOfDashti'] },
    { about: 'own', id: session.id, hers: ['auditor'] },
    { about: 'her-talk', id: interview, hers: [] },
    { about: 'her-consent', id: await idOf('people.consent'), hers: [] },
    { about: 'her-proposal', id: elsewhere.proposalId, hers: [] },
    { about: 'her-step', id: await plantStep(house, ofDashti), hers: [] },
    { about: 'her-lot', id: foreign.lotId, hers: [] },
    { about: 'her-goods', id: await idOf('businesses.product'), hers: [] },
    { about: 'her-payment', id: foreign.lotId, hers: [] },
  ]
})
afterAll(async () => {
  await ledger.close()
  await house.stop()
})
afterEach(() => {
  vi.restoreAllMocks()
})
/** Does it and answers the id it was done under. */
async function ask(who: PersonaName, method: 'POST', url: string, body: object): Promise<string> {
  const id = newId()
  const told = await house.ask(who, { method, url, body: { id, ...body } })
  if (told.status !== 200) throw new Error(`${url}: ${told.text}`)
  return id
}

/** For whom a file exists, by hand: her guide, those of her county, the agencies she is shared with, the office and the auditor; for a barred officer never. */
function exists(file: Canary, name: PersonaName): boolean {
  const { role, counties: where, organisation } = personaOf(name)
  if (file.barred.includes(name)) return false
  if (role === 'GD') return name === file.guide
  if (role === 'AG') return organisation === file.agency
  if (role === 'CA' || role === 'EX') return where.includes(counties[file.county])
  return role === 'PO' || role === 'AU'
}
const namedBy = ({ caseId, personId }: Pick<Canary, 'caseId' | 'personId'>): Named => ({
  caseId,
  personId,
  caseIds: [caseId],
  lines: [{ caseId, time: '09:00' }],
  accountId: accountOf('otherFacilitatorOfDashtestan'),
  organisationId: organisations.labour,
  callTo: 20,
  limit: 10,
  countyCode: '1803',
})
const absent = namedBy({ caseId: newId(), personId: newId() })
/** What is not the persona's, of the kind a route is about: each as the ids its input names. */
function foreignTo(name: PersonaName, about: About): readonly Named[] {
  if (about === 'file') return files.filter((file) => !exists(file, name)).map(namedBy)
  return things.filter((thing) => thing.about === about && !thing.hers.includes(name)).map(({ id }) => ({ ...absent, id, businessId: id }))
}
const nameOf = ({ method, path }: Route): string => `${method} ${path}`
const rowOf = (route: Route): Row => writing[nameOf(route)] ?? { may: [], about: 'nothing' }
const writes = handled.map(({ route }) => route).filter(({ method }) => method !== 'GET')
const reads = handled.map(({ route }) => route).filter(({ method, path }) => method === 'GET' && /:(personId|caseId)/.test(path))
const inputs = new Map<string, Json>()
/** An input the route accepts, naming these ids; made once for each route and file. */
function inputFor(route: Route, named: Named): Json {
  const key = JSON.stringify([nameOf(route), named])
  const input = inputs.get(key) ?? acceptable(route.input, named).value
  inputs.set(key, input)
  return input
}
const tell = (name: PersonaName | null, route: Route, named: Named): Promise<Told> =>
  house.ask(name, requestFor(route, inputFor(route, named)))
const wordsOf = ({ status, body }: Told) => ({ status, ...body, requestId: '' })

test('the matrix has a line for every route that writes, and no other', () => {
  expect(Object.keys(writing).toSorted()).toEqual(writes.map(nameOf).toSorted())
})
describe('whom the matrix does not name is refused, whatever exists, and nothing is written', () => {
  test.each([...personaNames, null])('%s', async (name) => {
    const before = await ledger.mark()
    const otherwise: string[] = []
    await each(writes, async (route) => {
      const { may, about, isOpen = false } = rowOf(route)
      if ((may.length === staffNames.length && name !== 'herself') || (name === null ? isOpen : may.includes(name))) return
      for (const named of [...(about === 'file' ? files.slice(0, 1).map(namedBy) : []), absent]) {
        const { status, reasons } = await tell(name, route, named)
        const isRefused = status === 403 && reasons.every((code) => code === 'access.not-your-part' || code === 'access.duty-missing')
        if (!isRefused) otherwise.push(`${nameOf(route)}: ${status} ${reasons.join()}`)
      }
    })
    expect(otherwise).toEqual([])
    expect(await ledger.changed(before)).toEqual([])
  })
})
test.each(personaNames)('%s is not kept from what the matrix gives her', async (name) => {
  const kept: string[] = []
  for (const route of writes.filter((one) => rowOf(one).may.includes(name) && rowOf(one).about !== 'nothing')) {
    const { reasons } = await tell(name, route, absent)
    if (reasons.some((code) => code === 'access.not-your-part' || code === 'access.duty-missing')) kept.push(nameOf(route))
  }
  expect(kept).toEqual([])
})

/** An answer with the statements it took, ids blanked: what a clock could tell apart. */
async function observed(name: PersonaName, route: Route, named: Named) {
  const said = vi.spyOn(pg.Client.prototype, 'query')
  const told = await tell(name, route, named)
  const statements = said.mock.calls.map(([query]: readonly unknown[]) => textOf(query))
  said.mockRestore()
  return { ...wordsOf(told), statements }
}
function textOf(query: unknown): string {
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : query
  return String(text).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
}
const compared = new Set<string>()
describe('what is not hers answers like what is not there: the same words by the same statements, and nothing is written', () => {
  test.each(personaNames)('%s', async (name) => {
    const before = await ledger.mark()
    for (const route of writes.filter((one) => rowOf(one).may.includes(name))) {
      const foreign = foreignTo(name, rowOf(route).about)
      if (foreign.length === 0) continue
      compared.add(nameOf(route))
      const none = await observed(name, route, absent)
      expect([nameOf(route), none.status]).toEqual([nameOf(route), 404])
      for (const one of foreign) expect([nameOf(route), await observed(name, route, one)]).toEqual([nameOf(route), none])
    }
    expect(await ledger.changed(before)).toEqual([])
    for (const route of reads) {
      const none = await observed(name, route, absent)
      // Refused before anything is looked up: nothing to compare.
      if (none.status === 403) continue
      for (const one of foreignTo(name, 'file')) expect([nameOf(route), await observed(name, route, one)]).toEqual([nameOf(route), none])
    }
  })
  test('every route about somebody or something was compared', () => {
    expect(writes.map(nameOf).filter((name) => writing[name]?.about !== 'nothing' && !compared.has(name))).toEqual([])
  })
  test('the comparison can fail: her own file answers otherwise', async () => {
    const contact = writes.find((route) => nameOf(route) === 'POST /enrolment/cases/:caseId/contact-tries')
    const [own] = files
    if (contact === undefined || own === undefined) throw new Error('the route and the file stand above')
    const seen = await observed('facilitatorOfDashtestan', contact, namedBy(own))
    expect(seen).not.toEqual(await observed('facilitatorOfDashtestan', contact, absent))
  })
})
