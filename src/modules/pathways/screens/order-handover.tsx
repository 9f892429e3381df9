import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { type Carrier, listCarriedBy, listCarriers } from '../../enrolment/contract/carriers.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { HandoverReason, orderHandover } from '../contract/handovers.ts'
import { words } from '../words.ts'

/** A supervisor proposes files of a guide who still works to another; until she accepts they stay where they are. */
export function OrderHandover() {
  const say = useSay()
  const carriers = useRead(listCarriers, {})
  const [from, setFrom] = useState<string>()
  return (
    <Card title={say(words['handover-order'])}>
      <p className="pb-4 text-ink-2">{say(words['handover-order-hint'])}</p>
      <Read of={carriers}>
        {({ carriers: all }) => (
          <div className="flex max-w-md flex-col gap-4">
            <SelectField
              label={say(words['handover-of'])}
              value={from}
              onChange={setFrom}
              choices={all
                .filter(({ isActive, carried }) => isActive && carried > 0)
                .map(({ accountId, name }) => ({ value: accountId, label: name }))}
            />
            {from === undefined ? null : <Choosing key={from} from={from} carriers={all} />}
          </div>
        )}
      </Read>
    </Card>
  )
}
function Choosing({ from, carriers }: { readonly from: string; readonly carriers: readonly Carrier[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const files = useRead(listCarriedBy, { accountId: from })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState<HandoverReason>()
  const write = useWrite(orderHandover)
  const picked = (files.data?.cases ?? []).filter(({ id }) => chosen.has(id))
  const able = carriers.filter(
    (one) => one.isActive && one.accountId !== from && picked.every(({ countyCode }) => one.counties.includes(countyCode)),
  )
  const toggle = (id: string): void => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))
  const isReady = picked.length > 0 && reason !== undefined && able.some(({ accountId }) => accountId === to)
  const press = (): void => {
    if (to === undefined || reason === undefined) return
    const input = { accountId: to, caseIds: picked.map(({ id }) => id), reason }
    write.mutate({ input }, { onSuccess: () => setChosen(new Set()) })
  }
  return (
    <>
      <Read of={files}>
        {({ cases }) => (
          <fieldset>
            <legend className="font-semibold">{say(words['handover-files'])}</legend>
            <div className="max-h-96 overflow-y-auto">
              {cases.map(({ id, fileNumber, countyCode }) => (
                <label key={id} className="flex min-h-11 items-center gap-3 border-line border-t">
                  <input type="checkbox" className="size-5 accent-brand" checked={chosen.has(id)} onChange={() => toggle(id)} />
                  <bdi>{digits(fileNumber, language)}</bdi> {countyName(countyCode)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </Read>
      <SelectField
        label={say(words['handover-to'])}
        isRequired
        value={to}
        onChange={setTo}
        choices={able.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      />
      <ReasonField value={reason} onChange={setReason} />
      <ProblemBox error={write.error} />
      {write.data === undefined ? null : <p role="status">{say(words['handover-ordered'], { n: write.data.proposed })}</p>}
      <div>
        <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={press}>
          {say(words['handover-propose'])}
        </Button>
      </div>
    </>
  )
}
interface ReasonProps {
  readonly value: HandoverReason | undefined
  readonly onChange: (reason: HandoverReason | undefined) => void
}
export function ReasonField({ value, onChange }: ReasonProps) {
  const say = useSay()
  return (
    <SelectField
      label={say(words['handover-reason'])}
      isRequired
      value={value}
      onChange={onChange}
      choices={HandoverReason.options.map((one) => ({ value: one, label: say(words[`handover-reason-${one}`]) }))}
    />
  )
}
