import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, SelectField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { askInsurance, type Insurance, type InsuranceState, moveInsurance, Payer, readInsurances, Scheme } from '../contract/insurances.ts'
import { insuranceMovesByLetter, insuranceMovesOf } from '../rules/insurances.ts'
import { words } from '../words.ts'
import { HerHeader } from './her-header.tsx'
import { StageMove } from './stage-move.tsx'

/** Insurances of one woman as their funds move them. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readInsurances, { caseId })
  return (
    <>
      <HerHeader title={say(words.insurances)} hint={say(words['insurances-hint'])} caseId={caseId} whose={read.data?.whose} />
      <Read of={read}>
        {({ insurances, countyCode }) => (
          <>
            {insurances.length === 0 ? (
              <div className="pb-4">
                <EmptyState>{say(words['no-insurances'])}</EmptyState>
              </div>
            ) : null}
            {insurances.map((insurance) => (
              <One key={`${insurance.id} ${insurance.version}`} caseId={caseId} insurance={insurance} />
            ))}
            <Asking caseId={caseId} countyCode={countyCode} />
          </>
        )}
      </Read>
    </>
  )
}
function meaningOf(state: InsuranceState): 'done' | 'overdue' | 'neutral' | 'current' {
  if (state === 'in-force') return 'done'
  if (state === 'gap' || state === 'rejected') return 'overdue'
  return insuranceMovesOf(state).length === 0 ? 'neutral' : 'current'
}
function One({ caseId, insurance }: { readonly caseId: string; readonly insurance: Insurance }) {
  const say = useSay()
  const language = useLanguage()
  const { scheme, payer, state, stateSince, letterNumber, letterDate } = insurance
  return (
    <Card title={say(words[`scheme-${scheme}`])}>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          {insurance.insurerName ?? '—'} <Tag meaning={meaningOf(state)}>{say(words[`insurance-state-${state}`])}</Tag>
        </p>
        <p className="text-ink-2">
          {say(words['insurance-payer'])}: {say(words[`payer-${payer}`])}
        </p>
        <p className="text-ink-2">
          {say(words['referral-since'], { day: formatDate(stateSince, language) })}
          {letterNumber === null || letterDate === null
            ? ''
            : `، ${say(words['stage-letter'], { number: letterNumber, day: formatDate(letterDate, language) })}`}
        </p>
        {insuranceMovesOf(state).length === 0 ? null : <Move caseId={caseId} insurance={insurance} />}
      </div>
    </Card>
  )
}
function Move({ caseId, insurance: { id, state, version } }: { readonly caseId: string; readonly insurance: Insurance }) {
  const say = useSay()
  const write = useWrite(moveInsurance)
  return (
    <StageMove
      stages={insuranceMovesOf(state).map((one) => ({ value: one, label: say(words[`insurance-state-${one}`]) }))}
      isByLetter={(to) => state !== 'gap' && insuranceMovesByLetter.has(to)}
      error={write.error}
      isPending={write.isPending}
      onMove={(stage) => write.mutate({ input: { caseId, insuranceId: id, version, ...stage } })}
    />
  )
}
function Asking({ caseId, countyCode }: { readonly caseId: string; readonly countyCode: string }) {
  const say = useSay()
  const [insurerId, setInsurer] = useState<string>()
  const [scheme, setScheme] = useState<Scheme>()
  const [payer, setPayer] = useState<Payer>()
  const bodies = useRead(listOrganisations, { kind: 'agency', countyCode })
  const write = useWrite(askInsurance)
  const isWhole = insurerId !== undefined && scheme !== undefined && payer !== undefined
  const press = (): void => {
    if (!isWhole) return
    const done = (): void => {
      setInsurer(undefined)
      setScheme(undefined)
      setPayer(undefined)
    }
    write.mutate({ input: { caseId, id: newCommandId(), insurerId, scheme, payer } }, { onSuccess: done })
  }
  return (
    <Card title={say(words['insurance-new'])}>
      <div className="flex flex-col gap-4">
        <ChoiceField
          label={say(words['insurance-scheme'])}
          isRequired
          value={scheme}
          onChange={setScheme}
          choices={Scheme.options.map((one) => ({ value: one, label: say(words[`scheme-${one}`]) }))}
        />
        <SelectField
          label={say(words['insurance-insurer'])}
          isRequired
          value={insurerId}
          onChange={setInsurer}
          choices={(bodies.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
        />
        <ChoiceField
          label={say(words['insurance-payer'])}
          isRequired
          value={payer}
          onChange={setPayer}
          choices={Payer.options.map((one) => ({ value: one, label: say(words[`payer-${one}`]) }))}
        />
        <ProblemBox error={write.error} />
        <div>
          <Button look="primary" isDisabled={!isWhole} isPending={write.isPending} onPress={press}>
            {say(words['insurance-ask'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
