import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField, SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { declineOrderRequest, introduceBuyer, listOrderRequests, type OrderRequest } from '../contract/order-requests.ts'
import { orderRequestStates } from '../contract/states.ts'
import { reasonsNotToAnswer, reasonsNotToMoveRequest } from '../rules/order-requests.ts'
import { words } from '../words.ts'
import { CallDialog } from './call-dialog.tsx'
import { OrderRequestStateTag } from './state-tags.tsx'

const Search = z.object({ state: z.enum(orderRequestStates).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Whoever saw goods that stand open and asked for an order; the operator of their county answers, and the office where none does. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listOrderRequests, { limit: 50, ...filter })
  const [calling, setCalling] = useState<OrderRequest>()
  const [declining, setDeclining] = useState<OrderRequest>()
  return (
    <>
      <PageHeader title={say(words['order-requests'])} facts={say(words['order-requests-hint'])} />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['order-state'])}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={orderRequestStates.map((one) => ({ value: one, label: say(words[`order-request-state-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ requests, next }) => (
          <>
            {requests.length === 0 ? <EmptyState>{say(words['no-order-requests'])}</EmptyState> : null}
            {requests.map((one) => (
              <RequestCard key={one.id} request={one} onCall={() => setCalling(one)} onDecline={() => setDeclining(one)} />
            ))}
            <More next={next} onMore={(after) => change({ after })} />
          </>
        )}
      </Read>
      {calling === undefined ? null : <CallDialog request={calling} onClose={() => setCalling(undefined)} />}
      {declining === undefined ? null : <DeclineDialog request={declining} onClose={() => setDeclining(undefined)} />}
    </>
  )
}
interface Acting {
  readonly request: OrderRequest
  readonly onCall: () => void
  readonly onDecline: () => void
}
function RequestCard({ request: one, onCall, onDecline }: Acting) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const phone = one.phone === null ? say(words['order-request-forgotten']) : <bdi dir="ltr">{digits(one.phone, language)}</bdi>
  return (
    <Card title={one.name ?? digits(one.number, language)} actions={<Acts request={one} onCall={onCall} onDecline={onDecline} />}>
      <p className="flex flex-wrap gap-2 pb-3">
        <OrderRequestStateTag state={one.state} />
        {one.state === 'received' ? (
          <Tag meaning="neutral">{say(words['order-request-answer-by'], { day: formatDate(one.answerBy, language) })}</Tag>
        ) : null}
        {one.orderId === null ? null : <TextLink to={`/staff/orders/${one.orderId}`}>{say(words['order-request-order'])}</TextLink>}
      </p>
      <Facts
        facts={[
          [say(words['order-request-asked']), `${formatNumber(one.quantity, language)} ${one.unit} · ${one.goodsName}`],
          [
            say(words['order-request-wanted-on']),
            one.wantedOn === null ? say(words['order-request-any-day']) : formatDate(one.wantedOn, language),
          ],
          [say(words.county), countyName(one.countyCode)],
          [say(words.buyer), say(words[`order-request-kind-${one.personKind}`])],
          [say(words['order-request-phone']), phone],
          [say(words['order-request-number']), <bdi key="number">{digits(one.number, language)}</bdi>],
          [say(words['order-request-message']), one.message ?? '—'],
          ...(one.reason === null ? [] : ([[say(words.reason), one.reason]] as const)),
        ]}
      />
      <Next request={one} />
    </Card>
  )
}
/** Whose answer it waits for, and what the office made of the buyer. */
function Next({ request: { state, office, desk } }: Pick<Acting, 'request'>) {
  const say = useSay()
  const mayCall = useMay('market.call')
  if (reasonsNotToMoveRequest(state, 'declined').length > 0) return null
  return (
    <div className="flex flex-col gap-1 pt-2">
      {mayCall ? null : <p>{say(words[`order-request-desk-${desk}`])}</p>}
      {state === 'with-office' && office !== null && (mayCall || office !== 'admitted') ? (
        <p>{say(words[`order-request-office-${office}`])}</p>
      ) : null}
      {!mayCall && office === 'admitted' ? <p>{say(words['order-request-needs-operator'])}</p> : null}
    </div>
  )
}
/** Order, office or no: what its state allows, and an order only once the buyer can be named. */
function Acts({ request: one, onCall, onDecline }: Acting) {
  const say = useSay()
  const mayCall = useMay('market.call')
  const write = useWrite(introduceBuyer)
  const mayAnswer = reasonsNotToAnswer(one.desk, mayCall).length === 0
  const goes = (to: OrderRequest['state']): boolean => mayAnswer && reasonsNotToMoveRequest(one.state, to).length === 0
  if (!goes('declined')) return null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {mayCall && (one.state === 'received' || one.office === 'admitted') ? (
          <Button look="primary" onPress={onCall}>
            {say(words['order-request-call'])}
          </Button>
        ) : null}
        {goes('with-office') ? (
          <Button isPending={write.isPending} onPress={() => write.mutate({ input: { id: one.id, version: one.version } })}>
            {say(words['order-request-introduce'])}
          </Button>
        ) : null}
        <Button onPress={onDecline}>{say(words['order-request-decline'])}</Button>
      </div>
      {goes('with-office') ? <p className="text-small text-ink-2">{say(words['order-request-introduce-hint'])}</p> : null}
      <ProblemBox error={write.error} />
    </div>
  )
}
function DeclineDialog({ request: { id, version, number }, onClose }: { readonly request: OrderRequest; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const write = useWrite(declineOrderRequest)
  return (
    <Dialog title={`${say(words['order-request-decline'])}: ${digits(number, language)}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={() => write.mutate({ input: { id, version, reason } }, { onSuccess: onClose })}>
        <LongTextField label={say(words['order-request-why'])} name="reason" isRequired value={reason} onChange={setReason} rows={3} />
        <div>
          <Button
            look="primary"
            isDisabled={reason.trim().length < 5}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id, version, reason } }, { onSuccess: onClose })}
          >
            {say(words['order-request-decline'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
