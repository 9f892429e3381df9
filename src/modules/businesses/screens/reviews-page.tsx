import { useState } from 'react'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { PermitClass } from '../../occupations/contract.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { words as territory } from '../../territory/words.ts'
import { listOwnReviews, type OwnReview } from '../contract/permits.ts'
import { specialistOf } from '../rules/permit.ts'
import { words } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { CardSection } from './card-section.tsx'
import { ReviewTag } from './state-tags.tsx'

/** Requests on the desk of an agency, the nearest day first; each is answered where it stands. */
export function Screen() {
  const say = useSay()
  const own = useRead(listOwnReviews, {})
  return (
    <>
      <PageHeader title={say(words['own-reviews'])} facts={say(words['own-reviews-hint'])} />
      <Read of={own}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <EmptyState>{say(words['no-own-reviews'])}</EmptyState>
          ) : (
            <div className="grid items-start gap-x-4 lg:grid-cols-2">
              {reviews.map((review) => (
                <OneReview key={`${review.id} ${review.version}`} review={review} />
              ))}
            </div>
          )
        }
      </Read>
    </>
  )
}
function OneReview({ review }: { readonly review: OwnReview }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [isOpen, setOpen] = useState(false)
  const number = digits(review.fileNumber, language)
  const wanted = specialistOf(PermitClass.safeParse(review.permitClass).data)
  return (
    <Card title={language === 'en' ? review.fieldNameEn : review.fieldNameFa}>
      <Facts
        facts={[
          [say(words['file-number']), <bdi key="file">{number}</bdi>],
          ...(review.requestNumber === null
            ? []
            : [[say(words['request-number']), <bdi key="request">{digits(review.requestNumber, language)}</bdi>] as const]),
          [say(territory['level-county']), countyName(review.countyCode)],
          [say(words.relation), say(words[`relation-${review.relation}`])],
          [say(words.due), formatDate(review.dueOn, language)],
          [say(words.state), <ReviewTag key="state" state={review.state} />],
        ]}
      />
      {wanted === undefined || review.kind !== 'agency' ? null : (
        <p className="pt-2 text-due">{say(words['starred-field'], { who: say(words[`review-${wanted}`]) })}</p>
      )}
      {review.kind === 'agency' ? <CardSection reviewId={review.id} number={number} /> : null}
      <div className="pt-3">
        {isOpen ? (
          <AnswerForm
            review={review}
            permit={review.permit}
            permitClass={review.permitClass}
            beside={review.beside}
            onDone={() => setOpen(false)}
          />
        ) : (
          <Button label={`${say(words['keep-answer'])}: ${number}`} onPress={() => setOpen(true)}>
            {say(words['keep-answer'])}
          </Button>
        )}
      </div>
    </Card>
  )
}
