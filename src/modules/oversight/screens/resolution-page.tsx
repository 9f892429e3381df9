import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { download, useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { downloadResolutionLetter, type ResolutionWhole, readResolution } from '../contract/resolutions.ts'
import type { ResolutionAct } from '../contract/states.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { scopeWords } from '../words/scope.ts'
import { ResolutionTag } from './meeting-tags.tsx'
import { AgencyForm, SecretariatForms } from './resolution-forms.tsx'

/** One resolution: what, whose, until when; who has the next step, and everything that became of it. */
export function Screen() {
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readResolution, { id })
  const mayAnswer = useMay('oversight.answer-resolution')
  const mayFollow = useMay('oversight.follow-resolution')
  const acting = useActing()
  const say = useSay()
  return (
    <ReadPage of={read}>
      {(resolution) => (
        <>
          <PageHeader
            title={say(words['resolution-n'], { n: resolution.place })}
            facts={
              <>
                <span>{resolution.agencyName}</span>
                <ResolutionTag resolution={resolution} />
              </>
            }
          />
          <ResolutionFacts resolution={resolution} />
          {mayAnswer && acting?.organisationId === resolution.organisationId ? (
            <AgencyForm key={`agency ${resolution.version}`} resolution={resolution} />
          ) : null}
          {mayFollow ? <SecretariatForms key={`secretariat ${resolution.version}`} resolution={resolution} /> : null}
          <HistoryCard resolution={resolution} />
        </>
      )}
    </ReadPage>
  )
}
function ResolutionFacts({ resolution }: { readonly resolution: ResolutionWhole }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [error, setError] = useState<Error | null>(null)
  const { letterNumber, letterDate, acknowledgeBy, state, report, returnReason, votesFor, countyCode } = resolution
  const isNotified = letterNumber !== null && letterDate !== null
  const take = (): void => {
    setError(null)
    download(downloadResolutionLetter, { id: resolution.id }).catch((thrown: unknown) =>
      setError(thrown instanceof Error ? thrown : new Error('unknown')),
    )
  }
  return (
    <Card
      actions={
        isNotified ? (
          <Button look="quiet" onPress={take}>
            {say(words['letter-download'])}
          </Button>
        ) : undefined
      }
    >
      <ProblemBox error={error} />
      <p className="pb-3">{resolution.sentence}</p>
      <Facts
        facts={[
          [say(words.agency), resolution.agencyName],
          [say(words.scale), countyCode === null ? say(words['whole-province']) : countyName(countyCode)],
          [say(scopeWords['due-on']), formatDate(resolution.dueOn, language)],
          ...(isNotified
            ? [[say(scopeWords.letter), `${digits(letterNumber, language)} · ${formatDate(letterDate, language)}`] as const]
            : []),
          ...(state === 'notified' && acknowledgeBy !== null
            ? [[say(words['acknowledge-by']), formatDate(acknowledgeBy, language)] as const]
            : []),
          ...(votesFor === null ? [] : [[say(words['votes-for']), formatNumber(votesFor, language)] as const]),
          ...(report === null ? [] : [[say(words.report), report] as const]),
          ...(resolution.obstacleTitle === null ? [] : [[say(words.block), resolution.obstacleTitle] as const]),
          ...(returnReason === null ? [] : [[say(scopeWords['last-return']), returnReason] as const]),
        ]}
      />
      {resolution.mayReadMeeting ? (
        <TextLink to={`/staff/meetings/${resolution.meetingId}`}>{resolution.meetingTitle}</TextLink>
      ) : (
        <p className="text-ink-2">{say(words['resolved-in'], { meeting: resolution.meetingTitle })}</p>
      )}
      {resolution.supersededBy === null ? null : (
        <p>
          <TextLink to={`/staff/resolutions/${resolution.supersededBy}`}>{say(words['resolution-act-superseded'])}</TextLink>
        </p>
      )}
    </Card>
  )
}
/** What is done to a resolution beside its moves has words of its own. */
function actWord(act: ResolutionAct) {
  if (act === 'extended' || act === 'blocked' || act === 'unblocked' || act === 'superseded') return words[`resolution-act-${act}`]
  return words[`resolution-state-${act}`]
}
function HistoryCard({ resolution: { moves } }: { readonly resolution: ResolutionWhole }) {
  const say = useSay()
  const language = useLanguage()
  if (moves.length === 0) return null
  return (
    <Card title={say(scopeWords.history)}>
      <ul>
        {moves.map(({ id, act, note, movedOn, letterNumber, letterDate, dueOn }) => (
          <li key={id} className="border-line border-b py-1">
            {formatDate(movedOn, language)} · {say(actWord(act))}
            {dueOn === null ? null : ` · ${say(words['new-due'])}: ${formatDate(dueOn, language)}`}
            {letterNumber === null || letterDate === null ? null : (
              <span className="block text-ink-2 text-meta">
                {say(scopeWords.letter)} <bdi>{digits(letterNumber, language)}</bdi> · {formatDate(letterDate, language)}
              </span>
            )}
            {note === null ? null : <span className="block text-ink-2">{note}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
