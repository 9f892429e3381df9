import { z } from 'zod'
import { GrievanceAbout } from '../contract/grievances.ts'

/** A complaint as a guide writes it down beside her: kept at every tap, so that it is the same one whenever it arrives. */
const Draft = z.object({
  id: z.uuid(),
  about: GrievanceAbout,
  countyCode: z.string().nullable(),
  organisationId: z.string().nullable(),
  channel: z.enum(['phone', 'paper']),
  paperNumber: z.string(),
  text: z.string(),
  privateText: z.string(),
  isGuideAllowed: z.boolean().optional(),
})
export type FilingDraft = z.infer<typeof Draft>
/** A draft as it lay on the device; undefined when there is none or it cannot be read. */
export function readFilingDraft(text: string | null): FilingDraft | undefined {
  if (text === null) return undefined
  try {
    return Draft.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
