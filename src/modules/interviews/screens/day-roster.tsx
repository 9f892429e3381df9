import type { z } from 'zod'
import { useSelf } from '../../../access/screens/self.tsx'
import { Button } from '../../../ui/button.tsx'
import { digits, formatInstant, formatTime } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import type { printDay } from '../contract/seats.ts'
import { words } from '../words.ts'

interface Props {
  readonly roster: z.infer<typeof printDay.output>
  readonly onBack: () => void
}
/** The sheet at the door: first name, time and file number; whoever printed it stands across it. */
export function DayRoster({ roster: { number, printedAt, doorSign, lines }, onBack }: Props) {
  const say = useSay()
  const language = useLanguage()
  const mark = say(words['roster-mark'], { name: useSelf()?.name ?? '', number: digits(number, language) })
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={say(words['print-day'])}
          actions={
            <Button look="quiet" onPress={onBack}>
              {say(words['back-to-sessions'])}
            </Button>
          }
        />
      </div>
      <PrintSheet
        title={doorSign}
        office=""
        number={digits(number, language)}
        date={formatInstant(printedAt, language)}
        signatures={[say(words['roster-brought-back']), say(words['roster-shredded'])]}
      >
        <div className="relative">
          <p
            aria-hidden
            className="pointer-events-none absolute inset-0 flex rotate-[-20deg] items-center justify-center text-name opacity-15"
          >
            {mark}
          </p>
          <ul>
            {lines.map((line) => (
              <li key={line.fileNumber} className="flex flex-wrap justify-between gap-4 border-line border-b py-2">
                <bdi dir="ltr">{formatTime(line.startsAt, language)}</bdi>
                <span className="flex-1 font-semibold">{line.givenName}</span>
                <bdi dir="ltr">{digits(line.fileNumber, language)}</bdi>
                <span>☐ {say(words['roster-came'])}</span>
              </li>
            ))}
          </ul>
        </div>
        <p className="pt-4 text-dense">{say(words['roster-back'])}</p>
      </PrintSheet>
    </>
  )
}
