import type { Call } from '../../../platform/http.ts'
import { shownDay, shownDigits } from '../../../platform/speech.ts'
import type { Block, Sheet } from '../../../platform/typeset/typeset.ts'
import { listCounties } from '../../territory/port.ts'
import type { MeetingWhole } from '../contract/meetings.ts'
import type { ResolutionWhole } from '../contract/resolutions.ts'
import { say } from './speech.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'language' | 'house'>
const day = (iso: string, { language }: Reader): string => shownDigits(shownDay(iso, language), language)
/** Whose paper it is: the governorate of the county, or the office of the province. */
async function letterheadOf({ tx, language }: Reader, countyCode: string | null): Promise<string> {
  if (countyCode === null) return say('letterhead-province', language)
  return say('letterhead-county', language, { county: (await listCounties(tx)).find(({ code }) => code === countyCode)?.nameFa ?? '' })
}
async function sheetOf(
  reader: Reader,
  {
    countyCode,
    title,
    number,
    date,
    blocks,
  }: {
    readonly countyCode: string | null
    readonly title: string
    readonly number: string | null
    readonly date: string | null
    readonly blocks: readonly Block[]
  },
): Promise<Sheet> {
  const { language, house } = reader
  return {
    size: 'a4',
    language,
    letterhead: await letterheadOf(reader, countyCode),
    title,
    register: [
      [say('paper-number', language), number === null ? '' : shownDigits(number, language)],
      [say('paper-date', language), date === null ? '' : day(date, reader)],
    ],
    blocks,
    footer: '',
    mark: house.mode === 'demo' ? say('paper-demo', language) : undefined,
  }
}
type Notified = ResolutionWhole & { readonly letterNumber: string; readonly letterDate: string }
/** The letter by which an agency is told what was resolved, until when, and by when it says that it got it. */
export async function resolutionLetter(reader: Reader, resolution: Notified): Promise<Sheet> {
  const { language } = reader
  const { acknowledgeBy } = resolution
  const sentences = [
    say('letter-resolved', language, { meeting: resolution.meetingTitle, n: resolution.place }),
    ...(acknowledgeBy === null ? [] : [say('letter-acknowledge', language, { day: acknowledgeBy })]),
    say('letter-report', language, { day: resolution.dueOn }),
  ]
  return sheetOf(reader, {
    countyCode: resolution.countyCode,
    title: say('resolution-letter', language),
    number: resolution.letterNumber,
    date: resolution.letterDate,
    blocks: [
      { kind: 'heading', text: say('letter-to', language, { agency: resolution.agencyName }) },
      { kind: 'text', text: say('letter-greeting', language) },
      { kind: 'text', text: sentences[0] ?? '' },
      { kind: 'large', text: resolution.sentence },
      ...sentences.slice(1).map((text): Block => ({ kind: 'text', text })),
      { kind: 'signatures', names: [say('signature-chair', language), say('signature-secretary', language)] },
    ],
  })
}
/** The minutes: who was there, the agenda, what was said and resolved, and a box for everybody's signature. */
export async function minutesPaper(reader: Reader, meeting: MeetingWhole): Promise<Sheet> {
  const { language } = reader
  const word = (key: string): string => say(key, language)
  const attended = (attendance: string | null): string => (attendance === null ? '' : word(`attendance-${attendance}`))
  const isConsultation = meeting.kind === 'consultative'
  const agenda: readonly Block[] =
    meeting.agenda.length === 0
      ? []
      : [
          { kind: 'heading', text: word('agenda') },
          { kind: 'points', items: meeting.agenda },
        ]
  return sheetOf(reader, {
    countyCode: meeting.countyCode,
    title: word(isConsultation ? 'consultation-notes' : 'minutes'),
    number: meeting.minutesNumber,
    date: meeting.minutesDate,
    blocks: [
      {
        kind: 'facts',
        rows: [
          [word('meeting-body'), meeting.body],
          [word('meeting-title'), meeting.title],
          [word('meets-on'), `${day(meeting.meetsOn, reader)} · ${shownDigits(meeting.meetsAt, language)}`],
          [word('meeting-place'), meeting.place],
          ...(meeting.present === null ? [] : [[word('minutes-present'), presence(meeting, language)] as const]),
        ],
      },
      ...agenda,
      {
        kind: 'lines',
        head: [word('member'), word('member-organisation'), word('attendance'), word('signature')],
        widths: [4, 4, 2, 3],
        rows: meeting.seats.map(({ title, organisationName, attendance }) => [title, organisationName, attended(attendance), '']),
      },
      ...(meeting.minutes === null
        ? [{ kind: 'space', lines: isConsultation ? 3 : 8 } as const]
        : [{ kind: 'text', text: meeting.minutes } as const]),
      ...decisionsOf(meeting, reader),
      { kind: 'signatures', names: [word('signature-chair'), word('signature-secretary')] },
    ],
  })
}
/** How many were there, and whether that was enough to decide. */
function presence({ present, members, hasQuorum }: MeetingWhole, language: Reader['language']): string {
  const key = hasQuorum === null ? 'minutes-came' : hasQuorum ? 'minutes-quorum' : 'minutes-no-quorum'
  return say(key, language, { present: present ?? 0, members })
}
/** What came of it: resolutions that were adopted, or ideas with their owners. */
function decisionsOf({ kind, resolutions, ideas }: MeetingWhole, reader: Reader): readonly Block[] {
  const { language } = reader
  const word = (key: string): string => say(key, language)
  const rows =
    kind === 'consultative'
      ? ideas.map(({ sentence, ownerName, answer }) => [sentence, ownerName, answer ?? ''])
      : resolutions
          .filter(({ state }) => state !== 'draft')
          .map(({ place, sentence, agencyName, dueOn, votesFor }) => [
            `${shownDigits(String(place), language)}. ${sentence}`,
            agencyName,
            day(dueOn, reader),
            votesFor === null ? '' : shownDigits(String(votesFor), language),
          ])
  if (rows.length === 0) return []
  const head =
    kind === 'consultative'
      ? [word('idea'), word('idea-owner'), word('idea-answer')]
      : [word('resolution'), word('agency'), word('due-on'), word('minutes-votes')]
  return [{ kind: 'lines', head, widths: kind === 'consultative' ? [4, 2, 4] : [6, 3, 2, 2], rows }]
}
