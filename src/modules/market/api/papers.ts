import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { shownDay, shownDigits } from '../../../platform/speech.ts'
import { type Block, type Sheet, typeset } from '../../../platform/typeset/typeset.ts'
import * as contract from '../contract/work.ts'
import { say } from './speech.ts'
import { shownWork } from './work.ts'

type Reader = Pick<Call<unknown>, 'language' | 'house' | 'today'>
const EMPTY_LINES = 4
/** A number as it is read, with its unit. */
function counted(n: number, unit: string, { language }: Reader): string {
  return `${new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fa-IR').format(n)} ${unit}`
}
const rial = (n: number, reader: Reader): string => counted(n, say('rial', reader.language), reader)
function day(iso: string | null, { language }: Reader): string {
  return iso === null ? '—' : shownDigits(shownDay(iso, language), language)
}
/** What goes with her: each material with what was given out, and room to write what she used and brings back. */
function kitBlocks({ lot, balances }: contract.LotWork, reader: Reader): readonly Block[] {
  const word = (key: string): string => say(key, reader.language)
  const given = balances.map(({ component, unit, issued }) => [component, counted(issued, unit, reader), '', '', ''])
  const blank = Array.from({ length: EMPTY_LINES }, () => ['', '', '', '', ''])
  return [
    {
      kind: 'facts',
      rows: [
        [word('order'), lot.terms.title],
        [word('quantity'), counted(lot.terms.quantity, lot.terms.unit, reader)],
        [word('deliver-by'), day(lot.terms.deliverBy, reader)],
        [word('hub'), lot.terms.hub ?? '—'],
      ],
    },
    {
      kind: 'lines',
      head: [word('component'), word('kit-issued'), word('kit-used'), word('kit-returned'), word('kit-wasted')],
      widths: [4, 3, 2, 2, 2],
      rows: [...given, ...blank],
    },
    { kind: 'signatures', names: [word('signature-operator'), word('signature-her')] },
  ]
}
/** What goes with the goods: code, pieces and buyer; nothing of her. */
function waybillBlocks({ lot, pieces }: contract.LotWork, reader: Reader): readonly Block[] {
  const word = (key: string): string => say(key, reader.language)
  return [
    {
      kind: 'facts',
      rows: [
        [word('buyer'), lot.buyerName],
        [word('order'), lot.terms.title],
        [word('pieces'), counted(pieces.accepted, lot.terms.unit, reader)],
        [word('spoiled'), counted(pieces.spoiled, lot.terms.unit, reader)],
        [word('hub'), lot.terms.hub ?? '—'],
      ],
    },
    { kind: 'text', text: word('waybill-clock') },
    { kind: 'signatures', names: [word('signature-operator'), word('signature-carrier'), word('signature-buyer')] },
  ]
}
/** What she is still owed, or what she was paid once nothing is left, in sentences that can be read to her; handed over apart from every other paper, without her name. */
function slipBlocks({ lot, pieces, money }: contract.LotWork, reader: Reader): readonly Block[] {
  const { language } = reader
  const paid = pieces.accepted + pieces.spoiled
  const sentences = [
    say('slip-pieces', language, { n: paid, unit: lot.terms.unit, rate: lot.terms.rateRial }),
    say('slip-owed', language, { owed: money.owedRial, toman: Math.floor(money.owedRial / 10) }),
    ...(money.payBy === null ? [] : [say('slip-by', language, { day: money.payBy })]),
    money.outstandingRial === 0 ? say('slip-nothing-left', language) : say('slip-left', language, { left: money.outstandingRial }),
    // To a guide who reads it to her the slip says what is true now: what she confirmed is not asked again.
    say(lot.state === 'confirmed-by-her' ? 'slip-confirmed' : 'slip-word', language),
  ]
  return [
    { kind: 'large', text: rial(money.outstandingRial === 0 ? money.owedRial : money.outstandingRial, reader) },
    ...sentences.map((text): Block => ({ kind: 'text', text })),
    { kind: 'signatures', names: [say('signature-guide', language), say('signature-her', language)] },
  ]
}
const blocksOf = { kit: kitBlocks, waybill: waybillBlocks, slip: slipBlocks } as const
/** One of the three papers of a lot: its code stands on each, to be scanned; a name stands on none. */
export function lotPaper(kind: contract.PaperKind, work: contract.LotWork, reader: Reader): Sheet {
  const { language, house } = reader
  return {
    size: kind === 'slip' ? 'a6' : 'a4',
    language,
    // A slip lies about at home: whose money it is about stands on it as little as what the plan is called.
    letterhead: kind === 'slip' ? '' : say('letterhead', language),
    title: say(`paper-${kind}`, language),
    register: [
      [say('code', language), shownDigits(work.lot.code, language)],
      [say('paper-date', language), day(reader.today, reader)],
    ],
    blocks: [...blocksOf[kind](work, reader), { kind: 'code', text: work.lot.code }],
    footer: kind === 'slip' ? say('slip-footer', language) : '',
    mark: house.mode === 'demo' ? say('paper-demo', language) : undefined,
  }
}
export const papersApi: readonly Handled[] = [
  handle(contract.downloadLotPaper, async (call) => {
    const { input } = call
    const work = await shownWork(call, input.id)
    // Before the buyer took the pieces nothing is owed, and a slip would tell her nought.
    if (input.kind === 'slip' && work.money.entries.length === 0) refuse('market.slip-too-early')
    const bytes = await typeset(lotPaper(input.kind, work, call))
    return { fileName: `${input.kind}.pdf`, mediaType: 'application/pdf', bytes }
  }),
]
