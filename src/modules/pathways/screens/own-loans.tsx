import type { ReactNode } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { digits, formatDate, formatMoney } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { answerInsurance, listOwnInsurances, type OwnInsurance } from '../contract/insurances.ts'
import { answerLoan, listOwnLoans, type OwnLoan } from '../contract/loans.ts'
import { insuranceMovesByLetter } from '../rules/insurances.ts'
import { movesByLetter } from '../rules/loans.ts'
import { words } from '../words.ts'
import { StageMove } from './stage-move.tsx'

/** Loans on the desk of their lender or of the labour office, each moved where it stands. */
export function OwnLoans() {
  const say = useSay()
  const own = useRead(listOwnLoans, {})
  return (
    <Card title={say(words['own-loans'])}>
      <Read of={own}>
        {({ loans }) =>
          loans.length === 0 ? (
            <EmptyState>{say(words['no-own-loans'])}</EmptyState>
          ) : (
            <>
              <p className="text-ink-2">{say(words['own-loans-hint'])}</p>
              <ul className="flex flex-col divide-y divide-line">
                {loans.map((one) => (
                  <LoanLine key={`${one.id} ${one.version}`} loan={one} />
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </Card>
  )
}
export function OwnInsurances() {
  const say = useSay()
  const own = useRead(listOwnInsurances, {})
  return (
    <Card title={say(words['own-insurances'])}>
      <Read of={own}>
        {({ insurances }) =>
          insurances.length === 0 ? (
            <EmptyState>{say(words['no-own-insurances'])}</EmptyState>
          ) : (
            <ul className="flex flex-col divide-y divide-line">
              {insurances.map((one) => (
                <InsuranceLine key={`${one.id} ${one.version}`} insurance={one} />
              ))}
            </ul>
          )
        }
      </Read>
    </Card>
  )
}
interface LineProps {
  readonly of: Pick<OwnLoan, 'fileNumber' | 'countyCode' | 'stateSince' | 'letterNumber' | 'letterDate'>
  readonly title: string
  readonly state: string
  readonly children: ReactNode
}
function Line({ of: { fileNumber, countyCode, stateSince, letterNumber, letterDate }, title, state, children }: LineProps) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {title} <bdi>{digits(fileNumber, language)}</bdi> <Tag meaning="current">{state}</Tag>
      </p>
      <p className="text-ink-2">
        {countyName(countyCode)}، {say(words['referral-since'], { day: formatDate(stateSince, language) })}
        {letterNumber === null || letterDate === null
          ? ''
          : `، ${say(words['stage-letter'], { number: letterNumber, day: formatDate(letterDate, language) })}`}
      </p>
      {children === null ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-brand">{say(words['stage-record'])}</summary>
          {children}
        </details>
      )}
    </li>
  )
}
function LoanLine({ loan }: { readonly loan: OwnLoan }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(answerLoan)
  const title = `${loan.lenderName ?? '—'}، ${formatMoney(loan.amountRial, language)}`
  return (
    <Line of={loan} title={title} state={say(words[`loan-state-${loan.state}`])}>
      {loan.moves.length === 0 ? null : (
        <StageMove
          stages={loan.moves.map((one) => ({ value: one, label: say(words[`loan-state-${one}`]) }))}
          isByLetter={(to) => movesByLetter.has(to)}
          error={write.error}
          isPending={write.isPending}
          onMove={(stage) => write.mutate({ input: { id: loan.id, version: loan.version, ...stage } })}
        />
      )}
    </Line>
  )
}
function InsuranceLine({ insurance }: { readonly insurance: OwnInsurance }) {
  const say = useSay()
  const write = useWrite(answerInsurance)
  const { id, state, scheme, insurerName, version, moves } = insurance
  return (
    <Line of={insurance} title={`${say(words[`scheme-${scheme}`])}، ${insurerName ?? '—'}`} state={say(words[`insurance-state-${state}`])}>
      {moves.length === 0 ? null : (
        <StageMove
          stages={moves.map((one) => ({ value: one, label: say(words[`insurance-state-${one}`]) }))}
          isByLetter={(to) => state !== 'gap' && insuranceMovesByLetter.has(to)}
          error={write.error}
          isPending={write.isPending}
          onMove={(stage) => write.mutate({ input: { id, version, ...stage } })}
        />
      )}
    </Line>
  )
}
