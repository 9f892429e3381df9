import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { confirmOrder, type Order, refuseOrder } from '../contract/orders.ts'
import { words } from '../words.ts'

interface Props {
  readonly order: Order
  readonly answer: 'confirm' | 'refuse'
  readonly onClose: () => void
}
/** The buyer's yes with its paper, or its no with a reason. */
export function AnswerDialog({ order: { id, version }, answer, onClose }: Props) {
  const say = useSay()
  const [documentNumber, setNumber] = useState('')
  const [documentDate, setDate] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [confirming, refusing] = [useWrite(confirmOrder), useWrite(refuseOrder)]
  const isYes = answer === 'confirm'
  // The buyer speaks for itself; the operator writes down what a buyer without an account said.
  const isBuyer = useMay('market.read-own-lots')
  const title = say(isBuyer ? words[`${answer}-own`] : words[answer])
  const done = { onSuccess: onClose }
  const send = (): void => {
    if (!isYes) refusing.mutate({ input: { id, version, reason } }, done)
    else if (documentDate !== null) confirming.mutate({ input: { id, version, documentNumber, documentDate } }, done)
  }
  const isReady = isYes ? documentNumber.trim() !== '' && documentDate !== null : reason.trim().length >= 5
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form error={confirming.error ?? refusing.error} onSubmit={send}>
        {isYes ? (
          <>
            <TextField label={say(words['document-number'])} name="documentNumber" isRequired value={documentNumber} onChange={setNumber} />
            <DateField label={say(words['document-date'])} name="documentDate" isRequired value={documentDate} onChange={setDate} />
          </>
        ) : (
          <LongTextField label={say(words.reason)} name="reason" isRequired value={reason} onChange={setReason} />
        )}
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={confirming.isPending || refusing.isPending} onPress={send}>
            {title}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
