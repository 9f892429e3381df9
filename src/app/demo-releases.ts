import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

/** One person of the office freezes today's figures, another publishes them: the public pages have something to show. */
export async function publish(stage: Stage): Promise<void> {
  const id = demoId('release/first')
  const url = '/outcomes/releases'
  const day = stage.today - 1
  await stage.act({ name: 'release/first/propose', who: 'daftar', day, url, body: { id, corrects: null, correction: null } })
  await stage.act({
    name: 'release/first/settle',
    who: 'barresi',
    day,
    minute: 30,
    url: `${url}/${id}/settle`,
    body: { isPublished: true },
  })
}
