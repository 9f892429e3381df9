import { z } from 'zod'
import { Channel, NoteLevel, Standing } from '../contract/notes.ts'

/** A note as it is being written on a device: kept at every tap, with its id and its day, so that it is the same note whenever it arrives. */
const Draft = z.object({
  id: z.uuid(),
  heldOn: z.iso.date(),
  channel: Channel.nullable(),
  standing: Standing.nullable(),
  level: NoteLevel,
  text: z.string(),
  /** She pressed «keep»; it is sent as soon as there is a network. */
  isReady: z.boolean(),
})
export type NoteDraft = z.infer<typeof Draft>
/** A draft as it lay on the device; undefined when there is none or it cannot be read any more. */
export function readDraft(text: string | null): NoteDraft | undefined {
  if (text === null) return undefined
  try {
    return Draft.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
/** The day of an instant in Tehran, where the note is written. */
export function dayOfWriting(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(at)
}
