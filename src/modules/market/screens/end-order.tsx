import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, LongTextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import type { Order } from '../contract/orders.ts'
import { endOrder } from '../contract/work.ts'
import { reasonsNotToMoveOrder } from '../rules/moves.ts'
import { words } from '../words.ts'

/** The end of an order: the house refuses it while a lot, material or money of it is open, and says which. */
export function EndOrder({ order: { id, version, state } }: { readonly order: Order }) {
  const say = useSay()
  const ends = (['closed', 'cancelled'] as const).filter((to) => reasonsNotToMoveOrder(state, to).length === 0)
  const [to, setTo] = useState(ends[0])
  const [reason, setReason] = useState('')
  const write = useWrite(endOrder)
  if (to === undefined) return null
  return (
    <Card title={say(words['end-order'])}>
      <div className="flex flex-col gap-3">
        <ChoiceField
          label={say(words['end-order'])}
          value={to}
          onChange={setTo}
          choices={ends.map((one) => ({ value: one, label: say(words[`end-${one}`]) }))}
        />
        <LongTextField label={say(words.reason)} isRequired value={reason} onChange={setReason} />
        <ProblemBox error={write.error} />
        <div>
          <Button
            isDisabled={reason.trim().length < 5}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id, version, to, reason } })}
          >
            {say(words['end-order'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
