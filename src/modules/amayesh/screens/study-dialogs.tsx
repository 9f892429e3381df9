import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { listFields } from '../../occupations/contract.ts'
import { concludeStudy, keepFinding, type Study, withdrawStudy } from '../contract/studies.ts'
import { type Verdict, verdicts } from '../rules/study.ts'
import { words } from '../words.ts'
import { useNameOf } from './parts.tsx'

interface Props {
  readonly study: Study
  readonly onClose: () => void
}
/** What was found of one occupation; written again, it replaces what was written before. */
export function FindingDialog({ study, onClose }: Props) {
  const say = useSay()
  const nameOf = useNameOf()
  const fields = useRead(listFields, {})
  const [fieldCode, setField] = useState<string>()
  const [verdict, setVerdict] = useState<Verdict>()
  const [says, setSays] = useState('')
  const write = useWrite(keepFinding, { onDone: onClose })
  const send = (): void => {
    if (fieldCode !== undefined && verdict !== undefined) write.mutate({ input: { id: study.id, fieldCode, verdict, says } })
  }
  return (
    <Dialog title={say(words['keep-finding'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <SearchChoiceField
          label={say(words.occupation)}
          isRequired
          value={fieldCode}
          onChange={setField}
          choices={(fields.data?.fields ?? []).map((field) => ({ value: field.code, label: nameOf(field) }))}
        />
        <ChoiceField
          label={say(words.verdict)}
          isRequired
          value={verdict}
          onChange={setVerdict}
          choices={verdicts.map((one) => ({ value: one, label: say(words[`verdict-${one}`]) }))}
        />
        <LongTextField label={say(words.says)} name="says" isRequired value={says} onChange={setSays} rows={4} />
        <div>
          <Button
            look="primary"
            isDisabled={fieldCode === undefined || verdict === undefined || says.trim().length < 10}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
export function ConcludeDialog({ study: { id, version }, onClose }: Props) {
  const say = useSay()
  const [offeredFrom, setFrom] = useState<string | null>(null)
  const write = useWrite(concludeStudy, { onDone: onClose })
  const send = (): void => {
    if (offeredFrom !== null) write.mutate({ input: { id, version, offeredFrom } })
  }
  return (
    <Dialog title={say(words.conclude)} isOpen onClose={onClose}>
      <p className="pb-3">{say(words['conclude-hint'])}</p>
      <Form error={write.error} onSubmit={send}>
        <DateField label={say(words['offered-from'])} isRequired value={offeredFrom} onChange={setFrom} />
        <div>
          <Button look="primary" isDisabled={offeredFrom === null} isPending={write.isPending} onPress={send}>
            {say(words.conclude)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
export function WithdrawDialog({ study: { id, version }, onClose }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const write = useWrite(withdrawStudy, { onDone: onClose })
  const send = (): void => write.mutate({ input: { id, version, reason } })
  return (
    <Dialog title={say(words.withdraw)} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <LongTextField label={say(words.reason)} name="reason" isRequired value={reason} onChange={setReason} rows={3} />
        <div>
          <Button look="primary" isDisabled={reason.trim().length < 5} isPending={write.isPending} onPress={send}>
            {say(words.withdraw)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
