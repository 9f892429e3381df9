import type { Tx } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { shownDay, shownDigits, speaker } from '../../../platform/speech.ts'
import type { Block, Sheet } from '../../../platform/typeset/typeset.ts'
import { listCounties } from '../../territory/port.ts'
import type { VisitRead } from '../contract/visits.ts'
import { visitEnglish } from '../words/visits.en.ts'
import { visitWords } from '../words/visits.ts'

const say = speaker(visitWords, visitEnglish)
/** The minutes of a visit, to be signed on the spot or in the office: what was looked at, what was found, who does what by when. No woman is named. */
export async function minutesOf(tx: Tx, visit: VisitRead, { language, house }: Pick<Call<unknown>, 'language' | 'house'>): Promise<Sheet> {
  const county = (await listCounties(tx)).find(({ code }) => code === visit.countyCode)
  const countyName = language === 'en' ? (county?.nameEn ?? county?.nameFa ?? '') : (county?.nameFa ?? '')
  const day = (iso: string): string => shownDigits(shownDay(iso, language), language)
  const place = visit.placeName ?? say(`place-${visit.placeKind}`, language)
  const found: Block =
    visit.findings.length === 0
      ? { kind: 'text', text: say('no-findings', language) }
      : {
          kind: 'lines',
          head: [
            say('finding-item', language),
            say('finding-seen', language),
            say('finding-act', language),
            say('finding-desk', language),
            say('act-due', language),
          ],
          widths: [3, 3, 3, 2, 2],
          rows: visit.findings.map(({ item, grade, seen, act, desk, dueOn }) => [
            `${say(`item-${item}`, language)} (${say(`seen-${grade}`, language)})`,
            shownDigits(seen ?? '—', language),
            shownDigits(act ?? '—', language),
            say(`finding-desk-${desk}`, language),
            day(dueOn),
          ]),
        }
  return {
    size: 'a4',
    language,
    letterhead: say('minutes-letterhead', language, { county: countyName }),
    title: say('visit-minutes', language),
    register: [
      [say('minutes-number', language), shownDigits(visit.number, language)],
      [say('minutes-date', language), day(visit.heldOn ?? visit.plannedOn)],
    ],
    blocks: [
      {
        kind: 'facts',
        rows: [
          [say('visit-place', language), `${say(`place-${visit.placeKind}`, language)}: ${place}`],
          [say('visit-purpose', language), say(`purpose-${visit.purpose}`, language)],
          [say('checklist-version', language), shownDigits(String(visit.checklistVersion), language)],
        ],
      },
      { kind: 'heading', text: say('checklist', language) },
      {
        kind: 'lines',
        head: [say('finding-item', language), say('finding-grade', language)],
        widths: [4, 2],
        rows: visit.items.map((item) => [say(`item-${item}`, language), say(`seen-${visit.answers[item] ?? 'not-seen'}`, language)]),
      },
      { kind: 'heading', text: say('findings', language) },
      found,
      { kind: 'signatures', names: [say('sign-visitor', language), say('sign-place', language)] },
    ],
    footer: '',
    mark: house.mode === 'demo' ? say('minutes-demo', language) : undefined,
  }
}
