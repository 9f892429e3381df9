import { z } from 'zod'
import { BlockedStep, ObstacleKind } from '../contract/obstacles.ts'

/** An obstacle as it is being told on a device: kept at every tap. Its id is its command as well, so that it arrives once, however often it is sent. */
const Draft = z.object({
  id: z.uuid(),
  title: z.string(),
  says: z.string(),
  kind: ObstacleKind.optional(),
  step: BlockedStep,
  countyCode: z.string().optional(),
  caseId: z.string().nullable(),
  /** It was ended by whoever tells it, and is sent as soon as there is a network. */
  isReady: z.boolean(),
})
export type RaiseDraft = z.infer<typeof Draft>
/** A draft as it lay on the device; undefined when there is none or it cannot be read. */
export function readRaiseDraft(text: string | null): RaiseDraft | undefined {
  if (text === null) return undefined
  try {
    return Draft.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
/** Whether it can be sent; the server decides again. */
export const isWhole = ({ title, says, kind }: RaiseDraft): boolean =>
  kind !== undefined && title.trim().length >= 5 && says.trim().length >= 10
