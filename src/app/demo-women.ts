import { seededRandom } from '../../db/seed/random.ts'
import { demoSheets } from '../../db/seed/sheets.ts'
import { type Batch, inventStories, type Story } from '../../db/seed/stories.ts'
import { takeNext } from '../modules/enrolment/contract/cases.ts'
import type { House } from '../platform/house.ts'
import { jalaliOf } from '../platform/jalali.ts'
import { XLSX } from '../platform/sheet/read.ts'
import { writeXlsx } from '../platform/sheet/write.ts'
import { formatDate } from '../ui/format.ts'
import { demoId, demoPlanId } from './demo.ts'
import { planTerritory } from './demo-amayesh.ts'
import { keepBusinesses } from './demo-businesses.ts'
import { askHowItWent } from './demo-follow-ups.ts'
import { accompany } from './demo-guiding.ts'
import { openHerPages } from './demo-hers.ts'
import { sendLetters } from './demo-letters.ts'
import { type Cast, type Filed, live } from './demo-lives.ts'
import { trade } from './demo-market.ts'
import { match } from './demo-matching.ts'
import { askForOrders } from './demo-order-requests.ts'
import { govern } from './demo-oversight.ts'
import { promise } from './demo-pledges.ts'
import { enterPrices } from './demo-prices.ts'
import { introduceTwice, protect } from './demo-protection.ts'
import { meetObstacles } from './demo-reforms.ts'
import { publish } from './demo-releases.ts'
import { holdRound } from './demo-rounds.ts'
import { eachOf, guides, openStage, type Stage } from './demo-stage.ts'
import { holdTalks, holdTalksOfThisWeek, openRooms } from './demo-talks.ts'
import { supervise } from './demo-visits.ts'

/** Lists are shown by their ids, the newest first: so the ids of the demonstration carry the day of theirs. */
const listId = (key: string, day: number): string => demoId(`import/${key}`).replace(/^(.{9}).{4}/, `$1${String(day).padStart(4, '0')}`)
// A demonstration peopled before knows its end by this very id.
const LAST_LIST = demoId('import/last-list')
/** Days of the plan on which bodies send their lists, the decider sits, places are given and second readings are held. */
const ROUNDS = [75, 115, 160, 205, 250, 284, 296]
/** Days on which conversations were held in every county; those of this week come last. */
const TALKS = [110, 150, 195, 230, 255, 272]

/**
 * Peoples the demonstration: about 400 invented women of four counties, through the routes of the house and on their days, in every state it
 * knows. Does nothing when they are there; broken off, it goes on. `onStep` hears how many lists are done.
 */
