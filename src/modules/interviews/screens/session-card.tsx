import { useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { digits, formatDate, formatTime } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { cancelSession, fillSession, type Session, type Slot } from '../contract/sessions.ts'
import { words } from '../words.ts'
import { PanelLines } from './panel-lines.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { StateTag } from './state-tag.tsx'

/** One day in a room: who sits there, its times and what became of each. */
export function SessionCard({ session, mayPlan }: { readonly session: Session; readonly mayPlan: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const [isAhead] = useState(() => new Date(session.startsAt) > new Date())
  const isOpen = session.state === 'planned' && isAhead
  const [hour, end] = [formatTime(session.startsAt, language), formatTime(session.endsAt, language)]
  return (
    <Card
      title={`${formatDate(session.heldOn, language, 'full')} · ${say(words['from-to'], { from: hour, to: end })}`}
      {...(mayPlan && isOpen ? { actions: <Acts session={session} /> } : {})}
    >
      {session.state === 'cancelled' ? (
        <p className="pb-2">
          <Tag meaning="neutral">{say(words['session-cancelled'])}</Tag>
        </p>
      ) : null}
      <Facts facts={[[say(words.room), `${session.room.title} · ${session.room.address}`]]} />
      <PanelLines panel={session.panel} />
      <ul className="flex flex-col divide-y divide-line" aria-label={say(words.slots)}>
        {session.slots.map((slot) => (
          <SlotLine key={slot.id} slot={slot} />
        ))}
      </ul>
    </Card>
  )
}
function SlotLine({ slot }: { readonly slot: z.infer<typeof Slot> }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <bdi>{formatTime(slot.startsAt, language)}</bdi>
      {slot.fileNumber === null ? (
        <span className="text-ink-2">{say(words[slot.isTaken ? 'slot-given' : 'slot-free'])}</span>
      ) : (
        <>
          <bdi className="font-semibold">{digits(slot.fileNumber, language)}</bdi>
          {slot.state === null ? null : <StateTag state={slot.state} />}
        </>
      )}
    </li>
  )
}
/** Filling its free times, changing who sits, calling it off. */
function Acts({ session }: { readonly session: Session }) {
  const say = useSay()
  const [open, setOpen] = useState<'replace' | 'cancel'>()
  const fill = useWrite(fillSession)
  const name = `${session.room.title}`
  return (
    <div className="flex w-full flex-col gap-3">
      {fill.data === undefined ? null : (
        <p role="status">
          {say(words.filled, fill.data)}
          {fill.data.passedOver === 0 ? null : ` ${say(words['passed-over'], { n: fill.data.passedOver })}`}
        </p>
      )}
      <ProblemBox error={fill.error} />
      <div className="flex flex-wrap gap-2">
        {session.slots.some(({ isTaken }) => !isTaken) ? (
          <Button
            look="primary"
            label={`${say(words['fill-session'])}: ${name}`}
            isPending={fill.isPending}
            onPress={() => fill.mutate({ input: { id: session.id } })}
          >
            {say(words['fill-session'])}
          </Button>
        ) : null}
        <Button look="quiet" onPress={() => setOpen('replace')}>
          {say(words['replace-member'])}
        </Button>
        <Button look="quiet" onPress={() => setOpen('cancel')}>
          {say(words['cancel-session'])}
        </Button>
      </div>
      {open === 'replace' ? <ReplaceDialog session={session} onClose={() => setOpen(undefined)} /> : null}
      {open === 'cancel' ? <CancelDialog session={session} onClose={() => setOpen(undefined)} /> : null}
    </div>
  )
}
function CancelDialog({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const say = useSay()
  const write = useWrite(cancelSession)
  const taken = session.slots.filter(({ isTaken }) => isTaken).length
  const press = (): void => write.mutate({ input: { id: session.id, version: session.version } }, { onSuccess: onClose })
  return (
    <Dialog title={say(words['cancel-session'])} isOpen onClose={onClose}>
      <p className="pb-4">{say(words['cancel-explained'], { n: taken })}</p>
      <ProblemBox error={write.error} />
      <Button look="danger" isPending={write.isPending} onPress={press}>
        {say(words['cancel-session'])}
      </Button>
    </Dialog>
  )
}
