import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate, formatInstant, formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader, Timeline } from '../../../ui/layout.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Pledge, readPledge } from '../contract/pledges.ts'
import { words } from '../words.ts'
import { PledgeStateTag } from './pledge-state-tag.tsx'
import { OpinionDialog, PledgeStepDialog, type Step, stepsOf } from './pledge-steps.tsx'

/** One promise: what, where, until when, on whose desk the next step lies, what two readers thought, and every step so far. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readPledge, { id })
  const may = { vet: useMay('partners.vet'), sign: useMay('partners.sign-pledge'), write: useMay('partners.write-pledge') }
  const [step, setStep] = useState<Step | 'vet'>()
  return (
    <ReadPage of={read}>
      {({ pledge, parts, moves, opinions }) => (
        <>
          <PageHeader
            title={pledge.title}
            facts={
              <>
                <span>{pledge.organisationName}</span>
                <PledgeStateTag state={pledge.state} />
                <NextStep pledge={pledge} />
              </>
            }
            actions={stepsOf(pledge.state)
              .filter((one) => may[one === 'vet' ? 'vet' : one === 'write' || one === 'withdraw' ? 'write' : 'sign'])
              .map((one, place) => (
                <Button key={one} look={place === 0 ? 'primary' : 'quiet'} onPress={() => setStep(one)}>
                  {say(wordFor(words, `step-${one}`))}
                </Button>
              ))}
          />
          <PledgeFacts pledge={pledge} />
          <Card title={say(words.schedule)}>
            {parts.length === 0 ? (
              <p className="text-ink-2">{say(words['no-schedule'])}</p>
            ) : (
              <DataTable
                label={say(words.schedule)}
                rows={parts}
                keyOf={(part) => part.id}
                columns={[
                  { key: 'due', title: say(words['part-due']), cell: ({ dueOn }) => formatDate(dueOn, language) },
                  {
                    key: 'quantity',
                    title: say(words.quantity),
                    cell: ({ quantity }) => `${formatNumber(quantity, language)} ${pledge.unit}`,
                    isNumber: true,
                  },
                ]}
              />
            )}
          </Card>
          {may.vet ? (
            <Card title={say(words.opinions)}>
              <p className="pb-3 text-ink-2 text-dense">{say(words['opinions-needed'])}</p>
              {opinions.length === 0 ? <p>{say(words['no-opinions'])}</p> : null}
              {opinions.map(({ isFit, reasons, at }) => (
                <p key={at} className="pb-2">
                  <Tag meaning={isFit ? 'done' : 'neutral'}>{say(isFit ? words['is-fit'] : words['is-unfit'])}</Tag> {reasons}
                </p>
              ))}
            </Card>
          ) : null}
          <Card title={say(words.moves)}>
            <Timeline
              label={say(words.moves)}
              events={moves.toReversed().map(({ to, reason, at }) => ({
                id: `${to} ${at}`,
                what: say(wordFor(words, `pledge-state-${to}`)),
                who: reason ?? pledge.organisationName,
                when: formatInstant(at, language),
              }))}
            />
          </Card>
          {step === 'vet' ? <OpinionDialog pledge={pledge} onClose={() => setStep(undefined)} /> : null}
          {step === undefined || step === 'vet' ? null : (
            <PledgeStepDialog step={step} pledge={pledge} onClose={() => setStep(undefined)} />
          )}
        </>
      )}
    </ReadPage>
  )
}
function NextStep({ pledge: { stepDueOn, stepDaysLeft } }: { readonly pledge: Pledge }) {
  const say = useSay()
  const language = useLanguage()
  if (stepDueOn === null || stepDaysLeft === null) return null
  return stepDaysLeft < 0 ? (
    <Tag meaning="overdue">{say(words['step-late'], { n: -stepDaysLeft })}</Tag>
  ) : (
    <Tag meaning="waiting">{say(words['step-due'], { day: formatDate(stepDueOn, language) })}</Tag>
  )
}
function PledgeFacts({ pledge }: { readonly pledge: Pledge }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const numbered = (number: string | null, day: string | null): string =>
    number === null || day === null ? '—' : `${digits(number, language)} · ${formatDate(day, language)}`
  return (
    <Card>
      {pledge.mismatch === 'none' ? null : (
        <p className="pb-3">
          <Tag meaning="due">{say(wordFor(words, `mismatch-${pledge.mismatch}`))}</Tag>
        </p>
      )}
      <Facts
        facts={[
          [say(words['promised-as']), say(wordFor(words, `kind-${pledge.promisedAs}`))],
          [say(words['pledge-kind']), say(wordFor(words, `pledge-kind-${pledge.kind}`))],
          [say(words.quantity), `${formatNumber(pledge.quantity, language)} ${pledge.unit}`],
          [say(words.called), formatNumber(pledge.called, language)],
          [say(words.left), formatNumber(pledge.left, language)],
          [say(words['value-rial']), pledge.valueRial === null ? '—' : formatMoney(pledge.valueRial, language)],
          [
            say(words.where),
            pledge.counties.length === 0 ? say(words.everywhere) : pledge.counties.map(countyName).join(language === 'en' ? ', ' : '، '),
          ],
          [say(words['group-note']), pledge.groupNote ?? '—'],
          [say(words['starts-on']), formatDate(pledge.startsOn, language)],
          [say(words['due-on']), formatDate(pledge.dueOn, language)],
          [say(words.document), numbered(pledge.documentNumber, pledge.documentDate)],
          [say(words.letter), numbered(pledge.letterNumber, pledge.letterDate)],
        ]}
      />
    </Card>
  )
}
