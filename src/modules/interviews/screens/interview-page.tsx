import { useParams } from '@tanstack/react-router'
import { useRead } from '../../../platform/client.ts'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { readInterviews } from '../contract/interviews.ts'
import { words } from '../words.ts'
import { AskSecond } from './ask-second.tsx'
import { Calling } from './calling.tsx'
import type { Open } from './open-interview.ts'
import { PanelLines } from './panel-lines.tsx'
import { PlanAgain } from './plan-again.tsx'
import { ProposeTime } from './propose-time.tsx'
import { ResultCard } from './result-card.tsx'
import { StateTag } from './state-tag.tsx'
import { StopNotes } from './stop-notes.tsx'

/** One woman’s conversations about work, for her guide: a time, the one call, the day, and the result she is told. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readInterviews, { caseId })
  return (
    <>
      <PageHeader title={say(words.interview)} actions={<TextLink to={`/staff/cases/${caseId}`}>{say(words['back-to-file'])}</TextLink>} />
      <Read of={read}>
        {(data) => (
          <>
            {data.open === null ? null : <OpenOne open={data.open} />}
            {data.isWaiting ? <ProposeTime caseId={caseId} countyCode={data.countyCode} /> : null}
            {data.open === null && !data.isWaiting && data.interviews.length === 0 ? (
              <EmptyState>{say(words['not-yet-here'])}</EmptyState>
            ) : null}
            {data.interviews
              .filter(({ state }) => state === 'told')
              .map((one, place) => (
                <div key={one.id}>
                  <ResultCard interviewId={one.id} isTold round={one.round} />
                  {place === 0 && data.open === null ? <AskSecond interviewId={one.id} /> : null}
                </div>
              ))}
          </>
        )}
      </Read>
    </>
  )
}
function OpenOne({ open }: { readonly open: Open }) {
  const { interview: one } = open
  const { state } = one
  return (
    <>
      <Standing open={open} />
      {state === 'proposed' || state === 'invited' ? <Calling open={open} /> : null}
      {open.hasStopNote ? <StopNotes interviewId={one.id} /> : null}
      {state === 'agreed' ? <ResultCard interviewId={one.id} isTold={false} round={one.round} /> : null}
      {['accepted', 'held', 'scored', 'declined', 'stopped'].includes(state) ? <PlanAgain open={open} /> : null}
    </>
  )
}
function Standing({ open: { interview: one, room, panel } }: { readonly open: Open }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words[one.round === 1 ? 'round-first' : 'round-second'])}>
      <p className="flex flex-wrap items-center gap-2 pb-3">
        <StateTag state={one.state} />
        {say(words[`now-${one.state}`])}
      </p>
      <Facts
        facts={[
          ...(one.startsAt === null ? [] : [[say(words.when), formatInstant(one.startsAt, language)] as const]),
          ...(room === null || one.startsAt === null ? [] : [[say(words.room), `${room.title} · ${room.address}`] as const]),
          ...(one.seats === 0 ? [] : [[say(words['support-bodies']), say(words[`with-bodies-${one.supportBodies}`])] as const]),
          ...(one.tellBy === null ? [] : [[say(words['tell-by-label']), formatDate(one.tellBy, language)] as const]),
        ]}
      />
      {panel.length === 0 ? null : <PanelLines panel={panel} />}
    </Card>
  )
}
