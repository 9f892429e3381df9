import { useState } from 'react'
import type { z } from 'zod'
import { call, newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { tell } from '../../../ui/toast.tsx'
import type { SameReason } from '../../people/contract/linkage.ts'
import { openFile } from '../../people/contract.ts'
import { words as people } from '../../people/words.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { listSamePairs, type SamePair, settleSamePerson } from '../contract/joins.ts'
import { words } from '../words.ts'
import { CaseLink, PositionTag } from './case-lines.tsx'

/** Files under one national ID, for the linkage unit: compared with a purpose, joined or kept apart by a person, with a way back. */
export function Screen() {
  const say = useSay()
  const pairs = useRead(listSamePairs, {})
  return (
    <>
      <PageHeader title={say(words['same-persons'])} />
      <p className="pb-4 text-ink-2">{say(words['same-hint'])}</p>
      <Read of={pairs}>
        {(data) =>
          data.pairs.length === 0 ? (
            <EmptyState>{say(words['no-same-persons'])}</EmptyState>
          ) : (
            data.pairs.map((one) => <Pair key={`${one.first.personId} ${one.second.personId}`} pair={one} />)
          )
        }
      </Read>
    </>
  )
}
type Opened = z.infer<typeof openFile.output>
function Pair({ pair }: { readonly pair: SamePair }) {
  const say = useSay()
  const language = useLanguage()
  const [opened, setOpened] = useState<readonly [Opened, Opened]>()
  const [error, setError] = useState<Error | null>(null)
  const compare = async (): Promise<void> => {
    try {
      const first = await call(openFile, { personId: pair.first.personId, purpose: 'duplicate' })
      setOpened([first, await call(openFile, { personId: pair.second.personId, purpose: 'duplicate' })])
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error('unknown'))
    }
  }
  return (
    <Card>
      <div className="flex flex-wrap gap-2 pb-3">
        {pair.joinedAt === null ? null : (
          <Tag meaning="done">{say(words['same-joined-since'], { day: formatDate(pair.joinedAt.slice(0, 10), language) })}</Tag>
        )}
        {pair.verdict === 'different' ? <Tag meaning="neutral">{say(words['same-two'])}</Tag> : null}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Half side="first" pair={pair} file={opened?.[0]} />
        <Half side="second" pair={pair} file={opened?.[1]} />
      </div>
      <ProblemBox error={error} />
      <div className="pt-4">
        {opened === undefined ? (
          <Button onPress={() => void compare()}>{say(words['same-compare'])}</Button>
        ) : (
          <Settle key={`${pair.verdict} ${pair.joinedAt}`} pair={pair} />
        )}
      </div>
    </Card>
  )
}
const reasonsFor = {
  same: ['papers-alike', 'she-said', 'office-confirmed'],
  different: ['number-mistyped', 'two-women-met', 'office-confirmed'],
  part: ['joined-by-mistake', 'number-mistyped', 'two-women-met'],
} as const satisfies Record<string, readonly SameReason[]>
type Act = keyof typeof reasonsFor
const DONE = { same: 'same-was-joined', different: 'same-was-two', part: 'same-was-parted' } as const satisfies Record<
  Act,
  keyof typeof words
>
const LABEL = { same: 'same-same', different: 'same-different', part: 'same-part' } as const satisfies Record<Act, keyof typeof words>
/** What was found, with its reason; what stands against it now is said beside the button. */
function Settle({ pair }: { readonly pair: SamePair }) {
  const say = useSay()
  const [act, setAct] = useState<Act>()
  const [reason, setReason] = useState<SameReason>()
  const settle = useWrite(settleSamePerson)
  const acts: readonly Act[] = pair.joinedAt !== null ? ['part'] : pair.verdict === 'different' ? ['same'] : ['same', 'different']
  const isBarredNow = act !== undefined && act !== 'different' && pair.reasonsAgainst.length > 0
  const press = (): void => {
    if (act === undefined || reason === undefined) return
    const input = { id: newCommandId(), firstPersonId: pair.first.personId, secondPersonId: pair.second.personId, reason }
    const verdict = act === 'same' ? 'same' : 'different'
    settle.mutate({ input: { ...input, verdict } }, { onSuccess: () => tell({ text: say(words[DONE[act]]) }) })
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {acts.map((one) => (
          <Button
            key={one}
            look={one === act ? 'primary' : 'secondary'}
            onPress={() => {
              setAct(one)
              setReason(undefined)
            }}
          >
            {say(words[LABEL[one]])}
          </Button>
        ))}
      </div>
      {act === undefined ? null : (
        <div className="pt-4">
          {isBarredNow ? (
            <>
              <p>{say(words['same-why-not-now'])}</p>
              <ReasonList reasons={pair.reasonsAgainst.map((code) => say(wordFor(words, code.replace('enrolment.', ''))))} />
            </>
          ) : (
            <>
              <ChoiceField
                label={say(words['same-reason'])}
                value={reason}
                onChange={setReason}
                choices={reasonsFor[act].map((one) => ({ value: one, label: say(words[`same-reason-${one}`]) }))}
              />
              <div className="pt-3">
                <Button
                  look={act === 'part' ? 'danger' : 'primary'}
                  isDisabled={reason === undefined}
                  isPending={settle.isPending}
                  onPress={press}
                >
                  {say(words[LABEL[act]])}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
      <ProblemBox error={settle.error} />
    </>
  )
}
function Half({ side, pair, file }: { readonly side: 'first' | 'second'; readonly pair: SamePair; readonly file: Opened | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { case: one } = pair[side]
  const none = say(people['not-recorded'])
  const isKept = pair.keeps === side
  const role = isKept ? 'same-goes-on' : pair.joinedAt === null ? 'same-joins' : 'same-joined'
  return (
    <section className="rounded-control border border-line p-3">
      <h2 className="flex flex-wrap items-center gap-2 pb-2">
        <CaseLink id={one.id}>{one.fileNumber}</CaseLink>
        <PositionTag position={one.position} />
        {pair.verdict === 'different' ? null : <Tag meaning={isKept ? 'current' : 'neutral'}>{say(words[role])}</Tag>}
      </h2>
      <Facts
        facts={[
          [say(words.county), countyName(one.countyCode)],
          ...(file === undefined
            ? []
            : [
                [say(people['given-name']), file.identity.givenName] as const,
                [say(people['family-name']), file.identity.familyName] as const,
                [say(people['father-name']), file.identity.fatherName ?? none] as const,
                [say(people['born-on']), file.identity.bornOn === null ? none : formatDate(file.identity.bornOn, language)] as const,
                [say(people.household), file.household === null ? none : digits(`${file.household.size}`, language)] as const,
              ]),
        ]}
      />
    </section>
  )
}
