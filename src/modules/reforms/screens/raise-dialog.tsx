import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { tell } from '../../../ui/toast.tsx'
import { listOwnCases } from '../../enrolment/contract/cases.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { blockedSteps, obstacleKinds } from '../contract/obstacles.ts'
import { caseOfPage, stepOfPage } from '../rules/obstacles.ts'
import { isWhole, type RaiseDraft } from '../rules/raise-draft.ts'
import { words } from '../words.ts'
import { useRaiseDraft } from './raise-draft.ts'

interface Props {
  readonly path: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** It has arrived. */
  readonly onDone: () => void
}
/** «A rule stands in the way here»: one sentence, what happens, and the step and file of the page it was said on. */
export function RaiseDialog({ path, isOpen, onClose, onDone: onTold }: Props) {
  const say = useSay()
  const language = useLanguage()
  const acting = useActing()
  const mayBlock = useMay('reforms.block-case')
  const caseId = mayBlock ? caseOfPage(path) : null
  const own = useRead(listOwnCases, { limit: 250 }, { enabled: caseId !== null })
  const mine = acting?.counties ?? []
  const begin = (): RaiseDraft => ({
    id: newCommandId(),
    title: '',
    says: '',
    step: stepOfPage(path),
    ...(acting?.counties.length === 1 ? { countyCode: acting.counties[0] } : {}),
    caseId,
    isReady: false,
  })
  const onDone = (): void => {
    tell({ text: say(words.raised) })
    onTold()
  }
  const carries = (id: string): boolean => own.data === undefined || own.data.cases.some((one) => one.id === id)
  const { draft, set, send, isPending, isWaiting, error } = useRaiseDraft({ begin, carries, onDone })
  const evidence = draft.caseId ?? caseId
  const file = own.data?.cases.find(({ id }) => id === evidence)
  return (
    <Dialog title={say(words['raise-obstacle'])} isOpen={isOpen} onClose={onClose}>
      <Form error={error} onSubmit={send}>
        {isWaiting ? <p role="status">{say(words['raise-waits'])}</p> : null}
        <TextField
          label={say(words.title)}
          hint={say(words['title-hint'])}
          name="title"
          isRequired
          value={draft.title}
          onChange={(title) => set({ title })}
        />
        <LongTextField
          label={say(words.says)}
          hint={say(words['says-hint'])}
          name="says"
          isRequired
          value={draft.says}
          onChange={(says) => set({ says })}
          rows={3}
        />
        <ChoiceField
          label={say(words.kind)}
          isRequired
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          choices={obstacleKinds.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
        />
        <SelectField
          label={say(words.step)}
          hint={say(words['raised-from'])}
          value={draft.step}
          onChange={(step) => set({ step: step ?? draft.step })}
          choices={blockedSteps.map((one) => ({ value: one, label: say(wordFor(words, `step-${one}`)) }))}
        />
        {mine.length > 1 ? (
          <CountyField
            label={say(words.where)}
            empty={say(words['whole-province'])}
            value={draft.countyCode}
            onChange={(countyCode) => set({ countyCode })}
            among={mine}
          />
        ) : null}
        {file === undefined ? null : (
          <YesNoField
            label={`${say(words['with-case'])}: ${file.name} · ${digits(file.fileNumber, language)}`}
            value={draft.caseId !== null}
            onChange={(withCase) => set({ caseId: withCase ? file.id : null })}
          />
        )}
        <div>
          <Button look="primary" isDisabled={!isWhole(draft)} isPending={isPending} onPress={send}>
            {say(words.raise)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
