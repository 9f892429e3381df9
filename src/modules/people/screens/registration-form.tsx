import { useSay, wordFor } from '../../../ui/language.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { PreciseGround } from '../contract.ts'
import { words } from '../words.ts'

type Label = keyof typeof words
interface Line {
  readonly label: Label
  /** Boxes to tick; without them a line to write on, long or for a date. */
  readonly boxes?: readonly Label[]
  readonly room?: 'date' | 'short'
}
const YES_NO = ['yes', 'no'] as const
/** The eighteen fields in the order of the screen, under the same numbers, so that keying in goes from top to bottom. */
const LINES: readonly Line[] = [
  { label: 'father-name' },
  { label: 'born-on', room: 'date' },
  { label: 'ground' },
  { label: 'ground-valid-from', room: 'date' },
  { label: 'ground-valid-to', room: 'date' },
  { label: 'ground-seen', boxes: YES_NO },
  { label: 'household-size', room: 'short' },
  { label: 'dependants', room: 'short' },
  { label: 'dependants-under-seven', room: 'short' },
  { label: 'has-disability', boxes: YES_NO },
  { label: 'care-hours', room: 'short' },
  { label: 'education', boxes: ['education-none', 'education-primary', 'education-secondary', 'education-diploma', 'education-higher'] },
  { label: 'reads', boxes: ['reads-no', 'reads-little', 'reads-yes'] },
  { label: 'place-to-work', boxes: ['place-own', 'place-rented-allowed', 'place-rented-not-allowed', 'place-relatives', 'place-none'] },
  { label: 'phone-kind', boxes: ['phone-none', 'phone-simple', 'phone-smart'] },
  { label: 'known-field' },
  { label: 'district' },
  { label: 'settlement' },
]
const ROOMS = { date: '…… / …… / ……', short: '……' } as const

/** Registration on paper, where there is neither network nor power. What stands on it finds her file by its code alone. */
export function RegistrationForm({ code }: { readonly code: string }) {
  const say = useSay()
  return (
    <PrintSheet
      title={say(words['paper-registration'])}
      office=""
      number={code}
      date={ROOMS.date}
      signatures={[say(words['paper-herself']), say(words['paper-writer'])]}
    >
      <ol className="ps-6 [list-style-type:persian] in-lang-en:list-decimal text-dense">
        {LINES.map((line) => (
          <li key={line.label} className="break-inside-avoid pb-2">
            <span className="flex flex-wrap items-baseline gap-x-4">
              <span className="font-semibold">{say(words[line.label])}:</span>
              <Room line={line} />
            </span>
          </li>
        ))}
      </ol>
      <p className="text-dense">{say(words['paper-return'])}</p>
    </PrintSheet>
  )
}
function Room({ line }: { readonly line: Line }) {
  const say = useSay()
  const boxes =
    line.label === 'ground'
      ? PreciseGround.options.map((one) => wordFor(words, `ground-precise-${one}`))
      : line.boxes?.map((one) => words[one])
  if (boxes !== undefined)
    return boxes.map((one) => (
      <span key={one.id} className="whitespace-nowrap">
        ☐ {say(one)}
      </span>
    ))
  return line.room === undefined ? (
    <span className="h-6 min-w-40 flex-1 border-ink border-b border-dotted" />
  ) : (
    <span>{ROOMS[line.room]}</span>
  )
}
