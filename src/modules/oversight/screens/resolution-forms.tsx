import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { LongTextField, SelectField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { listObstacles } from '../../reforms/contract/obstacles.ts'
import {
  acknowledgeResolution,
  blockResolution,
  confirmResolution,
  extendResolution,
  listResolutions,
  notifyResolution,
  type ResolutionWhole,
  reportResolution,
  returnReport,
  startResolution,
  supersedeResolution,
} from '../contract/resolutions.ts'
import { atAgency, reasonsNotToMoveResolution, reasonsNotToSupersede } from '../rules/resolutions.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { emptyLetter, LetterFields, wholeLetter } from './letter-fields.tsx'

interface Props {
  readonly resolution: ResolutionWhole
}
/** What the agency does next: say that it got it, begin, report. */
export function AgencyForm({ resolution }: Props) {
  const say = useSay()
  const [report, setReport] = useState('')
  const [acknowledging, starting, reporting] = [useWrite(acknowledgeResolution), useWrite(startResolution), useWrite(reportResolution)]
  const may = (to: Parameters<typeof reasonsNotToMoveResolution>[1]): boolean => reasonsNotToMoveResolution(resolution, to).length === 0
  const moved = () => ({ id: resolution.id, version: resolution.version, moveId: newCommandId() })
  if (!may('acknowledged') && !may('in-progress') && !may('reported')) return null
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <ProblemBox error={acknowledging.error ?? starting.error ?? reporting.error} />
        <div className="flex flex-wrap gap-2">
          {may('acknowledged') ? (
            <Button look="primary" isPending={acknowledging.isPending} onPress={() => acknowledging.mutate({ input: moved() })}>
              {say(words.acknowledge)}
            </Button>
          ) : null}
          {may('in-progress') ? (
            <Button isPending={starting.isPending} onPress={() => starting.mutate({ input: moved() })}>
              {say(words.start)}
            </Button>
          ) : null}
        </div>
        {may('reported') ? (
          <>
            <LongTextField label={say(words.report)} hint={say(words['report-hint'])} value={report} onChange={setReport} />
            <div>
              <Button
                look="primary"
                isDisabled={report.trim().length < 10}
                isPending={reporting.isPending}
                onPress={() => reporting.mutate({ input: { ...moved(), report } })}
              >
                {say(words['send-report'])}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Card>
  )
}
/** What the secretariat does next: notify by letter, confirm or return, extend, supersede. */
export function SecretariatForms({ resolution }: Props) {
  const may = (to: Parameters<typeof reasonsNotToMoveResolution>[1]): boolean => reasonsNotToMoveResolution(resolution, to).length === 0
  const isOpen = resolution.supersededBy === null && atAgency.includes(resolution.state)
  return (
    <>
      {may('notified') ? <NotifyForm resolution={resolution} /> : null}
      {may('confirmed') ? <ConfirmForm resolution={resolution} /> : null}
      {isOpen ? <ExtendForm resolution={resolution} /> : null}
      {isOpen ? <BlockForm resolution={resolution} /> : null}
      {isOpen ? <SupersedeForm resolution={resolution} /> : null}
    </>
  )
}
function NotifyForm({ resolution: { id, version } }: Props) {
  const say = useSay()
  const [letter, setLetter] = useState(emptyLetter)
  const write = useWrite(notifyResolution)
  const whole = wholeLetter(letter)
  const send = (): void => {
    if (whole !== undefined) write.mutate({ input: { id, version, moveId: newCommandId(), ...whole } })
  }
  return (
    <Card title={say(words.notify)}>
      <Form error={write.error} onSubmit={send}>
        <LetterFields letter={letter} onChange={setLetter} />
        <div>
          <Button look="primary" isDisabled={whole === undefined} isPending={write.isPending} onPress={send}>
            {say(words.notify)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
function ConfirmForm({ resolution: { id, version } }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [confirming, returning] = [useWrite(confirmResolution), useWrite(returnReport)]
  const isPending = confirming.isPending || returning.isPending
  const moved = () => ({ id, version, moveId: newCommandId() })
  return (
    <Card title={say(words.confirm)}>
      <div className="flex flex-col gap-3">
        <LongTextField label={say(words['return-report'])} value={reason} onChange={setReason} />
        <ProblemBox error={confirming.error ?? returning.error} />
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            isDisabled={reason.trim() !== ''}
            isPending={isPending}
            onPress={() => confirming.mutate({ input: moved() })}
          >
            {say(words.confirm)}
          </Button>
          <Button
            isDisabled={reason.trim().length < 5}
            isPending={isPending}
            onPress={() => returning.mutate({ input: { ...moved(), reason } })}
          >
            {say(words['return-report'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
function ExtendForm({ resolution: { id, version } }: Props) {
  const say = useSay()
  const [letter, setLetter] = useState(emptyLetter)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const write = useWrite(extendResolution)
  const whole = wholeLetter(letter)
  const send = (): void => {
    if (whole !== undefined && dueOn !== null) write.mutate({ input: { id, version, moveId: newCommandId(), dueOn, reason, ...whole } })
  }
  return (
    <Card title={say(words.extend)} isFolded>
      <Form error={write.error} onSubmit={send}>
        <DateField label={say(words['new-due'])} name="dueOn" isRequired value={dueOn} onChange={setDueOn} />
        <LongTextField label={say(words['extend-reason'])} name="reason" isRequired value={reason} onChange={setReason} />
        <LetterFields letter={letter} onChange={setLetter} />
        <div>
          <Button isDisabled={whole === undefined || dueOn === null || reason.trim().length < 5} isPending={write.isPending} onPress={send}>
            {say(words.extend)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
function BlockForm({ resolution: { id, version, blockedBy } }: Props) {
  const say = useSay()
  const [obstacleId, setObstacle] = useState<string>()
  const read = useRead(listObstacles, {})
  const write = useWrite(blockResolution)
  const choices = (read.data?.obstacles ?? []).map((one) => ({ value: one.id, label: one.title }))
  const send = (named: string | null): void => write.mutate({ input: { id, version, moveId: newCommandId(), obstacleId: named } })
  return (
    <Card title={say(words.block)} isFolded>
      <Form error={write.error} onSubmit={() => send(obstacleId ?? null)}>
        {choices.length === 0 ? (
          <p className="text-ink-2">{say(words['no-obstacles'])}</p>
        ) : (
          <SelectField label={say(words['block-by'])} empty="—" value={obstacleId} onChange={setObstacle} choices={choices} />
        )}
        <div className="flex flex-wrap gap-2">
          <Button isDisabled={obstacleId === undefined} isPending={write.isPending} onPress={() => send(obstacleId ?? null)}>
            {say(words['keep-block'])}
          </Button>
          {blockedBy === null ? null : (
            <Button look="quiet" isPending={write.isPending} onPress={() => send(null)}>
              {say(words['lift-block'])}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  )
}
function SupersedeForm({ resolution }: Props) {
  const say = useSay()
  const [byId, setBy] = useState<string>()
  const read = useRead(listResolutions, { limit: 100 })
  const write = useWrite(supersedeResolution)
  const choices = (read.data?.resolutions ?? [])
    .filter((one) => reasonsNotToSupersede(resolution, one).length === 0)
    .map(({ id, sentence }) => ({ value: id, label: sentence }))
  const send = (): void => {
    if (byId !== undefined) write.mutate({ input: { id: resolution.id, version: resolution.version, moveId: newCommandId(), byId } })
  }
  return (
    <Card title={say(words.supersede)} isFolded>
      {choices.length === 0 ? (
        <p className="text-ink-2">{say(words['no-successor'])}</p>
      ) : (
        <Form error={write.error} onSubmit={send}>
          <SelectField label={say(words['supersede-by'])} isRequired empty="—" value={byId} onChange={setBy} choices={choices} />
          <div>
            <Button isDisabled={byId === undefined} isPending={write.isPending} onPress={send}>
              {say(words.supersede)}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  )
}
