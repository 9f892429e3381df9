import type { Batch } from '../../db/seed/stories.ts'
import { XLSX } from '../platform/sheet/read.ts'
import { writeXlsx } from '../platform/sheet/write.ts'
import { demoId } from './demo.ts'
import type { Cast } from './demo-lives.ts'
import type { Stage } from './demo-stage.ts'

/** What the safety officer and the second approver find: two files opened in danger, the earlier one reviewed, the later one waiting. */
export async function protect(stage: Stage, { filed }: Cast): Promise<void> {
  const inDanger = filed.filter(({ story }) => story?.fate === 'protected').slice(0, 2)
  for (const [place, { personId }] of inDanger.entries()) {
    const id = demoId(`glass/${personId}`)
    const isEarlier = place === 0
    const day = stage.today - (isEarlier ? 40 : 1)
    const body = {
      purpose: 'break-glass',
      id,
      reason: isEarlier ? 'child-in-danger' : 'danger-to-life',
      note: 'اورژانس اجتماعی تماس گرفت و نشانی او را برای رساندن کمک خواست.',
      isUnsafeToTell: !isEarlier,
    }
    await stage.act({ name: `${id}/break`, who: 'imeni', day, url: `/people/${personId}/broken-glass`, body })
    const verdict = { verdict: 'justified', mayBeTold: true, version: 1 }
    if (isEarlier)
      await stage.act({ name: `${id}/review`, who: 'taeed', day: day + 1, url: `/people/broken-glass/${id}/review`, body: verdict })
  }
}
/** What the linkage unit finds: a woman whom a second body introduced, not knowing of the first. Both lists were taken alike. */
export async function introduceTwice(stage: Stage, batches: readonly Batch[], id: string): Promise<void> {
  const again = batches.find(({ sender }) => sender === 'emdad-dashtestan')?.stories.find(({ fate }) => fate === 'decided')?.woman
  if (again === undefined) return
  const rows = [
    ['نام', 'نام خانوادگی', 'کد ملی', 'شهرستان'],
    [again.givenName, again.familyName, again.nationalId, 'دشتستان'],
  ]
  const upload = { bytes: writeXlsx({ sheetName: 'فهرست', rows }), mediaType: XLSX }
  const sent = { who: 'kar', day: stage.today - 3 }
  await stage.act({
    ...sent,
    name: 'twice/send',
    url: `/enrolment/imports?id=${id}&fileName=${encodeURIComponent('فهرست کار.xlsx')}`,
    upload,
  })
  await stage.act({ ...sent, name: 'twice/commit', minute: 20, url: `/enrolment/imports/${id}/commit` })
  await stage.runJob('enrolment.run-imports', stage.today - 3)
}
