import { useSay } from '../../../ui/language.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { words as ui } from '../../../ui/words.ts'
import { consentPurposes } from '../contract.ts'
import { words } from '../words.ts'

/** The consent form on paper: the same five sentences under the same numbers, a box for yes and no, and room to sign or press. */
export function ConsentForm({ code }: { readonly code: string }) {
  const say = useSay()
  return (
    <PrintSheet
      title={say(words['consent-form-title'])}
      office={say(ui.kariz)}
      number={code}
      date="…… / …… / ……"
      signatures={[`${say(words['manner-signature'])} / ${say(words['manner-fingerprint'])}`, say(words['witness-name'])]}
    >
      <ol className="ps-6 [list-style-type:persian] in-lang-en:list-decimal">
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
      <p className="text-dense">{say(words['consent-free'])}</p>
      <p className="pt-2 text-dense">{say(words['paper-return'])}</p>
    </PrintSheet>
  )
}
