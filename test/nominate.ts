import { newId } from '../src/platform/ids.ts'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import type { openHouse } from './house.ts'
import type { PersonaName } from './personas.ts'

/** Nominates women through the whole import, as the agency's officer would: name and national ID each. */
export async function nominate(
  house: Awaited<ReturnType<typeof openHouse>>,
  who: PersonaName,
  women: readonly (readonly [name: string, nationalId: string])[],
): Promise<string> {
  const id = newId()
  const bytes = Buffer.from(writeXlsx({ sheetName: 'فهرست', rows: [['نام و نام خانوادگی', 'کد ملی'], ...women] }))
  const preview = await house.ask(who, {
    method: 'POST',
    url: `/enrolment/imports?id=${id}&fileName=list.xlsx`,
    upload: { bytes, mediaType: XLSX },
  })
  const commit = await house.ask(who, { method: 'POST', url: `/enrolment/imports/${id}/commit`, body: {} })
  if (preview.status !== 200 || commit.status !== 200) throw new Error(`${preview.text} ${commit.text}`)
  await house.runJob('enrolment.run-imports')
  return id
}
