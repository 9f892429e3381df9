import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { readCallNumber } from '../contract/follow-ups.ts'
import { words } from '../words.ts'

interface Props {
  readonly id: string
  readonly saidToHer: string
  readonly saidToOthers: string
}
/** What is said, to her and to whoever else answers, and her number once it is asked for: that look is shown to her. */
export function CallNumber({ id, saidToHer, saidToOthers }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const read = useRead(readCallNumber, { id }, { enabled: isOpen, isFresh: true })
  return (
    <Card title={say(words['call-and-ask'])}>
      <Sentence title={say(words['said-to-her-title'])} sentence={saidToHer} />
      <Sentence title={say(words['said-to-others-title'])} sentence={saidToOthers} />
      {isOpen ? (
        <Read of={read}>
          {({ phone, reason }) =>
            phone === null ? (
              <p>{say(words[`no-call-${reason ?? 'no-phone'}`])}</p>
            ) : (
              <a
                href={`tel:${phone}`}
                className="inline-flex min-h-12 items-center justify-center gap-2 rounded-control border border-brand bg-brand px-4 font-semibold text-white no-underline hover:bg-brand-hover"
              >
                <Phone aria-hidden size={18} />
                {say(words['call-now'])}
              </a>
            )
          }
        </Read>
      ) : (
        <Button look="primary" onPress={() => setOpen(true)}>
          {say(words['show-number'])}
        </Button>
      )}
    </Card>
  )
}
function Sentence({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  return (
    <section className="mb-3 rounded-card bg-brand-soft p-4">
      <h3 className="font-semibold text-dense">{title}</h3>
      <p className="text-phone">{sentence}</p>
    </section>
  )
}
