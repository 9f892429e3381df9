import type { z } from 'zod'
import { useSelf } from '../../../access/screens/self.tsx'
import { AttendanceSheet } from '../../../ui/attendance-sheet.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
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
  const printedBy = useSelf()?.name ?? ''
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
      <AttendanceSheet
        title={doorSign}
        number={number}
        printedAt={printedAt}
        printedBy={printedBy}
        lines={lines.map(({ startsAt, ...line }) => ({ ...line, time: formatTime(startsAt, language) }))}
      />
    </>
  )
}
