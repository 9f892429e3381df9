import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, LongTextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { changeSafety, DeliveryRule, readSafety, type Safety } from '../contract/groups.ts'
import { words } from '../words.ts'

/** What must stay sealed: closed until opened, because every look is written down. */
export function SafetySection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('people.read-safety')
  const [isOpen, setOpen] = useState(false)
  const safety = useRead(readSafety, { personId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words.safety)} isFolded>
      <p className="pb-3 text-ink-2">{say(words['safety-hint'])}</p>
      {isOpen ? (
        <Read of={safety}>{(data) => <SafetyForm key={data.version} personId={personId} safety={data} />}</Read>
      ) : (
        <Button onPress={() => setOpen(true)}>{say(words['safety-open'])}</Button>
      )}
    </Card>
  )
}
function SafetyForm({ personId, safety }: { readonly personId: string; readonly safety: z.infer<typeof Safety> }) {
  const say = useSay()
  const [rule, setRule] = useState(safety.deliveryRule)
  const [note, setNote] = useState(safety.note ?? '')
  const write = useWrite(changeSafety)
  const press = (): void => write.mutate({ input: { personId, deliveryRule: rule, note, version: safety.version } })
  return (
    <div className="flex flex-col gap-4">
      <ChoiceField
        label={say(words['delivery-rule'])}
        value={rule ?? undefined}
        onChange={setRule}
        choices={DeliveryRule.options.map((one) => ({ value: one, label: say(words[`delivery-${one}`]) }))}
      />
      <LongTextField label={say(words['safety-note'])} rows={3} value={note} onChange={setNote} />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(ui.save)}
        </Button>
      </div>
    </div>
  )
}
