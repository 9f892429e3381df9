import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { CONSENT_FORM, consentPurposes } from '../contract.ts'
import { words } from '../words.ts'

/** The consent form on paper: the same five sentences under the same numbers, a box for yes and no, and room to sign or press. */
export function ConsentForm({ today }: { readonly today: string }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <PrintSheet
      title={say(words['consent-form-title'])}
      office=""
      number={`${CONSENT_FORM}`}
      date={formatDate(today, language, 'short')}
      signatures={[say(words['manner-signature']), say(words['manner-fingerprint'])]}
    >
      <ol className="list-decimal ps-5">
        {consentPurposes.map((purpose) => (
          <li key={purpose} className="pb-4">
            {say(words[`consent-${purpose}`])}
            <span className="flex gap-8 pt-2">
              <span>☐ {say(words.yes)}</span>
              <span>☐ {say(words.no)}</span>
            </span>
          </li>
        ))}
      </ol>
    </PrintSheet>
  )
}
