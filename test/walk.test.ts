import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../db/seed/random.ts'
import { countedBesideCases } from '../src/app/board-following.ts'
import { handled } from '../src/app/rooms.ts'
import { studyMoves } from '../src/modules/amayesh/rules/study.ts'
import { businessMoves } from '../src/modules/businesses/rules/business.ts'
import { permitMoves } from '../src/modules/businesses/rules/permit.ts'
import { appealMoves } from '../src/modules/enrolment/rules/appeals.ts'
import { caseMoves, ended } from '../src/modules/enrolment/rules/case-moves.ts'
import { interviewMoves } from '../src/modules/interviews/rules/interview-moves.ts'
import { deductionMoves, disputeMoves } from '../src/modules/market/rules/disputes.ts'
import { lotEnds, lotMoves, orderMoves } from '../src/modules/market/rules/moves.ts'
import { orderRequestMoves } from '../src/modules/market/rules/order-requests.ts'
import { opportunityMoves, proposalMoves } from '../src/modules/matching/rules/moves.ts'
import { countBoard } from '../src/modules/outcomes/board-counting.ts'
import { followUpMoves } from '../src/modules/outcomes/rules/follow-ups.ts'
import { listCells, recount, touchAll } from '../src/modules/outcomes/store/board.ts'
import { deliverableMoves } from '../src/modules/oversight/rules/deliverables.ts'
import { findingMoves } from '../src/modules/oversight/rules/findings.ts'
import { grievanceMoves } from '../src/modules/oversight/rules/grievances.ts'
import { lessonMoves } from '../src/modules/oversight/rules/lessons.ts'
import { sheetMoves } from '../src/modules/oversight/rules/monthly-sheets.ts'
import { resolutionMoves } from '../src/modules/oversight/rules/resolutions.ts'
import { visitMoves } from '../src/modules/oversight/rules/visits.ts'
import { pledgeMoves } from '../src/modules/partners/rules/pledges.ts'
import { insuranceMoves } from '../src/modules/pathways/rules/insurances.ts'
import { loanMoves } from '../src/modules/pathways/rules/loans.ts'
import { referralMoves } from '../src/modules/pathways/rules/referrals.ts'
import { stepMoves } from '../src/modules/pathways/rules/work-plan.ts'
import { arrangementMoves } from '../src/modules/reforms/rules/arrangements.ts'
import { obstacleMoves } from '../src/modules/reforms/rules/obstacles.ts'
import type { Route } from '../src/platform/route.ts'
import { acceptable, type Choose, type Json } from './bad-values.ts'
import { plantBusiness, plantProduct } from './business.ts'
import {
  plantCanary,
  plantHandover,
  plantLot,
  plantObstacle,
  plantPledge,
  plantReferral,
  plantRefusal,
  plantStep,
  plantStudy,
} from './canaries.ts'
import { plantCall } from './follow-ups.ts'
import { openHouse } from './house.ts'
import { acceptSlot, grantPlaces, planSession, settleMembers } from './interviewing.ts'
import { plantOrderRequest } from './market.ts'
import { plantMatching } from './matching.ts'
import { writing } from './matrix.ts'
import { addPaper, plantGrievance, plantLesson, plantResolution, plantScope, plantSheet, plantVisit } from './oversight.ts'
import { accountOf, counties, organisations, type PersonaName, personaNames, thePlan } from './personas.ts'
import { registerWomen } from './registered.ts'
import { requestFor } from './requests.ts'

/**
 * Walks without a plan: any persona, any route that writes, any thing that is there. Whatever is done, and in whatever order, each thing moves by its one
 * table of moves; and wherever the walk left it, somebody can end a case, a lot and a pledge.
 */
