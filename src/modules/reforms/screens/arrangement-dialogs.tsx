import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import {
  type Arrangement,
  authoriseArrangement,
  extendArrangement,
  proposeArrangement,
  revokeArrangement,
} from '../contract/arrangements.ts'
import { words } from '../words.ts'

export type ArrangementStep = 'authorise' | 'extend' | 'revoke'
/** The letter of whoever is competent with its days, a later day by a new letter, or the reason it is taken away. */
export function ArrangementStepDialog({
  step,
  arrangement: { id, version },
  onClose,
}: {
  readonly step: ArrangementStep
  readonly arrangement: Arrangement
  readonly onClose: () => void
}) {
  const say = useSay()
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const [startsOn, setStart] = useState<string | null>(null)
  const [expiresOn, setEnd] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const writes = {
    authorise: useWrite(authoriseArrangement, { onDone: onClose }),
    extend: useWrite(extendArrangement, { onDone: onClose }),
    revoke: useWrite(revokeArrangement, { onDone: onClose }),
  }
  const hasLetter = letterNumber.trim() !== '' && letterDate !== null && expiresOn !== null && (step === 'extend' || startsOn !== null)
  const isReady = step === 'revoke' ? reason.trim().length >= 5 : hasLetter
  const send = (): void => {
    if (step === 'revoke') writes.revoke.mutate({ input: { id, version, reason } })
    if (letterDate === null || expiresOn === null) return
    const letter = { id, version, letterNumber, letterDate, expiresOn }
    if (step === 'extend') writes.extend.mutate({ input: letter })
    if (step === 'authorise' && startsOn !== null) writes.authorise.mutate({ input: { ...letter, startsOn } })
  }
  return (
    <Dialog title={say(words[step])} isOpen onClose={onClose}>
      <Form error={writes[step].error} onSubmit={send}>
        {step === 'revoke' ? (
          <LongTextField label={say(words.reason)} name="reason" isRequired value={reason} onChange={setReason} rows={3} />
        ) : (
          <>
            <TextField label={say(words['letter-number'])} name="letterNumber" isRequired value={letterNumber} onChange={setNumber} />
            <DateField label={say(words['letter-date'])} name="letterDate" isRequired value={letterDate} onChange={setDate} />
            {step === 'authorise' ? (
              <DateField label={say(words['starts-on'])} name="startsOn" isRequired value={startsOn} onChange={setStart} />
            ) : null}
            <DateField label={say(words['expires-on'])} name="expiresOn" isRequired value={expiresOn} onChange={setEnd} />
          </>
        )}
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={writes[step].isPending} onPress={send}>
            {say(words[step])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
/** How it is done until the reform, within which limit, and who is competent to allow it. */
export function ProposeDialog({ obstacleId, onClose }: { readonly obstacleId: string; readonly onClose: () => void }) {
  const say = useSay()
  const [arrangementId] = useState(newCommandId)
  const [says, setSays] = useState('')
  const [limits, setLimits] = useState('')
  const [authority, setAuthority] = useState('')
  const write = useWrite(proposeArrangement, { onDone: onClose })
  const send = (): void => write.mutate({ input: { id: obstacleId, arrangementId, says, limits, authority } })
  const isReady = says.trim().length >= 10 && limits.trim().length >= 3 && authority.trim().length >= 3
  return (
    <Dialog title={say(words['propose-arrangement'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <LongTextField label={say(words['arrangement-says'])} name="says" isRequired value={says} onChange={setSays} rows={3} />
        <TextField
          label={say(words.limits)}
          hint={say(words['limits-hint'])}
          name="limits"
          isRequired
          value={limits}
          onChange={setLimits}
        />
        <TextField label={say(words.authority)} name="authority" isRequired value={authority} onChange={setAuthority} />
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
            {say(words['propose-arrangement'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
