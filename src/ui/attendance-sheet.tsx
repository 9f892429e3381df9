import { digits, formatInstant } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { words } from './words.ts'

interface AttendanceProps {
  readonly title: string
  readonly number: string
  readonly printedAt: string
  /** Whoever printed it; stands across the sheet, so that a copy names its source. */
  readonly printedBy: string
  readonly lines: readonly { readonly time: string; readonly givenName: string; readonly fileNumber: string }[]
}
/** Who comes when: first name, time and file number and nothing else (roles.md §3.7); brought back and shredded. */
export function AttendanceSheet({ title, number, printedAt, printedBy, lines }: AttendanceProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <PrintSheet
      title={title}
      office={say(words.kariz)}
      number={digits(number, language)}
      date={formatInstant(printedAt, language)}
      signatures={[say(words['brought-back-by']), say(words['shredded-by'])]}
    >
      <div className="relative">
        <p
          aria-hidden
          className="pointer-events-none absolute inset-0 flex rotate-[-20deg] items-center justify-center text-name opacity-15"
        >
          {printedBy} · {digits(number, language)}
        </p>
        <ul>
          {lines.map(({ time, givenName, fileNumber }) => (
            <li key={fileNumber} className="flex flex-wrap justify-between gap-4 border-line border-b py-2">
              <bdi dir="ltr">{digits(time, language)}</bdi>
              <span className="flex-1 font-semibold">{givenName}</span>
              <bdi dir="ltr">{digits(fileNumber, language)}</bdi>
              <span>☐ {say(words.came)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="pt-4 text-dense">{say(words['bring-back'])}</p>
    </PrintSheet>
  )
}