const SEED = process.env.KARIZ_SEED ?? 'npm test'
const STEPS = Number(process.env.KARIZ_STEPS ?? 600)
type Moves = Readonly<Record<string, readonly string[]>>
/** Everything that has states, with its one table of moves and where its routes lie. */
const walked: Readonly<Record<string, { readonly moves: Moves; readonly column?: string; readonly routes: RegExp }>> = {
  'enrolment.case': { moves: caseMoves, column: 'position', routes: /:caseId/ },
  'enrolment.appeal': { moves: appealMoves, routes: /^\/enrolment\/appeals\/:id/ },
  'enrolment.county_transfer': {
    moves: { asked: ['accepted', 'refused'], accepted: [], refused: [] },
    routes: /^\/enrolment\/transfers\/:id/,
  },
  'enrolment.out_of_turn': {
    moves: { proposed: ['granted', 'refused'], granted: [], refused: [] },
    routes: /^\/enrolment\/out-of-turn\/:id/,
  },
  'interviews.interview': { moves: interviewMoves, routes: /^\/interviews\/:id/ },
  'pathways.step': { moves: stepMoves, routes: /^\/pathways\/steps\/:id/ },
  'pathways.referral': { moves: referralMoves, routes: /^\/pathways\/referrals\/:id/ },
  'pathways.loan': { moves: loanMoves, routes: /:loanId/ },
  'pathways.insurance': { moves: insuranceMoves, routes: /:insuranceId/ },
  'pathways.handover': {
    moves: { proposed: ['accepted', 'declined', 'withdrawn'], accepted: [], declined: [], withdrawn: [] },
    routes: /^\/pathways\/handovers\/:id/,
  },
  'matching.opportunity': { moves: opportunityMoves, routes: /^\/matching\/opportunities\/:id/ },
  'matching.proposal': { moves: proposalMoves, routes: /^\/matching\/proposals\/:id/ },
  'businesses.business': { moves: businessMoves, routes: /^\/businesses\/:(id|businessId)/ },
  'businesses.permit': { moves: permitMoves, routes: /^\/businesses\/permits\/:id/ },
  'partners.pledge': { moves: pledgeMoves, routes: /^\/partners\/pledges\/:id/ },
  'oversight.deliverable': { moves: deliverableMoves, routes: /^\/oversight\/deliverables\/:id/ },
  'oversight.monthly_sheet': { moves: sheetMoves, routes: /^\/oversight\/monthly-sheets\/:id/ },
  'oversight.lesson': { moves: lessonMoves, routes: /^\/oversight\/lessons\/:id/ },
  'oversight.resolution': { moves: resolutionMoves, routes: /^\/oversight\/resolutions\/:id/ },
  'market.order_request': { moves: orderRequestMoves, routes: /^\/market\/order-requests\/:id/ },
  'market.order': { moves: orderMoves, routes: /^\/market\/orders\/:id/ },
  'market.lot': { moves: lotMoves, routes: /^\/market\/lots\/:id/ },
  'market.dispute': { moves: disputeMoves, routes: /^\/market\/disputes\/:id/ },
  'amayesh.study': { moves: studyMoves, routes: /^\/amayesh\/studies\/:id/ },
  'reforms.obstacle': { moves: obstacleMoves, routes: /^\/reforms\/obstacles\/:id/ },
  'reforms.arrangement': { moves: arrangementMoves, routes: /^\/reforms\/arrangements\/:id/ },
  'oversight.visit': { moves: visitMoves, routes: /^\/oversight\/visits\/:id|visits\/:id\/word/ },
  'oversight.finding': { moves: findingMoves, routes: /^\/oversight\/findings\/:id/ },
  'oversight.grievance': { moves: grievanceMoves, routes: /^\/oversight\/grievances\/:id/ },
  'outcomes.follow_up': { moves: followUpMoves, routes: /^\/outcomes\/(own-calls|follow-ups)\/:id/ },
  'market.deduction': { moves: deductionMoves, routes: /^\/market\/deductions\/:id/ },
}
/** States of work and not of a thing on the road: lists, counters, answers of one reader, messages, days of panels. */
const elsewhere = [
  'businesses.review',
  'enrolment.counter',
  'enrolment.import',
  'enrolment.import_row',
  'interviews.session',
  'partners.application',
  'platform.message',
]
interface Thing {
  readonly kind: string
  readonly id: string
  readonly state: string
  readonly version: number
  readonly caseId: string | null
  readonly personId: string | null
}
let house: Awaited<ReturnType<typeof openHouse>>
let admin: pg.Client
const random = seededRandom(SEED)
/** Those who work nearest to the things that are planted. */
const neighbours: readonly PersonaName[] = [
  'facilitatorOfDashtestan',
  'behzistiOfDashtestan',
  'interviewer',
  'interviewerOfLabour',
  'marketOperator',
  'holding',
  'governorOfDashtestan',
  'executor',
  'office',
  'decider',
  'secondApprover',
  'appealReader',
]
/** What an input may name besides the thing itself. */
const stands: Readonly<Record<string, Json>> = {
  accountId: accountOf('otherFacilitatorOfDashtestan'),
  organisationId: organisations.labour,
  countyCode: counties.dashtestan,
  fieldCode: null,
  callTo: 20,
}
const choose: Choose = (choices) => random.pick(choices)
const writes = handled.map(({ route }) => route).filter(({ method, upload }) => method !== 'GET' && upload === undefined)

