import { useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { OccupationNote } from '../../occupations/screens/port.tsx'
import { listPledges } from '../../partners/contract/pledges.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { openFromPledge } from '../contract/opportunities.ts'
import { words } from '../words.ts'
import { AsksFields, NOTHING_ASKED, wholeAsks } from './asks-fields.tsx'

/** Places out of an open pledge that is not one to buy. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const { own, countyCode, setCounty } = useOwnCounty()
  const pledges = useRead(listPledges, { limit: 250, state: 'open' })
  const [pledgeId, setPledge] = useState<string>()
  const [calledQuantity, setCalled] = useState<number>()
  const [title, setTitle] = useState('')
  const [draft, setDraft] = useState(NOTHING_ASKED)
  const write = useWrite(openFromPledge)
  const asks = wholeAsks(draft)
  const usable = (pledges.data?.pledges ?? []).filter(
    ({ kind, left, counties }) =>
      kind !== 'purchase' && left > 0 && (counties.length === 0 || countyCode === undefined || counties.includes(countyCode)),
  )
  const chosen = usable.find(({ id }) => id === pledgeId)
  const isReady =
    asks !== undefined && countyCode !== undefined && chosen !== undefined && calledQuantity !== undefined && title.trim().length >= 3
  const send = (): void => {
    if (asks === undefined || countyCode === undefined || chosen === undefined || calledQuantity === undefined) return
    write.mutate({ input: { id: newCommandId(), countyCode, pledgeId: chosen.id, calledQuantity, title, ...asks } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['new-opportunity'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <p className="text-ink-2">{say(words['new-hint'])}</p>
        <FieldGrid>
          {own.length < 2 ? null : (
            <CountyField label={say(words.county)} isRequired empty="—" value={countyCode} onChange={setCounty} among={own} />
          )}
          <SelectField
            label={say(words['from-pledge'])}
            isRequired
            empty="—"
            value={pledgeId}
            onChange={(id) => {
              setPledge(id)
              setTitle(usable.find((one) => one.id === id)?.title ?? title)
            }}
            choices={usable.map((one) => ({ value: one.id, label: `${one.title} · ${one.organisationName}` }))}
          />
          <NumberField
            label={say(words['called-quantity'])}
            hint={say(words['called-hint'])}
            name="calledQuantity"
            isRequired
            {...(chosen === undefined ? {} : { unit: chosen.unit })}
            value={calledQuantity}
            onChange={setCalled}
          />
          <TextField label={say(words.title)} name="title" isRequired value={title} onChange={setTitle} />
        </FieldGrid>
        <AsksFields draft={draft} change={(more) => setDraft((before) => ({ ...before, ...more }))} />
        {countyCode === undefined ? null : <OccupationNote countyCode={countyCode} fieldCode={draft.fieldCode} />}
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
            {say(words.open)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
/** The counties of one's assignment; chosen by itself where there is one. */
export function useOwnCounty() {
  const self = useSelf()
  const own = self?.assignments.find(({ id }) => id === self.current)?.counties ?? []
  const [chosen, setCounty] = useState<string>()
  return { own, countyCode: chosen ?? (own.length === 1 ? own[0] : undefined), setCounty }
}
