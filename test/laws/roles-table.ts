import { type Role, roles } from '../../src/access/roles.ts'

/**
 * The table of who may see what, cell by cell, as the programme's law has it. `–` none · Σ aggregated · # pseudonymous · 1 assigned file ·
 * se own session · co county · sh agency-shared · r/w · C her valid consent · P coded purpose · B break-glass. `tables` are the tables of the
 * database that hold the group today; a group without tables is not built yet and is listed as such by the law test, never skipped in silence.
 */
export interface Group {
  readonly name: string
  readonly cells: Readonly<Record<Role, string>>
  readonly tables: readonly string[]
}
function group(name: string, cells: string, tables: readonly string[]): Group {
  const parts = cells.split('|').map((cell) => cell.trim())
  if (parts.length !== roles.length) throw new Error(`${name}: ${parts.length} cells for ${roles.length} roles`)
  const cellOf = (role: Role): string => parts[ORDER.indexOf(role)] ?? ''
  return {
    name,
    tables,
    cells: {
      PO: cellOf('PO'),
      CA: cellOf('CA'),
      EX: cellOf('EX'),
      AG: cellOf('AG'),
      IN: cellOf('IN'),
      GD: cellOf('GD'),
      MO: cellOf('MO'),
      OR: cellOf('OR'),
      W: cellOf('W'),
      AU: cellOf('AU'),
      AD: cellOf('AD'),
      PU: cellOf('PU'),
    },
  }
}
const ORDER: readonly Role[] = ['PO', 'CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR', 'W', 'AU', 'AD', 'PU']

export const rolesTable: readonly Group[] = [
  group(
    'identity',
    '#; 1r P | #; B | co r P, name on attendance list | sh: w nomination; r C | se r name | 1rw | 1r name while lot open | –; contract: name C | own r; w by request | # | – | –',
    ['people.identity'],
  ),
  group('contact', 'B | – | – | w nomination, then – | se call button | 1rw | call button C | – | own rw | – | – | –', ['people.contact']),
  group(
    'address',
    'Σ district; B | Σ; dwelling visit B | Σ | w nomination, then – | se r settlement | 1rw | pick-up point | – | own rw | – | – | –',
    ['people.address'],
  ),
  group('ground', 'Σ; 1r P | Σ | – | sh rw own document | verified | 1rw P | – | – | own r, in person | # y/n | – | Σ', ['people.ground']),
  group('documents', '1r P | – | – | sh rw own issued | – | 1rw P | – | – | own rw | hash | – | –', ['people.document']),
  group('support-status', 'Σ; 1r P | Σ | – | w own answer | – | 1r | – | – | own r, in person | # y/n | – | Σ', [
    'enrolment.support_period',
    'enrolment.support_row',
    'enrolment.enquiry',
  ]),
  group('household', 'Σ; 1r P | Σ | Σ | – | se r size, care hours | 1rw | – | – | own rw | – | – | Σ', ['people.household']),
  group('income', 'Σ; 1r P priority | Σ | – | – | se w band | 1rw C | – | – | own rw, 2nd PIN | # | – | Σ', ['people.income']),
  group('health', 'Σ | – | flag C | referral 1r C | se rw limits | 1rw C | flag C | – | own rw, in person | – | – | –', ['people.health']),
  group(
    'safety',
    'safety officer B | – | – | 123: referral r C | sealed w, never r | 1rw sealed | delivery rule only | – | own, face to face | – | – | –',
    ['people.safety', 'interviews.stop_note'],
  ),
  group(
    'interview-answers',
    '1r P appeal | – | # C study | se rw own part | se rw own | 1r after result | craft facts r | – | own r with guide | # times | – | –',
    ['interviews.evidence', 'interviews.answer', 'interviews.result'],
  ),
  group('scores', 'Σ, drift | – | Σ | se rw own marks | own rw blind | 1r | craft level, output | – | own, in person | # | – | –', [
    'interviews.agreed',
    'interviews.dissent',
    'interviews.mark',
  ]),
  group(
    'plan-steps',
    '# | # | sh rw own steps | sh rw own steps | – | 1rw | 1r market | Σ own pledge | own r, accept/refuse w | # | – | Σ',
    [
      'interviews.change_wish',
      'pathways.work_plan',
      'pathways.step',
      'pathways.referral',
      'pathways.intervention',
      'pathways.centre_place',
      'pathways.guide_told',
    ],
  ),
  group('notes-normal', 'P grievance | – | – | – | – | 1rw | – | – | own r | count | – | –', ['pathways.contact', 'pathways.note']),
  group('notes-confidential', 'B | – | – | – | – | author rw; successor C | – | – | own, in person | – | – | –', [
    'pathways.confidential_note',
  ]),
  group('business', '# | #; named visit P | # | lead: sh r C | – | 1rw | 1rw | group, county | own rw | # | – | card C', [
    'businesses.profile',
    'businesses.hub_member',
  ]),
  group('permit', '# | # | # | decider: sh rw | – | 1rw mirror | valid y/n | valid y/n | own r | # | – | Σ', [
    'businesses.permit_paper',
    'businesses.permit_move',
    'businesses.review',
  ]),
  group('loan-insurance', 'Σ | Σ | – | lender, labour: sh rw C | – | 1rw | – | – | own r, 2nd PIN | # | – | Σ', [
    'pathways.loan',
    'pathways.insurance',
    'pathways.loan_hands',
  ]),
  group('product', 'r | r | r | lead r | – | 1rw | co rw | published r | own rw | r | – | r C', [
    'businesses.product',
    'businesses.product_price',
    'businesses.product_photo',
    'businesses.blocked_week',
  ]),
  group('orders-lots', '# | # | # | lead Σ | – | 1r | co rw | own, lot codes | own r, accept w | # | – | Σ', [
    'matching.weighed',
    'matching.proposal',
    'matching.mark',
    'matching.turn',
    'matching.answer',
    'market.home',
    'market.lot_terms',
    'market.kit_move',
    'market.photo',
    'market.inspection',
    'market.dispute',
  ]),
  group('money-owed', 'Σ; # late | Σ by buyer | Σ | – | – | 1r | co rw | own payable | own r, 2nd PIN; confirm w | # | – | Σ', [
    'market.entry',
    'market.deduction',
  ]),
  group('outcome', 'Σ, # | Σ | Σ, never w | Σ | as caller 1w | 1r | delivery facts | Σ own effect | own r, confirm w | # | – | Σ', [
    'outcomes.answer',
    'outcomes.baseline',
    'outcomes.snapshot',
    'outcomes.own_sale',
  ]),
  group(
    'grievance',
    '# rw | # rw county services | # answer own | # answer own | – | 1r if she allows | # answer own | # answer own | own rw | all r | – | Σ',
    ['oversight.grievance_text'],
  ),
  group('consents', '# | – | – | own y/n | y/n | 1rw witnessed | y/n | – | own rw | # | – | Σ', [
    'people.consent',
    'pathways.exit_showing',
    'pathways.exit_answer',
    'pathways.note_opening',
    'businesses.showing',
  ]),
  group(
    'history',
    'Σ, alarms | own staff | own staff | own staff | own acts | 1r | own acts | own acts | own r | # all | technical | seal',
    ['platform.history'],
  ),
]