beforeAll(async () => {
  house = await openHouse()
  admin = new pg.Client(house.superuser)
  await admin.connect()
  const dashtestan = { county: 'dashtestan', agency: 'behzisti', guide: 'facilitatorOfDashtestan' } as const
  const own = await plantCanary(house, { key: 'A', ...dashtestan })
  const old = await plantCanary(house, { key: 'B', ...dashtestan, bornOn: '1950-01-01' })
  const invited = await plantCanary(house, { key: 'C', ...dashtestan })
  await plantCanary(house, { key: 'D', ...dashtestan })
  await plantCanary(house, { key: 'E', county: 'dashti', agency: 'reliefCommittee', guide: 'facilitatorOfDashti' })
  await plantRefusal(house, old)
  await plantPledge(house)
  await plantObstacle(house, own)
  await plantStudy(house)
  await plantStep(house, own)
  await plantReferral(house, own)
  await plantHandover(house, own)
  await plantMatching(house, own)
  await plantResolution(house, 'dashtestan')
  await plantSheet(house, 'dashtestan')
  await plantLesson(house)
  await addPaper(house, (await plantScope(house, 'dashtestan')).deliverableId)
  await plantVisit(house, 'dashtestan', { on: '2026-11-23' })
  await plantGrievance(house, { key: 'G', about: 'agency', organisationId: organisations.behzisti })
  await plantGrievance(house, { key: 'H', about: 'county-services', countyCode: counties.dashtestan })
  for (let request = 0; request < 3; request++) await plantOrderRequest(house)
  const business = await plantBusiness(house, own)
  await plantProduct(house, own, business)
  const women = await registerWomen(house.house, 3)
  for (const woman of women) {
    await plantLot(house, [woman])
    await plantCall(house, woman.caseId, 'interviewerOfLabour')
  }
  await grantPlaces(house, [invited])
  const { slots } = await planSession(house, await settleMembers(house))
  await acceptSlot(house, invited, slots[0])
  // What was planted beside the routes is counted once; from here on acts alone tell the board.
  await house.house.door.asOwner((tx) => touchAll(tx, thePlan, countedBesideCases))
  await countBoard(house.house, thePlan, countedBesideCases)
})
afterAll(async () => {
  await admin.end()
  await house.stop()
})

