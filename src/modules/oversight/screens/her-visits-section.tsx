import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { type HerVisit, keepVisitWord, listHerVisits } from '../contract/visits.ts'
import { visitWords as words } from '../words/visits.ts'

const MANNERS = ['spoken', 'signature', 'fingerprint'] as const
/** On her case page, where a visit to her dwelling is asked for: her guide asks her and writes down what she said. */
export function HerVisitsSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('oversight.keep-visit-word')
  const read = useRead(listHerVisits, { caseId }, { enabled: may })
  if (!may || read.data?.visits.length === 0) return null
  return (
    <Card title={say(words['her-visits'])}>
      <Read of={read}>
        {({ visits }) => (
          <ul className="flex flex-col divide-y divide-line">
            {visits.map((one) => (
              <One key={`${one.id} ${one.version}`} caseId={caseId} visit={one} />
            ))}
          </ul>
        )}
      </Read>
    </Card>
  )
}
function One({ caseId, visit }: { readonly caseId: string; readonly visit: HerVisit }) {
  const say = useSay()
  const language = useLanguage()
  const { plannedOn, purpose, state } = visit
  const day = formatDate(plannedOn, language)
  if (state !== 'asked' && state !== 'planned')
    return <li className="py-2 text-ink-2">{say(words['her-visit-past'], { day, state: say(words[`visit-state-${state}`]) })}</li>
  return (
    <li className="flex flex-col gap-3 py-3">
      <p>
        {state === 'planned'
          ? say(words['her-visit-planned'], { day })
          : say(words['her-visit-asked'], { day, purpose: say(words[`purpose-${purpose}`]) })}
      </p>
      <p className="text-ink-2">{say(words['her-visits-hint'])}</p>
      <Word caseId={caseId} visit={visit} />
    </li>
  )
}
function Word({ caseId, visit: { id, version } }: { readonly caseId: string; readonly visit: HerVisit }) {
  const say = useSay()
  const [isYes, setYes] = useState<boolean>()
  const [manner, setManner] = useState<(typeof MANNERS)[number]>('spoken')
  const [witnessName, setWitness] = useState('')
  const write = useWrite(keepVisitWord)
  const press = (): void => {
    if (isYes === undefined) return
    write.mutate({ input: { caseId, id, version, isYes, manner, witnessName: manner === 'fingerprint' ? witnessName : null } })
  }
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <YesNoField label={say(words['her-word'])} isRequired value={isYes} onChange={setYes} />
      <ChoiceField
        label={say(words['word-manner'])}
        value={manner}
        onChange={setManner}
        choices={MANNERS.map((one) => ({ value: one, label: say(words[`manner-${one}`]) }))}
      />
      {manner === 'fingerprint' ? (
        <TextField label={say(words['word-witness'])} isRequired value={witnessName} onChange={setWitness} />
      ) : null}
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={isYes === undefined} isPending={write.isPending} onPress={press}>
          {say(words['keep-word'])}
        </Button>
      </div>
    </div>
  )
}
