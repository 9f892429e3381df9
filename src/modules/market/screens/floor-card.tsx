import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, LongTextField, NumberField, TextField } from '../../../ui/fields.tsx'
import { digits, formatDate, formatMoney } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { exceptFromFloor, measureOrder, type Order } from '../contract/orders.ts'
import { words } from '../words.ts'

/** What an hour brings beside the floor: who measures it, and the letter by which the office lets it be less. */
export function FloorCard({ order }: { readonly order: Order }) {
  const say = useSay()
  const language = useLanguage()
  const { hourlyRial, floorRial, floorException, state } = order
  const [mayMeasure, mayExcept] = [useMay('market.measure'), useMay('market.except-floor')]
  const isBelow = hourlyRial !== null && floorRial !== null && hourlyRial < floorRial
  const isOpen = state === 'called' || state === 'ordered'
  return (
    <Card title={say(words['hour-and-floor'])}>
      <Facts
        facts={[
          [say(words['hourly-rial']), hourlyRial === null ? say(words['hourly-unknown']) : formatMoney(hourlyRial, language)],
          ...(floorRial === null ? [] : [[say(words.floor), formatMoney(floorRial, language)] as const]),
          ...(floorException === null
            ? []
            : ([
                [
                  say(words['floor-exception']),
                  `${digits(floorException.letterNumber, language)} · ${formatDate(floorException.letterDate, language)}`,
                ],
                [say(words.reason), floorException.reason],
              ] as const)),
        ]}
      />
      {isBelow ? (
        <p className="pt-3">
          <Tag meaning="due">{say(words['below-floor-tag'])}</Tag> {floorException === null ? say(words['below-floor-hint']) : null}
        </p>
      ) : null}
      {hourlyRial === null ? <p className="pt-3 text-ink-2">{say(words['measure-hint'])}</p> : null}
      {isOpen && mayMeasure && hourlyRial === null ? <Measure order={order} /> : null}
      {isOpen && mayExcept && isBelow && floorException === null ? <Except order={order} /> : null}
    </Card>
  )
}
interface Props {
  readonly order: Order
}
function Measure({ order: { id, version } }: Props) {
  const say = useSay()
  const [minutesPerPiece, setMinutes] = useState<number>()
  const write = useWrite(measureOrder)
  const send = (): void => {
    if (minutesPerPiece !== undefined) write.mutate({ input: { id, version, minutesPerPiece } })
  }
  return (
    <div className="flex flex-col gap-3 pt-3">
      <NumberField label={say(words['minutes-per-piece'])} name="minutes" isRequired value={minutesPerPiece} onChange={setMinutes} />
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={minutesPerPiece === undefined || minutesPerPiece === 0} isPending={write.isPending} onPress={send}>
          {say(words.measure)}
        </Button>
      </div>
    </div>
  )
}
function Except({ order: { id, version } }: Props) {
  const say = useSay()
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const write = useWrite(exceptFromFloor)
  const send = (): void => {
    if (letterDate !== null) write.mutate({ input: { id, version, letterNumber, letterDate, reason } })
  }
  return (
    <div className="flex flex-col gap-3 pt-3">
      <FieldGrid>
        <TextField label={say(words['letter-number'])} name="letterNumber" isRequired value={letterNumber} onChange={setNumber} />
        <DateField label={say(words['letter-date'])} name="letterDate" isRequired value={letterDate} onChange={setDate} />
      </FieldGrid>
      <LongTextField label={say(words.reason)} name="reason" isRequired value={reason} onChange={setReason} />
      <ProblemBox error={write.error} />
      <div>
        <Button
          isDisabled={letterNumber.trim() === '' || letterDate === null || reason.trim().length < 5}
          isPending={write.isPending}
          onPress={send}
        >
          {say(words['keep-exception'])}
        </Button>
      </div>
    </div>
  )
}