async function tablesWithStates(): Promise<readonly string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where column_name in ('state', 'position') and table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'auth') order by 1`,
  )
  return rows.map(({ name }) => name)
}
let reading: string | undefined
/** Every thing there is, with its state: read past every law. */
async function things(): Promise<ReadonlyMap<string, Thing>> {
  if (reading === undefined) {
    const selects: string[] = []
    for (const [kind, { column = 'state' }] of Object.entries(walked)) selects.push(await selectOf(kind, column))
    reading = selects.join(' union all ')
  }
  const { rows } = await admin.query<Thing>(reading)
  return new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
}
async function selectOf(kind: string, column: string): Promise<string> {
  const [schema = '', table = ''] = kind.split('.')
  const { rows } = await admin.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2',
    [schema, table],
  )
  const has = (name: string): boolean => rows.some((row) => row.name === name)
  const caseId = kind === 'enrolment.case' ? 'id::text' : has('case_id') ? 'case_id::text' : 'null'
  return `select '${kind}' as kind, id::text as id, ${column} as state, ${has('version') ? 'version' : '1'}::int as version, ${caseId} as "caseId", ${has('person_id') ? 'person_id::text' : 'null'} as "personId" from ${schema}."${table}" where plan_id = '${thePlan}'`
}
const mayOf = ({ method, path }: Route): readonly PersonaName[] => writing[`${method} ${path}`]?.may ?? []
const kindOf = ({ path }: Route): string | undefined =>
  Object.keys(walked).findLast((kind) => kind !== 'enrolment.case' && walked[kind]?.routes.test(path)) ??
  (path.includes(':caseId') ? 'enrolment.case' : undefined)

interface Step {
  readonly who: PersonaName
  readonly route: Route
  readonly about: Thing | undefined
  /** What is said on purpose. */
  readonly said?: Readonly<Record<string, Json>>
}
/** Mostly a thing and something to do about it, kinds equally often; else any route, whatever it is about. */
function chosen(now: ReadonlyMap<string, Thing>): Pick<Step, 'route' | 'about'> {
  const of = Map.groupBy(now.values(), ({ kind }) => kind)
  const open = Map.groupBy(
    [...now.values()].filter(({ kind, state }) => (walked[kind]?.moves[state] ?? []).length > 0),
    ({ kind }) => kind,
  )
  const one = random.chance(0.85) ? random.pick(random.pick([...open.values()])) : undefined
  const routes = one === undefined ? [] : writes.filter((route) => kindOf(route) === one.kind)
  if (routes.length > 0) return { route: random.pick(routes), about: one }
  const route = random.pick(writes)
  const about = of.get(kindOf(route) ?? '')
  return { route, about: about === undefined ? undefined : random.pick(about) }
}
/** Does one thing and says what moved by it. */
async function take({ who, route, about, said = {} }: Step, before: ReadonlyMap<string, Thing>) {
  const known: Record<string, Json> = { ...stands, ...said }
  if (about !== undefined) {
    const { id, version } = about
    Object.assign(
      known,
      { version },
      route.path.includes(':id') || kindOf(route) !== 'enrolment.case' ? { id, businessId: id, loanId: id, insuranceId: id } : {},
    )
  }
  if (about?.caseId !== null && about?.caseId !== undefined) known.caseId = about.caseId
  if (about?.personId !== null && about?.personId !== undefined) known.personId = about.personId
  const told = await house.ask(who, requestFor(route, acceptable(route.input, known, choose).value))
  const after = await things()
  const moved = [...after].flatMap(([key, { kind, state: to }]) => {
    const from = before.get(key)?.state
    return from === undefined || from === to ? [] : [{ kind, from, to }]
  })
  return { told, after, moved }
}
/** Whether a table of moves leads there in one move, or in the two that one act may make («eligible» is passed through). */
function leads(moves: Moves, from: string, to: string): boolean {
  return (moves[from] ?? []).some((next) => next === to || (moves[next] ?? []).includes(to))
}

test('every table of the catalogue that has states is walked, or is named as something else', async () => {
  expect([...Object.keys(walked), ...elsewhere].toSorted()).toEqual(await tablesWithStates())
})
/** What no order of acts may bring about, asked of the rows themselves. */
const NEVER = {
  'an interim arrangement in force without a letter or a last day': `select id from reforms.arrangement
    where state in ('authorised', 'in-force', 'extended') and (letter_number is null or letter_date is null or expires_on is null)`,
  'a follow-up in the hands of whoever carries the file or of the executor': `select id from outcomes.follow_up
    where state = 'given' and (account_id = any (assigned) or organisation_id = any (executors) or account_id = any (away))`,
  'answers without an answered follow-up': `select follow_up_id from outcomes.answer answer where not exists (select from outcomes.follow_up one
    where one.plan_id = answer.plan_id and one.id = answer.follow_up_id and one.state = 'answered')`,
  'pieces taken twice': `select lot_id from market.entry where kind in ('acceptance', 'compensation') group by lot_id having count(*) filter (where kind = 'acceptance') > 1 or count(*) filter (where kind = 'compensation') > 1`,
  'more paid to her than was owed': `select lot_id from market.entry group by lot_id
    having sum(case when debit = 'paid-to-her' then amount_rial when credit = 'paid-to-her' then -amount_rial else 0 end)
      > sum(case when credit = 'due-to-her' then amount_rial when debit = 'due-to-her' then -amount_rial else 0 end)`,
  'an order promised above its quantity': `select orders.id from market."order" orders join market.lot lot on lot.order_id = orders.id and lot.plan_id = orders.plan_id
    where lot.state not in ('declined', 'cancelled-by-buyer') group by orders.id, orders.quantity having sum(lot.quantity) > orders.quantity`,
  'a complaint about the office on the desk of the office, or about a guide before a guide': `select id from oversight.grievance
    where (about = 'programme-office' and ('PO' = any (desks) or desk <> 'AU')) or (about = 'guide' and 'GD' = any (desks))`,
  'a visit to a dwelling without her yes': `select id from oversight.visit where place_kind = 'dwelling' and state in ('planned', 'held') and word_on is null`,
  'a finding closed that no visit saw': `select id from oversight.finding where state = 'closed' and closed_by_visit_id is null`,
  'a complaint closed that was never answered': `select id from oversight.grievance where state = 'closed' and answered_on is null`,
  'a resolution confirmed that was never reported, or adopted without quorum and majority': `select resolution.id from oversight.resolution resolution
    join oversight.meeting meeting on meeting.plan_id = resolution.plan_id and meeting.id = resolution.meeting_id
    where (resolution.state = 'confirmed' and resolution.report is null)
      or (resolution.state <> 'draft' and (meeting.present is null or resolution.votes_for * 2 <= meeting.present))`,
  'a request that became an order of another county, or one order for two': `select request.id from market.order_request request
    join market."order" made on made.plan_id = request.plan_id and made.id = request.order_id
    where made.county_code <> request.county_code
      or exists (select from market.order_request other where other.plan_id = request.plan_id and other.order_id = request.order_id and other.id <> request.id)`,
  'a deliverable accepted that was never handed in': `select id from oversight.deliverable where state in ('accepted', 'returned', 'paid-for')
    and not exists (select from oversight.deliverable_paper paper where paper.deliverable_id = deliverable.id and paper.handed_in)`,
}
test(
  `${STEPS} acts of everybody on everything reach no state beside the tables of moves (seed «${SEED}»)`,
  async () => {
    let now = await things()
    const wrong: string[] = []
    const moves = new Map<string, number>()
    for (let step = 0; step < STEPS; step++) {
      const { route, about } = chosen(now)
      const may = mayOf(route)
      const near = may.filter((name) => neighbours.includes(name))
      const who =
        random.chance(0.75) && near.length > 0 ? random.pick(near) : random.pick(random.chance(0.5) && may.length > 0 ? may : personaNames)
      const { told, after, moved } = await take({ who, route, about }, now)
      if (told.status >= 500) wrong.push(`${who} ${route.path}: ${told.status}`)
      for (const { kind: moving, from, to } of moved) {
        moves.set(moving, (moves.get(moving) ?? 0) + 1)
        if (!leads(walked[moving]?.moves ?? {}, from, to)) wrong.push(`${who} ${route.path}: ${moving} from ${from} to ${to}`)
      }
      now = after
    }
    expect(wrong).toEqual([])
    for (const [what, query] of Object.entries(NEVER)) expect([what, (await admin.query(query)).rows]).toEqual([what, []])
    await expectBoardExact()
    expect(moves.size).toBeGreaterThan(5)
  },
  60_000 + STEPS * 100,
)
/** The board of indicators, counted act by act, is what one counts from all rows. */
async function expectBoardExact(): Promise<void> {
  await countBoard(house.house, thePlan, countedBesideCases)
  const [kept, recounted] = await house.house.door.asOwner(async (tx) => [
    await listCells(tx, thePlan),
    await recount(tx, thePlan, countedBesideCases),
  ])
  expect(kept).toEqual(recounted)
  expect(kept.length).toBeGreaterThan(5)
}

/** Acts that bring something nearer to its end. */
const ENDING = /\/(withdraw|end|leave|decline|cancel|refuse|collection|payments|confirm|settle|decide)$/
/** Where nothing waits any more. */
const ends: Readonly<Record<string, ReadonlySet<string>>> = {
  'enrolment.case': ended,
  'partners.pledge': new Set(['fulfilled', 'lapsed', 'withdrawn']),
  'market.lot': new Set(lotEnds),
}
/** She was paid, and says so herself. */
const GOOD_END = { hasReceived: true, manner: 'spoken', witnessName: null, paidOn: '2026-11-23' }
test('wherever the walk left them, somebody can end every case, every pledge and every lot', async () => {
  let now = await things()
  const open = (): readonly Thing[] => [...now.values()].filter(({ kind, state }) => ends[kind]?.has(state) === false)
  expect(open().length).toBeGreaterThan(0)
  for (let round = 0; round < 200 && open().length > 0; round++) {
    // What hangs on a lot is ended with it.
    const hanging = [...now.values()].filter(({ kind, state }) => /dispute|deduction/.test(kind) && /opened|proposed/.test(state))
    for (const about of [...open(), ...hanging]) {
      const route = random.pick(writes.filter((one) => kindOf(one) === about.kind && ENDING.test(one.path)))
      const who = random.pick(mayOf(route))
      now = (await take({ who, route, about: now.get(`${about.kind} ${about.id}`) ?? about, said: GOOD_END }, now)).after
    }
  }
  expect(open().map(({ kind, state }) => `${kind} ${state}`)).toEqual([])
  await expectBoardExact()
})
