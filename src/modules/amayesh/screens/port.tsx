import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import type { OccupationPlace } from '../../occupations/screens/port.tsx'
import { readStandings, type Standing } from '../contract/standings.ts'
import { standingIn } from '../rules/standing.ts'
import { words } from '../words.ts'
import { StandingTags, useNameOf } from './parts.tsx'

/** How an occupation stands in her county, beside its choice; with none chosen, what is wanted there and what waits. It warns and never bars the way. */
export function OccupationStanding({ countyCode, fieldCode }: OccupationPlace) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('amayesh.read-standing')
  const { data, isPending } = useRead(readStandings, { countyCode }, { enabled: may })
  if (!may) return null
  return (
    <div role="status" className="flex flex-col gap-1 text-dense">
      {data === undefined ? (
        <p className="text-ink-2">{say(isPending ? words['standing-waiting'] : words['standing-unknown'])}</p>
      ) : fieldCode === undefined ? (
        <InCounty standings={data.standings} />
      ) : (
        <OfOccupation standing={standingIn(data.standings, fieldCode)} day={formatDate(data.on, language)} />
      )}
    </div>
  )
}
function OfOccupation({ standing: one, day }: { readonly standing: Omit<Standing, 'nameFa' | 'nameEn'>; readonly day: string }) {
  const say = useSay()
  const { study } = one
  return (
    <>
      <StandingTags cell={one} />
      <p>
        {one.isBraked ? <strong>{say(words.brake)}. </strong> : null}
        {say(words[`plan-${one.standing}`])} {one.isOneBuyer ? say(words['one-buyer-hint']) : null}
      </p>
      {one.isBraked && study !== null ? (
        <p>{say(words[study.isDespite ? 'study-despite' : 'study-before'], { source: study.source, why: study.why })}</p>
      ) : null}
      {one.isBraked ? <p className="text-ink-2">{say(words['warns-only'])}</p> : null}
      <p className="text-ink-2">{say(words['standing-on'], { day })}</p>
    </>
  )
}
const MOST_NAMES = 8
/** Before anything is chosen: which of what is offered here is wanted, and which waits. */
function InCounty({ standings }: { readonly standings: readonly Standing[] }) {
  const say = useSay()
  const language = useLanguage()
  const nameOf = useNameOf()
  const offered = standings.filter(({ isOffered }) => isOffered)
  const named = (those: readonly Standing[]): string => {
    const names = those
      .slice(0, MOST_NAMES)
      .map(nameOf)
      .join(language === 'en' ? ', ' : '، ')
    return those.length > MOST_NAMES ? `${names} …` : names
  }
  const wanted = offered.filter(({ standing }) => standing === 'under-supplied')
  const waiting = offered.filter(({ isBraked }) => isBraked)
  return (
    <>
      {wanted.length === 0 ? null : <p>{say(words['wanted-here'], { names: named(wanted) })}</p>}
      {waiting.length === 0 ? null : <p className="text-ink-2">{say(words['waits-here'], { names: named(waiting) })}</p>}
    </>
  )
}
