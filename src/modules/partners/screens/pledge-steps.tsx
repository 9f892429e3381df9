import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import {
  endPledge,
  openPledge,
  type Pledge,
  type PledgeState,
  signPledge,
  vetPledge,
  withdrawPledge,
  writePledge,
} from '../contract/pledges.ts'
import { words } from '../words.ts'

export type Step = 'write' | 'sign' | 'open' | 'fulfil' | 'lapse' | 'withdraw'
/** The steps that lead on from a state, the next one first. */
export function stepsOf(state: PledgeState): readonly (Step | 'vet')[] {
  switch (state) {
    case 'announced':
      return ['write', 'withdraw']
    case 'in-writing':
      return ['vet', 'withdraw']
    case 'vetted':
      return ['sign', 'withdraw']
    case 'signed':
      return ['open', 'withdraw']
    case 'open':
      return ['fulfil', 'lapse', 'withdraw']
    case 'fulfilled':
    case 'lapsed':
    case 'withdrawn':
      return []
  }
}
interface Props {
  readonly pledge: Pledge
  readonly onClose: () => void
}
const needsNumber = (step: Step): boolean => step === 'write' || step === 'sign'
const needsReason = (step: Step): boolean => step === 'fulfil' || step === 'lapse' || step === 'withdraw'

/** One step of a promise, with the paper or the reason it needs. */
export function PledgeStepDialog({ pledge, step, onClose }: Props & { readonly step: Step }) {
  const say = useSay()
  const [number, setNumber] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const writes = {
    write: useWrite(writePledge),
    sign: useWrite(signPledge),
    open: useWrite(openPledge),
    end: useWrite(endPledge),
    withdraw: useWrite(withdrawPledge),
  }
  const { id, version } = pledge
  const done = { onSuccess: onClose }
  const isReady = (!needsNumber(step) || (number.trim() !== '' && day !== null)) && (!needsReason(step) || reason.trim().length >= 5)
  const send = (): void => {
    const on = day ?? ''
    if (step === 'write') writes.write.mutate({ input: { id, version, documentNumber: number, documentDate: on } }, done)
    if (step === 'sign') writes.sign.mutate({ input: { id, version, letterNumber: number, letterDate: on } }, done)
    if (step === 'open') writes.open.mutate({ input: { id, version } }, done)
    if (step === 'withdraw') writes.withdraw.mutate({ input: { id, version, reason } }, done)
    if (step === 'fulfil' || step === 'lapse')
      writes.end.mutate({ input: { id, version, to: step === 'fulfil' ? 'fulfilled' : 'lapsed', reason } }, done)
  }
  const all = Object.values(writes)
  const title = say(wordFor(words, `step-${step}`))
  return (
    <Dialog title={`${title}: ${pledge.title}`} isOpen onClose={onClose}>
      <Form error={all.find(({ error }) => error !== null)?.error ?? null} onSubmit={send}>
        {needsNumber(step) ? (
          <>
            <TextField
              label={say(step === 'write' ? words['document-number'] : words['letter-number'])}
              isRequired
              value={number}
              onChange={setNumber}
            />
            <DateField
              label={say(step === 'write' ? words['document-date'] : words['letter-date'])}
              isRequired
              value={day}
              onChange={setDay}
            />
          </>
        ) : null}
        {needsReason(step) ? <LongTextField label={say(words.reason)} isRequired value={reason} onChange={setReason} rows={3} /> : null}
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={all.some(({ isPending }) => isPending)} onPress={send}>
            {title}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
/** One of two opinions about a promise, given alone. */
export function OpinionDialog({ pledge, onClose }: Props) {
  const say = useSay()
  const [opinion, setOpinion] = useState<'is-fit' | 'is-unfit'>()
  const [reasons, setReasons] = useState('')
  const write = useWrite(vetPledge)
  const send = (): void => {
    if (opinion === undefined) return
    const { id, version } = pledge
    write.mutate({ input: { id, version, opinionId: newCommandId(), isFit: opinion === 'is-fit', reasons } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${say(words['step-vet'])}: ${pledge.title}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <ChoiceField
          label={say(words.opinion)}
          isRequired
          value={opinion}
          onChange={setOpinion}
          choices={(['is-fit', 'is-unfit'] as const).map((one) => ({ value: one, label: say(words[one]) }))}
        />
        <LongTextField label={say(words.reasons)} name="reasons" isRequired value={reasons} onChange={setReasons} rows={3} />
        <div>
          <Button
            look="primary"
            isDisabled={opinion === undefined || reasons.trim().length < 10}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words['step-vet'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
