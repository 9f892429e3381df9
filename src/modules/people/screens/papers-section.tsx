import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listPapers, type Paper, printPaper } from '../contract/papers.ts'
import { words } from '../words.ts'

/** Forms printed for her, and what became of each: carried to her, or keyed in. */
export function PapersSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const may = useMay('people.print-paper')
  const papers = useRead(listPapers, { personId }, { enabled: may })
  const write = useWrite(printPaper)
  if (!may) return null
  const open = (id: string): void => void navigate({ to: `/staff/people/${personId}/papers/${id}` })
  const print = (kind: Paper['kind']): void =>
    write.mutate({ input: { personId, id: newCommandId(), kind } }, { onSuccess: ({ id }) => open(id) })
  return (
    <Card
      title={say(words['paper-forms'])}
      isFolded
      actions={
        <>
          <Button isPending={write.isPending} onPress={() => print('registration')}>
            {say(words['paper-print'])}
          </Button>
          <Button isPending={write.isPending} onPress={() => print('consent')}>
            {say(words['paper-print-consent'])}
          </Button>
        </>
      }
    >
      <p className="pb-3 text-ink-2">{say(words['paper-hint'])}</p>
      <ProblemBox error={write.error} />
      <Read of={papers}>{(data) => <Lines papers={data.papers} onOpen={open} />}</Read>
    </Card>
  )
}
function Lines({ papers, onOpen }: { readonly papers: readonly Paper[]; readonly onOpen: (id: string) => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ul>
      {papers.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b py-1 text-dense">
          <span>
            {say(one.kind === 'consent' ? words['consent-form-title'] : words['paper-registration'])} ·{' '}
            <bdi dir="ltr">{digits(one.code, language)}</bdi> · {say(words['paper-printed'], { day: formatDate(one.printedOn, language) })}
          </span>
          {one.filledOn === null ? (
            <Button look="quiet" onPress={() => onOpen(one.id)}>
              {say(words['paper-open'])}
            </Button>
          ) : (
            <Tag meaning="done">{say(words['paper-keyed-in'])}</Tag>
          )}
        </li>
      ))}
    </ul>
  )
}
