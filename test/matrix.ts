import type { PersonaName } from './personas.ts'

/** What a route is about: whose it is decides for whom it exists. `own` is one's own account and nobody else's. */
export type About =
  | 'nothing'
  | 'file'
  | 'import'
  | 'enquiry'
  | 'appeal'
  | 'transfer'
  | 'capacity'
  | 'pledge'
  | 'step'
  | 'referral'
  | 'handover'
  | 'loan'
  | 'insurance'
  | 'own-handover'
  | 'business'
  | 'permit'
  | 'permit-review'
  | 'opportunity'
  | 'proposal'
  | 'order'
  | 'lot'
  | 'product'
  | 'hub'
  | 'foreign-lot'
  | 'own'
  | 'her-talk'
  | 'her-consent'
  | 'her-proposal'
  | 'her-step'
  | 'her-lot'
  | 'her-goods'
  | 'her-payment'
  | 'interview'
  | 'seat'
  | 'scope'
  | 'deliverable'
  | 'grievance'
  | 'call'
  | 'follow-up'
  | 'sheet'
  | 'meeting'
  | 'idea'
  | 'resolution'
  | 'visit'
  | 'finding'
export interface Row {
  /** Those who may do it to what is theirs; everyone else is refused whatever they name. */
  readonly may: readonly PersonaName[]
  readonly about: About
  /** Whether anyone at all may do it, without signing in. */
  readonly isOpen?: boolean
}
const office = ['office', 'decider', 'linkageUnit', 'secondApprover', 'safetyOfficer'] as const
const guides = ['facilitatorOfDashtestan', 'otherFacilitatorOfDashtestan', 'facilitatorOfDashti'] as const
const agencies = ['behzistiOfDashtestan', 'behzistiOfDashti', 'reliefOfDashtestan', 'reliefOfDashti', 'appealReader'] as const
const others = [
  'governorOfDashtestan',
  'governorOfDashti',
  'executor',
  'interviewer',
  'interviewerOfBehzisti',
  'interviewerOfLabour',
  'interviewerOfHandicrafts',
  'marketOperator',
  'holding',
  'buyer',
  'auditor',
  'administrator',
] as const
const everyone = [...office, ...guides, ...agencies, ...others] as const
const interviewers = ['interviewer', 'interviewerOfBehzisti', 'interviewerOfLabour', 'interviewerOfHandicrafts'] as const
const panel = [...agencies, ...interviewers] as const
const governors = ['governorOfDashtestan', 'governorOfDashti'] as const
const administrator = ['administrator'] as const
const herself = ['herself'] as const
const desks = [...governors, ...agencies, 'executor', 'marketOperator', 'holding', 'buyer'] as const
const row = (may: readonly PersonaName[], about: About): Row => ({ may, about })
const open: Row = { may: [], about: 'nothing', isOpen: true }

/**
 * Who may write what, by hand: from the table of roles and the rules that protect her, never from the policy. Every route that writes has its line.
 * The administrator stands in no line about a woman, the office in none about who she is, except where a duty opens one file.
 */
