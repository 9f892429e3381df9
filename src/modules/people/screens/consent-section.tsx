import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import {
  type Consent,
  type ConsentPurpose,
  consentPurposes,
  giveConsent,
  listConsents,
  sendConsentCode,
  withdrawConsent,
} from '../contract.ts'
import { words } from '../words.ts'
import { type PaperDraft, PaperFields, wholePaper } from './port.tsx'

interface SectionProps {
  readonly personId: string
  readonly isFolded: boolean
  /** She said yes to the file being kept: what may follow. */
  readonly onKept?: () => void
}
/** The five spoken sentences: asked once, shown with their answers, taken back one by one, asked again where no answer is in force. */
export function ConsentSection({ personId, isFolded, onKept }: SectionProps) {
  const say = useSay()
  const may = useMay('people.read-consents')
  const consents = useRead(listConsents, { personId }, { enabled: may })
  const [isAgain, setAgain] = useState(false)
  if (!may) return null
  const done = (given: readonly Said[]): void => {
    setAgain(false)
    if (given.some(({ purpose, answer }) => purpose === 'keep-file' && answer)) onKept?.()
  }
  return (
    <Card title={say(words.consents)} isFolded={isFolded}>
      <Read of={consents}>
        {(data) => {
          const open = openPurposes(data.consents)
          if (data.consents.length === 0) return <Asking personId={personId} purposes={consentPurposes} onDone={done} />
          return (
            <>
              <Answers personId={personId} consents={data.consents} />
              {open.length === 0 ? null : isAgain ? (
                <Asking personId={personId} purposes={open} onDone={done} />
              ) : (
                <div className="pt-4">
                  <Button onPress={() => setAgain(true)}>{say(words['consent-again'])}</Button>
                </div>
              )}
            </>
          )
        }}
      </Read>
    </Card>
  )
}
/** Sentences whose last answer is not a yes in force: they may be asked again, at her wish. */
function openPurposes(consents: readonly Consent[]): readonly ConsentPurpose[] {
  return consentPurposes.filter((purpose) => {
    const last = consents.filter((one) => one.purpose === purpose).at(-1)
    return last === undefined || !last.answer || last.withdrawnOn !== null
  })
}
type Manner = Consent['manner']
interface AskingProps {
  readonly personId: string
  readonly purposes: readonly ConsentPurpose[]
  readonly onDone: (given: readonly Said[]) => void
}
interface Said {
  readonly purpose: ConsentPurpose
  readonly answer: boolean
}
function Asking({ personId, purposes, onDone }: AskingProps) {
  const say = useSay()
  const [answers, setAnswers] = useState<Partial<Record<ConsentPurpose, boolean>>>({})
  const [manner, setManner] = useState<Manner>('signature')
  const [witnessName, setWitness] = useState('')
  const [code, setCode] = useState('')
  const [draft, setDraft] = useState<PaperDraft>()
  const write = useWrite(giveConsent, { onDone: ({ answers: given }) => onDone(given) })
  const said = purposes.flatMap((purpose) => {
    const answer = answers[purpose]
    return answer === undefined ? [] : [{ purpose, answer }]
  })
  // Asked for the first time, every sentence needs its answer; asked again, those she speaks of.
  const isAnswered = purposes.length === consentPurposes.length ? said.length === purposes.length : said.length > 0
  const paper = wholePaper(draft === undefined ? undefined : { ...draft, signedBy: manner === 'fingerprint' ? 'fingerprint' : 'herself' })
  const isPaperWhole = draft === undefined || paper !== undefined
  const press = (): void => {
    const given = said.map((one) => ({ id: newCommandId(), ...one }))
    const input = { personId, manner, witnessName, code, answers: given }
    write.mutate({ input: paper === undefined ? input : { ...input, paper } })
  }
  return (
    <div className="flex flex-col gap-5 pt-2">
      <p className="text-ink-2">{say(words['consent-hint'])}</p>
      {purposes.map((purpose) => (
        <div key={purpose} className="text-phone">
          <YesNoField
            label={say(words[`consent-${purpose}`])}
            isRequired={purposes.length === consentPurposes.length}
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
      {manner === 'code' ? <CodeField personId={personId} value={code} onChange={setCode} /> : null}
      {manner === 'code' ? null : <PaperFields value={draft} onChange={setDraft} isSignedElsewhere />}
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={!isAnswered || !isPaperWhole} isPending={write.isPending} onPress={press}>
        {say(words['consent-save'])}
      </Button>
    </div>
  )
}
/** A code goes to her own phone; she reads it out. */
function CodeField({
  personId,
  value,
  onChange,
}: {
  readonly personId: string
  readonly value: string
  readonly onChange: (code: string) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const send = useWrite(sendConsentCode)
  return (
    <div className="flex flex-col items-start gap-3">
      <Button isPending={send.isPending} onPress={() => send.mutate({ input: { personId, id: newCommandId() } })}>
        {say(words['consent-send-code'])}
      </Button>
      <ProblemBox error={send.error} />
      {send.data === undefined ? null : (
        <p role="status" className="text-done">
          {say(words['consent-code-sent'], { at: formatInstant(send.data.until, language) })}
        </p>
      )}
      <TextField label={say(words['consent-code'])} isRequired isCode value={value} onChange={onChange} />
    </div>
  )
}
function Answers({ personId, consents }: { readonly personId: string; readonly consents: readonly Consent[] }) {
  const say = useSay()
  const language = useLanguage()
  const [withdrawing, setWithdrawing] = useState<Consent>()
  const inSpokenOrder = [...consents].sort((a, b) => consentPurposes.indexOf(a.purpose) - consentPurposes.indexOf(b.purpose))
  return (
    <>
      <ul className="flex flex-col gap-3">
        {inSpokenOrder.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b pb-2">
            <span className="text-dense">{say(words[`consent-${one.purpose}`])}</span>
            <span className="flex flex-wrap items-center gap-2">
              <Tag meaning={one.withdrawnOn !== null ? 'neutral' : one.answer ? 'done' : 'due'}>
                {[
                  say(one.withdrawnOn !== null ? words['consent-withdrawn'] : one.answer ? words.yes : words.no),
                  formatDate(one.withdrawnOn ?? one.givenOn, language),
                  say(words[`manner-${one.manner}`]),
                ].join(' · ')}
              </Tag>
              {one.answer && one.withdrawnOn === null ? (
                <Button look="quiet" onPress={() => setWithdrawing(one)}>
                  {say(words['withdraw-consent'])}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {withdrawing === undefined ? null : (
        <WithdrawDialog personId={personId} consent={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </>
  )
}
/** Says what ends with it, and that taking back costs nothing, before it is done. */
function WithdrawDialog({
  personId,
  consent,
  onClose,
}: {
  readonly personId: string
  readonly consent: Consent
  readonly onClose: () => void
}) {
  const say = useSay()
  const write = useWrite(withdrawConsent)
  return (
    <Dialog title={say(words['consent-withdraw-title'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-dense text-ink-2">{say(words[`consent-${consent.purpose}`])}</p>
        <p className="font-semibold">{say(words[`consent-effect-${consent.purpose}`])}</p>
        <p>{say(words['consent-free'])}</p>
        <ProblemBox error={write.error} />
        <Button
          look="danger"
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { personId, id: consent.id } }, { onSuccess: onClose })}
        >
          {say(words['withdraw-consent'])}
        </Button>
      </div>
    </Dialog>
  )
}
