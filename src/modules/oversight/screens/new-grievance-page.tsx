import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { type Filed, fileByOffice } from '../contract/grievances.ts'
import { navWords } from '../nav-words.ts'
import { grievanceWords as words } from '../words/grievances.ts'
import { FiledCard } from './filed-card.tsx'
import { FilingFields, isWhole, nothingWritten } from './filing-fields.tsx'

/** The office writes down what is told by telephone, or what came on paper. */
export function Screen() {
  const say = useSay()
  const [filed, setFiled] = useState<Filed>()
  return (
    <>
      <PageHeader
        title={say(words['file-grievance'])}
        facts={say(words['file-lead'])}
        actions={<TextLink to="/staff/grievances">{say(navWords.grievances)}</TextLink>}
      />
      {filed === undefined ? <Writing onFiled={setFiled} /> : <FiledCard filed={filed} onAnother={() => setFiled(undefined)} />}
    </>
  )
}
function Writing({ onFiled }: { readonly onFiled: (filed: Filed) => void }) {
  const say = useSay()
  const [id] = useState(newCommandId)
  const [written, setWritten] = useState(nothingWritten)
  const [fileNumber, setFileNumber] = useState('')
  const write = useWrite(fileByOffice)
  const send = (): void => {
    const paperNumber = written.channel === 'paper' ? written.paperNumber : null
    write.mutate({ input: { ...written, id, paperNumber, fileNumber } }, { onSuccess: onFiled })
  }
  return (
    <Form error={write.error} onSubmit={send}>
      <FilingFields value={written} onChange={setWritten} without="programme-office" />
      <TextField
        label={say(words['file-number-maybe'])}
        hint={say(words['file-number-hint'])}
        name="fileNumber"
        isCode
        value={fileNumber}
        onChange={setFileNumber}
      />
      <div>
        <Button look="primary" isDisabled={!isWhole(written)} isPending={write.isPending} onPress={send}>
          {say(words['file-grievance'])}
        </Button>
      </div>
    </Form>
  )
}
