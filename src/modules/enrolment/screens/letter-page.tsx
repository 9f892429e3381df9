import { useParams } from '@tanstack/react-router'
import { download, useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { Read } from '../../../ui/states.tsx'
import { downloadDecisionLetter, readDecision } from '../contract/eligibility.ts'
import { words } from '../words.ts'

/** The paper she takes home: the same sentences that were read to her, the file number, and no name, ground or body (roles.md §3.4). */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { caseId = '' } = useParams({ strict: false })
  const decision = useRead(readDecision, { caseId })
  return (
    <>
      <h1 className="no-print pb-4 font-bold text-page">{say(words['refusal-letter'])}</h1>
      <div className="no-print pb-3">
        <Button onPress={() => void download(downloadDecisionLetter, { caseId })}>{say(words['paper-download'])}</Button>
      </div>
      <Read of={decision}>
        {(data) => (
          <PrintSheet
            title={say(words['refusal-letter'])}
            office={say(words.letterhead)}
            number={data.fileNumber}
            date={formatDate(data.decidedOn, language)}
            signatures={[say(words['signature-guide']), say(words['signature-her'])]}
          >
            {data.spoken.map((sentence) => (
              <p key={sentence} className="pb-3 text-phone">
                {sentence}
              </p>
            ))}
            {data.mayAppealUntil === null ? null : (
              <p className="pt-3 font-semibold">{say(words['appeal-until'], { day: formatDate(data.mayAppealUntil, language, 'full') })}</p>
            )}
          </PrintSheet>
        )}
      </Read>
    </>
  )
}
