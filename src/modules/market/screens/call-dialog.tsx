import { useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { listPledges } from '../../partners/contract/pledges.ts'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField } from '../../territory/screens/port.ts'
import type { OrderRequest } from '../contract/order-requests.ts'
import { type Bearer, bearers, callOrder } from '../contract/orders.ts'
import { words } from '../words.ts'

type By = (typeof Bearer.options)[number]
interface Draft {
  readonly countyCode?: string | undefined
  readonly organisationId?: string | undefined
  readonly pledgeId?: string | undefined
  readonly calledQuantity?: number | undefined
  readonly title: string
  readonly unit: string
  readonly quantity?: number | undefined
  readonly rateRial?: number | undefined
  readonly costsRial?: number | undefined
  readonly minutesPerPiece?: number | undefined
  readonly materialBy: By
  readonly spoiledBy: By
  readonly smallestLot?: number | undefined
  readonly paymentDays?: number | undefined
  readonly deliverBy: string | null
}
const EMPTY: Draft = { title: '', unit: '', costsRial: 0, materialBy: 'buyer', spoiledBy: 'buyer', paymentDays: 30, deliverBy: null }
/** The draft as the route takes it; undefined while something is missing. */
function whole(draft: Draft, countyCode: string | undefined) {
  const { organisationId, quantity, rateRial, costsRial, smallestLot, paymentDays, deliverBy, title, unit } = draft
  if (countyCode === undefined || organisationId === undefined || deliverBy === null || unit.trim() === '' || title.trim().length < 3)
    return undefined
  if (quantity === undefined || rateRial === undefined || costsRial === undefined || smallestLot === undefined || paymentDays === undefined)
    return undefined
  const { materialBy, spoiledBy } = draft
  const pledge = { pledgeId: draft.pledgeId ?? null, calledQuantity: draft.calledQuantity ?? null }
  const price = { rateRial, costsRial, minutesPerPiece: draft.minutesPerPiece ?? null, materialBy, spoiledBy, paymentDays }
  return { countyCode, organisationId, ...pledge, title, unit, quantity, ...price, smallestLot, deliverBy }
}
/** What a request says already; who made the goods has the material. */
function draftOf({ countyCode, organisationId, goodsName: title, unit, quantity, wantedOn: deliverBy }: OrderRequest): Draft {
  return { ...EMPTY, countyCode, organisationId: organisationId ?? undefined, title, unit, quantity, deliverBy, materialBy: 'her' }
}
interface Calling {
  /** The request the call answers; absent for one the operator begins. */
  readonly request?: OrderRequest
  readonly onClose: () => void
}
/** A demand call: who wants what, at what price and on what terms. */
export function CallDialog({ request, onClose }: Calling) {
  const say = useSay()
  const self = useSelf()
  const own = self?.assignments.find(({ id }) => id === self.current)?.counties ?? []
  const [draft, setDraft] = useState(() => (request === undefined ? EMPTY : draftOf(request)))
  const write = useWrite(callOrder)
  const change = (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more }))
  const countyCode = draft.countyCode ?? (own.length === 1 ? own[0] : undefined)
  const input = whole(draft, countyCode)
  const answers = request === undefined ? null : { id: request.id, version: request.version }
  const send = (): void => {
    if (input !== undefined) write.mutate({ input: { id: newCommandId(), ...input, request: answers } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['new-call'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <FieldGrid>
          {own.length === 1 ? null : (
            <CountyField
              label={say(words.county)}
              isRequired
              empty="—"
              value={countyCode}
              onChange={(code) => change({ countyCode: code })}
              among={own}
            />
          )}
          <WhoFields draft={draft} change={change} />
          <TextField
            label={say(words['order-title'])}
            name="title"
            isRequired
            value={draft.title}
            onChange={(title) => change({ title })}
          />
          <TextField
            label={say(words.unit)}
            hint={say(words['unit-hint'])}
            name="unit"
            isRequired
            value={draft.unit}
            onChange={(unit) => change({ unit })}
          />
          <NumberField
            label={say(words.quantity)}
            name="quantity"
            isRequired
            value={draft.quantity}
            onChange={(quantity) => change({ quantity })}
          />
          <NumberField
            label={say(words['smallest-lot'])}
            name="smallestLot"
            isRequired
            value={draft.smallestLot}
            onChange={(smallestLot) => change({ smallestLot })}
          />
          <DateField
            label={say(words['deliver-by'])}
            name="deliverBy"
            isRequired
            value={draft.deliverBy}
            onChange={(deliverBy) => change({ deliverBy })}
          />
        </FieldGrid>
        <PriceFields draft={draft} change={change} />
        <div>
          <Button look="primary" isDisabled={input === undefined} isPending={write.isPending} onPress={send}>
            {say(words.send)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
interface Part {
  readonly draft: Draft
  readonly change: (more: Partial<Draft>) => void
}
/** The buyer, and the pledge the order comes from where there is one. */
function WhoFields({ draft, change }: Part) {
  const say = useSay()
  const partners = useRead(listOrganisations, { limit: 250 })
  const pledges = useRead(listPledges, { limit: 250, state: 'open', kind: 'purchase' })
  const buyers = (partners.data?.organisations ?? []).filter(({ kinds }) =>
    kinds.some((kind) => ['buyer', 'driver', 'backer', 'moin'].includes(kind)),
  )
  const own = (pledges.data?.pledges ?? []).filter(({ organisationId }) => organisationId === draft.organisationId)
  return (
    <>
      <SearchChoiceField
        label={say(words.buyer)}
        isRequired
        value={draft.organisationId}
        onChange={(organisationId) => change({ organisationId, pledgeId: undefined, calledQuantity: undefined })}
        choices={buyers.map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
      />
      {own.length === 0 ? null : (
        <SelectField
          label={say(words['from-pledge'])}
          empty={say(words['no-pledge'])}
          value={draft.pledgeId}
          onChange={(pledgeId) => change({ pledgeId, calledQuantity: undefined })}
          choices={own.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {draft.pledgeId === undefined ? null : (
        <NumberField
          label={say(words['called-quantity'])}
          hint={say(words['called-hint'])}
          name="calledQuantity"
          isRequired
          value={draft.calledQuantity}
          onChange={(calledQuantity) => change({ calledQuantity })}
        />
      )}
    </>
  )
}
function PriceFields({ draft, change }: Part) {
  const say = useSay()
  const choices = bearers.map((one) => ({ value: one, label: say(words[`bearer-${one}`]) }))
  return (
    <>
      <FieldGrid>
        <MoneyField
          label={say(words['rate-rial'])}
          name="rateRial"
          isRequired
          value={draft.rateRial}
          onChange={(rateRial) => change({ rateRial })}
        />
        <MoneyField
          label={say(words['costs-rial'])}
          hint={say(words['costs-hint'])}
          name="costsRial"
          isRequired
          value={draft.costsRial}
          onChange={(costsRial) => change({ costsRial })}
        />
        <NumberField
          label={say(words['minutes-per-piece'])}
          hint={say(words['minutes-hint'])}
          name="minutesPerPiece"
          value={draft.minutesPerPiece}
          onChange={(minutesPerPiece) => change({ minutesPerPiece })}
        />
        <NumberField
          label={say(words['payment-days'])}
          name="paymentDays"
          isRequired
          value={draft.paymentDays}
          onChange={(paymentDays) => change({ paymentDays })}
        />
      </FieldGrid>
      <ChoiceField
        label={say(words['material-by'])}
        value={draft.materialBy}
        onChange={(materialBy) => change({ materialBy })}
        choices={choices}
      />
      <ChoiceField
        label={say(words['spoiled-by'])}
        value={draft.spoiledBy}
        onChange={(spoiledBy) => change({ spoiledBy })}
        choices={choices}
      />
    </>
  )
}
