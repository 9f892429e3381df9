import { createHash } from 'node:crypto'
import { reasonsNotTo } from '../../access/policy.ts'
import { english as accessEnglish } from '../../access/words.en.ts'
import { words as access } from '../../access/words.ts'
import { namesOf } from '../../modules/partners/port.ts'
import { listCounties } from '../../modules/territory/port.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { fileNumberOf } from '../../platform/ids.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { type Cell, writeWorkbook } from '../../platform/sheet/write.ts'
import { shownDigits, speaker } from '../../platform/speech.ts'
import * as contract from './contract.ts'
import { kinds, type Listed, type Reader, say } from './kinds.ts'
import { gather } from './rules.ts'
import { listMade } from './store.ts'

const sayAccess = speaker(access, accessEnglish)
const PAGE = 250

type Asking = Call<{ readonly kind: contract.ExportKind; readonly countyCode?: string | undefined }>

async function readerOf({ tx, language }: Pick<Asking, 'tx' | 'language'>): Promise<Reader> {
  const names = new Map((await listCounties(tx)).map(({ code, nameFa, nameEn }) => [code, language === 'en' ? (nameEn ?? nameFa) : nameFa]))
  return { language, county: (code) => names.get(code) ?? code }
}
/** The county the list is narrowed to; none for a list that knows none, so that no workbook says it is of a county when it is not. */
const countyOf = ({ input: { kind, countyCode } }: Pick<Asking, 'input'>): string | undefined =>
  contract.wholeKinds.includes(kind) ? undefined : countyCode
/** Every row of the list within the reader's reach, page by page as the screen reads it. Refuses a list longer than a workbook may be. */
async function rowsOf(
  call: Asking,
  { list, handled }: { readonly list: Listed; readonly handled: Handled },
): Promise<readonly (readonly Cell[])[]> {
  refuseIf(reasonsNotTo(handled.route.action, call.actor))
  const reader = await readerOf(call)
  const countyCode = countyOf(call)
  const rows = await gather(async (after) => {
    const asked = {
      ...(list.isPaged ? { limit: PAGE } : {}),
      ...(after === null ? {} : { after }),
      ...(countyCode === undefined ? {} : { countyCode }),
    }
    const { output } = await handled.parse(asked).run(call)
    return list.page(output, reader)
  }, contract.MOST_ROWS)
  return rows ?? refuse('exports.too-many')
}
async function makerOf({ tx, actor, language }: Pick<Asking, 'tx' | 'actor' | 'language'>): Promise<string> {
  const role = sayAccess(`role-${actor.role}`, language)
  if (actor.organisationId === null) return role
  const office = (await namesOf(tx, [actor.organisationId])).get(actor.organisationId)
  return office ?? role
}

/** What left the house, with role and office of whoever made it. */
async function shownMade({ tx, actor, language }: Pick<Call<unknown>, 'tx' | 'actor' | 'language'>) {
  const made = await listMade(tx, actor.planId)
  const offices = await namesOf(
    tx,
    made.flatMap(({ officeId }) => (officeId === null ? [] : [officeId])),
  )
  return {
    exports: made.map(({ officeId, role, ...one }) => ({
      ...one,
      role: sayAccess(`role-${role}`, language),
      office: officeId === null ? null : (offices.get(officeId) ?? null),
    })),
  }
}
/** Workbooks made of lists of the house; `lists` are the routes they are read from. */
export function exportsApi(lists: readonly Handled[]): readonly Handled[] {
  const find = (kind: contract.ExportKind): { readonly list: Listed; readonly handled: Handled } => {
    const list = kinds[kind]
    const handled = lists.find(({ route }) => route.method === 'GET' && route.path === list.path)
    if (handled === undefined) throw new Error(`no list ${list.path} to export`)
    return { list, handled }
  }
  return [
    handle(contract.previewExport, async (call) => {
      const found = find(call.input.kind)
      const rows = await rowsOf(call, found)
      return {
        columns: [...found.list.titles(call.language)],
        rows: rows
          .slice(0, contract.PREVIEWED)
          .map((row) => row.map((cell) => (typeof cell === 'number' ? shownDigits(String(cell), call.language) : cell))),
        total: rows.length,
      }
    }),
    handle(contract.downloadExport, async (call) => {
      const { input, house, language, today, note } = call
      const found = find(input.kind)
      const rows = await rowsOf(call, found)
      if (rows.length === 0) refuse('exports.nothing')
      const number = fileNumberOf(house.randomBytes)
      const titles = found.list.titles(language)
      const reason = say(`reason-${input.reason}`, language)
      const watermark = say('watermark', language, { number, day: today, by: await makerOf(call), reason })
      const marks = house.mode === 'demo' ? [watermark, say('watermark-demo', language)] : [watermark]
      const marked = marks.map((text): readonly Cell[] => [text])
      const sheet = { name: say(`kind-${input.kind}`, language), rows: [...marked, titles, ...rows, ...marked], footer: watermark }
      const bytes = writeWorkbook([sheet])
      note({
        number,
        kind: input.kind,
        reason: input.reason,
        countyCode: countyOf(call) ?? null,
        rows: rows.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
      return {
        fileName: `${say('file-name', language)}-${number}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes,
      }
    }),
    handle(contract.listExports, shownMade),
  ]
}