/** Cells that give no row of the group's tables to a role in its ordinary reading or in any other: aggregates come from elsewhere. */
export function givesNoRows(cell: string): boolean {
  return /^(–|Σ|B$|flag|hash|count|seal|technical|verified|call button|pick-up)/.test(cell) && !/1r|rw|r C|r P/.test(cell)
}

/** Cells that let a role make or change no row of the group. */
export function givesNoWriting(cell: string): boolean {
  return !/\b1?r?w\b/.test(cell)
}
/** Written by a role whose cell has no `w`, and why that is right. */
export const writtenAllTheSame: Readonly<Record<string, string>> = {
  'PO enrolment.support_period':
    'the office compares the lists of support bodies, so that they learn nothing, and keeps what it found (roles.md §3.2)',
  'GD interviews.result': 'her guide tells her the result and says so; what was agreed stays as it is',
  'GD matching.answer':
    'of a woman who comes by her card and not by her phone her guide writes down what she said to an opportunity and how',
  'GD matching.mark': 'her guide keeps one for her or keeps her from one, with a reason',
  'GD matching.proposal': 'her guide looks at what was proposed before it is put to her, and writes down her answer',
  'GD market.dispute': 'of a woman who comes by her card and not by her phone her guide writes down what she does not agree with',
  'GD market.entry':
    'of a woman who comes by her card and not by her phone her guide writes down that money told as paid did not reach her',
  'GD market.home': 'her guide puts her forward for an order and writes down what she says she can make',
  'GD market.lot_terms':
    'of a woman who comes by her card and not by her phone her guide writes down that the terms were read to her and what she answered',
  'PO enrolment.enquiry': 'the office asks a support body by name, with her consent (roles.md §3.2)',
}
