import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { readPlan } from '../../plan/contract.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { askTransfer } from '../contract/side-roads.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly countyCode: string
  readonly onDone: () => void
}
/** Another county of the plan: the file waits there until a guide takes it. */
export function TransferForm({ caseId, countyCode, onDone }: Props) {
  const say = useSay()
  const { countyName } = useCounties()
  const [toCounty, setToCounty] = useState<string>()
  const plan = useRead(readPlan, {})
  const write = useWrite(askTransfer)
  const others = [...new Set((plan.data?.pilotCounties ?? []).map((one) => one.countyCode))].filter((code) => code !== countyCode)
  const press = (): void => {
    if (toCounty !== undefined) write.mutate({ input: { caseId, id: newCommandId(), toCounty } }, { onSuccess: onDone })
  }
  return (
    <div className="grid gap-4">
      <p>{say(words['ask-transfer-explained'])}</p>
      <SelectField
        label={say(words['transfer-to'])}
        isRequired
        value={toCounty}
        onChange={setToCounty}
        choices={others.map((code) => ({ value: code, label: countyName(code) }))}
      />
      <ProblemBox error={write.error ?? plan.error} />
      <Button look="primary" isDisabled={toCounty === undefined} isPending={write.isPending} onPress={press}>
        {say(words['ask-transfer'])}
      </Button>
    </div>
  )
}
