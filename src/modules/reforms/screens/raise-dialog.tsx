import { useState } from 'react'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { tell } from '../../../ui/toast.tsx'
import { listOwnCases } from '../../enrolment/contract/cases.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { blockedSteps, type ObstacleKind, obstacleKinds, raiseObstacle } from '../contract/obstacles.ts'
import { caseOfPage, stepOfPage } from '../rules/obstacles.ts'
import { words } from '../words.ts'

type Kind = (typeof ObstacleKind.options)[number]
/** «A rule stands in the way here»: one sentence, what happens, and the step and file of the page it was said on. */
export function RaiseDialog({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const { counties } = useCounties()
  const acting = useActing()
  const mayBlock = useMay('reforms.block-case')
  const caseId = mayBlock ? caseOfPage(path) : null
  const own = useRead(listOwnCases, { limit: 250 }, { enabled: caseId !== null })
  const file = own.data?.cases.find(({ id }) => id === caseId)
  const [id] = useState(newCommandId)
  const [title, setTitle] = useState('')
  const [says, setSays] = useState('')
  const [kind, setKind] = useState<Kind>()
  const [step, setStep] = useState(stepOfPage(path))
  const mine = counties.filter(({ code }) => acting?.counties.includes(code) === true)
  const [countyCode, setCounty] = useState<string | undefined>(acting?.counties.length === 1 ? acting.counties[0] : undefined)
  const [withCase, setWithCase] = useState(true)
  const write = useWrite(raiseObstacle, {
    onDone: () => {
      tell({ text: say(words.raised) })
      onClose()
    },
  })
  const send = (): void => {
    if (kind === undefined) return
    const evidence = withCase && file !== undefined ? file.id : null
    write.mutate({ input: { id, title, kind, step, says, countyCode: countyCode ?? null, caseId: evidence } })
  }
  return (
    <Dialog title={say(words['raise-obstacle'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <TextField label={say(words.title)} hint={say(words['title-hint'])} name="title" isRequired value={title} onChange={setTitle} />
        <LongTextField
          label={say(words.says)}
          hint={say(words['says-hint'])}
          name="says"
          isRequired
          value={says}
          onChange={setSays}
          rows={3}
        />
        <ChoiceField
          label={say(words.kind)}
          isRequired
          value={kind}
          onChange={setKind}
          choices={obstacleKinds.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
        />
        <SelectField
          label={say(words.step)}
          hint={say(words['raised-from'])}
          value={step}
          onChange={(chosen) => setStep(chosen ?? step)}
          choices={blockedSteps.map((one) => ({ value: one, label: say(wordFor(words, `step-${one}`)) }))}
        />
        {mine.length > 1 ? (
          <SelectField
            label={say(words.where)}
            empty={say(words['whole-province'])}
            value={countyCode}
            onChange={setCounty}
            choices={mine.map(({ code, name }) => ({ value: code, label: name }))}
          />
        ) : null}
        {file === undefined ? null : (
          <YesNoField
            label={`${say(words['with-case'])}: ${file.name} · ${digits(file.fileNumber, language)}`}
            value={withCase}
            onChange={setWithCase}
          />
        )}
        <div>
          <Button
            look="primary"
            isDisabled={kind === undefined || title.trim().length < 5 || says.trim().length < 10}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words.raise)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
