import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { listFields, permitClassOf } from '../../occupations/port.ts'
import * as contract from '../contract/permits.ts'
import { outcomeOf, reasonsAgainstExpiry, reasonsAgainstLetter, reasonsNotToAnswer, specialistOf } from '../rules/permit.ts'
import * as permits from '../store/permits.ts'
import * as store from '../store/reviews.ts'
import { dueAfter, openReview, stillShares, writeMove } from './permits.ts'

type Answering = Call<ReturnType<(typeof contract.answerReview)['input']['parse']>>
/** Number and day go with every answer but taking it up and asking others; a reason with one that goes against her. */
function checkPapers({ input, today }: Answering, kind: contract.ReviewKind): void {
  const { answer } = input
  refuseIf(reasonsAgainstLetter(input, answer !== 'take-up' && answer !== 'ask-specialists', today))
  if ((answer === 'return' || answer === 'reject') && input.reason === null) refuse('businesses.reason-missing')
  if (kind === 'labour' && answer === 'approve') refuseIf(reasonsAgainstExpiry(input.expiresOn, input.letterDate, today))
}
/** What follows for the permit, done by the house: whoever answers sees her own request and nothing else of it. */
async function follow(call: Answering, review: store.StoredReview, permit: permits.StoredPermit, to: contract.PermitState): Promise<void> {
  const { tx, actor, input } = call
  const { letterNumber, letterDate, expiresOn } = input
  if (to === 'returned' || to === 'rejected') await store.dropOpen(tx, actor.planId, permit.id)
  if (to === 'specialist-review')
    for (const kind of new Set(input.specialists))
      await openReview(call, permit, { kind, organisationId: null, state: 'waiting', requestNumber: review.requestNumber })
  if (to === 'agency-signed') {
    const isOnDesk = review.organisationId !== null && (await stillShares(call, permit.personId))
    const organisationId = isOnDesk ? ((await store.findByAgencyCode(tx, 'MCLS')) ?? null) : null
    await openReview(call, permit, { kind: 'labour', organisationId, state: 'waiting', requestNumber: review.requestNumber })
  }
  if (to === 'issued') {
    const paper = await permits.findPaper(tx, actor.planId, permit.id)
    const issue = { permitNumber: letterNumber, issuedOn: letterDate, issuedBy: 'labour' as const, expiresOn }
    await permits.updatePaper(tx, actor.planId, permit.id, { ...paper, ...issue })
  }
  const dueOn = await dueAfter(call, to, permit.countyCode, expiresOn)
  await writeMove(call, permit, { to, letterNumber, letterDate, reason: input.reason, dueOn })
}

export const reviewsApi: readonly Handled[] = [
  handle(contract.listOwnReviews, async ({ tx, actor, today }) => {
    if (actor.organisationId === null) return { reviews: [] }
    const [own, fields] = [await store.listOwnReviews(tx, actor.organisationId), await listFields(tx, today)]
    const byCode = new Map(fields.map((field) => [field.code, field]))
    const standings = await beyondReach(tx, () => store.listStandings(tx, actor.planId, own))
    const reviews = own.flatMap((one) => {
      const [field, standing] = [byCode.get(one.fieldCode), standings.get(one.permitId)]
      if (standing === undefined) return []
      const names = { fieldNameFa: field?.nameFa ?? one.fieldCode, fieldNameEn: field?.nameEn ?? one.fieldCode }
      const beside = standing.reviews.filter(({ id }) => id !== one.id).map(({ kind, state }) => ({ kind, state }))
      return [{ ...one, ...names, permitClass: field?.permitClass ?? 'standard', permit: standing.state, beside }]
    })
    return { reviews }
  }),
  handle(contract.answerReview, async (call) => {
    const { input, tx, actor, today, note, about } = call
    const found = (await store.findReview(tx, input.id)) ?? refuse('platform.not-found')
    const permit = (await beyondReach(tx, () => permits.lockPermit(tx, actor.planId, found.permitId))) ?? refuse('platform.not-found')
    about({ personId: permit.personId, caseId: permit.caseId, countyCode: permit.countyCode })
    const beside = await beyondReach(tx, () => store.listReviews(tx, actor.planId, permit.id))
    const review = beside.find(({ id }) => id === found.id) ?? refuse('platform.not-found')
    if (review.version !== input.version) refuse('platform.version-stale')
    const wanted = specialistOf(await permitClassOf(tx, review.fieldCode, today))
    const others = beside.filter(({ id }) => id !== review.id)
    refuseIf(reasonsNotToAnswer({ permit: permit.state, review, beside: others, wanted, ...input }))
    checkPapers(call, review.kind)
    const outcome = outcomeOf({ review, answer: input.answer })
    const given = { ...input, state: outcome.review, accountId: actor.accountId }
    if (!(await store.answer(tx, given))) refuse('platform.version-stale')
    const { permit: to } = outcome
    if (to !== undefined) await beyondReach(tx, () => follow(call, review, permit, to))
    note({ kind: review.kind, answer: input.answer, state: to ?? permit.state })
    return { state: outcome.review, permit: to ?? permit.state }
  }),
]
