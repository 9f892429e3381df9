import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
)

/** Ways past the reach of whoever asks, and the only files that may use each, with why nobody's reach covers it. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  asOwner: {
    'platform/app.ts': 'readiness: does the database answer at all',
    'platform/receipts.ts': 'receipts beyond their days are forgotten, whoever they belong to',
    'platform/root-key.ts': 'the sealed root key, before anything else can be opened',
    'access/api.ts': 'who am I, asked before an assignment is chosen',
    'access/sign-in/mount.ts': 'a one-time code is spent, before anybody is signed in',
    'access/sign-in/hers/entry.ts': 'her code, her number and her session, before it is known who she is',
    'access/sign-in/hers/pins.ts': 'her number asked once more before money, counted even where it is refused',
    'app/prepare-mode.ts': 'the one-time link of the first administrator',
    'app/demo.ts': 'the invented plan and its accounts, before anybody can act',
    'app/demo-women.ts': 'whether the invented women are there, and which nomination became which case',
    'modules/territory/commands.ts': 'a command of whoever runs the machine',
  },
  asOwnerOnce: {
    'access/sign-in/hers/entry.ts': 'shutting her pages, whoever they were',
    'access/sign-in/hers/session.ts': 'finding the session that says who she is',
    'app/mine/demo-choices.ts': 'which invented women of the demonstration can be entered, before anybody is',
    'access/sign-in/session.ts': 'finding the session that says who acts',
    'access/sign-in/mount.ts': 'counting wrong passwords, before anybody is signed in',
    'app/server.ts': 'which plans there are: for jobs, and the one citizens read',
  },
  beyondReach: {
    'access/api/invitations.ts': 'an invitation is opened by its token, by someone who has no account yet',
    'access/sign-in/hers/pins.ts': 'numbers others on her phone have already, and her session, whose table belongs to sign-in',
    'access/store.ts': 'the name of an account, whose table belongs to sign-in',
    'access/store/accounts.ts': 'accounts and sessions, whose tables belong to sign-in',
    'modules/amayesh/store/facts.ts': 'who buys in a county, for a guide who is told the standing of an occupation alone',
    'modules/amayesh/store/studies.ts': 'which offers studies led to, for a guide who reads offers and no studies',
    'modules/enrolment/store/desks.ts': 'which body was asked first about a case that the reader sees by number alone',
    'modules/partners/port.ts':
      'how much of a pledge was called, for whoever calls and may not change the promise; a buyer put before the two readers, and what they made of it, for whoever may not read who applied',
    'modules/oversight/store/meetings.ts':
      'what the meeting of a resolution was about, for an agency that was given the work and is no member',
    'modules/partners/store/applications.ts': 'how many applied in an hour, and the answer of someone introduced, who has no account',
    'modules/people/store/consents.ts': 'shares that end with a withdrawn consent, whoever holds them',
    'modules/people/store/glass.ts': 'names of officers, for whoever reviews a broken glass',
    'modules/people/store/linkage.ts': 'cases an account was barred from, before duplicates are shown',
    'modules/people/store/protection.ts': 'whether somebody is an officer at all, before being barred',
    'modules/enrolment/import-commit.ts': 'what the planner knows of tables an import fills; it reads no row for anybody',
    'modules/enrolment/port.ts': 'opening cases for an agency that may not read them afterwards',
    'modules/enrolment/store/appeals.ts': 'which body may read an appeal, over all bodies',
    'modules/enrolment/store/cases.ts': 'counters, moves and the next file that waits',
    'modules/enrolment/store/erasure.ts': 'what is let go of, in tables nobody may change any more',
    'modules/enrolment/store/contact.ts': 'when she last came, of a case its guide carries: guides read no moves',
    'modules/enrolment/store/eligibility.ts': 'what a decision rests on, and its letter number',
    'modules/enrolment/store/enquiries.ts': 'an enquiry crosses from one body to another',
    'modules/enrolment/store/joins.ts': 'the place, guides and stage of a case joined to another, over counties and bodies',
    'modules/enrolment/store/queue.ts': 'places and the order of the queue over a whole county',
    'modules/enrolment/store/roads.ts': 'where every registered woman stands and her support over time, for what became of the plan',
    'modules/enrolment/store/scope.ts': 'under whose hands new rows of a file stand, and who stands at work in a county, for matching',
    'modules/enrolment/store/support.ts': 'whom a body covers, compared by blind index',
    'modules/interviews/api/set-aside.ts': 'the conversation of a file that is joined to another or parted from it, whoever settles that',
    'modules/interviews/store/agreed.ts': 'what was said opens to her guide; drift of members',
    'modules/interviews/store/marks.ts': 'marks of all members open when all are in',
    'modules/interviews/store/members.ts': 'officers who could sit on a panel',
    'modules/interviews/store/seats.ts': 'seats of a whole panel, and the conversation it moves',
    'modules/interviews/store/sessions.ts': 'which times are taken, not by whom',
    'modules/interviews/store/turned.ts': 'her conversation follows her road, whoever turned it',
    'modules/interviews/store/waiting.ts': 'scope of new rows; who sat or is kin, before a panel is seated',
    'modules/interviews/store/lent.ts': 'two items of what was agreed, for matching, over all counties',
    'modules/people/port/consents.ts': 'who keeps a consent, yes or no, for matching',
    'modules/people/port/seats.ts':
      'first name, household, settlement, limits at work and the call of the day for a member whose own seat is open; what she said there',
    'modules/pathways/api/work-plan.ts': 'the case becomes active with its first step, which an agency may begin that never sees the case',
    'modules/businesses/port.ts': 'hubs, which name no woman, for whoever runs an order',
    'modules/businesses/store/lent.ts': 'businesses that work, for matching and market over all counties, and what was delivered a week',
    'modules/businesses/api/showing.ts': 'goods she lets be seen, with their pictures, for whoever looks and without whose they are',
    'modules/businesses/api/card.ts': 'a business whose request an agency has on its desk, with her consent to agencies',
    'modules/businesses/api/products.ts': 'the file and the key of a picture, for whoever sees the goods',
    'modules/businesses/api/hubs.ts': 'how many businesses a hub gathers, and giving them to its new lead',
    'modules/businesses/api/permits.ts': 'whether she still shares with agencies, yes or no, for one that does not read her answers',
    'modules/businesses/api/reviews.ts': 'what an answer does to the permit: whoever answers sees her own request and nothing else of it',
    'modules/pathways/store/lent.ts': 'agreed plans of work, for matching and market, over all counties',
    'modules/pathways/store/centres.ts': 'one place more or less of a centre, for a guide who does not keep its row',
    'modules/pathways/store/handovers.ts':
      'a file proposed by a supervisor who does not carry it, and what became of it once it left the hands of whoever proposed it',
    'modules/pathways/store/notes.ts': 'how many confidential notes are shut, and opening them when she allows it to her next guide',
    'modules/pathways/store/steps.ts': 'whether a plan is agreed and names a buyer, yes or no, for an agency that sees neither',
    'modules/pathways/store/exit-answers.ts':
      'whether she was shown the table in force and goes on, yes or no, for whatever room is about to act',
    'modules/matching/store/marks.ts':
      'which opportunities are kept for a woman or from her, without any reason, for a run over a whole county',
    'modules/matching/store/opportunities.ts': 'how many places are taken, for a guide who says yes for her, and what an order opened',
    'modules/matching/store/proposals.ts': 'who is held by an opportunity already and what lapses, over all guides and those barred',
    'modules/market/api/names.ts': 'first names of those whose lots are open, for the operator of their county',
    'modules/market/store/figures.ts': 'what is open of an order and what became of a promise: sums over all counties',
    'modules/market/store/homes.ts':
      'under whose hands the lots of an operator stand, who carries none of the files; what goods a lot is of, for the buyer who took it',
    'platform/touched.ts': 'taking files off the list of those touched, which is never done by whoever touched them',
    'modules/oversight/store/board-parts.ts': 'what complaints and findings add to the board, by the job that counts it',
    'modules/outcomes/board-counting.ts': 'counting the board before figures are frozen, for whoever proposes them',
    'modules/outcomes/store/releases.ts': 'how many women made what came of a promise: a number that decides whether it is told',
    'modules/outcomes/store/board-parts.ts': 'what cases add to the board, over all rooms, by the job that counts it',
    'modules/outcomes/store/board.ts': 'cells of the board, which nobody reads as they are',
    'modules/market/store/lent.ts': 'payments she confirmed and orders ahead of her, for outcomes, over all operators and guides',
    'modules/market/store/own-due.ts': 'what waits for a buyer: its orders by number of days, without a lot or a woman',
    'modules/market/store/own.ts': 'lots of its own order for a buyer, by code and stage, and that the buyer took one',
    'modules/market/store/order-requests.ts':
      'how many asked for orders today, the request behind a number and its telephone, for who has no account, and in which counties an operator is on duty',
    'modules/market/store/orders.ts': 'how much of an order was given to homes, for a guide who says no for her',
    'modules/reforms/store/blocked.ts': 'how many women an obstacle holds up, over all counties and whoever asks: numbers alone',
    'modules/outcomes/store/callers.ts': 'which officers may call, and which bodies carry the plan out: staff, and nothing of women',
    'modules/outcomes/store/calls.ts': 'own sales of a month said once, and comparing two answers without showing either',
    'modules/outcomes/store/baselines.ts':
      'whether somebody asked what she did before, for a caller who does not read the answer, and keeping it once',
    'modules/outcomes/store/price-index.ts': 'prices as they stood, for whoever derives an outcome; they name nobody',
    'modules/outcomes/store/snapshots.ts':
      'own sales and work of before for deriving over all guides; snapshots by file number and hash for the office',
    'modules/outcomes/store/follow-ups.ts': 'a call given back by whoever is kin, and a call-back drawn out of an answer',
    'modules/people/port.ts': 'lending a share or an assignment to those who do not see the row yet',
    'app/road/store.ts': 'offices and roles behind the entries of her road, never names',
    'modules/enrolment/store/carriers.ts': 'who carries a file, moved from one hand to another',
    'modules/enrolment/store/counters.ts': 'numbers of positions of a county',
    'modules/enrolment/store/transfers.ts': 'a case crosses from one county to another',
    'modules/oversight/api/complaints.ts': 'the complaint behind a code, for whoever holds the code',
    'modules/oversight/store/grievances.ts':
      'a complaint that leaves the desk of whoever moves it; how many came today without a name; her own file for her own page',
    'modules/oversight/store/grievance-texts.ts':
      'what was said, with its key, for a desk that found the complaint and never learns whose it is',
    'modules/oversight/store/grievance-figures.ts': 'complaints in numbers, over all desks',
    'platform/restamp.ts': 'the one writer of scope columns',
  },
  signInPool: { 'app/server.ts': 'the sign-in library, bound to its own schema' },
}
function callersOf(way: string, files: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const call = new RegExp(`(?<!function )\\b${way}(?:<[^>]*>)?\\(`)
  return files.filter(([name, text]) => name !== 'platform/db.ts' && call.test(text)).map(([name]) => name)
}
const all = sources.map((name) => [name, readFileSync(join(src, name), 'utf8')] as const)

test.each(Object.keys(ways))('%s is used by the listed files only, and by each of them', (way) => {
  expect(callersOf(way, all).toSorted()).toEqual(Object.keys(ways[way] ?? {}).toSorted())
})
test('a new caller is caught', () => {
  const planted = [['modules/plan/store.ts', 'export const f = (tx: Tx) => beyondReach<void>(tx, async () => undefined)']] as const
  expect(callersOf('beyondReach', planted)).toEqual(['modules/plan/store.ts'])
})
test('no room passes the door on its own: the owner is asked by commands only', () => {
  const rooms = callersOf('asOwner', all).filter((name) => name.startsWith('modules/'))
  expect(rooms.filter((name) => !/\/commands(\/|\.ts$)/.test(name))).toEqual([])
})
