import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import type { Product } from '../contract/products.ts'
import { settleShowing } from '../contract/showing.ts'
import { words } from '../words.ts'

const ANSWERS = ['yes', 'no'] as const
const MANNERS = ['spoken', 'signature', 'fingerprint'] as const
/** Her word about one of her goods: whether it may be seen by buyers and citizens. Nothing is shown without her yes, and a no costs nothing. */
export function ShowingDialog({ product, onClose }: { readonly product: Product; readonly onClose: () => void }) {
  const say = useSay()
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>()
  const [manner, setManner] = useState<(typeof MANNERS)[number]>('spoken')
  const [witnessName, setWitness] = useState('')
  const write = useWrite(settleShowing)
  const isWitnessMissing = manner === 'fingerprint' && witnessName.trim() === ''
  const press = (): void => {
    if (answer === undefined) return
    const { id, version } = product
    const witness = manner === 'fingerprint' ? witnessName : null
    const input = { id, showingId: newCommandId(), isShown: answer === 'yes', manner, witnessName: witness, version }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['showing-of'], { name: product.name })} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="rounded-card bg-brand-soft p-4 text-phone">{say(words['showing-said'])}</p>
        <ChoiceField
          label={say(words['showing-answer'])}
          isRequired
          value={answer}
          onChange={setAnswer}
          choices={ANSWERS.map((one) => ({ value: one, label: say(words[`showing-${one}`]) }))}
        />
        <ChoiceField
          label={say(words['showing-manner'])}
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
          <Button look="primary" isDisabled={answer === undefined || isWitnessMissing} isPending={write.isPending} onPress={press}>
            {say(words['showing-keep'])}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
