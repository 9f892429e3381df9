import { useState } from 'react'
import type { z } from 'zod'
import { useUpload, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField, YesNoField } from '../../../ui/fields.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { type ToldRows, tellSupportStatus, uploadSupportSheet } from '../contract/support.ts'
import { pastedRows } from '../rules/support.ts'
import { words } from '../words.ts'

/** A body's coverage list, pasted or as an office file. What comes back is how many rows were read and which were not. */
export function Screen() {
  const say = useSay()
  const [isWhole, setWhole] = useState<boolean>(false)
  const [text, setText] = useState('')
  const tell = useWrite(tellSupportStatus)
  const { send, ...uploading } = useUpload(uploadSupportSheet)
  const [told, setTold] = useState<z.infer<typeof ToldRows>>()
  const rows = pastedRows(text)
  const choose = async (file: File): Promise<void> => setTold(await send({ isWhole }, typed(file)))
  const sendRows = (): void => {
    const onSuccess = (answer: z.infer<typeof ToldRows>): void => {
      setText('')
      setTold(answer)
    }
    tell.mutate({ input: { isWhole, rows: [...rows] } }, { onSuccess })
  }
  return (
    <>
      <PageHeader title={say(words['tell-support-status'])} facts={say(words['tell-support-hint'])} />
      <Card>
        <YesNoField label={say(words['support-is-whole'])} value={isWhole} onChange={setWhole} />
        <div className="pt-4">
          <FileUpload
            label={say(words['choose-file'])}
            hint={say(words['support-sheet'])}
            accept={['.xlsx', '.csv']}
            maxBytes={uploadSupportSheet.upload?.maxBytes ?? 0}
            uploading={uploading}
            onChoose={(file) => void choose(file)}
          />
        </div>
        <div className="pt-4">
          <LongTextField
            label={say(words['support-pasted'])}
            hint={say(words['support-pasted-hint'])}
            value={text}
            onChange={setText}
            rows={8}
          />
        </div>
        <div className="pt-3">
          <Button look="primary" isDisabled={rows.length === 0} isPending={tell.isPending} onPress={sendRows}>
            {say(words['send-rows'])}
          </Button>
        </div>
      </Card>
      <ProblemBox error={tell.error} />
      {told === undefined ? null : <Told told={told} />}
    </>
  )
}
/** Browsers of offices often do not know the type of a workbook or a CSV; its ending tells. */
function typed(file: File): File {
  const type = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([file], file.name, { type })
}
function Told({ told }: { readonly told: z.infer<typeof ToldRows> }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card>
      <p role="status">{say(words['support-rows-read'], { n: told.read })}</p>
      {told.wrong.length === 0 ? null : (
        <>
          <p className="pt-2 font-semibold">{say(words['support-rows-wrong'], { n: told.wrong.length })}</p>
          <ul className="list-disc ps-5">
            {told.wrong.slice(0, 200).map(({ row, reasons }) => (
              <li key={row}>
                {digits(String(row), language)}:{' '}
                {reasons.map((reason) => say(wordFor(words, reason.replace('enrolment.', '')))).join(' — ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
