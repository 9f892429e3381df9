import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatDate, formatMoney } from '../../../ui/format.ts'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { askLoan, type Loan, type LoanState, moveLoan, readLoans, sayHands } from '../contract/loans.ts'
import { movesByLetter, movesOf } from '../rules/loans.ts'
import { words } from '../words.ts'
import { HerHeader } from './her-header.tsx'
import { StageMove } from './stage-move.tsx'

/** Loans of one woman as their lenders move them. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readLoans, { caseId })
  return (
    <>
      <HerHeader title={say(words.loans)} hint={say(words['loans-hint'])} caseId={caseId} whose={read.data?.whose} />
      <Read of={read}>
        {({ loans, countyCode }) => (
          <>
            {loans.length === 0 ? (
              <div className="pb-4">
                <EmptyState>{say(words['no-loans'])}</EmptyState>
              </div>
            ) : null}
            {loans.map((loan) => (
              <One key={`${loan.id} ${loan.version}`} caseId={caseId} loan={loan} />
            ))}
            <Asking caseId={caseId} countyCode={countyCode} />
          </>
        )}
      </Read>
    </>
  )
}
function meaningOf(state: LoanState): 'done' | 'overdue' | 'neutral' | 'current' {
  if (state === 'paid' || state === 'settled') return 'done'
  if (state === 'overdue' || state === 'rejected' || state === 'guarantee-called') return 'overdue'
  return movesOf(state).length === 0 ? 'neutral' : 'current'
}
function One({ caseId, loan }: { readonly caseId: string; readonly loan: Loan }) {
  const say = useSay()
  const language = useLanguage()
  const { amountRial, state, stateSince, letterNumber, letterDate } = loan
  return (
    <Card title={loan.lenderName ?? '—'}>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          {formatMoney(amountRial, language)} <Tag meaning={meaningOf(state)}>{say(words[`loan-state-${state}`])}</Tag>
        </p>
        <p className="text-ink-2">
          {say(words['referral-since'], { day: formatDate(stateSince, language) })}
          {letterNumber === null || letterDate === null
            ? ''
            : `، ${say(words['stage-letter'], { number: letterNumber, day: formatDate(letterDate, language) })}`}
        </p>
        <Hands caseId={caseId} loan={loan} />
        {movesOf(state).length === 0 ? null : <Move caseId={caseId} loan={loan} />}
      </div>
    </Card>
  )
}
/** Private to her guide and herself: closed until it is opened. */
function Hands({ caseId, loan: { id, isInOtherHands } }: { readonly caseId: string; readonly loan: Loan }) {
  const say = useSay()
  const write = useWrite(sayHands)
  const press = (value: boolean): void => write.mutate({ input: { caseId, loanId: id, isInOtherHands: value } })
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{say(words['loan-hands'])}</summary>
      <div className="flex flex-col gap-2 pb-2">
        <p className={isInOtherHands ? 'text-clay' : ''}>{say(words[isInOtherHands ? 'loan-in-other-hands' : 'loan-in-her-hands'])}</p>
        <p className="text-ink-2">{say(words['loan-hands-hint'])}</p>
        <ProblemBox error={write.error} />
        <div>
          <Button isPending={write.isPending} onPress={() => press(!isInOtherHands)}>
            {say(words[isInOtherHands ? 'loan-in-her-hands' : 'loan-in-other-hands'])}
          </Button>
        </div>
      </div>
    </details>
  )
}
function Move({ caseId, loan }: { readonly caseId: string; readonly loan: Loan }) {
  const say = useSay()
  const write = useWrite(moveLoan)
  return (
    <StageMove
      stages={movesOf(loan.state).map((one) => ({ value: one, label: say(words[`loan-state-${one}`]) }))}
      isByLetter={(to) => movesByLetter.has(to)}
      error={write.error}
      isPending={write.isPending}
      onMove={(stage) => write.mutate({ input: { caseId, loanId: loan.id, version: loan.version, ...stage } })}
    />
  )
}
function Asking({ caseId, countyCode }: { readonly caseId: string; readonly countyCode: string }) {
  const say = useSay()
  const [lenderId, setLender] = useState<string>()
  const [amountRial, setAmount] = useState<number>()
  const bodies = useRead(listOrganisations, { kind: 'agency', countyCode })
  const write = useWrite(askLoan)
  const press = (): void => {
    if (lenderId === undefined || amountRial === undefined) return
    const done = (): void => {
      setLender(undefined)
      setAmount(undefined)
    }
    write.mutate({ input: { caseId, id: newCommandId(), lenderId, amountRial } }, { onSuccess: done })
  }
  return (
    <Card title={say(words['loan-new'])}>
      <div className="flex flex-col gap-4">
        <SelectField
          label={say(words['loan-lender'])}
          isRequired
          value={lenderId}
          onChange={setLender}
          choices={(bodies.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
        />
        <MoneyField label={say(words['loan-amount'])} isRequired value={amountRial} onChange={setAmount} />
        <ProblemBox error={write.error} />
        <div>
          <Button
            look="primary"
            isDisabled={lenderId === undefined || amountRial === undefined}
            isPending={write.isPending}
            onPress={press}
          >
            {say(words['loan-ask'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
