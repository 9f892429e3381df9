import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField, SelectField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { listObstacles, moveObstacle, type Obstacle, type ObstacleState } from '../contract/obstacles.ts'
import { movesFrom, needsEffectiveDay } from '../rules/obstacles.ts'
import { words } from '../words.ts'

/** The next stage with its reason, and what that stage asks for besides. */
export function MoveDialog({ obstacle, onClose }: { readonly obstacle: Obstacle; readonly onClose: () => void }) {
  const say = useSay()
  const [to, setTo] = useState<ObstacleState>()
  const [reason, setReason] = useState('')
  const [duplicateOf, setDuplicate] = useState<string>()
  const [effectiveOn, setEffective] = useState<string | null>(null)
  const others = useRead(listObstacles, { limit: 250 }, { enabled: to === 'duplicate' })
  const write = useWrite(moveObstacle, { onDone: onClose })
  const send = (): void => {
    if (to === undefined) return
    const { id, version } = obstacle
    write.mutate({ input: { id, version, to, reason, duplicateOf: duplicateOf ?? null, effectiveOn } })
  }
  return (
    <Dialog title={`${say(words.move)}: ${obstacle.title}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <SelectField
          label={say(words['move-to'])}
          isRequired
          value={to}
          onChange={setTo}
          choices={movesFrom(obstacle.state).map((one) => ({ value: one, label: say(wordFor(words, `state-${one}`)) }))}
        />
        {to === 'duplicate' ? (
          <SearchChoiceField
            label={say(words['duplicate-of'])}
            isRequired
            value={duplicateOf}
            onChange={setDuplicate}
            choices={(others.data?.obstacles ?? [])
              .filter(({ id }) => id !== obstacle.id)
              .map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        {to !== undefined && needsEffectiveDay(to) ? (
          <DateField label={say(words['effective-on'])} isRequired value={effectiveOn} onChange={setEffective} />
        ) : null}
        <LongTextField label={say(words.reason)} name="reason" isRequired value={reason} onChange={setReason} rows={3} />
        <div>
          <Button look="primary" isDisabled={to === undefined || reason.trim().length < 5} isPending={write.isPending} onPress={send}>
            {say(words.move)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
