import { useState } from 'react'
import { useActing } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { changeHub, type Hub, listLeads, openHub } from '../contract/hubs.ts'
import { words } from '../words.ts'

/** Sets up a hub, or changes one. */
export function HubDialog({ hub, onClose }: { readonly hub: Hub | null; readonly onClose: () => void }) {
  const say = useSay()
  const acting = useActing()
  const { counties } = useCounties()
  const leads = useRead(listLeads, {})
  const [countyCode, setCounty] = useState<string | undefined>(hub?.countyCode)
  const [name, setName] = useState(hub?.name ?? '')
  const [collectionPoint, setPoint] = useState(hub?.collectionPoint ?? '')
  const [rules, setRules] = useState(hub?.rules ?? '')
  const [lead, setLead] = useState<string | undefined>(hub?.leadAccountId ?? undefined)
  const [isOpen, setOpen] = useState(hub?.isOpen ?? true)
  const [opening, changing] = [useWrite(openHub), useWrite(changeHub)]
  const own = acting?.role === 'MO' ? acting.counties : undefined
  const fields = { name, collectionPoint, rules, leadAccountId: lead ?? null }
  const isReady = countyCode !== undefined && name.trim().length >= 3 && collectionPoint.trim().length >= 3 && rules.trim().length >= 5
  const press = (): void => {
    if (countyCode === undefined) return
    if (hub === null) opening.mutate({ input: { id: newCommandId(), countyCode, ...fields } }, { onSuccess: onClose })
    else changing.mutate({ input: { id: hub.id, version: hub.version, isOpen, ...fields } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={hub === null ? say(words['open-hub']) : say(words['change-hub-of'], { name: hub.name })} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        {hub === null ? (
          <SelectField
            label={say(words.county)}
            isRequired
            value={countyCode}
            onChange={setCounty}
            choices={counties
              .filter(({ code }) => own === undefined || own.includes(code))
              .map((one) => ({ value: one.code, label: one.name }))}
          />
        ) : null}
        <TextField label={say(words['hub-name'])} isRequired value={name} onChange={setName} />
        <TextField
          label={say(words['collection-point'])}
          hint={say(words['collection-point-hint'])}
          isRequired
          value={collectionPoint}
          onChange={setPoint}
        />
        <LongTextField label={say(words['hub-rules'])} hint={say(words['hub-rules-hint'])} isRequired value={rules} onChange={setRules} />
        <SelectField
          label={say(words.lead)}
          empty={say(words['no-lead'])}
          value={lead}
          onChange={setLead}
          choices={(leads.data?.leads ?? [])
            .filter((one) => countyCode === undefined || one.counties.includes(countyCode))
            .map((one) => ({ value: one.accountId, label: one.name }))}
        />
        {hub === null ? null : <YesNoField label={say(words['hub-open'])} value={isOpen} onChange={setOpen} />}
        <ProblemBox error={opening.error ?? changing.error} />
        <Button look="primary" isDisabled={!isReady} isPending={opening.isPending || changing.isPending} onPress={press}>
          {say(words[hub === null ? 'open-hub' : 'save'])}
        </Button>
      </div>
    </Dialog>
  )
}
