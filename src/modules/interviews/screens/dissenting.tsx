import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField, SelectField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import type { InstrumentItem } from '../contract/instrument.ts'
import { dissent } from '../contract/seats.ts'
import { degrees, itemsFor } from '../rules/marks.ts'
import { words } from '../words.ts'
import type { Spread } from './spread-lines.tsx'

/** What was agreed, item by item, with a way to keep another view until she is told. */
export function Dissenting({ spread }: { readonly spread: Spread }) {
  const say = useSay()
  const language = useLanguage()
  const [open, setOpen] = useState<string>()
  const own = new Set(itemsFor(spread.instrument.items, { isInRoom: spread.seat.part !== 'reads-sample' }).map(({ code }) => code))
  const mayDissent = spread.seat.state === 'agreed'
  return (
    <>
      {(['individual', 'craft'] as const).map((domain) => (
        <Card key={domain} title={say(words[`domain-${domain}`])}>
          <ul className="flex flex-col divide-y divide-line">
            {spread.instrument.items
              .filter((item) => item.domain === domain)
              .map((item) => {
                const degree = spread.agreed.find(({ itemCode }) => itemCode === item.code)?.degree ?? null
                return (
                  <li key={item.code} className="flex flex-col gap-2 py-2">
                    <div className="flex flex-wrap items-center justify-between gap-2">
                      <span>
                        <span className="font-semibold">{item.title}</span>:{' '}
                        {degree === null ? say(words['not-observed']) : digits(`${degree} · ${item.anchors[degree - 1] ?? ''}`, language)}
                      </span>
                      {mayDissent && own.has(item.code) ? (
                        <Button
                          look="quiet"
                          label={`${say(words['other-view'])}: ${item.title}`}
                          onPress={() => setOpen(open === item.code ? undefined : item.code)}
                        >
                          {say(words['other-view'])}
                        </Button>
                      ) : null}
                    </div>
                    {open === item.code ? (
                      <DissentForm interviewId={spread.seat.interviewId} item={item} onDone={() => setOpen(undefined)} />
                    ) : null}
                  </li>
                )
              })}
          </ul>
        </Card>
      ))}
    </>
  )
}
interface Props {
  readonly interviewId: string
  readonly item: InstrumentItem
  readonly onDone: () => void
}
const UNSEEN = 'unseen'
function DissentForm({ interviewId, item, onDone }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [value, setValue] = useState<string>()
  const [reason, setReason] = useState('')
  const write = useWrite(dissent)
  const press = (): void => {
    const degree = degrees.find((one) => String(one) === value) ?? null
    write.mutate({ input: { id: interviewId, itemCode: item.code, degree, reason } }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <SelectField
        label={say(words['own-degree'])}
        isRequired
        value={value}
        onChange={setValue}
        choices={[
          ...degrees.map((degree) => ({ value: String(degree), label: digits(`${degree} · ${item.anchors[degree - 1] ?? ''}`, language) })),
          { value: UNSEEN, label: say(words['not-observed']) },
        ]}
      />
      <LongTextField label={say(words['dissent-reason'])} isRequired rows={2} value={reason} onChange={setReason} />
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={value === undefined || reason.trim() === ''} isPending={write.isPending} onPress={press}>
          {say(words['record-dissent'])}
        </Button>
      </div>
    </div>
  )
}
