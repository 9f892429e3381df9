import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, LongTextField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import type { InstrumentItem } from '../contract/instrument.ts'
import type { OwnMark } from '../contract/seats.ts'
import { degrees } from '../rules/marks.ts'
import { words } from '../words.ts'

interface Props {
  readonly section: { readonly domain: InstrumentItem['domain']; readonly items: readonly InstrumentItem[] }
  readonly marks: Readonly<Record<string, OwnMark>>
  readonly onMark: (mark: OwnMark, isTyped: boolean) => void
}
/** Items of one section, each with its described anchors. */
export function MarkFields({ section: { domain, items }, marks, onMark }: Props) {
  const say = useSay()
  return (
    <Card title={say(words[`domain-${domain}`])}>
      <div className="flex flex-col gap-6">
        {items.map((item) => (
          <ItemField key={item.code} item={item} mark={marks[item.code]} onMark={onMark} />
        ))}
      </div>
    </Card>
  )
}
const UNSEEN = 'unseen'
const valueFrom = (mark: OwnMark | undefined): string | undefined =>
  mark === undefined ? undefined : mark.degree === null ? UNSEEN : String(mark.degree)
interface ItemProps {
  readonly item: InstrumentItem
  readonly mark: OwnMark | undefined
  readonly onMark: Props['onMark']
}
/** One item: five anchors and «م», which is never the first; one real example or short task behind it, when there is one. */
function ItemField({ item, mark, onMark }: ItemProps) {
  const say = useSay()
  const language = useLanguage()
  const choose = (value: string): void => {
    const degree = degrees.find((one) => String(one) === value) ?? null
    onMark({ itemCode: item.code, degree, evidence: mark?.evidence ?? null }, false)
  }
  return (
    <div className="flex flex-col gap-2">
      <ChoiceField
        label={item.title}
        value={valueFrom(mark)}
        onChange={choose}
        choices={[
          ...degrees.map((degree) => ({ value: String(degree), label: digits(`${degree} · ${item.anchors[degree - 1] ?? ''}`, language) })),
          { value: UNSEEN, label: say(words['not-observed']) },
        ]}
      />
      {mark === undefined ? null : <EvidenceField item={item} mark={mark} onMark={onMark} />}
    </div>
  )
}
function EvidenceField({
  item,
  mark,
  onMark,
}: {
  readonly item: InstrumentItem
  readonly mark: OwnMark
  readonly onMark: Props['onMark']
}) {
  const say = useSay()
  const [isOpen, setOpen] = useState(mark.evidence !== null)
  const [typed, setTyped] = useState(mark.evidence?.words ?? '')
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" label={`${say(words['add-evidence'])}: ${item.title}`} onPress={() => setOpen(true)}>
          {say(words['add-evidence'])}
        </Button>
      </div>
    )
  const kind = mark.evidence?.kind ?? 'example'
  const type = (value: string): void => {
    setTyped(value)
    const words_ = value.trim()
    if (words_ !== '') onMark({ ...mark, evidence: { kind, words: words_ } }, true)
  }
  return (
    <div className="flex flex-col gap-2 rounded-control bg-sunken p-3">
      <ChoiceField
        label={say(words['evidence-kind'])}
        value={kind}
        onChange={(chosen) =>
          typed.trim() === '' ? undefined : onMark({ ...mark, evidence: { kind: chosen, words: typed.trim() } }, false)
        }
        choices={[
          { value: 'example', label: say(words['evidence-example']) },
          { value: 'task', label: say(words['evidence-task']) },
        ]}
      />
      <LongTextField label={say(words['evidence-words'])} rows={2} value={typed} onChange={type} />
    </div>
  )
}
