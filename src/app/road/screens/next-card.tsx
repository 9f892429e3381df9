import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { DaysTag } from '../../../modules/enrolment/screens/days-tag.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import type { readRoad } from '../contract.ts'
import { words } from '../words.ts'

type Road = z.infer<typeof readRoad.output>
/** The first thing on a page about a woman: what happens next, who owes it, by when (ux.md §1.1). */
export function NextCard({ road: { next, case: one } }: { readonly road: Road }) {
  const say = useSay()
  const language = useLanguage()
  const heading = useFocusOnChange(next.step)
  const carries = useMay('enrolment.read-own-cases')
  const who = next.owedBy === 'guide' && carries ? say(words['owed-you']) : say(words[`owed-${next.owedBy}`])
  return (
    <section aria-labelledby="next-step" className="mb-4 rounded-card border-2 border-brand bg-surface p-4 sm:p-5">
      <h2 ref={heading} tabIndex={-1} id="next-step" className="text-brand text-dense outline-none">
        {say(words.next)}
      </h2>
      <p className="pb-2 font-bold text-page">{say(words[`next-${next.step}`])}</p>
      {next.step === 'none' || next.owedBy === 'nobody' ? null : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense">
          <span>
            {say(words.owed)} <b>{who}</b>
          </span>
          {next.dueOn === null || next.daysLeft === null ? (
            <span className="text-ink-2">{say(words['due-none'], { n: one.days })}</span>
          ) : (
            <>
              <span>{say(words['due-by'], { day: formatDate(next.dueOn, language) })}</span>
              <DaysTag days={next.daysLeft} />
            </>
          )}
        </p>
      )}
    </section>
  )
}
/** When her step changes under the reader's hand, the page goes to the new one instead of staying where the old one's form was. */
function useFocusOnChange(step: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [step])
  return heading
}
