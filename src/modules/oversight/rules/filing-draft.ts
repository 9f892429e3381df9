import { z } from 'zod'
import { GrievanceAbout } from '../contract/grievances.ts'

/** A complaint as a guide writes it down beside her: kept at every tap. Its id is its command as well, so that it arrives once, however often it is sent. */
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
  /** It was ended by whoever writes it, and is sent as soon as there is a network. */
  isReady: z.boolean().default(false),
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
