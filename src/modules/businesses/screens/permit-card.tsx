import { type ReactNode, useState } from 'react'
import { download } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { downloadSlip } from '../contract/card.ts'
import type { Permit, Review } from '../contract/permits.ts'
import { words } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { MovePermit } from './move-permit.tsx'
import { PermitTag, ReviewTag } from './state-tags.tsx'
import { SubmitPermit } from './submit-permit.tsx'

interface Props {
  readonly permit: Permit
  readonly permitClass: string
  readonly countyCode: string
  readonly leadOrganisationId: string | null
}
const PAPERS = [
  ['request-number', 'requestNumber'],
  ['permit-number', 'permitNumber'],
] as const
const DAYS = [
  ['requested-on', 'requestedOn'],
  ['issued-on', 'issuedOn'],
  ['expires-on', 'expiresOn'],
] as const
/** One permit: where it stands, by which papers, who has it, and what may be recorded next. */
export function PermitCard({ permit, permitClass, countyCode, leadOrganisationId }: Props) {
  const say = useSay()
  const language = useLanguage()
  const facts: (readonly [string, ReactNode])[] = [[say(words.state), <PermitTag key="state" state={permit.state} />]]
  for (const [name, key] of PAPERS) {
    const value = permit[key]
    if (value !== null) facts.push([say(words[name]), <bdi key={key}>{digits(value, language)}</bdi>])
  }
  for (const [name, key] of DAYS) {
    const value = permit[key]
    if (value !== null) facts.push([say(words[name]), formatDate(value, language)])
  }
  if (permit.issuedBy !== null) facts.push([say(words['issued-by']), say(words[`issued-by-${permit.issuedBy}`])])
  const open = permit.reviews.filter(({ state }) => state === 'waiting' || state === 'under-way')
  return (
    <Card title={say(words.permit)}>
      <Facts facts={facts} />
      {open.length === 0 ? null : (
        <>
          <h3 className="pt-4 font-semibold">{say(words.reviews)}</h3>
          <ul className="flex flex-col divide-y divide-line">
            {open.map((review) => (
              <OpenReview key={`${review.id} ${review.version}`} review={review} permit={permit} permitClass={permitClass} />
            ))}
          </ul>
        </>
      )}
      {permit.state === 'draft' || permit.state === 'returned' ? (
        <SubmitPermit key={permit.version} permit={permit} countyCode={countyCode} leadOrganisationId={leadOrganisationId} />
      ) : null}
      <MovePermit key={`move ${permit.version}`} permit={permit} />
      <History permit={permit} />
    </Card>
  )
}
interface OpenReviewProps {
  readonly review: Review
  readonly permit: Permit
  readonly permitClass: string
}
/** Whoever has the request now; what they wrote is copied by her guide. */
function OpenReview({ review, permit, permitClass }: OpenReviewProps) {
  const say = useSay()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const who = review.organisationName ?? say(words[`review-${review.kind}`])
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {who} <ReviewTag state={review.state} />
      </p>
      <p className="text-ink-2">
        {review.organisationId === null ? `${say(words['review-outside'])} — ` : ''}
        {say(words['review-due'], { day: formatDate(review.dueOn, language) })}
      </p>
      {isOpen ? (
        <AnswerForm
          review={review}
          permit={permit.state}
          permitClass={permitClass}
          beside={permit.reviews.filter(({ id }) => id !== review.id)}
          onDone={() => setOpen(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          {review.organisationId === null ? (
            <Button
              look="quiet"
              label={`${say(words['print-slip'])}: ${who}`}
              onPress={() => void download(downloadSlip, { id: review.id })}
            >
              {say(words['print-slip'])}
            </Button>
          ) : null}
          <Button look="quiet" label={`${say(words['keep-answer'])}: ${who}`} onPress={() => setOpen(true)}>
            {say(words['keep-answer'])}
          </Button>
        </div>
      )}
    </li>
  )
}
function History({ permit: { moves } }: { readonly permit: Permit }) {
  const say = useSay()
  const language = useLanguage()
  const noteOf = ({ letterNumber, letterDate, reason }: Permit['moves'][number]): string =>
    [
      letterNumber === null || letterDate === null
        ? ''
        : say(words.letter, { number: digits(letterNumber, language), day: formatDate(letterDate, language) }),
      reason === null ? '' : say(words[`reason-${reason}`]),
    ]
      .filter((part) => part !== '')
      .join(' — ')
  return (
    <details className="pt-4">
      <summary className="min-h-11 cursor-pointer font-semibold text-brand">{say(words['history-of-permit'])}</summary>
      <ul className="flex flex-col gap-2 pt-2">
        {moves.map((move) => (
          <li key={move.id} className="flex flex-wrap items-center gap-2">
            {formatDate(move.on, language)} <PermitTag state={move.to} /> <span className="text-ink-2">{noteOf(move)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
