import type { z } from 'zod'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import type { readRoad } from '../contract.ts'
import { words } from '../words.ts'

type Road = z.infer<typeof readRoad.output>
/** Says plainly that a file is joined to another of the same woman, and which go on in it, as far as the reader may see them. */
export function JoinedCard({ joined, earlier }: Pick<Road, 'joined' | 'earlier'>) {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      {joined === null ? null : (
        <Card>
          <p className="pb-2 font-semibold">{say(words['joined-into'], { day: formatDate(joined.since.slice(0, 10), language) })}</p>
          {joined.into === null ? (
            <p className="text-ink-2">{say(words['joined-not-yours'])}</p>
          ) : (
            <Other label={say(words['joined-open'])} file={joined.into} />
          )}
        </Card>
      )}
      {earlier.length === 0 ? null : (
        <Card title={say(words['earlier-files'])}>
          <p className="pb-2 text-ink-2">{say(words['earlier-hint'])}</p>
          <ul>
            {earlier.map((file) => (
              <li key={file.caseId}>
                <Other label={say(words['earlier-open'])} file={file} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
function Other({ label, file }: { readonly label: string; readonly file: Road['earlier'][number] }) {
  return (
    <TextLink to={`/staff/cases/${file.caseId}`}>
      {label} <bdi dir="ltr">{file.fileNumber}</bdi>
    </TextLink>
  )
}
