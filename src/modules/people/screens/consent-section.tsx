import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Consent, type ConsentPurpose, consentPurposes, giveConsent, listConsents, withdrawConsent } from '../contract.ts'
import { words } from '../words.ts'
import { ConsentForm } from './consent-form.tsx'

/** The five spoken sentences: asked once, shown with their answers afterwards. */
export function ConsentSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('people.read-consents')
  const consents = useRead(listConsents, { personId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words.consents)}>
      <Read of={consents}>
        {(data) => (data.consents.length === 0 ? <Asking personId={personId} /> : <Answers personId={personId} consents={data.consents} />)}
      </Read>
    </Card>
  )
}
type Manner = Consent['manner']
function Asking({ personId }: { readonly personId: string }) {
  const say = useSay()
  const [answers, setAnswers] = useState<Partial<Record<ConsentPurpose, boolean>>>({})
  const [manner, setManner] = useState<Manner>('signature')
  const [witnessName, setWitness] = useState('')
  const write = useWrite(giveConsent)
  const [isOnPaper, setOnPaper] = useState(false)
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const isAnswered = consentPurposes.every((purpose) => answers[purpose] !== undefined)
  const press = (): void => {
    const given = consentPurposes.map((purpose) => ({ id: newCommandId(), purpose, answer: answers[purpose] === true }))
    write.mutate({ input: { personId, manner, witnessName, answers: given } })
  }
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-2">{say(words['consent-hint'])}</p>
      <div>
        <Button onPress={() => setOnPaper(!isOnPaper)}>{say(words['consent-form-title'])}</Button>
      </div>
      {isOnPaper ? <ConsentForm today={today} /> : null}
      {consentPurposes.map((purpose) => (
        <div key={purpose} className="text-phone">
          <YesNoField
            label={say(words[`consent-${purpose}`])}
            isRequired
            value={answers[purpose]}
            onChange={(answer) => setAnswers((before) => ({ ...before, [purpose]: answer }))}
          />
        </div>
      ))}
      <ChoiceField
        label={say(words['consent-manner'])}
        value={manner}
        onChange={setManner}
        choices={(['signature', 'fingerprint', 'code'] as const).map((one) => ({ value: one, label: say(words[`manner-${one}`]) }))}
      />
      {manner === 'fingerprint' ? (
        <TextField label={say(words['witness-name'])} isRequired value={witnessName} onChange={setWitness} />
      ) : null}
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={!isAnswered} isPending={write.isPending} onPress={press}>
        {say(words.consents)}
      </Button>
    </div>
  )
}
function Answers({ personId, consents }: { readonly personId: string; readonly consents: readonly Consent[] }) {
  const say = useSay()
  const language = useLanguage()
  const withdraw = useWrite(withdrawConsent)
  return (
    <>
      <ProblemBox error={withdraw.error} />
      <ul className="flex flex-col gap-3">
        {consents.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b pb-2">
            <span className="text-dense">{say(wordFor(words, `consent-${one.purpose}`))}</span>
            <span className="flex items-center gap-2">
              <Tag
                meaning={one.withdrawnOn !== null ? 'neutral' : one.answer ? 'done' : 'due'}
              >{`${say(one.answer ? words.yes : words.no)} · ${formatDate(one.withdrawnOn ?? one.givenOn, language)}`}</Tag>
              {one.answer && one.withdrawnOn === null ? (
                <Button look="quiet" isPending={withdraw.isPending} onPress={() => withdraw.mutate({ input: { personId, id: one.id } })}>
                  {say(words['withdraw-consent'])}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
