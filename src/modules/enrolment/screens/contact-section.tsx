import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { type ContactTry, giveUpContact, listContactTries, tryContact } from '../contract/cases.ts'
import type { Position } from '../rules/case-moves.ts'
import { mayBeTried, reasonsNotToKeepTry } from '../rules/contact-tries.ts'
import { words } from '../words.ts'

const CHANNELS = ['phone', 'visit', 'message', 'agency'] as const
const RESULTS = ['spoke', 'other-answered', 'no-answer', 'wrong-number', 'declined', 'later'] as const
const REACHING: ReadonlySet<Position> = new Set<Position>(['nominated', 'not-yet', 'lost-contact'])

/** Reaching her: what was tried, and the next try in three taps. Later on the road it waits behind one press. */
export function ContactSection({
  caseId,
  position,
  personId,
}: {
  readonly caseId: string
  readonly position: Position
  readonly personId: string | null
}) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('enrolment.try-contact') && personId !== null && mayBeTried(position)
  const isFirst = REACHING.has(position)
  const [isOpen, setOpen] = useState(false)
  const tries = useRead(listContactTries, { caseId }, { enabled: may && (isFirst || isOpen) })
  const giveUp = useWrite(giveUpContact)
  if (!may) return null
  if (!isFirst && !isOpen)
    return (
      <Card>
        <Button look="quiet" onPress={() => setOpen(true)}>
          {say(words['not-reached'])}
        </Button>
      </Card>
    )
  return (
    <Card title={say(words['contact-tries'])}>
      <NewTry caseId={caseId} position={position} />
      <Read of={tries}>
        {(data) => (
          <>
            <ul className="pt-3">
              {data.tries.map((one) => (
                <li key={one.id} className="text-dense">
                  {say(wordFor(words, `channel-${one.channel}`))} · {say(wordFor(words, `result-${one.result}`))} ·{' '}
                  {formatInstant(one.triedAt, language)}
                </li>
              ))}
            </ul>
            {position !== 'lost-contact' && data.tries.length > 0 ? (
              <div className="pt-3">
                {isFirst ? null : <p className="pb-2 text-ink-2">{say(words['give-up-explained'])}</p>}
                <ProblemBox error={giveUp.error} />
                <Button isDisabled={!data.mayGiveUp} isPending={giveUp.isPending} onPress={() => giveUp.mutate({ input: { caseId } })}>
                  {say(words['give-up-contact'])}
                </Button>
                <ReasonList
                  reasons={data.reasonsNotToGiveUp.map((code) => say(wordFor(words, code.replace('enrolment.', '')), data.needed))}
                />
              </div>
            ) : null}
          </>
        )}
      </Read>
    </Card>
  )
}
function NewTry({ caseId, position }: { readonly caseId: string; readonly position: Position }) {
  const say = useSay()
  const [channel, setChannel] = useState<ContactTry['channel']>('phone')
  const [result, setResult] = useState<ContactTry['result']>()
  const write = useWrite(tryContact)
  const press = (): void => {
    if (result !== undefined)
      write.mutate({ input: { caseId, id: newCommandId(), channel, result } }, { onSuccess: () => setResult(undefined) })
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ChoiceField
        label={say(words['contact-how'])}
        value={channel}
        onChange={setChannel}
        choices={CHANNELS.map((one) => ({ value: one, label: say(wordFor(words, `channel-${one}`)) }))}
      />
      <ChoiceField
        label={say(words['contact-result'])}
        value={result}
        onChange={setResult}
        choices={RESULTS.filter((one) => reasonsNotToKeepTry(position, one).length === 0).map((one) => ({
          value: one,
          label: say(wordFor(words, `result-${one}`)),
        }))}
      />
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={result === undefined} isPending={write.isPending} onPress={press}>
        {say(words['try-contact'])}
      </Button>
    </div>
  )
}
