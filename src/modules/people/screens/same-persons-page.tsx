import { useState } from 'react'
import type { z } from 'zod'
import { call, newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listSamePersons, type SamePair, settleSamePerson } from '../contract/protection.ts'
import { openFile } from '../contract.ts'
import { words } from '../words.ts'

/** Files under one national ID, for the linkage unit: compared with a purpose, settled by a person. */
export function Screen() {
  const say = useSay()
  const pairs = useRead(listSamePersons, {})
  return (
    <>
      <PageHeader title={say(words['same-persons'])} />
      <p className="pb-4 text-ink-2">{say(words['same-hint'])}</p>
      <Read of={pairs}>
        {(data) =>
          data.pairs.length === 0 ? (
            <EmptyState>{say(words['no-same-persons'])}</EmptyState>
          ) : (
            data.pairs.map((one) => <Pair key={`${one.firstPersonId} ${one.secondPersonId}`} pair={one} />)
          )
        }
      </Read>
    </>
  )
}
type Opened = z.infer<typeof openFile.output>
function Pair({ pair }: { readonly pair: z.infer<typeof SamePair> }) {
  const say = useSay()
  const [opened, setOpened] = useState<readonly [Opened, Opened]>()
  const [error, setError] = useState<Error | null>(null)
  const settle = useWrite(settleSamePerson)
  const compare = async (): Promise<void> => {
    try {
      const first = await call(openFile, { personId: pair.firstPersonId, purpose: 'duplicate' })
      setOpened([first, await call(openFile, { personId: pair.secondPersonId, purpose: 'duplicate' })])
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error('unknown'))
    }
  }
  const { firstPersonId, secondPersonId } = pair
  const press = (verdict: 'same' | 'different'): void =>
    settle.mutate({ input: { id: newCommandId(), firstPersonId, secondPersonId, verdict } })
  return (
    <Card>
      {pair.verdict === null ? null : <Tag meaning="done">{say(words[`same-${pair.verdict}`])}</Tag>}
      <ProblemBox error={error ?? settle.error} />
      {opened === undefined ? (
        <Button onPress={() => void compare()}>{say(words['same-compare'])}</Button>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Half title={say(words['same-first'])} file={opened[0]} />
          <Half title={say(words['same-second'])} file={opened[1]} />
        </div>
      )}
      {opened !== undefined && pair.verdict === null ? (
        <div className="flex flex-wrap gap-2 pt-4">
          <Button look="primary" isPending={settle.isPending} onPress={() => press('same')}>
            {say(words['same-same'])}
          </Button>
          <Button isPending={settle.isPending} onPress={() => press('different')}>
            {say(words['same-different'])}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
function Half({ title, file }: { readonly title: string; readonly file: Opened }) {
  const say = useSay()
  const language = useLanguage()
  const { identity, household } = file
  const none = say(words['not-recorded'])
  return (
    <section>
      <h3 className="pb-2 font-semibold">{title}</h3>
      <Facts
        facts={[
          [say(words['given-name']), identity.givenName],
          [say(words['family-name']), identity.familyName],
          [say(words['father-name']), identity.fatherName ?? none],
          [say(words['born-on']), identity.bornOn === null ? none : formatDate(identity.bornOn, language)],
          [say(words.household), household === null ? none : digits(`${household.size}`, language)],
        ]}
      />
    </section>
  )
}
