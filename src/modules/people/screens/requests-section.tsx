import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { answerRequest, type HerRequest, listRequests } from '../contract/requests.ts'
import { words } from '../words.ts'

/** What she asked on her own pages and nobody answered yet stands open; what was answered is folded away with the rest. */
export function RequestsSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('people.read-requests')
  const requests = useRead(listRequests, { personId }, { enabled: may })
  if (!may) return null
  const isWaiting = requests.data?.requests.some(({ answer }) => answer === null) === true
  return (
    <Card title={say(words.requests)} isFolded={!isWaiting}>
      <Read of={requests}>
        {(data) =>
          data.requests.length === 0 ? <p>{say(words['request-none'])}</p> : <Lines personId={personId} requests={data.requests} />
        }
      </Read>
    </Card>
  )
}
function Lines({ personId, requests }: { readonly personId: string; readonly requests: readonly HerRequest[] }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(answerRequest)
  const answer = (id: string, word: 'done' | 'stays'): void => write.mutate({ input: { personId, id, answer: word } })
  return (
    <>
      <p className="pb-2 text-ink-2">{say(words['request-hint'])}</p>
      <ProblemBox error={write.error} />
      <ul>
        {requests.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b py-2">
            <span>
              {one.kind === 'correction'
                ? say(words['request-correction'], { part: say(words[`request-part-${one.part ?? 'other'}`]) })
                : say(words[`request-${one.kind}`])}
              <span className="block text-dense text-ink-2">
                {one.answer === null || one.answeredOn === null
                  ? say(words['request-asked-on'], { day: formatDate(one.askedOn, language) })
                  : `${say(words[`request-${one.answer}`])} · ${formatDate(one.answeredOn, language)}`}
              </span>
            </span>
            {one.answer === null ? (
              <span className="flex gap-2">
                <Button isPending={write.isPending} onPress={() => answer(one.id, 'done')}>
                  {say(words['request-done'])}
                </Button>
                <Button look="quiet" isPending={write.isPending} onPress={() => answer(one.id, 'stays')}>
                  {say(words['request-stays'])}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
