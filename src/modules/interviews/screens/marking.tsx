import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox, ReasonList } from '../../../ui/states.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { InstrumentItem } from '../contract/instrument.ts'
import { finish, type readSeat } from '../contract/seats.ts'
import { words } from '../words.ts'
import { AnswerFields } from './answer-fields.tsx'
import { MarkFields } from './mark-fields.tsx'
import { useMarksDraft, type Whereabouts } from './marks-draft.ts'
import { MeansCard } from './means-card.tsx'
import { StopCard } from './stop-card.tsx'

export type Field = z.infer<typeof readSeat.output>
/** So many items stand on one step; a domain has three. */
const ON_A_STEP = 4
interface SectionOfItems {
  readonly domain: InstrumentItem['domain']
  readonly items: readonly InstrumentItem[]
}
function sectionsOf({ instrument, items }: Field): readonly SectionOfItems[] {
  return (['individual', 'craft'] as const).flatMap((domain) => {
    const own = instrument.items.filter((item) => item.domain === domain && items.includes(item.code))
    return Array.from({ length: Math.ceil(own.length / ON_A_STEP) }, (_, place) => ({
      domain,
      items: own.slice(place * ON_A_STEP, (place + 1) * ON_A_STEP),
    }))
  })
}
/** A member alone with the instrument: one section at a time, every tap kept, nobody else's marks anywhere. */
export function Marking({ field }: { readonly field: Field }) {
  const say = useSay()
  const { seat } = field
  const isSpeaking = seat.part === 'speaks'
  const stored = { marks: field.marks, answer: field.answer === null ? null : { ...field.answer, wish: field.answer.wish ?? '' } }
  const draft = useMarksDraft(seat.interviewId, stored)
  const sections = sectionsOf(field)
  const [step, setStep] = useState(0)
  const top = useRef<HTMLDivElement>(null)
  useStepInView(step, top)
  const section = sections[step]
  const isLast = step === sections.length + (isSpeaking ? 1 : 0)
  return (
    <>
      <AboutHer field={field} />
      {seat.part === 'reads-sample' ? null : <MeansCard interviewId={seat.interviewId} isSpeaking={isSpeaking && seat.state === 'held'} />}
      <div ref={top} tabIndex={-1} className="outline-none">
        <p className="pb-2 text-ink-2 text-tag">{say(words['step-of'], { n: step + 1, of: sections.length + (isSpeaking ? 2 : 1) })}</p>
        {section !== undefined ? (
          <MarkFields section={section} marks={draft.marks} onMark={draft.mark} />
        ) : isLast ? (
          <Finish field={field} draft={draft} onGo={setStep} sections={sections} />
        ) : (
          <AnswerFields answer={draft.answer} onChange={draft.say} />
        )}
      </div>
      <ProblemBox error={draft.error} />
      <div className="sticky bottom-0 z-10 -mx-4 mb-4 flex flex-wrap items-center justify-between gap-2 border-line border-t bg-surface px-4 py-3 lg:mx-0">
        <Button isDisabled={step === 0} onPress={() => setStep(step - 1)}>
          {say(words.back)}
        </Button>
        <WhereTag where={draft.where} />
        <Button look={isLast ? 'secondary' : 'primary'} isDisabled={isLast} onPress={() => setStep(step + 1)}>
          {say(words.forward)}
        </Button>
      </div>
      {seat.part === 'reads-sample' || seat.state !== 'held' ? null : <StopCard interviewId={seat.interviewId} />}
    </>
  )
}
/** A new step is read from its beginning. */
function useStepInView(step: number, top: { readonly current: HTMLDivElement | null }): void {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
  }, [step, top])
}
const MEANINGS: Readonly<Record<Whereabouts, Meaning>> = { sent: 'done', device: 'waiting', sending: 'current', look: 'overdue' }
function WhereTag({ where }: { readonly where: Whereabouts }) {
  const say = useSay()
  return (
    <span aria-live="polite">
      <Tag meaning={MEANINGS[where]}>{say(words[`where-${where}`])}</Tag>
    </span>
  )
}
/** What a member may know of her, and what nobody asks her. */
function AboutHer({ field: { householdSize, careHours, settlement, isGroundVerified, instrument } }: { readonly field: Field }) {
  const say = useSay()
  const language = useLanguage()
  const number = (value: number | null): string => (value === null ? say(words['not-said']) : formatNumber(value, language))
  return (
    <Card title={say(words['about-her'])} isFolded>
      <Facts
        facts={[
          [say(words['household-size']), number(householdSize)],
          [say(words['care-hours']), number(careHours)],
          [say(words.settlement), settlement ?? say(words['not-said'])],
          [say(words.ground), say(words[isGroundVerified ? 'ground-verified' : 'ground-not-verified'])],
        ]}
      />
      <h3 className="pt-3 font-semibold text-dense">{say(words['never-asked'])}</h3>
      <ul className="list-disc ps-5 text-dense">
        {instrument.neverAsked.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
interface FinishProps {
  readonly field: Field
  readonly draft: ReturnType<typeof useMarksDraft>
  readonly sections: readonly SectionOfItems[]
  readonly onGo: (step: number) => void
}
/** What is missing, with the way to it; then her own marks are shut for good. */
function Finish({ field, draft, sections, onGo }: FinishProps) {
  const say = useSay()
  const write = useWrite(finish)
  const missing = field.items.filter((code) => draft.marks[code] === undefined)
  const wishMissing = field.seat.part === 'speaks' && draft.answer.wish.trim() === ''
  const firstGap = sections.findIndex(({ items }) => items.some(({ code }) => missing.includes(code)))
  const reasons = [
    ...(missing.length === 0 ? [] : [say(words['items-unmarked'], { n: missing.length })]),
    ...(wishMissing ? [say(words['wish-missing'])] : []),
  ]
  const press = async (): Promise<void> => {
    if (await draft.sendAll()) write.mutate({ input: { id: field.seat.interviewId } })
  }
  return (
    <Card title={say(words['finish-marks'])}>
      <p className="pb-3">{say(words['finish-hint'])}</p>
      <ReasonList reasons={reasons} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2 pt-3">
        {reasons.length === 0 ? (
          <Button look="primary" isPending={write.isPending} onPress={() => void press()}>
            {say(words['finish-marks'])}
          </Button>
        ) : (
          <Button onPress={() => onGo(firstGap === -1 ? sections.length : firstGap)}>{say(words['to-missing'])}</Button>
        )}
      </div>
    </Card>
  )
}
