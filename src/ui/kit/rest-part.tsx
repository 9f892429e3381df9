import { useState } from 'react'
import { Offline, Problem } from '../../platform/client.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { formatDate } from '../format.ts'
import { useLanguage, useSay } from '../language.tsx'
import { Card, Facts, Timeline } from '../layout.tsx'
import { PrintSheet } from '../print-sheet.tsx'
import { EmptyState, ProblemBox, ReasonList, Waiting } from '../states.tsx'
import { Tabs } from '../tabs.tsx'
import { Tag } from '../tag.tsx'
import { tell } from '../toast.tsx'
import { Wells } from '../wells.tsx'
import { words } from './words.ts'

export function ButtonsPart() {
  const say = useSay()
  return (
    <Card title={say(words.buttons)}>
      <div className="flex flex-wrap gap-2">
        <Button look="primary">{say(words.primary)}</Button>
        <Button>{say(words.secondary)}</Button>
        <Button look="quiet">{say(words.quiet)}</Button>
        <Button look="danger">{say(words.danger)}</Button>
        <Button look="primary" isDisabled>
          {say(words.disabled)}
        </Button>
        <Button look="primary" isPending>
          {say(words.pending)}
        </Button>
      </div>
      <h3 className="pt-4 pb-2 font-semibold text-dense">{say(words.tags)}</h3>
      <div className="flex flex-wrap gap-2">
        {(['neutral', 'waiting', 'current', 'due', 'done', 'overdue'] as const).map((meaning) => (
          <Tag key={meaning} meaning={meaning}>
            {say(words[meaning])}
          </Tag>
        ))}
      </div>
    </Card>
  )
}
export function FloatingPart() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [hasNote, setNote] = useState(true)
  const remove = (): void => {
    setNote(false)
    tell({ text: say(words.told), undo: () => setNote(true) })
  }
  return (
    <Card title={say(words.floating)}>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setOpen(true)}>{say(words['open-dialog'])}</Button>
        <Button onPress={remove}>{say(words.tell)}</Button>
      </div>
      {hasNote ? <p>{say(words['came-back'])}</p> : null}
      <Dialog title={say(words['dialog-title'])} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className="pb-4">{say(words['dialog-text'])}</p>
        <Button look="danger" onPress={() => setOpen(false)}>
          {say(words.danger)}
        </Button>
      </Dialog>
    </Card>
  )
}
export function StatesPart() {
  const say = useSay()
  const refused = new Problem(409, { reasons: [{ code: 'kit.reason-one', sentence: say(words['reason-one']) }], fields: [] })
  return (
    <Card title={say(words.states)}>
      <div className="flex flex-col gap-4">
        <EmptyState action={<Button>{say(words.primary)}</Button>}>{say(words.empty)}</EmptyState>
        <Waiting />
        <ProblemBox error={refused} />
        <ProblemBox error={new Offline('no network')} onAgain={() => undefined} />
        <ReasonList reasons={[say(words['reason-one']), say(words['reason-two'])]} />
      </div>
    </Card>
  )
}
export function RoadPart() {
  const say = useSay()
  const language = useLanguage()
  const [first, second] = [formatDate('2026-07-25', language), formatDate('2026-08-08', language)]
  return (
    <Card title={say(words.tabs)}>
      <Tabs
        label={say(words.tabs)}
        tabs={[
          {
            id: 'view',
            label: say(words['tab-view']),
            content: (
              <Wells
                label={say(words.road)}
                wells={[
                  { name: say(words['well-one']), state: 'done', note: first },
                  { name: say(words['well-two']), state: 'done', note: second },
                  { name: say(words['well-three']), state: 'current' },
                  { name: say(words['well-four']), state: 'ahead' },
                ]}
              />
            ),
          },
          {
            id: 'work',
            label: say(words['tab-work']),
            content: (
              <Facts
                facts={[
                  [say(words.county), say(words.office)],
                  [say(words['visit-on']), second],
                ]}
              />
            ),
          },
          {
            id: 'events',
            label: say(words['tab-events']),
            content: (
              <Timeline
                label={say(words.timeline)}
                events={[
                  { id: '2', what: say(words['event-one']), who: say(words.guide), when: second },
                  { id: '1', what: say(words['event-two']), who: say(words.guide), when: first },
                ]}
              />
            ),
          },
        ]}
      />
    </Card>
  )
}
export function PrintPart() {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words['print-sheet'])}>
      <PrintSheet
        title={say(words['letter-title'])}
        office={say(words.office)}
        number="1804/ص/123"
        date={formatDate('2026-11-23', language, 'short')}
        signatures={[say(words.signer), say(words.clerk)]}
      >
        <p>{say(words['letter-body'])}</p>
      </PrintSheet>
    </Card>
  )
}
