import { seedCapacities, seedOffers, seedPartners } from '../../db/seed/partners.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { addDays } from '../platform/time.ts'

interface Place {
  readonly planId: string
  readonly counties: readonly string[]
  readonly startedOn: string
  readonly idOf: (name: string) => string
}
/** Offers begin with the list of fields they name, and never before the plan. */
const FIRST_OFFER_DAY = 75
/** The invented partners with their memberships, what public bodies can give, and what each county is offered. The organisations of the plan stand already. */
export async function settlePartners(tx: Tx, house: House, place: Place): Promise<void> {
  await settleMembers(tx, house, place)
  await tx
    .insertInto('partners.capacity')
    .values(
      seedCapacities.map(([organisation, county, kind, title, unit, total, used]) => ({
        plan_id: place.planId,
        id: house.newId(),
        organisation_id: place.idOf(`organisation/${organisation}`),
        county_code: county,
        kind,
        title,
        unit,
        total,
        used,
        valid_from: place.startedOn,
      })),
    )
    .execute()
  await settleOffers(tx, house, place)
}
async function settleMembers(tx: Tx, house: House, { planId, counties, startedOn, idOf }: Place): Promise<void> {
  for (const one of seedPartners) {
    const id = idOf(`organisation/${one.key}`)
    await tx
      .insertInto('partners.organisation')
      .values({
        id,
        person_kind: one.type === 'natural-person' ? 'natural' : 'legal',
        organisation_type: one.type,
        name_fa: one.nameFa,
        name_en: one.nameEn,
        legal_id: one.legalId ?? null,
        parent_id: one.parent === undefined ? null : idOf(`organisation/${one.parent}`),
        is_social_entrepreneur: one.isSocialEntrepreneur === true,
      })
      .execute()
    const since = one.before === undefined ? startedOn : addDays(startedOn, one.before.untilDay + 1)
    const membership = { plan_id: planId, organisation_id: id, counties: [...(one.counties ?? counties)] }
    if (one.before !== undefined)
      await tx
        .insertInto('partners.membership')
        .values({
          ...membership,
          id: house.newId(),
          kinds: [...one.before.kinds],
          valid_from: startedOn,
          valid_to: addDays(startedOn, one.before.untilDay),
          letter_number: one.before.letter,
          letter_date: startedOn,
        })
        .execute()
    await tx
      .insertInto('partners.membership')
      .values({
        ...membership,
        id: house.newId(),
        kinds: [...one.kinds],
        valid_from: since,
        letter_number: one.letter ?? null,
        letter_date: one.letter === undefined ? null : since,
      })
      .execute()
  }
}
async function settleOffers(tx: Tx, house: House, { planId, startedOn }: Place): Promise<void> {
  const { code: edition } = await tx
    .selectFrom('occupations.list_edition')
    .select('code')
    .orderBy('in_force_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const since = addDays(startedOn, FIRST_OFFER_DAY)
  await tx
    .insertInto('occupations.offer')
    .values(
      seedOffers.map(([county, field, why, source, untilDay]) => ({
        plan_id: planId,
        id: house.newId(),
        county_code: county,
        edition_code: edition,
        field_code: field,
        why,
        source,
        valid_from: since,
        valid_to: untilDay === undefined ? null : addDays(startedOn, untilDay),
        letter_number: 'ن/۱۵۰',
        letter_date: since,
      })),
    )
    .execute()
}
