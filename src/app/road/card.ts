import { namesOfGuides } from '../../modules/enrolment/port.ts'
import { findCase } from '../../modules/enrolment/store/cases.ts'
import { english as enrolmentEnglish } from '../../modules/enrolment/words.en.ts'
import { words as enrolment } from '../../modules/enrolment/words.ts'
import { dayAndTime } from '../../modules/interviews/api/speech.ts'
import { type CardFacts, findCardFacts } from '../../modules/pathways/port.ts'
import { english as pathwaysEnglish } from '../../modules/pathways/words.en.ts'
import { words as pathways } from '../../modules/pathways/words.ts'
import { listReaders } from '../../modules/people/store/file.ts'
import { findParameterOn } from '../../modules/plan/port.ts'
import { type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { shownDay, shownDigits, speaker } from '../../platform/speech.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { type Block, type Sheet, typeset } from '../../platform/typeset/typeset.ts'
import type { Language } from '../../platform/words.ts'
import { english as mineEnglish } from '../mine/words.en.ts'
import { words as mine } from '../mine/words.ts'
import { printCard } from './contract.ts'
import { type CardReader, readersOnCard, type WellState, wellStates } from './rules.ts'
import { listMoves } from './store.ts'
import { findTalkAhead, type TalkAhead } from './talk.ts'
import { english } from './words.en.ts'
import { words } from './words.ts'

const say = speaker(words, english)
const sayEnrolment = speaker(enrolment, enrolmentEnglish)
const sayMine = speaker(mine, mineEnglish)
const sayPathways = speaker(pathways, pathwaysEnglish)

export interface HerCard {
  readonly fileNumber: string
  readonly wells: readonly WellState[]
  readonly facts: CardFacts
  /** Her conversation while it lies ahead: the next date of all. */
  readonly talk: Pick<TalkAhead, 'isAccepted' | 'startsAt' | 'room'> | null
  /** Her guide's first name. */
  readonly guide: string
  readonly phone: string | null
  /** Who opened her file, by what they are; never of which office, which others of her house could read. */
  readonly readers: readonly CardReader[]
  readonly today: string
}
const RIGHTS = ['card-right-no', 'card-right-readers', 'card-right-consent', 'card-right-free', 'card-right-again'] as const
/** One well a line: where she is, in words she hears from her guide. */
function wellLine({ well, state }: WellState, language: Language): readonly string[] {
  return [sayEnrolment(`well-${well}`, language), state === 'ahead' ? '' : say(`card-well-${state}`, language)]
}
function stepLine({ kind, owner, dueOn }: CardFacts['steps'][number], language: Language): string {
  return say('card-step', language, {
    step: sayPathways(`step-${kind}`, language),
    owner: say(owner === 'her' ? 'card-owner-her' : owner === 'guide' ? 'card-owner-guide' : 'card-owner-others', language),
    day: shownDay(dueOn, language),
  })
}
/** The next date: her conversation, or the nearest step of her plan. */
function nextLine({ steps: [next] }: CardFacts, talk: HerCard['talk'], language: Language): string {
  if (talk !== null) {
    const when = { ...dayAndTime(talk.startsAt, language), room: talk.room }
    return say(talk.isAccepted ? 'card-talk' : 'card-talk-asked', language, when)
  }
  if (next === undefined) return say('card-next-by-guide', language)
  return say('card-next', language, { step: shownDigits(stepLine(next, language), language) })
}
function agreedBlocks({ agreed, steps }: CardFacts, talk: HerCard['talk'], language: Language): readonly Block[] {
  if (agreed === null) return []
  const what = { kind: sayPathways(`plan-${agreed.kind}`, language), day: shownDay(agreed.on, language) }
  const items = [say('card-agreed-on', language, what), ...steps.slice(talk === null ? 1 : 0).map((one) => stepLine(one, language))]
  return [
    { kind: 'heading', text: say('card-agreed', language) },
    { kind: 'points', items: items.map((one) => shownDigits(one, language)) },
  ]
}
const ROLES = ['GD', 'PO', 'AG', 'IN', 'MO', 'CA', 'EX', 'OR', 'AU', 'AD']
/** Work in the background reads as «the system». */
const roleShown = (role: string): string => (ROLES.includes(role) ? role : 'service')
function readerBlocks(readers: readonly CardReader[], language: Language): readonly Block[] {
  const heading: Block = { kind: 'heading', text: say('card-readers', language) }
  if (readers.length === 0) return [heading, { kind: 'text', text: say('card-readers-none', language) }]
  const rows = readers.map(({ role, times, on }) => [
    sayMine(`role-${roleShown(role)}`, language),
    say('card-reader-times', language, { times }),
    shownDigits(shownDay(on, language), language),
  ])
  const head = ['card-reader', 'card-reader-often', 'card-reader-last'].map((key) => say(key, language))
  return [heading, { kind: 'lines', head, widths: [4, 2, 3], rows }]
}
/** What stands on the card: sentences that are read aloud to whoever does not read; no name of hers, no ground, no money. */
export function cardSheet({ fileNumber, wells, facts, talk, guide, phone, readers, today }: HerCard, language: Language): Sheet {
  return {
    size: 'a6',
    language,
    letterhead: '',
    title: say('card', language),
    register: [
      [say('card-number', language), shownDigits(fileNumber, language)],
      [say('card-date', language), shownDigits(shownDay(today, language), language)],
    ],
    blocks: [
      { kind: 'large', text: nextLine(facts, talk, language) },
      {
        kind: 'facts',
        rows: [
          [say('card-guide', language), guide],
          [say('card-phone', language), phone === null ? PEN : shownDigits(phone, language)],
        ],
      },
      {
        kind: 'lines',
        head: [say('card-wells', language), say('card-where', language)],
        widths: [3, 2],
        rows: wells.map((one) => wellLine(one, language)),
      },
      ...agreedBlocks(facts, talk, language),
      { kind: 'side' },
      { kind: 'heading', text: say('card-rights', language) },
      { kind: 'points', items: RIGHTS.map((one) => say(one, language)) },
      ...readerBlocks(readers, language),
      { kind: 'heading', text: say('card-complaint', language) },
      { kind: 'text', text: say('card-complaint-how', language, { phone: phone ?? PEN }) },
    ],
    footer: say('card-footer', language),
  }
}
/** Where the number is not known by letter yet, her guide writes it. */
const PEN = '……………………'

export const cardApi: readonly Handled[] = [
  handle(printCard, async ({ input, tx, house, actor, now, today, language }) => {
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    if (one.personId !== input.personId) refuse('platform.not-found')
    const moves = await listMoves(tx, one, true)
    const names = await namesOfGuides(tx, one.planId, [actor.accountId])
    const phone = await findParameterOn(tx, 'office-phone', { day: today, countyCode: one.countyCode })
    const card: HerCard = {
      fileNumber: one.fileNumber,
      wells: wellStates(moves.length === 0 ? [{ to: one.position, at: one.since.toISOString() }] : moves),
      facts: await findCardFacts(tx, one.id),
      talk: await findTalkAhead(tx, one.id, now),
      guide: (names.get(actor.accountId) ?? '').split(' ')[0] ?? '',
      phone: phone?.value ?? null,
      readers: readersOnCard(await listReaders(tx, one.personId), (at) => dayIn(TEHRAN, new Date(at))),
      today,
    }
    const sheet = { ...cardSheet(card, language), mark: house.mode === 'demo' ? say('card-demo', language) : undefined }
    return { fileName: `${one.id}.pdf`, mediaType: 'application/pdf', bytes: await typeset(sheet) }
  }),
]
