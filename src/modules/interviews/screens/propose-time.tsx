import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { proposeSlot } from '../contract/interviews.ts'
import { listSessions } from '../contract/sessions.ts'
import { words } from '../words.ts'

/** A free time of her county for her: taken for her until she answers, and hers alone. */
export function ProposeTime({ caseId, countyCode }: { readonly caseId: string; readonly countyCode: string }) {
  const say = useSay()
  const language = useLanguage()
  const [slotId, setSlot] = useState<string>()
  const [now] = useState(() => new Date().toISOString())
  const sessions = useRead(listSessions, { countyCode, limit: 100 })
  const write = useWrite(proposeSlot)
  const press = (): void => {
    if (slotId !== undefined) write.mutate({ input: { caseId, id: newCommandId(), slotId } })
  }
  return (
    <Card title={say(words['propose-time'])}>
      <Read of={sessions}>
        {(data) => {
          const free = data.sessions
            .filter(({ state }) => state === 'planned')
            .flatMap(({ slots, room }) =>
              slots.filter(({ isTaken, startsAt }) => !isTaken && startsAt > now).map((slot) => ({ ...slot, room })),
            )
          if (free.length === 0) return <EmptyState>{say(words['no-free-time'])}</EmptyState>
          return (
            <div className="flex flex-col gap-4">
              <SelectField
                label={say(words['free-time'])}
                isRequired
                value={slotId}
                onChange={setSlot}
                choices={free.map(({ id, startsAt, room }) => ({
                  value: id,
                  label: `${formatInstant(startsAt, language)} · ${room.title}`,
                }))}
              />
              <ProblemBox error={write.error} />
              <div>
                <Button look="primary" isDisabled={slotId === undefined} isPending={write.isPending} onPress={press}>
                  {say(words['propose-time'])}
                </Button>
              </div>
            </div>
          )
        }}
      </Read>
    </Card>
  )
}
