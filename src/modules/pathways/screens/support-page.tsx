import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type HerSupport, type Referral, RevocationReason, readSupport, revokeReferral } from '../contract/referrals.ts'
import { words } from '../words.ts'
import { HerCentreCard } from './her-centre-card.tsx'
import { HerHeader } from './her-header.tsx'
import { InterventionForm } from './intervention-form.tsx'
import { ReferralForm } from './referral-form.tsx'

/** What others were asked to do for one woman, where each stands, and what was done. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readSupport, { caseId })
  return (
    <>
      <HerHeader title={say(words['her-support'])} hint={say(words['her-support-hint'])} caseId={caseId} whose={read.data?.whose} />
      <Read of={read}>
        {(support) => (
          <>
            <HerCentreCard caseId={caseId} />
            <Referrals caseId={caseId} support={support} />
            <Interventions caseId={caseId} support={support} />
          </>
        )}
      </Read>
    </>
  )
}
interface Props {
  readonly caseId: string
  readonly support: HerSupport
}
function Referrals({ caseId, support: { countyCode, referrals } }: Props) {
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  return (
    <Card title={say(words.referrals)}>
      <div className="flex flex-col gap-3">
        {isAdding ? (
          <ReferralForm caseId={caseId} countyCode={countyCode} onDone={() => setAdding(false)} />
        ) : (
          <div>
            <Button onPress={() => setAdding(true)}>{say(words['refer-new'])}</Button>
          </div>
        )}
        {referrals.length === 0 ? <EmptyState>{say(words['no-referrals'])}</EmptyState> : null}
        <ul className="flex flex-col divide-y divide-line">
          {referrals.map((one) => (
            <Sent key={one.id} referral={one} />
          ))}
        </ul>
      </div>
    </Card>
  )
}
const MEANINGS = { sent: 'waiting', accepted: 'current', refused: 'overdue', done: 'done', revoked: 'neutral' } as const
function Sent({ referral }: { readonly referral: Referral }) {
  const say = useSay()
  const language = useLanguage()
  const { kind, state, organisationName, capacityTitle, reason, stateSince } = referral
  const [isRevoking, setRevoking] = useState(false)
  const isOpen = state === 'sent' || state === 'accepted'
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {say(words[`step-${kind}`])} <Tag meaning={MEANINGS[state]}>{say(words[`referral-${state}`])}</Tag>
      </p>
      <p className="text-ink-2">
        {organisationName}
        {capacityTitle === null ? '' : `، ${capacityTitle}`}
      </p>
      <p className="text-ink-2">
        {say(words['referral-since'], { day: formatDate(stateSince, language) })}
        {state === 'sent' ? `، ${say(words['referral-answer-by'], { day: formatDate(referral.answerBy, language) })}` : ''}
        {state === 'accepted' && referral.doBy !== null
          ? `، ${say(words['referral-do-by'], { day: formatDate(referral.doBy, language) })}`
          : ''}
      </p>
      {reason === null ? null : <p className="text-clay">{say(words[`reason-${reason}`])}</p>}
      {isOpen && !isRevoking ? (
        <div>
          <Button look="quiet" label={`${say(words['referral-revoke'])}: ${say(words[`step-${kind}`])}`} onPress={() => setRevoking(true)}>
            {say(words['referral-revoke'])}
          </Button>
        </div>
      ) : null}
      {isOpen && isRevoking ? <Revoke referral={referral} /> : null}
    </li>
  )
}
function Revoke({ referral: { id, version } }: { readonly referral: Referral }) {
  const say = useSay()
  const [reason, setReason] = useState<(typeof RevocationReason.options)[number]>()
  const write = useWrite(revokeReferral)
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <ChoiceField
        label={say(words['referral-revoke-why'])}
        isRequired
        value={reason}
        onChange={setReason}
        choices={RevocationReason.options.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button
          isDisabled={reason === undefined}
          isPending={write.isPending}
          onPress={() => (reason === undefined ? undefined : write.mutate({ input: { id, reason, version } }))}
        >
          {say(words['referral-revoke'])}
        </Button>
      </div>
    </div>
  )
}
const RESULTS = { achieved: 'done', partly: 'due', 'not-achieved': 'neutral' } as const
function Interventions({ caseId, support: { countyCode, interventions } }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [isAdding, setAdding] = useState(false)
  return (
    <Card title={say(words.interventions)}>
      <div className="flex flex-col gap-3">
        {isAdding ? (
          <InterventionForm caseId={caseId} countyCode={countyCode} onDone={() => setAdding(false)} />
        ) : (
          <div>
            <Button onPress={() => setAdding(true)}>{say(words['intervention-new'])}</Button>
          </div>
        )}
        {interventions.length === 0 ? <EmptyState>{say(words['no-interventions'])}</EmptyState> : null}
        <ul className="flex flex-col divide-y divide-line">
          {interventions.map((one) => (
            <li key={one.id} className="flex flex-col gap-1 py-3">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {say(words[`step-${one.kind}`])} <Tag meaning={RESULTS[one.result]}>{say(words[`result-${one.result}`])}</Tag>
              </p>
              <p className="text-ink-2">
                {formatDate(one.happenedOn, language)}، {one.organisationName ?? say(words['intervention-by-guide'])}
                {one.capacityTitle === null ? '' : `، ${one.capacityTitle}`}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
