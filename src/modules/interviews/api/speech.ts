import { jalaliOf } from '../../../platform/jalali.ts'
import { shownDigits, speaker } from '../../../platform/speech.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import type { Language } from '../../../platform/words.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

/** The voice of this room, for what is read aloud, sent or printed. */
export const say = speaker(words, english)
/** Weekday, day and time of an instant in Tehran, as they are said: «سه‌شنبه ۳ آذر»، «۱۰:۳۰». */
export function dayAndTime(instant: Date, language: Language): { readonly date: string; readonly time: string } {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: TEHRAN, hour: '2-digit', minute: '2-digit' }).format(instant)
  const iso = dayIn(TEHRAN, instant)
  if (language === 'en')
    return {
      time,
      date: new Intl.DateTimeFormat('en-GB', { timeZone: TEHRAN, weekday: 'long', day: 'numeric', month: 'long' }).format(instant),
    }
  const { month, day } = jalaliOf(iso)
  const weekday = say(`weekday-${new Date(`${iso}T00:00:00Z`).getUTCDay()}`, language)
  return { time: shownDigits(time, language), date: shownDigits(`${weekday} ${day} ${say(`month-${month}`, language)}`, language) }
}
