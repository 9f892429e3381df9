import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { GivenFields, SPOKEN } from '../../pathways/screens/port.tsx'
import { acceptProposal, declineProposal, type Proposal, setAsideProposal, upholdProposal } from '../contract/proposals.ts'
import type { MarkReason, ProposalState } from '../contract/states.ts'
import { reasonsNotToMoveProposal, reasonsOf } from '../rules/moves.ts'
import { words } from '../words.ts'
import { ProposalStateTag } from './state-tags.tsx'

/** One proposal: her guide looks first, then writes down what she says and how she said it. */
export function HerProposal({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const language = useLanguage()
  const { id, title, organisationName, state, stateSince, dueOn, answeredOn } = proposal
  const may = (to: ProposalState): boolean => reasonsNotToMoveProposal(state, to).length === 0
  const days = dueOn === null ? formatDate(answeredOn ?? stateSince, language) : `${say(words.due)} ${formatDate(dueOn, language)}`
  return (
    <article className="flex flex-col gap-3 rounded-control border border-line p-3" aria-label={title}>
      <div className="flex flex-wrap items-baseline gap-2">
        <TextLink to={`/staff/opportunities/${proposal.opportunityId}`}>{title}</TextLink>
        <span className="text-ink-2">{organisationName}</span>
        <ProposalStateTag state={state} />
        <span className="text-ink-2">{days}</span>
      </div>
      {may('upheld') ? <Looking id={id} version={proposal.version} /> : null}
      {may('accepted') || may('declined') ? <Answering proposal={proposal} mayAccept={may('accepted')} /> : null}
    </article>
  )
}
type Named = Pick<Proposal, 'id' | 'version'>
function Looking({ id, version }: Named) {
  const say = useSay()
  const [isAside, setAside] = useState(false)
  const [reason, setReason] = useState<MarkReason>()
  const [uphold, putAside] = [useWrite(upholdProposal), useWrite(setAsideProposal)]
  const send = (): void => {
    if (reason !== undefined) putAside.mutate({ input: { id, version, markId: newCommandId(), reason } })
  }
  return (
    <div className="flex flex-col gap-3">
      {isAside ? (
        <SelectField
          label={say(words['set-aside-why'])}
          isRequired
          empty="—"
          value={reason}
          onChange={setReason}
          choices={reasonsOf.ban.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
        />
      ) : null}
      <ProblemBox error={uphold.error ?? putAside.error} />
      <div className="flex flex-wrap gap-3">
        {isAside ? null : (
          <Button look="primary" isPending={uphold.isPending} onPress={() => uphold.mutate({ input: { id, version } })}>
            {say(words.uphold)}
          </Button>
        )}
        <Button
          look={isAside ? 'primary' : 'quiet'}
          isDisabled={isAside && reason === undefined}
          isPending={putAside.isPending}
          onPress={isAside ? send : () => setAside(true)}
        >
          {say(words['set-aside'])}
        </Button>
      </div>
    </div>
  )
}
function Answering({ proposal, mayAccept }: { readonly proposal: Proposal; readonly mayAccept: boolean }) {
  const say = useSay()
  const [given, setGiven] = useState(SPOKEN)
  const [answerId] = useState(newCommandId)
  // After a yes the question is not put again: stepping back is a wish of hers, and its form opens only then.
  const [isAsking, setAsking] = useState(mayAccept)
  const [accept, decline] = [useWrite(acceptProposal), useWrite(declineProposal)]
  const input = { id: proposal.id, version: proposal.version, answerId, ...given }
  if (!isAsking)
    return (
      <div>
        <Button look="quiet" onPress={() => setAsking(true)}>
          {say(words['she-steps-back'])}
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-3">
      <GivenFields value={given} onChange={setGiven} />
      {mayAccept ? (
        <p>
          {say(words['exit-table-first'])} <TextLink to={`/staff/cases/${proposal.caseId}/exit-table`}>{say(words['exit-table'])}</TextLink>
        </p>
      ) : null}
      <ProblemBox error={accept.error ?? decline.error} />
      <div className="flex flex-wrap gap-3">
        {mayAccept ? (
          <Button look="primary" isPending={accept.isPending} onPress={() => accept.mutate({ input })}>
            {say(words['she-accepts'])}
          </Button>
        ) : null}
        <Button look="quiet" isPending={decline.isPending} onPress={() => decline.mutate({ input })}>
          {say(words[mayAccept ? 'she-declines' : 'she-steps-back'])}
        </Button>
      </div>
    </div>
  )
}
