import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, Timeline } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { type Arrangement, type ArrangementMove, putInForce } from '../contract/arrangements.ts'
import type { Obstacle } from '../contract/obstacles.ts'
import { isOpen } from '../rules/obstacles.ts'
import { words } from '../words.ts'
import { type ArrangementStep, ArrangementStepDialog, ProposeDialog } from './arrangement-dialogs.tsx'
import { ArrangementTags } from './state-tags.tsx'

/** What is allowed until the reform: by whom, within which limit, until when. */
export function ArrangementsCard({
  obstacle,
  arrangements,
  moves,
}: {
  readonly obstacle: Obstacle
  readonly arrangements: readonly Arrangement[]
  readonly moves: readonly ArrangementMove[]
}) {
  const say = useSay()
  const mayKeep = useMay('reforms.keep-arrangement')
  const [isProposing, setProposing] = useState(false)
  return (
    <Card
      title={say(words.arrangements)}
      actions={
        mayKeep && isOpen(obstacle.state) ? (
          <Button onPress={() => setProposing(true)}>{say(words['propose-arrangement'])}</Button>
        ) : undefined
      }
    >
      {arrangements.length === 0 ? <p className="text-ink-2">{say(words['no-arrangements'])}</p> : null}
      <ul className="flex flex-col gap-5">
        {arrangements.map((one) => (
          <li key={one.id}>
            <OneArrangement arrangement={one} moves={moves.filter(({ arrangementId }) => arrangementId === one.id)} mayKeep={mayKeep} />
          </li>
        ))}
      </ul>
      {isProposing ? <ProposeDialog obstacleId={obstacle.id} onClose={() => setProposing(false)} /> : null}
    </Card>
  )
}
/** The steps that lead on from how it stands today. */
function stepsOf(state: Arrangement['state']): readonly (ArrangementStep | 'put-in-force')[] {
  switch (state) {
    case 'proposed':
      return ['authorise', 'revoke']
    case 'authorised':
      return ['put-in-force', 'revoke']
    case 'in-force':
    case 'extended':
      return ['extend', 'revoke']
    case 'expired':
    case 'revoked':
      return []
  }
}
interface One {
  readonly arrangement: Arrangement
  readonly moves: readonly ArrangementMove[]
  readonly mayKeep: boolean
}
function OneArrangement({ arrangement, moves, mayKeep }: One) {
  const say = useSay()
  const language = useLanguage()
  const begin = useWrite(putInForce)
  const [step, setStep] = useState<ArrangementStep>()
  const { id, version, says, limits, authority, startsOn, expiresOn, letterNumber, letterDate, state } = arrangement
  const day = (iso: string | null): string => (iso === null ? '—' : formatDate(iso, language))
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 pb-2">
        <ArrangementTags arrangement={arrangement} />
      </p>
      <p className="pb-2">{says}</p>
      {state === 'expired' ? <p className="pb-2 text-overdue text-dense">{say(words['expired-hint'])}</p> : null}
      <ProblemBox error={begin.error} />
      <Facts
        facts={[
          [say(words.authority), authority],
          [say(words.limits), limits],
          [say(words['starts-on']), day(startsOn)],
          [say(words['expires-on']), day(expiresOn)],
          [say(words['letter-number']), letterNumber === null ? '—' : `${digits(letterNumber, language)} · ${day(letterDate)}`],
        ]}
      />
      <div className="pt-3">
        <Timeline
          label={say(words['arrangement-moves'])}
          events={moves.toReversed().map(({ to, reason, expiresOn: until, letterNumber: number, at }) => ({
            id: `${to} ${at}`,
            what: say(wordFor(words, `arrangement-state-${to}`)),
            who: [
              number === null ? '' : digits(number, language),
              until === null ? '' : `${say(words['expires-on'])} ${day(until)}`,
              reason ?? '',
            ]
              .filter((part) => part !== '')
              .join(' · '),
            when: formatInstant(at, language),
          }))}
        />
      </div>
      {mayKeep && stepsOf(state).length > 0 ? (
        <div className="flex flex-wrap gap-2 pt-3">
          {stepsOf(state).map((one) =>
            one === 'put-in-force' ? (
              <Button key={one} look="primary" isPending={begin.isPending} onPress={() => begin.mutate({ input: { id, version } })}>
                {say(words['put-in-force'])}
              </Button>
            ) : (
              <Button key={one} look={one === 'revoke' ? 'quiet' : 'primary'} onPress={() => setStep(one)}>
                {say(words[one])}
              </Button>
            ),
          )}
        </div>
      ) : null}
      {step === undefined ? null : <ArrangementStepDialog step={step} arrangement={arrangement} onClose={() => setStep(undefined)} />}
    </>
  )
}
