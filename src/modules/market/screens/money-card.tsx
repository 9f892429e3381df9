import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, TextField } from '../../../ui/fields.tsx'
import { digits, formatDate, formatMoney } from '../../../ui/format.ts'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, Timeline } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { GivenFields, SPOKEN } from '../../pathways/screens/port.tsx'
import { acceptCollection, cancelLot, confirmPayment, type LotWork, recordPayment } from '../contract/work.ts'
import { reasonsNotToMoveLot } from '../rules/moves.ts'
import { words } from '../words.ts'

/** What she is owed, since when it is due, and every rial that was told as paid; her own word ends it. */
export function MoneyCard({ work }: { readonly work: LotWork }) {
  const say = useSay()
  const language = useLanguage()
  const mayRecord = useMay('market.record-money')
  const mayConfirm = useMay('market.confirm-payment')
  const { money, lot } = work
  const may = (to: Parameters<typeof reasonsNotToMoveLot>[1]): boolean => reasonsNotToMoveLot(lot.state, to).length === 0
  return (
    <Card title={say(words.money)}>
      <p className="pb-3 text-ink-2">{say(words['money-hint'])}</p>
      <Facts
        facts={[
          [say(words.owed), formatMoney(money.owedRial, language)],
          [say(words.outstanding), formatMoney(money.outstandingRial, language)],
          ...(money.payBy === null ? [] : [[say(words['pay-by']), formatDate(money.payBy, language)] as const]),
        ]}
      />
      {money.daysLate === 0 ? null : (
        <p className="pt-2">
          <Tag meaning="overdue">{say(words['days-late'], { n: money.daysLate })}</Tag>
        </p>
      )}
      <Timeline
        label={say(words.money)}
        events={money.entries.toReversed().map(({ kind, amountRial, paperNumber, happenedOn }, place) => ({
          id: `${kind} ${place}`,
          what: `${say(words[`entry-${kind}`])}: ${formatMoney(amountRial, language)}`,
          who: paperNumber === null ? '' : digits(paperNumber, language),
          when: formatDate(happenedOn, language),
        }))}
      />
      <div className="flex flex-col gap-4 pt-3">
        {mayRecord && may('due') && lot.state === 'delivered' ? <Collection work={work} /> : null}
        {mayRecord && lot.state !== 'delivered' && (may('paid-to-hub') || may('paid-to-her')) && lot.state !== 'paid-to-her' ? (
          <Payment work={work} isAtHub={lot.state === 'paid-to-hub'} />
        ) : null}
        {mayConfirm && may('confirmed-by-her') ? <HerWord work={work} /> : null}
        {mayRecord && may('cancelled-by-buyer') ? <Cancel work={work} /> : null}
      </div>
    </Card>
  )
}
interface Props {
  readonly work: LotWork
}
function Collection({ work: { lot } }: Props) {
  const say = useSay()
  const [paperNumber, setNumber] = useState('')
  const write = useWrite(acceptCollection)
  const send = (): void => write.mutate({ input: { id: lot.id, version: lot.version, entryId: newCommandId(), paperNumber } })
  return (
    <div className="flex flex-col gap-3">
      <TextField label={say(words['paper-number-of'])} isRequired value={paperNumber} onChange={setNumber} />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={paperNumber.trim() === ''} isPending={write.isPending} onPress={send}>
          {say(words['accept-collection'])}
        </Button>
      </div>
    </div>
  )
}
function Payment({ work: { lot }, isAtHub }: Props & { readonly isAtHub: boolean }) {
  const say = useSay()
  const [to, setTo] = useState<'hub' | 'her'>('her')
  const [paperNumber, setNumber] = useState('')
  const [paidOn, setDay] = useState<string | null>(null)
  const write = useWrite(recordPayment)
  const send = (): void => {
    if (paidOn !== null) write.mutate({ input: { id: lot.id, version: lot.version, entryId: newCommandId(), to, paperNumber, paidOn } })
  }
  return (
    <div className="flex flex-col gap-3">
      {isAtHub ? null : (
        <ChoiceField
          label={say(words['record-payment'])}
          value={to}
          onChange={setTo}
          choices={[
            { value: 'her', label: say(words['pay-her']) },
            { value: 'hub', label: say(words['pay-hub']) },
          ]}
        />
      )}
      <DateField label={say(words['paid-on'])} isRequired value={paidOn} onChange={setDay} />
      <TextField label={say(words['paper-number-of'])} value={paperNumber} onChange={setNumber} />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={paidOn === null} isPending={write.isPending} onPress={send}>
          {say(words['record-payment'])}
        </Button>
      </div>
    </div>
  )
}
function HerWord({ work: { lot } }: Props) {
  const say = useSay()
  const [given, setGiven] = useState(SPOKEN)
  const write = useWrite(confirmPayment)
  const send = (hasReceived: boolean): void =>
    write.mutate({ input: { id: lot.id, version: lot.version, entryId: newCommandId(), hasReceived, ...given } })
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">{say(words['her-word'])}</h3>
      <p className="text-ink-2">{say(words['her-word-hint'])}</p>
      <GivenFields value={given} onChange={setGiven} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isPending={write.isPending} onPress={() => send(true)}>
          {say(words['has-received'])}
        </Button>
        <Button look="quiet" isPending={write.isPending} onPress={() => send(false)}>
          {say(words['has-not-received'])}
        </Button>
      </div>
    </div>
  )
}
function Cancel({ work: { lot } }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [compensationRial, setCompensation] = useState<number | undefined>(0)
  const [paperNumber, setNumber] = useState('')
  const write = useWrite(cancelLot)
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" onPress={() => setOpen(true)}>
          {say(words['cancel-lot'])}
        </Button>
      </div>
    )
  const send = (): void => {
    if (compensationRial === undefined) return
    write.mutate({ input: { id: lot.id, version: lot.version, entryId: newCommandId(), compensationRial, paperNumber } })
  }
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <p>{say(words['cancel-hint'])}</p>
      <MoneyField label={say(words.compensation)} isRequired value={compensationRial} onChange={setCompensation} />
      <TextField label={say(words['document-number'])} isRequired value={paperNumber} onChange={setNumber} />
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={compensationRial === undefined || paperNumber.trim() === ''} isPending={write.isPending} onPress={send}>
          {say(words['cancel-lot'])}
        </Button>
      </div>
    </div>
  )
}
