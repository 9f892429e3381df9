import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { shownDay, shownDigits } from '../../../platform/speech.ts'
import { type Sheet, typeset } from '../../../platform/typeset/typeset.ts'
import { findField } from '../../occupations/port.ts'
import { findParameterOn } from '../../plan/port.ts'
import * as contract from '../contract/card.ts'
import { findBusiness, findProfile } from '../store/businesses.ts'
import { lockPermit } from '../store/permits.ts'
import { listProducts } from '../store/products.ts'
import { findReview, type StoredReview } from '../store/reviews.ts'
import { stillShares } from './permits.ts'
import { say } from './speech.ts'

async function ofPermit({ tx, actor, about }: Pick<Call<unknown>, 'tx' | 'actor' | 'about'>, { permitId }: StoredReview) {
  const permit = (await beyondReach(tx, () => lockPermit(tx, actor.planId, permitId))) ?? refuse('platform.not-found')
  about({ personId: permit.personId, caseId: permit.caseId, countyCode: permit.countyCode })
  return permit
}
export const cardApi: readonly Handled[] = [
  handle(contract.readCard, async (call) => {
    const { input, tx, today, note } = call
    const review = (await findReview(tx, input.id)) ?? refuse('platform.not-found')
    if (review.kind !== 'agency') refuse('businesses.not-the-lead')
    const permit = await ofPermit(call, review)
    if (!(await stillShares(call, permit.personId))) refuse('businesses.agency-without-consent')
    const field = await findField(tx, review.fieldCode, today)
    note({ seen: 'business' })
    const { business, profile, goods } = await beyondReach(tx, async () => ({
      business: (await findBusiness(tx, permit.businessId)) ?? refuse('platform.not-found'),
      profile: (await findProfile(tx, permit.businessId)) ?? refuse('platform.not-found'),
      goods: await listProducts(tx, permit.businessId),
    }))
    return {
      fileNumber: review.fileNumber,
      fieldCode: profile.fieldCode,
      fieldNameFa: field?.nameFa ?? profile.fieldCode,
      fieldNameEn: field?.nameEn ?? profile.fieldCode,
      relation: profile.relation,
      kind: profile.kind,
      workPlace: profile.workPlace,
      state: business.state,
      startedOn: profile.startedOn,
      goods: goods
        .filter(({ isOffered }) => isOffered)
        .map(({ id, name, unit, seasonMonths, weekly }) => ({ id, name, unit, seasonMonths: [...seasonMonths], weekly })),
    }
  }),
  handle(contract.downloadSlip, async (call) => {
    const { input, tx, today } = call
    const review = (await findReview(tx, input.id)) ?? refuse('platform.not-found')
    if (review.organisationId !== null) refuse('businesses.has-a-desk')
    await ofPermit(call, review)
    const field = await findField(tx, review.fieldCode, today)
    const phone = await findParameterOn(tx, 'office-phone', { day: today, countyCode: review.countyCode })
    const named = { field: (call.language === 'en' ? field?.nameEn : field?.nameFa) ?? review.fieldCode, phone: phone?.value ?? null }
    return { fileName: `${review.fileNumber}.pdf`, mediaType: 'application/pdf', bytes: await typeset(slip(call, review, named)) }
  }),
]
/** What is asked of a body without a desk here, for one time: numbers, field and way of working; her name is hers to say. */
function slip(
  { language, house, today }: Pick<Call<unknown>, 'language' | 'house' | 'today'>,
  { fileNumber, requestNumber, kind, relation, dueOn }: StoredReview,
  { field, phone }: { readonly field: string; readonly phone: string | null },
): Sheet {
  const day = (iso: string): string => shownDigits(shownDay(iso, language), language)
  return {
    size: 'a4',
    language,
    letterhead: say('letterhead', language),
    title: say('slip', language),
    register: [
      [say('file-number', language), shownDigits(fileNumber, language)],
      [say('slip-date', language), day(today)],
    ],
    blocks: [
      { kind: 'large', text: say('slip-to', language, { body: say(`review-${kind}`, language) }) },
      { kind: 'text', text: say('slip-asks', language) },
      {
        kind: 'facts',
        rows: [
          ...(requestNumber === null ? [] : [[say('request-number', language), shownDigits(requestNumber, language)] as const]),
          [say('field', language), field],
          [say('relation', language), say(`relation-${relation}`, language)],
          [say('due', language), day(dueOn)],
        ],
      },
      { kind: 'heading', text: say('slip-answer', language) },
      { kind: 'text', text: say('slip-answers', language) },
      { kind: 'space', lines: 5 },
      { kind: 'signatures', names: [say('slip-signed', language)] },
      { kind: 'text', text: say('slip-only', language) },
      ...(phone === null ? [] : [{ kind: 'text' as const, text: say('slip-phone', language, { phone }) }]),
    ],
    footer: '',
    mark: house.mode === 'demo' ? say('paper-demo', language) : undefined,
  }
}
