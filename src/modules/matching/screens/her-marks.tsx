import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { EmptyState, ProblemBox } from '../../../ui/states.tsx'
import { endMark, type HerChances, markOpportunity } from '../contract/proposals.ts'
import { type MarkReason, markKinds } from '../contract/states.ts'
import { reasonsOf } from '../rules/moves.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly chances: HerChances
}
/** What her guide keeps for her or keeps from her, each with its reason and a way to take it off. */
export function HerMarks({ caseId, chances: { marks, titles } }: Props) {
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  const ending = useWrite(endMark)
  const open = titles.filter(({ opportunityId, isOpen }) => isOpen && !marks.some((mark) => mark.opportunityId === opportunityId))
  return (
    <div className="flex flex-col gap-3">
      {marks.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {marks.map(({ id, title, kind, reason }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span>
                <span className="font-semibold">{title}</span>: {say(words[`marked-${kind}`], { reason: say(words[`reason-${reason}`]) })}
              </span>
              <Button look="quiet" isPending={ending.isPending} onPress={() => ending.mutate({ input: { caseId, id } })}>
                {say(words['mark-end'])}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ProblemBox error={ending.error} />
      {isAdding ? (
        <Adding caseId={caseId} open={open} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button onPress={() => setAdding(true)}>{say(words['mark-add'])}</Button>
        </div>
      )}
    </div>
  )
}
type Kind = (typeof markKinds)[number]
interface AddProps {
  readonly caseId: string
  readonly open: HerChances['titles']
  readonly onDone: () => void
}
function Adding({ caseId, open, onDone }: AddProps) {
  const say = useSay()
  const [opportunityId, setOpportunity] = useState<string>()
  const [kind, setKind] = useState<Kind>('pin')
  const [reason, setReason] = useState<MarkReason>()
  const write = useWrite(markOpportunity)
  const reasons: readonly MarkReason[] = reasonsOf[kind]
  const isWhole = reason !== undefined && reasons.includes(reason)
  const send = (): void => {
    if (opportunityId === undefined || reason === undefined) return
    write.mutate({ input: { caseId, markId: newCommandId(), opportunityId, kind, reason } }, { onSuccess: onDone })
  }
  if (open.length === 0) return <EmptyState>{say(words['no-open-opportunity'])}</EmptyState>
  return (
    <div className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <p className="text-ink-2">{say(words['mark-hint'])}</p>
      <SelectField
        label={say(words['mark-choose'])}
        isRequired
        empty="—"
        value={opportunityId}
        onChange={setOpportunity}
        choices={open.map((one) => ({ value: one.opportunityId, label: one.title }))}
      />
      <ChoiceField
        label={say(words['mark-kind'])}
        value={kind}
        onChange={setKind}
        choices={markKinds.map((one) => ({ value: one, label: say(words[`mark-${one}`]) }))}
      />
      <SelectField
        label={say(words.reason)}
        isRequired
        empty="—"
        value={isWhole ? reason : undefined}
        onChange={setReason}
        choices={reasons.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={opportunityId === undefined || !isWhole} isPending={write.isPending} onPress={send}>
          {say(words['mark-save'])}
        </Button>
      </div>
    </div>
  )
}