export async function peopleDemo(house: House, onStep: (done: number, all: number) => void): Promise<void> {
  const found = await house.door.asOwner(async (tx) => ({
    last: await tx.selectFrom('enrolment.import').select('id').where('id', '=', LAST_LIST).executeTakeFirst(),
    plan: await tx.selectFrom('plan.plan').select('started_on').where('id', '=', demoPlanId).executeTakeFirstOrThrow(),
  }))
  if (found.last !== undefined) return
  const stage = await openStage(house, found.plan.started_on)
  const batches = inventStories(seededRandom('kariz'), jalaliOf(found.plan.started_on).year)
  const cast: Cast = { filed: [], gaveBack: new Set(), refusedLately: 0 }
  const steps = [
    ...batches.map((batch) => ({ day: batch.day, run: () => playBatch(stage, house, cast, batch) })),
    ...ROUNDS.map((day) => ({ day, run: () => holdRound(stage, cast, day, batches) })),
    ...TALKS.map((day) => ({ day, run: () => holdTalks(stage, cast, day) })),
  ].sort((one, other) => one.day - other.day)
  await sendLetters(stage)
  await openRooms(stage, ROUNDS[0] ?? 0)
  for (const [index, step] of steps.entries()) {
    onStep(index, steps.length)
    await step.run()
  }
  await holdTalksOfThisWeek(stage, cast)
  await promise(stage)
  await trade(stage)
  await keepBusinesses(stage)
  await askForOrders(stage)
  await accompany(stage)
  await enterPrices(stage)
  await askHowItWent(stage)
  await match(stage)
  await planTerritory(stage)
  await meetObstacles(stage)
  await govern(stage)
  await supervise(stage)
  await protect(stage, cast)
  await openHerPages(stage, house)
  await publish(stage)
  await introduceTwice(stage, batches, listId('introduced-twice', stage.today - 3))
  await stage.runJob('enrolment.erase-nominations', stage.today)
  await sendLastList(stage)
  await stage.close()
}
/** A list goes in through the import; its women are taken by the guides of their counties, and live on from there. */
async function playBatch(stage: Stage, house: House, cast: Cast, batch: Batch): Promise<void> {
  const id = listId(batch.key, batch.day)
  const bytes = writeXlsx({ sheetName: 'فهرست', rows: rowsOf(batch) })
  const sent = { who: batch.sender, day: batch.day }
  const url = `/enrolment/imports?id=${id}&fileName=${encodeURIComponent(`فهرست ${formatDate(stage.dateOf(batch.day), 'fa', 'month')}.xlsx`)}`
  await stage.act({ ...sent, name: `${batch.key}/send`, url, upload: { bytes, mediaType: XLSX } })
  await stage.act({ ...sent, name: `${batch.key}/commit`, minute: 20, url: `/enrolment/imports/${id}/commit` })
  await stage.runJob('enrolment.run-imports', batch.day)
  const byIndex = new Map(
    batch.stories.map((story) => [house.vault.blindIndex(demoPlanId, 'national-id', story.woman.nationalId).toString('hex'), story]),
  )
  const taken = await Promise.all(
    [...Map.groupBy(guides, ([county]) => county)].map(([county, here]) =>
      takeFiles(stage, batch, { county, guides: here.map(([, guide]) => guide) }),
    ),
  )
  const stories = await storiesOf(house, taken.flat(), byIndex)
  await eachOf(stories, (filed) => live(stage, filed))
  cast.filed.push(...stories)
}
/** The guides of a county take the files of a list in turn, in the order of the list; those at its end are still waiting for their first call. */
async function takeFiles(
  stage: Stage,
  batch: Batch,
  { county, guides }: { readonly county: string; readonly guides: readonly string[] },
): Promise<readonly Filed[]> {
  const taken: Filed[] = []
  const called = batch.stories.filter(({ woman, fate }) => woman.countyCode === county && fate !== 'waits').length
  for (let place = 0; place < called; place++) {
    const guide = guides[place % guides.length] ?? ''
    const told = await stage.ask(takeNext.output, {
      name: `${batch.key}/take-${county}-${place}`,
      who: guide,
      day: batch.day + 1,
      minute: place,
      url: '/enrolment/cases/take-next',
    })
    if (told === undefined) throw new Error(`the demonstration stumbles: ${guide} carries too many files to take another`)
    taken.push({ caseId: told.id, personId: told.personId, guide, story: undefined, arrived: batch.day })
  }
  return taken
}
/** Who was taken is known by the blind index of her nomination; whoever came from an earlier list just waits for her call. */
async function storiesOf(house: House, taken: readonly Filed[], byIndex: ReadonlyMap<string, Story>): Promise<readonly Filed[]> {
  if (taken.length === 0) return []
  const rows = await house.door.asOwner((tx) =>
    tx
      .selectFrom('enrolment.nomination')
      .select(['case_id', 'national_id_index'])
      .where(
        'case_id',
        'in',
        taken.map(({ caseId }) => caseId),
      )
      .execute(),
  )
  const indexOf = new Map(rows.map((row) => [row.case_id, row.national_id_index?.toString('hex') ?? '']))
  return taken.flatMap((filed) => {
    const story = byIndex.get(indexOf.get(filed.caseId) ?? '')
    return story === undefined ? [] : [{ ...filed, story }]
  })
}
const COUNTY_NAMES: Readonly<Record<string, string>> = { '1801': 'بوشهر', '1802': 'تنگستان', '1803': 'دشتستان', '1804': 'دشتی' }
/** The women of a batch as their agency lists them, and one row that needs mending. */
function rowsOf({ stories }: Batch): string[][] {
  return [
    ['ردیف', 'نام', 'نام خانوادگی', 'کد ملی', 'شهرستان', 'شماره تماس', 'صاحب شماره'],
    ...stories.map(({ woman }, index) => [
      String(index + 1),
      woman.givenName,
      woman.familyName,
      woman.nationalId,
      COUNTY_NAMES[woman.countyCode] ?? '',
      woman.phone === null ? '' : `0${woman.phone.slice(3)}`,
      woman.whosePhone === 'neighbour' ? 'همسایه' : woman.whosePhone === 'own' ? 'خودش' : '',
    ]),
    [String(stories.length + 1), 'مریم', 'کریمی', '3490000014', COUNTY_NAMES[stories[0]?.woman.countyCode ?? ''] ?? '', '', ''],
  ]
}
/** One list of yesterday is looked at and not yet sent on. */
async function sendLastList(stage: Stage): Promise<void> {
  const sheet = demoSheets('kariz')[1]
  if (sheet === undefined) return
  const url = `/enrolment/imports?id=${LAST_LIST}&fileName=${encodeURIComponent(sheet.fileName)}`
  await stage.act({ name: 'last-list', who: 'emdad-dashtestan', day: stage.today - 1, url, upload: sheet })
}
