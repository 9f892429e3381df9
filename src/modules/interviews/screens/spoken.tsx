import { useSay } from '../../../ui/language.tsx'
import { words } from '../words.ts'

/** Sentences to be read to her as they stand. */
export function Spoken({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  const say = useSay()
  if (sentences.length === 0) return null
  return (
    <section className="mb-3 rounded-card bg-brand-soft p-4">
      <h3 className="font-semibold text-dense">{title}</h3>
      <p className="pb-2 text-ink-2 text-tag">{say(words['read-aloud-hint'])}</p>
      {sentences.map((sentence) => (
        <p key={sentence} className="text-phone">
          {sentence}
        </p>
      ))}
    </section>
  )
}
