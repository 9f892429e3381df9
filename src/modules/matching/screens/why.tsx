import { useSay } from '../../../ui/language.tsx'
import type { Weighed } from '../contract/runs.ts'
import type { MatchingObstacle } from '../contract/states.ts'
import { words } from '../words.ts'

type Pair = Weighed['pairs'][number]
interface Props {
  readonly pairs: readonly Pair[]
  readonly titleOf: (opportunityId: string) => string
}
/** Of each opportunity what spoke for it or what stood against it; what stands against all of them is said once. */
export function Whys({ pairs, titleOf }: Props) {
  const say = useSay()
  const [first] = pairs
  const common = pairs.length < 2 ? [] : (first?.obstacles ?? []).filter((one) => pairs.every(({ obstacles }) => obstacles.includes(one)))
  const obstacles = (list: readonly MatchingObstacle[]): string => list.map((one) => say(words[`obstacle-${one}`])).join('؛ ')
  const rest = pairs
    .map((pair) => ({ ...pair, obstacles: pair.obstacles.filter((one) => !common.includes(one)) }))
    .filter((pair) => pair.parts !== null || pair.obstacles.length > 0)
  return (
    <ul>
      {common.length === 0 ? null : (
        <li>
          <span className="font-semibold">{say(words['for-all'])}</span>: {obstacles(common)}
        </li>
      )}
      {rest.map((pair) => (
        <li key={pair.opportunityId}>
          <span className="font-semibold">{titleOf(pair.opportunityId)}</span>:{' '}
          {pair.parts === null ? obstacles(pair.obstacles) : <Parts parts={pair.parts} />}
        </li>
      ))}
    </ul>
  )
}
function Parts({ parts }: { readonly parts: NonNullable<Pair['parts']> }) {
  const say = useSay()
  const said = (['wish', 'craft', 'output'] as const)
    .filter((part) => parts[part] > 0)
    .map((part) => say(words[`part-${part}`], { n: parts[part] }))
  return <>{[say(words['fits-too']), ...said].join(' · ')}</>
}
