import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { words } from '../words.ts'

export interface Stage<State> {
  readonly to: State
  readonly letterNumber: string
  readonly letterDate: string | null
}
interface Props<State extends string> {
  readonly stages: readonly { readonly value: State; readonly label: string }[]
  /** Whether this stage happens only with a number and a day. */
  readonly isByLetter: (to: State) => boolean
  readonly error: Error | null
  readonly isPending: boolean
  readonly onMove: (stage: Stage<State>) => void
}
/** Where something another office keeps stands now, with the letter it moved by. */
export function StageMove<State extends string>({ stages, isByLetter, error, isPending, onMove }: Props<State>) {
  const say = useSay()
  const [to, setTo] = useState<State>()
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const isNeeded = to !== undefined && isByLetter(to)
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <SelectField label={say(words['stage-to'])} value={to} onChange={setTo} choices={stages} />
      {to === undefined ? null : (
        <>
          <TextField
            label={say(words['letter-number'])}
            isRequired={isNeeded}
            {...(isNeeded ? {} : { hint: say(words['stage-letter-optional']) })}
            value={letterNumber}
            onChange={setNumber}
          />
          <DateField label={say(words['letter-date'])} isRequired={isNeeded} value={letterDate} onChange={setDate} />
        </>
      )}
      <ProblemBox error={error} />
      <div>
        <Button
          isDisabled={to === undefined}
          isPending={isPending}
          onPress={() => (to === undefined ? undefined : onMove({ to, letterNumber, letterDate }))}
        >
          {say(words['stage-move'])}
        </Button>
      </div>
    </div>
  )
}
