import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { callFromSeat } from '../contract/from-seat.ts'
import { words } from '../words.ts'
import { Spoken } from './spoken.tsx'

/** She has not come: one call by whoever speaks, under her own rule; where that does not allow it, her guide calls. */
export function SeatCall({ interviewId }: { readonly interviewId: string }) {
  const say = useSay()
  const may = useMay('interviews.call-from-seat')
  const [isOpen, setOpen] = useState(false)
  const read = useRead(callFromSeat, { id: interviewId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words['seat-call'])} isFolded>
      <p className="pb-3 text-ink-2">{say(words['seat-call-hint'])}</p>
      {isOpen ? (
        <Read of={read}>
          {({ phone, reason, saidToHer, saidToOthers }) =>
            phone === null ? (
              <p>{say(words[`no-call-${reason ?? 'no-phone'}`])}</p>
            ) : (
              <div className="flex flex-col gap-3">
                <Spoken title={say(words['say-to-her'])} sentences={[saidToHer]} />
                <Spoken title={say(words['say-to-others'])} sentences={[saidToOthers]} />
                <a
                  href={`tel:${phone}`}
                  className="inline-flex min-h-12 items-center justify-center gap-2 rounded-control border border-brand bg-brand px-4 font-semibold text-white no-underline hover:bg-brand-hover"
                >
                  <Phone aria-hidden size={18} />
                  {say(words['seat-call-now'])}
                </a>
              </div>
            )
          }
        </Read>
      ) : (
        <Button onPress={() => setOpen(true)}>{say(words['seat-call-open'])}</Button>
      )}
    </Card>
  )
}
