import { useState } from 'react'
import { download, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ChoiceField, TextField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { downloadResult, type Point, type Result, readResult, tellResult } from '../contract/results.ts'
import { words } from '../words.ts'
import { ExampleLines } from './example-lines.tsx'
import { Spoken } from './spoken.tsx'

interface Props {
  readonly interviewId: string
  readonly isTold: boolean
  readonly round: number
}
/** What came of it, in sentences: her wish first, where she stands and what comes next, the support she named, one proposal. */
export function ResultCard({ interviewId, isTold, round }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const read = useRead(readResult, { id: interviewId }, { enabled: isOpen })
  const title = `${say(words.result)} · ${say(words[round === 1 ? 'round-first' : 'round-second'])}`
  if (!isOpen)
    return (
      <Card title={title}>
        <p className="pb-3 text-ink-2">{say(words[isTold ? 'result-told-hint' : 'result-hint'])}</p>
        <Button look={isTold ? 'secondary' : 'primary'} onPress={() => setOpen(true)}>
          {say(words['open-result'])}
        </Button>
      </Card>
    )
  return <Read of={read}>{(result) => <Opened result={result} title={title} />}</Read>
}
function Opened({ result, title }: { readonly result: Result; readonly title: string }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={title}>
      {result.wish === null ? null : <p className="pb-3 text-phone">{say(words['paper-wish'], { wish: result.wish })}</p>}
      {result.fieldName === null ? null : <p className="pb-3">{say(words['paper-field'], { field: result.fieldName })}</p>}
      {(['individual', 'craft'] as const).map((domain) => (
        <Points key={domain} title={say(words[`domain-${domain}`])} points={result.points.filter((point) => point.domain === domain)} />
      ))}
      {result.notSeen.length === 0 ? null : (
        <p className="pb-3 text-ink-2">{say(words['not-seen'], { items: result.notSeen.join(language === 'en' ? ', ' : '، ') })}</p>
      )}
      {result.needs.length === 0 ? null : (
        <p className="pb-3">
          <span className="font-semibold">{say(words.needs)}:</span>{' '}
          {result.needs.map((need) => say(words[`need-${need}`])).join(language === 'en' ? ', ' : '، ')}
        </p>
      )}
      <Spoken title={say(words['say-to-her'])} sentences={result.said} />
      <p className="pb-1 text-ink-2 text-dense">{say(words['panel-reason'], { reason: result.reason })}</p>
      {result.dissents === 0 ? null : <p className="pb-1 text-ink-2 text-dense">{say(words['count-dissents'], { n: result.dissents })}</p>}
      <p className="pb-3 text-ink-2 text-dense">{say(words['result-until'], { day: formatDate(result.expiresOn, language) })}</p>
      <div className="flex flex-col gap-4">
        <div>
          <Button onPress={() => void download(downloadResult, { id: result.interviewId })}>{say(words['download-paper'])}</Button>
        </div>
        {result.toldOn === null ? (
          <Telling result={result} />
        ) : (
          <p role="status">{say(words['told-on'], { day: formatDate(result.toldOn, language) })}</p>
        )}
      </div>
    </Card>
  )
}
/** Where she stands and what comes next, in the words of the anchors. No number is shown: there is none to be told. */
function Points({ title, points }: { readonly title: string; readonly points: readonly Point[] }) {
  const say = useSay()
  if (points.length === 0) return null
  return (
    <section className="pb-3">
      <h3 className="pb-1 font-semibold">{title}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {points.map((point) => (
          <li key={point.itemCode} className="py-2">
            <p className="flex flex-wrap items-center gap-2 font-semibold text-dense">
              {point.title}
              {point.isWished ? <Tag meaning="current">{say(words['wishes-to-change'])}</Tag> : null}
            </p>
            <p className={point.isLow ? 'text-clay' : ''}>
              {say(words['point-now'])}: {point.now}
            </p>
            <p className="text-ink-2">{point.next === null ? say(words['point-top']) : `${say(words['point-next'])}: ${point.next}`}</p>
            <ExampleLines examples={point.examples} />
          </li>
        ))}
      </ul>
    </section>
  )
}
const MANNERS = ['spoken', 'signature', 'fingerprint'] as const
/** She was told: how, before whom, and which low points she wishes to change; each becomes a step of support. */
function Telling({ result }: { readonly result: Result }) {
  const say = useSay()
  const [manner, setManner] = useState<(typeof MANNERS)[number]>('spoken')
  const [witnessName, setWitness] = useState('')
  const [wishes, setWishes] = useState<readonly string[]>([])
  const write = useWrite(tellResult)
  const low = result.points.filter(({ isLow }) => isLow)
  const press = (): void =>
    write.mutate({
      input: { id: result.interviewId, manner, witnessName: manner === 'fingerprint' ? witnessName : null, wishes: [...wishes] },
    })
  return (
    <div className="flex flex-col gap-4">
      {low.length === 0 ? null : (
        <CheckField
          label={say(words['ask-wishes'])}
          value={wishes}
          onChange={setWishes}
          choices={low.map(({ itemCode, title, next }) => ({ value: itemCode, label: next === null ? title : `${title}: ${next}` }))}
        />
      )}
      <ChoiceField
        label={say(words.manner)}
        isRequired
        value={manner}
        onChange={setManner}
        choices={MANNERS.map((one) => ({ value: one, label: say(words[`manner-${one}`]) }))}
      />
      {manner === 'fingerprint' ? (
        <TextField label={say(words['witness-name'])} isRequired value={witnessName} onChange={setWitness} />
      ) : null}
      <ProblemBox error={write.error} />
      <div>
        <Button
          look="primary"
          isDisabled={manner === 'fingerprint' && witnessName.trim() === ''}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['record-told'])}
        </Button>
      </div>
    </div>
  )
}
