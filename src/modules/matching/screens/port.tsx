import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type HerChances, listProposals, readHerChances } from '../contract/proposals.ts'
import { words } from '../words.ts'
import { HerMarks } from './her-marks.tsx'
import { HerProposal } from './her-proposal.tsx'
import { Whys } from './why.tsx'

export { type AsksDraft, AsksFields, NOTHING_ASKED, wholeAsks } from './asks-fields.tsx'

/** On her case page: what is proposed to her and how she answers, why this and why not that, and what her guide marked. */
export function MatchingSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('matching.look-at')
  if (!may) return null
  return (
    <Card title={say(words['her-opportunities'])}>
      <p className="pb-3 text-ink-2">{say(words['her-hint'])}</p>
      <Section caseId={caseId} />
    </Card>
  )
}
function Section({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const proposals = useRead(listProposals, { limit: 20, caseId })
  const chances = useRead(readHerChances, { caseId })
  return (
    <div className="flex flex-col gap-4">
      <Read of={proposals}>
        {({ proposals: hers }) =>
          hers.length === 0 ? (
            <EmptyState>{say(words['no-her-proposals'])}</EmptyState>
          ) : (
            <ul className="flex flex-col gap-3">
              {hers.map((one) => (
                <li key={`${one.id} ${one.version}`}>
                  <HerProposal proposal={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      <Read of={chances}>
        {(hers) => (
          <>
            <LastRun chances={hers} />
            <HerMarks caseId={caseId} chances={hers} />
          </>
        )}
      </Read>
    </div>
  )
}
function LastRun({ chances: { ranOn, weighed, tier, lot, titles } }: { readonly chances: HerChances }) {
  const say = useSay()
  const language = useLanguage()
  if (weighed === null || ranOn === null) return <p className="text-ink-2">{say(words['never-weighed'])}</p>
  const titleOf = new Map(titles.map(({ opportunityId, title }) => [opportunityId, title]))
  const turn =
    tier === null || lot === null
      ? []
      : [say(words['her-turn'], { tier: digits(String(tier), language), lot: digits(String(lot), language) })]
  const facts = [say(words['last-run'], { day: formatDate(ranOn, language) }), say(words[`outcome-${weighed.outcome}`]), ...turn]
  return (
    <section aria-label={say(words['why-and-why-not'])}>
      <h3 className="font-semibold">{say(words['why-and-why-not'])}</h3>
      <p className="text-ink-2">{facts.join(' · ')}</p>
      <div className="pt-2">
        <Whys pairs={weighed.pairs} titleOf={(id) => titleOf.get(id) ?? '—'} />
      </div>
    </section>
  )
}
