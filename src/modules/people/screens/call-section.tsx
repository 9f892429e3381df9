import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { hourIn, TEHRAN } from '../../../platform/time.ts'
import { Button } from '../../../ui/button.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { type Contact, readContact } from '../contract.ts'
import { isGoodHour, OFFICE_HOURS } from '../rules.ts'
import { words } from '../words.ts'
import { ContactDialog } from './contact-dialog.tsx'

/** Calling her by her own rule: number, hours and what may be said. Closed until opened, because every look is written down. */
export function CallSection({ personId, isFirst }: { readonly personId: string; readonly isFirst: boolean }) {
  const say = useSay()
  const may = useMay('people.read-contact')
  const [isOpen, setOpen] = useState(false)
  const contact = useRead(readContact, { personId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words.call)}>
      {isOpen ? (
        <Read of={contact}>{(data) => <Calling personId={personId} contact={data} isFirst={isFirst} />}</Read>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button onPress={() => setOpen(true)}>
            <Phone aria-hidden size={18} />
            {say(words['call-open'])}
          </Button>
          <span className="text-ink-2 text-meta">{say(words['call-open-hint'])}</span>
        </div>
      )}
    </Card>
  )
}
interface CallingProps {
  readonly personId: string
  readonly contact: Contact
  readonly isFirst: boolean
}
function Calling({ personId, contact, isFirst }: CallingProps) {
  const say = useSay()
  const language = useLanguage()
  const mayChange = useMay('people.change-contact')
  const [isEditing, setEditing] = useState(false)
  const [isGood] = useState(() => isGoodHour(contact, hourIn(TEHRAN, new Date())))
  const hour = (value: number): string => digits(`${value}:00`, language)
  const { callFrom, callTo, phone, whosePhone, safeWord } = contact
  const hours =
    callFrom === null || callTo === null
      ? say(words['call-office-hours'], { from: hour(OFFICE_HOURS.from), to: hour(OFFICE_HOURS.to) })
      : say(words['call-from-to'], { from: hour(callFrom), to: hour(callTo) })
  const mayWrite = whosePhone === 'own' && contact.mayMessage
  return (
    <div className="flex flex-col gap-3">
      {phone === null ? <p>{say(words['call-no-phone'])}</p> : <CallLink phone={phone} />}
      <p className={isGood ? 'text-done' : 'text-clay'}>{say(isGood ? words['call-good-hour'] : words['call-bad-hour'])}</p>
      <Facts
        facts={[
          [say(words['call-hours']), hours],
          [say(words['whose-phone']), whosePhone === null ? say(words['not-recorded']) : say(words[`whose-${whosePhone}`])],
        ]}
      />
      {safeWord === null ? null : <p className="text-clay">{say(words['call-safe-word'], { word: safeWord })}</p>}
      {mayWrite ? null : <p className="text-clay text-dense">{say(words['no-message'])}</p>}
      <Said title={say(words['call-say'])} sentences={[say(words['call-opening']), ...(isFirst ? [say(words['call-introduce'])] : [])]} />
      <Said title={say(words['call-other'])} hint={say(words['call-other-hint'])} sentences={[say(words['call-other-say'])]} />
      {mayChange ? (
        <div>
          <Button look="quiet" label={`${say(words.change)}: ${say(words.contact)}`} onPress={() => setEditing(true)}>
            {say(words.change)}
          </Button>
        </div>
      ) : null}
      {isEditing ? <ContactDialog personId={personId} contact={contact} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}
/** The number as a button of the phone in the hand. */
function CallLink({ phone }: { readonly phone: string }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <a
      href={`tel:${phone}`}
      className="inline-flex min-h-12 items-center justify-center gap-2 rounded-control border border-brand bg-brand px-4 font-semibold text-white no-underline hover:bg-brand-hover"
    >
      <Phone aria-hidden size={18} />
      {say(words['call-now'])}
      <bdi dir="ltr">{digits(phone.replace(/^\+98/, '0'), language)}</bdi>
    </a>
  )
}
function Said({ title, hint, sentences }: { readonly title: string; readonly hint?: string; readonly sentences: readonly string[] }) {
  return (
    <section className="rounded-control bg-brand-soft p-3">
      <h3 className="font-semibold text-dense">{title}</h3>
      {hint === undefined ? null : <p className="text-ink-2 text-tag">{hint}</p>}
      {sentences.map((sentence) => (
        <p key={sentence} className="pt-1 text-phone">
          {sentence}
        </p>
      ))}
    </section>
  )
}
