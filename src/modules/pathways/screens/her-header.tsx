import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import type { Whose } from '../contract/exit-table.ts'
import { words } from '../words.ts'

interface Props {
  readonly title: string
  readonly hint: string
  readonly caseId: string
  /** Absent while the page is being read. */
  readonly whose: Whose | undefined
}
/** The head of a page under one woman's file: what it is, whose it is, and the way back. */
export function HerHeader({ title, hint, caseId, whose }: Props) {
  const say = useSay()
  const language = useLanguage()
  const number = whose === undefined ? '' : digits(whose.fileNumber, language)
  return (
    <>
      <PageHeader
        title={title}
        facts={
          whose === undefined ? undefined : (
            <>
              {whose.name === null ? null : <span className="font-semibold text-ink">{whose.name}</span>} <bdi>{number}</bdi>
            </>
          )
        }
        actions={<TextLink to={`/staff/cases/${caseId}`}>{say(words['her-file'])}</TextLink>}
      />
      <p className="pb-4 text-ink-2">{hint}</p>
    </>
  )
}