export const writing: Readonly<Record<string, Row>> = {
  'POST /access/account/sessions/:id/end': row(everyone, 'own'),
  'POST /access/accounts/:id/unlock': row(administrator, 'nothing'),
  'POST /access/accounts/:id/end-sessions': row(administrator, 'nothing'),
  'POST /access/accounts/:accountId/assignments': row(administrator, 'nothing'),
  'POST /access/assignments/:id/approve': row(office, 'nothing'),
  'POST /access/assignments/:id/end': row([...office, ...administrator], 'nothing'),
  'POST /access/invitations': row(administrator, 'nothing'),
  'POST /access/invitations/:id/again': row(administrator, 'nothing'),
  'POST /access/invitations/:id/withdraw': row(administrator, 'nothing'),
  'POST /access/accounts/:accountId/renew': row(administrator, 'nothing'),
  'POST /access/invitation': row(everyone, 'nothing'),
  'POST /access/invitation/accept': row(everyone, 'nothing'),
  'POST /access/messages/:id/again': row(administrator, 'nothing'),

  'POST /plan/parameters': row(office, 'nothing'),
  'POST /plan/quotas': row(office, 'nothing'),
  'POST /plan/pilot-counties': row(office, 'nothing'),
  'POST /plan/editions': row(office, 'nothing'),
  'POST /occupations/offers': row(office, 'nothing'),
  'POST /occupations/offers/:id/end': row(office, 'nothing'),
  'POST /partners/organisations': row(office, 'nothing'),
  'PUT /partners/organisations/:id': row(office, 'nothing'),
  'POST /partners/organisations/:organisationId/memberships': row(office, 'nothing'),
  'POST /partners/memberships/:id/end': row(office, 'nothing'),
  'POST /partners/capacities': row([...office, ...agencies, 'executor'], 'nothing'),
  'PUT /partners/capacities/:id': row([...office, ...agencies, 'executor'], 'capacity'),
  'POST /partners/capacities/:id/use': row([...office, ...agencies, 'executor'], 'capacity'),
  'POST /partners/pledges': row([...office, 'holding', 'buyer'], 'nothing'),
  'POST /partners/pledges/:id/document': row([...office, 'holding', 'buyer'], 'pledge'),
  'POST /partners/pledges/:id/withdraw': row([...office, 'holding', 'buyer'], 'pledge'),
  'POST /partners/pledges/:id/opinions': row(office, 'nothing'),
  'POST /partners/pledges/:id/sign': row(office, 'nothing'),
  'POST /partners/pledges/:id/open': row(office, 'nothing'),
  'POST /partners/pledges/:id/end': row(office, 'nothing'),
  'POST /partners/applications': open,
  'POST /partners/applications/answer': open,
  'POST /partners/applications/:id/opinions': row(office, 'nothing'),

  'PUT /people/:personId/contact': row(guides, 'file'),
  'POST /people/:personId/consents': row(guides, 'file'),
  'POST /people/:personId/consent-codes': row(guides, 'file'),
  'POST /people/:personId/consents/:id/withdraw': row(guides, 'file'),
  'PUT /people/:personId/household': row(guides, 'file'),
  'PUT /people/:personId/address': row(guides, 'file'),
  'POST /people/:personId/grounds': row(guides, 'file'),
  'POST /people/:personId/grounds/:id/seen': row(guides, 'file'),
  'POST /people/:personId/grounds/:id/end': row(guides, 'file'),
  'PUT /people/:personId/safety': row(guides, 'file'),
  'PUT /people/:personId/limits': row(guides, 'file'),
  'PUT /people/:personId/income-band': row(guides, 'file'),
  'POST /people/:personId/documents': row(guides, 'file'),
  'POST /people/:personId/papers': row(guides, 'file'),
  'POST /people/:personId/barred-officers': row(guides, 'file'),
  'POST /people/:personId/barred-officers/:accountId/lift': row(guides, 'file'),
  'POST /people/:personId/broken-glass': row(['safetyOfficer'], 'file'),
  'POST /people/broken-glass/:id/review': row(['secondApprover'], 'nothing'),
  'POST /people/mass-reads/review': row(['safetyOfficer', 'secondApprover', 'auditor'], 'nothing'),
  'POST /enrolment/same-persons': row(['linkageUnit'], 'nothing'),

  'POST /enrolment/imports': row(agencies, 'nothing'),
  'POST /enrolment/imports/:id/commit': row(agencies, 'import'),
  'POST /enrolment/imports/:id/cancel': row(agencies, 'import'),
  'POST /enrolment/imports/:id/mapping': row(agencies, 'import'),
  'POST /enrolment/cases/take-next': row(guides, 'nothing'),
  'POST /enrolment/cases/:caseId/contact-tries': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/lost-contact': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/consented': row(guides, 'file'),
  'PUT /enrolment/cases/:caseId/registration': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/withdraw': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/hold': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/resume': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/leave': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/re-enter': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/transfer': row(guides, 'file'),
  'POST /enrolment/transfers/:id/accept': row(guides, 'transfer'),
  'POST /enrolment/reassignments': row(office, 'file'),
  'POST /enrolment/support-rows': row(agencies, 'nothing'),
  'POST /enrolment/support-sheets': row(agencies, 'nothing'),
  'POST /enrolment/cases/:caseId/enquiries': row(['decider'], 'file'),
  'POST /enrolment/enquiries/:id/answer': row(agencies, 'enquiry'),
  'POST /enrolment/enquiries/answers': row(agencies, 'nothing'),
  'POST /enrolment/cases/:caseId/decisions': row(['decider'], 'file'),
  'POST /enrolment/cases/:caseId/incomplete': row(['decider'], 'file'),
  'POST /enrolment/cases/:caseId/completed': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/insured': row(guides, 'file'),
  'POST /enrolment/referral-places': row(office, 'nothing'),
  'POST /enrolment/deprived-areas': row(office, 'nothing'),
  'POST /enrolment/cases/:caseId/tellings': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/appeals': row(guides, 'file'),
  'POST /enrolment/appeals/:id/assign': row(office, 'appeal'),
  'POST /enrolment/appeals/:id/answer': row(['appealReader'], 'appeal'),
  'POST /enrolment/cases/:caseId/place': row(office, 'file'),
  'POST /enrolment/cases/:caseId/place/answer': row(guides, 'file'),
  'POST /enrolment/cases/:caseId/place/expire': row(office, 'file'),
  'POST /enrolment/cases/:caseId/out-of-turn': row(office, 'file'),
  'POST /enrolment/out-of-turn/:id/settle': row(['secondApprover'], 'nothing'),
  'POST /interviews/rooms': row([...office, 'executor'], 'nothing'),
  'POST /interviews/members': row([...office, 'executor'], 'nothing'),
  'POST /interviews/members/:accountId/end': row([...office, 'executor'], 'nothing'),
  'POST /interviews/sessions': row([...office, 'executor'], 'nothing'),
  'POST /interviews/sessions/:id/replace': row([...office, 'executor'], 'nothing'),
  'POST /interviews/sessions/:id/cancel': row([...office, 'executor'], 'nothing'),
  'POST /interviews/sessions/:id/fill': row([...office, 'executor'], 'nothing'),
  'POST /interviews/cases/:caseId/propose': row([...office, 'executor', ...guides], 'file'),
  'POST /interviews/:id/invite': row(guides, 'interview'),
  'POST /interviews/:id/answer': row(guides, 'interview'),
  'POST /interviews/:id/remind': row(guides, 'interview'),
  'POST /interviews/:id/plan-again': row(guides, 'interview'),
  'POST /interviews/:id/second': row(guides, 'interview'),
  'POST /interviews/:id/tell': row(guides, 'interview'),
  'POST /interviews/:id/roster': row(panel, 'seat'),
  'POST /interviews/:id/kinship': row(panel, 'seat'),
  'POST /interviews/:id/begin': row(panel, 'seat'),
  'PUT /interviews/:id/marks/:itemCode': row(panel, 'seat'),
  'PUT /interviews/:id/answer': row(panel, 'seat'),
  'PUT /interviews/:id/means': row(interviewers, 'seat'),
  'POST /interviews/:id/finish': row(panel, 'seat'),
  'POST /interviews/:id/stop': row(panel, 'seat'),
  'POST /interviews/:id/agree': row(panel, 'seat'),
  'POST /interviews/:id/dissents': row(panel, 'seat'),

  'POST /pathways/exit-editions': row(office, 'nothing'),
  'POST /pathways/cases/:caseId/exit-showings': row(guides, 'file'),
  'PUT /pathways/cases/:caseId/exit-answers/:act': row(guides, 'file'),
  'PUT /pathways/cases/:caseId/work-plan': row(guides, 'file'),
  'POST /pathways/cases/:caseId/work-plan/agreement': row(guides, 'file'),
  'POST /pathways/cases/:caseId/steps': row(guides, 'file'),
  'POST /pathways/steps/:id/answer': row(guides, 'step'),
  'POST /pathways/steps/:id/move': row([...guides, ...agencies], 'step'),
  'POST /businesses/cases/:caseId': row(guides, 'file'),
  'POST /businesses/:id/move': row(guides, 'business'),
  'POST /businesses/:businessId/permits': row(guides, 'business'),
  'POST /businesses/:businessId/products': row(guides, 'business'),
  'PUT /businesses/products/:id': row(guides, 'product'),
  'POST /businesses/products/:id/prices': row(guides, 'product'),
  'POST /businesses/products/:id/test': row([...guides, 'marketOperator'], 'product'),
  'POST /businesses/products/:id/photos': row(guides, 'product'),
  'PUT /businesses/products/:id/showing': row(guides, 'product'),
  'PUT /businesses/:businessId/blocked-weeks/:week': row(guides, 'business'),
  'POST /businesses/:businessId/hub': row(guides, 'business'),
  'POST /businesses/hubs': row([...office, 'marketOperator'], 'nothing'),
  'PUT /businesses/hubs/:id': row([...office, 'marketOperator'], 'hub'),
  'POST /businesses/permits/:id/submit': row(guides, 'permit'),
  'POST /businesses/permits/:id/move': row(guides, 'permit'),
  'POST /businesses/reviews/:id/answer': row([...guides, ...agencies], 'permit-review'),
  'POST /matching/opportunities': row(['marketOperator'], 'nothing'),
  'POST /matching/opportunities/:id/close': row(['marketOperator'], 'opportunity'),
  'POST /matching/runs': row(['marketOperator'], 'nothing'),
  'POST /matching/proposals/:id/uphold': row(guides, 'proposal'),
  'POST /matching/proposals/:id/set-aside': row(guides, 'proposal'),
  'POST /matching/proposals/:id/accept': row(guides, 'proposal'),
  'POST /matching/proposals/:id/decline': row(guides, 'proposal'),
  'POST /matching/cases/:caseId/marks': row(guides, 'file'),
  'POST /matching/cases/:caseId/marks/:id/end': row(guides, 'file'),
  'POST /amayesh/buyers': row([...office, 'executor', 'marketOperator'], 'nothing'),
  'POST /amayesh/buyers/:id/end': row([...office, 'executor', 'marketOperator'], 'nothing'),
  'POST /amayesh/link-actors': row([...office, 'executor'], 'nothing'),
  'POST /amayesh/link-actors/:id/end': row([...office, 'executor'], 'nothing'),
  'POST /amayesh/figures': row([...office, 'executor'], 'nothing'),
  'POST /amayesh/studies': row([...office, 'executor'], 'nothing'),
  'PUT /amayesh/studies/:id/tasks': row([...office, 'executor'], 'nothing'),
  'PUT /amayesh/studies/:id/findings/:fieldCode': row([...office, 'executor'], 'nothing'),
  'POST /amayesh/studies/:id/conclude': row(office, 'nothing'),
  'POST /amayesh/studies/:id/withdraw': row(office, 'nothing'),
  'POST /reforms/obstacles': row(
    [...office, ...guides, ...agencies, ...interviewers, 'governorOfDashtestan', 'governorOfDashti', 'executor', 'marketOperator'],
    'nothing',
  ),
  'PUT /reforms/obstacles/:id': row(office, 'nothing'),
  'POST /reforms/obstacles/:id/move': row(office, 'nothing'),
  'POST /reforms/obstacles/:id/letters': row(office, 'nothing'),
  'POST /reforms/obstacles/:id/cases/:caseId': row(guides, 'file'),
  'POST /reforms/obstacles/:id/cases/:caseId/free': row(guides, 'file'),
  'POST /reforms/obstacles/:id/arrangements': row(office, 'nothing'),
  'POST /reforms/arrangements/:id/authorise': row(office, 'nothing'),
  'POST /reforms/arrangements/:id/put-in-force': row(office, 'nothing'),
  'POST /reforms/arrangements/:id/extend': row(office, 'nothing'),
  'POST /reforms/arrangements/:id/revoke': row(office, 'nothing'),
  'POST /market/orders': row(['marketOperator'], 'nothing'),
  'POST /market/order-requests': open,
  'POST /market/order-requests/state': open,
  'POST /market/order-requests/:id/introduce': row([...office, 'marketOperator'], 'nothing'),
  'POST /market/order-requests/:id/decline': row([...office, 'marketOperator'], 'nothing'),
  'POST /market/orders/:id/confirm': row(['marketOperator', 'holding', 'buyer'], 'order'),
  'POST /market/orders/:id/refuse': row(['marketOperator', 'holding', 'buyer'], 'order'),
  'POST /market/orders/:id/minutes': row(['marketOperator'], 'order'),
  'POST /market/orders/:id/floor-exception': row(office, 'nothing'),
  'POST /market/orders/:id/own-lots/:code/collection': row(['holding', 'buyer'], 'order'),
  'POST /market/orders/:id/opening': row(['marketOperator'], 'order'),
  'POST /market/orders/:id/accepted': row(['marketOperator'], 'order'),
  'POST /market/orders/:id/homes': row(guides, 'file'),
  'POST /market/orders/:id/lots': row(['marketOperator'], 'order'),
  'POST /market/lots/:id/terms-read': row(guides, 'lot'),
  'POST /market/lots/:id/accept': row(guides, 'lot'),
  'POST /market/lots/:id/decline': row(guides, 'lot'),
  'POST /pathways/cases/:caseId/notes': row(guides, 'file'),
  'PUT /pathways/cases/:caseId/note-opening': row(guides, 'file'),
  'POST /market/lots/:id/start': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/kit-moves': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/collect': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/photos': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/inspect': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/deliver': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/collection': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/payments': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/cancel': row(['marketOperator'], 'foreign-lot'),
  'POST /market/lots/:id/confirm': row(guides, 'lot'),
  'POST /market/lots/:id/disputes': row(guides, 'lot'),
  'POST /market/lots/:id/deductions': row(['marketOperator'], 'foreign-lot'),
  'POST /market/disputes/:id/withdraw': row(guides, 'nothing'),
  'POST /market/disputes/:id/settle': row(['marketOperator'], 'nothing'),
  'POST /market/deductions/:id/decide': row(['marketOperator'], 'nothing'),
  'POST /outcomes/own-calls/:id/kinship': row(interviewers, 'call'),
  'POST /outcomes/own-calls/:id/tries': row(interviewers, 'call'),
  'POST /outcomes/own-calls/:id/answers': row(interviewers, 'call'),
  'POST /outcomes/follow-ups/:id/caller': row(office, 'follow-up'),
  'POST /outcomes/snapshots/:id/corrections': row(office, 'nothing'),
  'POST /outcomes/price-index': row(office, 'nothing'),
  'POST /outcomes/releases': row(office, 'nothing'),
  'POST /outcomes/releases/:id/settle': row(office, 'nothing'),
  // What a governorate asked of the executor: the county's client asks, accepts and returns; the executor hands in and answers.
  'POST /oversight/scopes': row(governors, 'nothing'),
  'POST /oversight/scopes/:id/notices': row(governors, 'scope'),
  'POST /oversight/notices/:id/answer': row(['executor'], 'nothing'),
  'POST /oversight/deliverables/:id/papers': row(['executor'], 'nothing'),
  'POST /oversight/deliverables/:id/submit': row(['executor'], 'nothing'),
  'POST /oversight/deliverables/:id/accept': row(governors, 'deliverable'),
  'POST /oversight/deliverables/:id/return': row(governors, 'deliverable'),
  'POST /oversight/deliverables/:id/pay': row(governors, 'deliverable'),
  // Complaints: the office and guides write them down, whoever has one on the desk acts on it, and the auditor on what nobody answered.
  'POST /oversight/sheets': row([...office, ...governors], 'nothing'),
  'POST /oversight/grievances': row(office, 'nothing'),
  'POST /oversight/cases/:caseId/grievances': row(guides, 'file'),
  'POST /oversight/grievances/:id/acknowledge': row([...office, 'auditor'], 'nothing'),
  'POST /oversight/grievances/:id/pass': row([...office, 'auditor'], 'nothing'),
  'POST /oversight/grievances/:id/answer': row([...office, ...desks, 'auditor'], 'grievance'),
  'POST /oversight/grievances/:id/take-over': row(['auditor'], 'nothing'),
  'POST /oversight/complaints': open,
  'POST /oversight/complaints/read': open,
  'POST /oversight/complaints/word': open,
  // Visits: the office and the governorate go, her guide writes down her word, executor and market answer what was found.
  'POST /oversight/visits': row([...office, ...governors], 'nothing'),
  'POST /oversight/visits/:id/cancel': row([...office, ...governors], 'visit'),
  'POST /oversight/visits/:id/hold': row([...office, ...governors], 'visit'),
  'POST /oversight/cases/:caseId/visits/:id/word': row(guides, 'file'),
  'POST /oversight/findings/:id/report': row(['executor', 'marketOperator'], 'finding'),
  'POST /oversight/findings/:id/photos': row([...office, ...governors], 'finding'),
  'POST /oversight/finding-photos/:id/take-away': row([...office, ...governors], 'nothing'),
  'POST /oversight/findings/:id/judge': row([...office, ...governors], 'finding'),
  'POST /oversight/lessons': row([...office, ...governors, 'executor'], 'nothing'),
  'POST /oversight/lessons/:id/adopt': row(office, 'nothing'),
  'POST /oversight/lessons/:id/decline': row(office, 'nothing'),
  'PUT /oversight/action-plans/:countyCode': row(governors, 'nothing'),
  'POST /oversight/monthly-sheets': row(['executor'], 'nothing'),
  'POST /oversight/monthly-sheets/:id/submit': row(['executor'], 'nothing'),
  'POST /oversight/monthly-sheets/:id/accept': row(governors, 'sheet'),
  'POST /oversight/monthly-sheets/:id/return': row(governors, 'sheet'),
  // Meetings: whoever runs them in the county or the province; an agency answers what is addressed to it, and confirms nothing.
  'POST /oversight/meetings': row(governors, 'nothing'),
  'POST /oversight/province-meetings': row(office, 'nothing'),
  'POST /oversight/meetings/:id/attendance': row([...office, ...governors], 'meeting'),
  'POST /oversight/meetings/:id/ideas': row([...office, ...governors], 'meeting'),
  'POST /oversight/meetings/:id/resolutions': row([...office, ...governors], 'meeting'),
  'POST /oversight/meetings/:id/minutes': row([...office, ...governors], 'meeting'),
  'POST /oversight/ideas/:id/answer': row([...office, ...governors, ...agencies], 'idea'),
  'POST /oversight/resolutions/:id/adopt': row([...office, ...governors], 'resolution'),
  'POST /oversight/resolutions/:id/notify': row([...office, ...governors], 'resolution'),
  'POST /oversight/resolutions/:id/acknowledge': row(agencies, 'resolution'),
  'POST /oversight/resolutions/:id/start': row(agencies, 'resolution'),
  'POST /oversight/resolutions/:id/report': row(agencies, 'resolution'),
  'POST /oversight/resolutions/:id/confirm': row([...office, ...governors], 'resolution'),
  'POST /oversight/resolutions/:id/return': row([...office, ...governors], 'resolution'),
  'POST /oversight/resolutions/:id/extend': row([...office, ...governors], 'resolution'),
  'POST /oversight/resolutions/:id/block': row([...office, ...governors], 'resolution'),
  'POST /oversight/resolutions/:id/supersede': row([...office, ...governors], 'resolution'),
  'POST /market/orders/:id/end': row(['marketOperator'], 'order'),
  'POST /pathways/cases/:caseId/referrals': row(guides, 'file'),
  'POST /pathways/cases/:caseId/interventions': row(guides, 'file'),
  'POST /pathways/referrals/:id/revoke': row(guides, 'referral'),
  'POST /pathways/referrals/:id/answer': row(agencies, 'referral'),
  'POST /pathways/cases/:caseId/loans': row(guides, 'file'),
  'POST /pathways/cases/:caseId/loans/:loanId/move': row(guides, 'file'),
  'POST /pathways/centres': row(office, 'nothing'),
  'POST /pathways/centres/:id': row(office, 'nothing'),
  'POST /pathways/centres/:id/guides': row(office, 'nothing'),
  'POST /pathways/centres/:id/guides/end': row(office, 'nothing'),
  'POST /pathways/cases/:caseId/handovers': row(guides, 'file'),
  'POST /pathways/cases/:caseId/guide-told': row(guides, 'file'),
  'POST /pathways/handovers': row(office, 'nothing'),
  'POST /pathways/handovers/:id/answer': row(guides, 'handover'),
  'POST /pathways/handovers/:id/withdraw': row([...office, ...guides], 'own-handover'),
  'POST /pathways/cases/:caseId/centre-places': row(guides, 'file'),
  'POST /pathways/cases/:caseId/centre-places/:placeId/end': row(guides, 'file'),
  'PUT /pathways/cases/:caseId/loans/:loanId/hands': row(guides, 'file'),
  'POST /pathways/loans/:id/answer': row(agencies, 'loan'),
  'POST /pathways/insurances/:id/answer': row(agencies, 'insurance'),
  'POST /pathways/cases/:caseId/insurances': row(guides, 'file'),
  'POST /pathways/cases/:caseId/insurances/:insuranceId/move': row(guides, 'file'),
  'POST /road/rosters': row(guides, 'file'),
  'POST /people/:personId/requests/:id/answer': row(guides, 'file'),
  'POST /mine/talks/:id/answer': row(herself, 'her-talk'),
  'POST /mine/consents/:id/withdraw': row(herself, 'her-consent'),
  'POST /mine/proposals/:id/answer': row(herself, 'her-proposal'),
  'POST /mine/steps/:id/answer': row(herself, 'her-step'),
  'POST /mine/money/steps/:id/answer': row(herself, 'her-step'),
  'POST /mine/lots/:id/decline': row(herself, 'her-lot'),
  'POST /mine/money/lots/:id/accept': row(herself, 'her-lot'),
  'POST /mine/goods/:id/hide': row(herself, 'her-goods'),
  'POST /mine/money/open': row(herself, 'nothing'),
  'POST /mine/payments/:id/confirm': row(herself, 'her-payment'),
  'POST /mine/second-reading': row(herself, 'nothing'),
  'POST /mine/requests': row(herself, 'nothing'),
  'POST /oversight/own-grievances': row(herself, 'nothing'),
  'POST /oversight/own-grievances/:id/word': row(herself, 'grievance'),
  'PUT /mine/files/:personId/pin': row(guides, 'file'),
  'POST /mine/files/:personId/door': row(guides, 'file'),
}
