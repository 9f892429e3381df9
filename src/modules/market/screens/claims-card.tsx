import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatDate, formatMoney } from '../../../ui/format.ts'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import {
  type Claims,
  decideDeduction,
  openDispute,
  proposeDeduction,
  readClaims,
  settleDispute,
  withdrawDispute,
} from '../contract/disputes.ts'
import type { Lot } from '../contract/lots.ts'
import { type DeductionReason, type DisputeAbout, deductionReasons, disputeAbouts, mayDispute } from '../rules/disputes.ts'
import { words } from '../words.ts'

/** What she does not agree with, and what somebody wants to take off: each with its clock or its second hand. */
export function ClaimsCard({ lot }: { readonly lot: Lot }) {
  const say = useSay()
  const mayOpen = useMay('market.open-dispute')
  const mayDeduct = useMay('market.deduct')
  const read = useRead(readClaims, { id: lot.id })
  return (
    <Card title={say(words.claims)}>
      <Read of={read}>
        {({ disputes, deductions }) => (
          <div className="flex flex-col gap-4">
            {disputes.length + deductions.length === 0 ? <p className="text-ink-2">{say(words['no-claims'])}</p> : null}
            {disputes.map((dispute) => (
              <DisputeRow key={dispute.id} dispute={dispute} />
            ))}
            {deductions.map((deduction) => (
              <DeductionRow key={deduction.id} deduction={deduction} />
            ))}
            {mayOpen && mayDispute(lot.state) && disputes.every(({ state }) => state !== 'opened') ? <OpenDispute lot={lot} /> : null}
            {mayDeduct && lot.state === 'due' && deductions.every(({ state }) => state !== 'proposed') ? <Deduct lot={lot} /> : null}
          </div>
        )}
      </Read>
    </Card>
  )
}
function DisputeRow({ dispute }: { readonly dispute: Claims['disputes'][number] }) {
  const say = useSay()
  const language = useLanguage()
  const [maySettle, mayOpen] = [useMay('market.settle-dispute'), useMay('market.open-dispute')]
  const [settle, withdraw] = [useWrite(settleDispute), useWrite(withdrawDispute)]
  const { id, state, about, answerBy, daysLeft } = dispute
  const isOpen = state === 'opened'
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{say(words[`about-${about}`])}</span>
        <Tag meaning={isOpen ? (daysLeft < 0 ? 'overdue' : 'waiting') : 'neutral'}>{say(words[`dispute-${state}`])}</Tag>
        {isOpen ? <span>{say(words['dispute-answer-by'], { day: formatDate(answerBy, language) })}</span> : null}
      </p>
      <ProblemBox error={settle.error ?? withdraw.error} />
      {isOpen ? (
        <div className="flex flex-wrap gap-3">
          {maySettle
            ? ([true, false] as const).map((isForHer) => (
                <Button
                  key={String(isForHer)}
                  isPending={settle.isPending}
                  onPress={() => settle.mutate({ input: { id, isForHer, entryId: newCommandId() } })}
                >
                  {say(words[isForHer ? 'settle-for-her' : 'settle-stands'])}
                </Button>
              ))
            : null}
          {mayOpen ? (
            <Button look="quiet" isPending={withdraw.isPending} onPress={() => withdraw.mutate({ input: { id } })}>
              {say(words['withdraw-dispute'])}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
function DeductionRow({ deduction: { id, amountRial, reason, state, isOwn } }: { readonly deduction: Claims['deductions'][number] }) {
  const say = useSay()
  const language = useLanguage()
  const mayDeduct = useMay('market.deduct')
  const write = useWrite(decideDeduction)
  const decide = (isApproved: boolean): void => write.mutate({ input: { id, isApproved, entryId: newCommandId() } })
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{formatMoney(amountRial, language)}</span>
        <span>{say(words[`deduction-${reason}`])}</span>
        <Tag meaning={state === 'proposed' ? 'waiting' : 'neutral'}>{say(words[`deduction-${state}`])}</Tag>
      </p>
      <ProblemBox error={write.error} />
      {mayDeduct && state === 'proposed' ? (
        <div className="flex flex-wrap items-center gap-3">
          {isOwn ? (
            <span className="text-ink-2">{say(words['deduction-waits-for-another'])}</span>
          ) : (
            <Button isPending={write.isPending} onPress={() => decide(true)}>
              {say(words['approve-deduction'])}
            </Button>
          )}
          <Button look="quiet" isPending={write.isPending} onPress={() => decide(false)}>
            {say(words[isOwn ? 'take-back-deduction' : 'refuse-deduction'])}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
function OpenDispute({ lot: { id, version } }: { readonly lot: Lot }) {
  const say = useSay()
  const [about, setAbout] = useState<DisputeAbout>()
  const write = useWrite(openDispute)
  const send = (): void => {
    if (about !== undefined) write.mutate({ input: { id, version, disputeId: newCommandId(), about } })
  }
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={say(words['dispute-about'])}
        empty="—"
        value={about}
        onChange={setAbout}
        choices={disputeAbouts.map((one) => ({ value: one, label: say(words[`about-${one}`]) }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={about === undefined} isPending={write.isPending} onPress={send}>
          {say(words['open-dispute'])}
        </Button>
      </div>
    </div>
  )
}
function Deduct({ lot: { id, version } }: { readonly lot: Lot }) {
  const say = useSay()
  const [amountRial, setAmount] = useState<number>()
  const [reason, setReason] = useState<DeductionReason>()
  const write = useWrite(proposeDeduction)
  const send = (): void => {
    if (amountRial === undefined || reason === undefined) return
    write.mutate({ input: { id, version, deductionId: newCommandId(), amountRial, reason } })
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{say(words['deduct-hint'])}</p>
      <MoneyField label={say(words.amount)} value={amountRial} onChange={setAmount} />
      <SelectField
        label={say(words.reason)}
        empty="—"
        value={reason}
        onChange={setReason}
        choices={deductionReasons.map((one) => ({ value: one, label: say(words[`deduction-${one}`]) }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button
          isDisabled={amountRial === undefined || amountRial === 0 || reason === undefined}
          isPending={write.isPending}
          onPress={send}
        >
          {say(words.deduct)}
        </Button>
      </div>
    </div>
  )
}
