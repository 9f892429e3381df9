import { useRead } from '../../../platform/client.ts'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { InstrumentItem } from '../contract/instrument.ts'
import { readSpread } from '../contract/seats.ts'
import { words } from '../words.ts'
import { AgreeForm } from './agree-form.tsx'
import { Dissenting } from './dissenting.tsx'
import { gapsFirst, OfficeMarks, type Spread } from './spread-lines.tsx'

/** All marks beside each other, once all are in: wide gaps first, then what is agreed, once and for ever. */
export function Agreeing({ interviewId }: { readonly interviewId: string }) {
  const say = useSay()
  const read = useRead(readSpread, { id: interviewId }, { isFresh: true, every: 15_000 })
  return (
    <Read of={read}>
      {(spread) => {
        if (spread.seat.state !== 'scored') return <Agreed spread={spread} />
        if (spread.seat.part === 'speaks') return <AgreeForm spread={spread} />
        return (
          <>
            <Card>
              <p>{say(words['speaker-writes'])}</p>
            </Card>
            <Marks spread={spread} />
          </>
        )
      }}
    </Read>
  )
}
function Marks({ spread }: { readonly spread: Spread }) {
  return (
    <>
      {(['individual', 'craft'] as const).map((domain) => (
        <DomainMarks key={domain} domain={domain} spread={spread} />
      ))}
    </>
  )
}
function DomainMarks({ domain, spread }: { readonly domain: InstrumentItem['domain']; readonly spread: Spread }) {
  const say = useSay()
  const items = new Map(spread.instrument.items.filter((item) => item.domain === domain).map((item) => [item.code, item]))
  return (
    <Card title={say(words[`domain-${domain}`])}>
      <ul className="flex flex-col divide-y divide-line">
        {gapsFirst(spread.items)
          .filter(({ itemCode }) => items.has(itemCode))
          .map((line) => (
            <li key={line.itemCode} className="py-2">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {items.get(line.itemCode)?.title}
                {line.needsReason ? <Tag meaning="due">{say(words['wide-gap'])}</Tag> : null}
              </p>
              <OfficeMarks line={line} item={items.get(line.itemCode)} />
            </li>
          ))}
      </ul>
    </Card>
  )
}
/** What was agreed stays as it is; a member who sees an item otherwise keeps her degree and her reason beside it. */
function Agreed({ spread }: { readonly spread: Spread }) {
  const say = useSay()
  return (
    <>
      <Card title={say(words.agreed)}>
        <p>{say(words[spread.seat.state === 'told' ? 'agreed-and-told' : 'agreed-hint'])}</p>
        {spread.recommendation === null ? null : (
          <p className="pt-2">
            {say(words.recommendation)}: <b>{say(words[`recommendation-${spread.recommendation}`])}</b>
          </p>
        )}
      </Card>
      <Dissenting spread={spread} />
    </>
  )
}
