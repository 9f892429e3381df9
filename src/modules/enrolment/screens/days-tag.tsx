import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { words } from '../words.ts'

/** How many days a clock still has, in words and an icon; late days are said as such. */
export function DaysTag({ days }: { readonly days: number }) {
  const say = useSay()
  if (days < 0) return <Tag meaning="overdue">{say(words['days-late'], { n: -days })}</Tag>
  return days === 0 ? (
    <Tag meaning="due">{say(words['due-today'])}</Tag>
  ) : (
    <Tag meaning="neutral">{say(words['days-left'], { n: days })}</Tag>
  )
}
