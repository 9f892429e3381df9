import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { setPin } from '../contract/door.ts'
import { doorWords as words } from '../door-words.ts'

const nothing = { pin: '', again: '' }
/** The one page her guide turns to her: she types her number twice, and nothing on it says whose file it is. */
export function Screen() {
  const say = useSay()
  const { personId = '' } = useParams({ strict: false })
  const [typed, setTyped] = useState(nothing)
  const write = useWrite(setPin)
  const keep = (): void => {
    const blind = `${newCommandId()}${newCommandId()}`.slice(0, 64)
    write.mutate({ input: { personId, ...typed, blind } }, { onSettled: () => setTyped(nothing) })
  }
  return (
    <>
      <PageHeader title={say(words.door)} facts={say(words['give-device'])} />
      <Card>
        {write.isSuccess ? (
          <p role="status" className="font-bold text-body">
            {say(words['pin-kept'])}
          </p>
        ) : (
          <div className="flex max-w-sm flex-col gap-4 text-body">
            <p>{say(words['pin-lead'])}</p>
            <ProblemBox error={write.error} />
            <TextField
              label={say(words.pin)}
              type="password"
              isCode
              autoComplete="off"
              value={typed.pin}
              onChange={(pin) => setTyped((before) => ({ ...before, pin }))}
              isRequired
            />
            <TextField
              label={say(words['pin-again'])}
              type="password"
              isCode
              autoComplete="off"
              value={typed.again}
              onChange={(again) => setTyped((before) => ({ ...before, again }))}
              isRequired
            />
            <Button look="primary" isPending={write.isPending} onPress={keep}>
              {say(words['pin-keep'])}
            </Button>
          </div>
        )}
      </Card>
    </>
  )
}
