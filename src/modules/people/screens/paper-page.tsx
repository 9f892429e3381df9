import { useParams } from '@tanstack/react-router'
import { useRead } from '../../../platform/client.ts'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ReadPage } from '../../../ui/states.tsx'
import { listPapers } from '../contract/papers.ts'
import { words } from '../words.ts'
import { ConsentForm } from './consent-form.tsx'
import { RegistrationForm } from './registration-form.tsx'

/** One form as it is printed: its code stands on it, her name does not. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { personId = '', paperId = '' } = useParams({ strict: false })
  const papers = useRead(listPapers, { personId })
  return (
    <ReadPage of={papers}>
      {(data) => {
        const paper = data.papers.find(({ id }) => id === paperId)
        if (paper === undefined) return <EmptyState>{say(words['paper-unknown'])}</EmptyState>
        const code = digits(paper.code, language)
        return (
          <>
            <div className="no-print">
              <PageHeader title={say(paper.kind === 'consent' ? words['consent-form-title'] : words['paper-registration'])} />
            </div>
            {paper.kind === 'consent' ? <ConsentForm code={code} /> : <RegistrationForm code={code} />}
          </>
        )
      }}
    </ReadPage>
  )
}
