import { useSay } from '../../../ui/language.tsx'
import type { Weighed } from '../contract/runs.ts'
import { words } from '../words.ts'

type Pair = Weighed['pairs'][number]
/** Why one opportunity was weighed for her as it was: the three parts that spoke for it, or what stood against it. */
export function Why({ pair }: { readonly pair: Pair }) {
  const say = useSay()
  const { parts, obstacles } = pair
  if (parts === null) return <>{obstacles.map((one) => say(words[`obstacle-${one}`])).join('؛ ')}</>
  const said = (['wish', 'craft', 'output'] as const)
    .filter((part) => parts[part] > 0)
    .map((part) => say(words[`part-${part}`], { n: parts[part] }))
  return <>{[say(words['fits-too']), ...said].join(' · ')}</>
}
