import { addDays } from '../../../platform/time.ts'
import type { Channel, NoteLevel, Standing } from '../contract/notes.ts'

/** How many days a note may wait on a phone without network. */
export const DAYS_ON_DEVICE = 14
interface Noted {
  readonly channel: Channel
  readonly standing: Standing | null
  readonly level: NoteLevel
  readonly text: string | null
  readonly heldOn: string
}
type NoteRefusal = 'pathways.note-empty' | 'pathways.standing-missing' | 'pathways.standing-without-contact' | 'pathways.note-day-wrong'
/** Why a note cannot be kept as it is. A contact may go without a sentence, a note may not. */
export function reasonsNotToNote({ channel, standing, level, text, heldOn }: Noted, today: string): readonly NoteRefusal[] {
  const reasons: NoteRefusal[] = []
  if (text === null && (channel === 'none' || level === 'confidential')) reasons.push('pathways.note-empty')
  if (channel !== 'none' && standing === null) reasons.push('pathways.standing-missing')
  if (channel === 'none' && standing !== null) reasons.push('pathways.standing-without-contact')
  if (heldOn > today || heldOn < addDays(today, -DAYS_ON_DEVICE)) reasons.push('pathways.note-day-wrong')
  return reasons
}
