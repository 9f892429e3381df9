import { useSay } from '../../../ui/language.tsx'
import type { Example } from '../contract/results.ts'
import { words } from '../words.ts'

/** What stands behind a point: what she told of, or a short task she did. */
export function ExampleLines({ examples }: { readonly examples: readonly Example[] }) {
  const say = useSay()
  if (examples.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 pt-1 text-dense text-ink-2">
      {examples.map(({ kind, words: told }) => (
        <li key={told} className="whitespace-pre-wrap">
          {say(words[kind === 'task' ? 'behind-task' : 'behind-example'], { told })}
        </li>
      ))}
    </ul>
  )
}
