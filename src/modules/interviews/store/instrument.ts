import type { Tx } from '../../../platform/db.ts'
import { Domain, type Instrument } from '../contract/instrument.ts'

/** The code of the instrument in force on a day; undefined before the first. */
export async function findInstrumentOn(tx: Tx, day: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('interviews.instrument')
    .select('code')
    .where('in_force_from', '<=', day)
    .orderBy('in_force_from', 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.code
}
/** One version of the instrument, whole: an interview keeps the version it was held with. */
export async function findInstrument(tx: Tx, code: string): Promise<Instrument | undefined> {
  const one = await tx.selectFrom('interviews.instrument').select(['code', 'title', 'source']).where('code', '=', code).executeTakeFirst()
  if (one === undefined) return undefined
  const anchors = await tx
    .selectFrom('interviews.anchor')
    .select(['item_code', 'sentence'])
    .where('instrument_code', '=', code)
    .orderBy('degree')
    .execute()
  const items = await tx
    .selectFrom('interviews.item')
    .select(['code', 'domain', 'place', 'title', 'is_on_sample'])
    .where('instrument_code', '=', code)
    .orderBy('domain', 'desc')
    .orderBy('place')
    .execute()
  const never = await tx
    .selectFrom('interviews.never_asked')
    .select('sentence')
    .where('instrument_code', '=', code)
    .orderBy('place')
    .execute()
  return {
    ...one,
    items: items.map((item) => ({
      code: item.code,
      domain: Domain.parse(item.domain),
      place: item.place,
      title: item.title,
      isOnSample: item.is_on_sample,
      anchors: anchors.filter((anchor) => anchor.item_code === item.code).map(({ sentence }) => sentence),
    })),
    neverAsked: never.map(({ sentence }) => sentence),
  }
}
/** What every tap asks of an instrument: its items and which of them the sample shows, without the sentences. */
export async function listItems(tx: Tx, code: string): Promise<readonly { readonly code: string; readonly isOnSample: boolean }[]> {
  const rows = await tx.selectFrom('interviews.item').select(['code', 'is_on_sample']).where('instrument_code', '=', code).execute()
  return rows.map((row) => ({ code: row.code, isOnSample: row.is_on_sample }))
}
