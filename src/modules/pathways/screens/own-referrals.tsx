import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { answerReferral, listOwnReferrals, type OwnReferral, RefusalReason, Result } from '../contract/referrals.ts'
import { reasonsNotToMoveReferral } from '../rules/referrals.ts'
import { words } from '../words.ts'

/** Referrals that wait for an agency, each answered where it stands. */
export function OwnReferrals() {
  const say = useSay()
  const own = useRead(listOwnReferrals, {})
  return (
    <Card title={say(words['own-referrals'])}>
      <Read of={own}>
        {({ referrals }) =>
          referrals.length === 0 ? (
            <EmptyState>{say(words['no-own-referrals'])}</EmptyState>
          ) : (
            <ul className="flex flex-col divide-y divide-line">
              {referrals.map((one) => (
                <Waiting key={`${one.id} ${one.version}`} referral={one} />
              ))}
            </ul>
          )
        }
      </Read>
    </Card>
  )
}
type Answer = 'accepted' | 'refused' | 'done'
const ANSWERS = [
  ['accepted', 'referral-accept'],
  ['done', 'referral-finish'],
  ['refused', 'referral-refuse'],
] as const
function Waiting({ referral }: { readonly referral: OwnReferral }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [to, setTo] = useState<Answer>()
  const { kind, state, fileNumber, countyCode, capacityTitle } = referral
  const due = state === 'sent' ? 'referral-answer-by' : 'referral-do-by'
  const day = formatDate((state === 'sent' ? referral.answerBy : referral.doBy) ?? referral.answerBy, language)
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{say(words[`step-${kind}`])}</span>
        <bdi>{digits(fileNumber, language)}</bdi>
        <Tag meaning={state === 'sent' ? 'waiting' : 'current'}>{say(words[`referral-${state}`])}</Tag>
      </p>
      <p className="text-ink-2">
        {countyName(countyCode)}، {say(words[due], { day })}
        {capacityTitle === null ? '' : `، ${capacityTitle}`}
      </p>
      <div className="flex flex-wrap gap-2">
        {ANSWERS.filter(([one]) => reasonsNotToMoveReferral(state, one).length === 0).map(([one, word]) => (
          <Button
            key={one}
            label={`${say(words[word])}: ${say(words[`step-${kind}`])} ${digits(fileNumber, language)}`}
            onPress={() => setTo(to === one ? undefined : one)}
          >
            {say(words[word])}
          </Button>
        ))}
      </div>
      {to === undefined ? null : <AnswerForm key={to} referral={referral} to={to} />}
    </li>
  )
}
function AnswerForm({ referral: { id, version }, to }: { readonly referral: OwnReferral; readonly to: Answer }) {
  const say = useSay()
  const [doBy, setDoBy] = useState<string | null>(null)
  const [reason, setReason] = useState<(typeof RefusalReason.options)[number]>()
  const [result, setResult] = useState<Result>()
  const write = useWrite(answerReferral)
  const isWhole = to === 'accepted' ? doBy !== null : to === 'refused' ? reason !== undefined : result !== undefined
  const press = (): void => write.mutate({ input: { id, to, doBy, reason: reason ?? null, result: result ?? null, version } })
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      {to === 'accepted' ? <DateField label={say(words['referral-when'])} isRequired value={doBy} onChange={setDoBy} /> : null}
      {to === 'refused' ? (
        <ChoiceField
          label={say(words['referral-why-not'])}
          isRequired
          value={reason}
          onChange={setReason}
          choices={RefusalReason.options.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
        />
      ) : null}
      {to === 'done' ? (
        <ChoiceField
          label={say(words['intervention-result'])}
          isRequired
          value={result}
          onChange={setResult}
          choices={Result.options.map((one) => ({ value: one, label: say(words[`result-${one}`]) }))}
        />
      ) : null}
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={!isWhole} isPending={write.isPending} onPress={press}>
          {say(words['referral-answer'])}
        </Button>
      </div>
    </div>
  )
}
