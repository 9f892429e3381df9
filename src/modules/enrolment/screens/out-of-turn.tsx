import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, FieldGrid, TextField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { listOutOfTurn, type OutOfTurn, OutOfTurnReason, proposeOutOfTurn, type QueueRow, settleOutOfTurn } from '../contract/queue.ts'
import { words } from '../words.ts'
import { CaseLink } from './case-lines.tsx'

/** Proposals that wait for the second person, and how many places were given before others: a number everybody may see. */
export function OutOfTurnCard({ countyCode, given }: { readonly countyCode: string; readonly given: number }) {
  const say = useSay()
  const mayPropose = useMay('enrolment.propose-out-of-turn')
  return (
    <Card title={say(words['out-of-turn'])}>
      <p className="pb-2">{say(words['count-out-of-turn'], { n: given })}</p>
      {mayPropose ? <Proposals countyCode={countyCode} /> : null}
    </Card>
  )
}
function Proposals({ countyCode }: { readonly countyCode: string }) {
  const say = useSay()
  const proposals = useRead(listOutOfTurn, { limit: 250 })
  return (
    <Read of={proposals}>
      {(data) => {
        const here = data.proposals.filter((one) => one.countyCode === countyCode)
        return here.length === 0 ? (
          <p className="text-ink-2">{say(words['no-out-of-turn'])}</p>
        ) : (
          <ul>
            {here.map((one) => (
              <Proposal key={one.id} proposal={one} />
            ))}
          </ul>
        )
      }}
    </Read>
  )
}
function Proposal({ proposal }: { readonly proposal: OutOfTurn }) {
  const say = useSay()
  const language = useLanguage()
  const maySettle = useMay('enrolment.settle-out-of-turn')
  const settle = useWrite(settleOutOfTurn)
  const answer = (isGranted: boolean): void => settle.mutate({ input: { id: proposal.id, isGranted, version: proposal.version } })
  return (
    <li className="border-line border-t py-3">
      <Facts
        facts={[
          [
            say(words['file-number']),
            <CaseLink key="file" id={proposal.caseId}>
              {digits(proposal.fileNumber, language)}
            </CaseLink>,
          ],
          [say(words.reason), say(wordFor(words, `out-of-turn-${proposal.reason}`))],
          [say(words['letter-of-limit']), `${proposal.letterNumber} · ${formatDate(proposal.letterDate, language, 'short')}`],
        ]}
      />
      <ProblemBox error={settle.error} />
      {proposal.isOwn ? (
        <p className="text-ink-2 text-tag">{say(words['own-proposal-waits'])}</p>
      ) : maySettle ? (
        <div className="flex flex-wrap gap-2 pt-2">
          <Button look="primary" isPending={settle.isPending} onPress={() => answer(true)}>
            {say(words['grant-out-of-turn'])}
          </Button>
          <Button isPending={settle.isPending} onPress={() => answer(false)}>
            {say(words['refuse-out-of-turn'])}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
/** A place before others: a coded reason, a letter, and a second person who answers. */
export function ProposeOutOfTurn({ row, onClose }: { readonly row: QueueRow; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const [reason, setReason] = useState<(typeof OutOfTurnReason.options)[number]>()
  const [letterNumber, setLetterNumber] = useState('')
  const [letterDate, setLetterDate] = useState<string | null>(null)
  const write = useWrite(proposeOutOfTurn)
  const press = (): void => {
    if (reason === undefined || letterDate === null) return
    write.mutate({ input: { caseId: row.id, id: newCommandId(), reason, letterNumber, letterDate } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${say(words['propose-out-of-turn'])} — ${digits(row.fileNumber, language)}`} isOpen onClose={onClose}>
      <p className="pb-4">{say(words['out-of-turn-explained'])}</p>
      <ChoiceField
        label={say(words.reason)}
        value={reason}
        onChange={setReason}
        choices={OutOfTurnReason.options.map((one) => ({ value: one, label: say(wordFor(words, `out-of-turn-${one}`)) }))}
      />
      <div className="py-4">
        <FieldGrid>
          <TextField label={say(words['letter-number'])} isRequired value={letterNumber} onChange={setLetterNumber} />
          <DateField label={say(words['letter-date'])} isRequired value={letterDate} onChange={setLetterDate} />
        </FieldGrid>
      </div>
      <ProblemBox error={write.error} />
      <Button
        look="primary"
        isDisabled={reason === undefined || letterDate === null || letterNumber.trim() === ''}
        isPending={write.isPending}
        onPress={press}
      >
        {say(words['propose-out-of-turn'])}
      </Button>
    </Dialog>
  )
}
