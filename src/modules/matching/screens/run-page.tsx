import { useParams } from '@tanstack/react-router'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Run, readRun } from '../contract/runs.ts'
import { words } from '../words.ts'
import { WeighedCard } from './weighed-card.tsx'

/** One run: what came of each opportunity and why, each woman’s line for the market of her county, and the record that lets it be repeated. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const { countyName } = useCounties()
  const read = useRead(readRun, { id })
  const maySeeLines = useMay('matching.read-weighed')
  return (
    <Read of={read}>
      {(run) => (
        <>
          <PageHeader
            title={say(words['run-on'], { day: formatDate(run.ranOn, language) })}
            facts={
              <>
                <span>{countyName(run.countyCode)}</span>
                <span>
                  {say(words.women)}: {formatNumber(run.women, language)}
                </span>
                <span>
                  {say(words.proposed)}: {formatNumber(run.proposed, language)}
                </span>
              </>
            }
          />
          <Offers run={run} />
          {maySeeLines ? <WeighedCard run={run} /> : null}
          <RunRecord run={run} />
        </>
      )}
    </Read>
  )
}
function Offers({ run }: { readonly run: Run }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words.opportunities)}>
      <DataTable
        label={say(words.opportunities)}
        rows={run.offers}
        keyOf={({ opportunityId }) => opportunityId}
        columns={[
          {
            key: 'title',
            title: say(words.opportunity),
            cell: ({ opportunityId, title }) => <TextLink to={`/staff/opportunities/${opportunityId}`}>{title}</TextLink>,
          },
          { key: 'free', title: say(words.free), cell: ({ free }) => formatNumber(free, language), isNumber: true },
          { key: 'proposed', title: say(words.proposed), cell: ({ proposed }) => formatNumber(proposed, language), isNumber: true },
          { key: 'why', title: say(words['obstacles-of']), cell: ({ obstacles }) => <Obstacles obstacles={obstacles} /> },
        ]}
      />
    </Card>
  )
}
function Obstacles({ obstacles }: { readonly obstacles: Run['offers'][number]['obstacles'] }) {
  const say = useSay()
  if (obstacles.length === 0) return <>{say(words['no-obstacles'])}</>
  return (
    <ul>
      {obstacles.map(({ obstacle, women }) => (
        <li key={obstacle}>
          {women === null
            ? say(words['obstacle-few'], { obstacle: say(words[`obstacle-${obstacle}`]) })
            : say(words['obstacle-count'], { obstacle: say(words[`obstacle-${obstacle}`]), n: women })}
        </li>
      ))}
    </ul>
  )
}
function RunRecord({ run }: { readonly run: Run }) {
  const say = useSay()
  const language = useLanguage()
  const { wish = 0, craft = 0, output = 0 } = run.weights
  const weights = [
    say(words['weight-wish'], { n: wish }),
    say(words['weight-craft'], { n: craft }),
    say(words['weight-output'], { n: output }),
  ]
  const code = (text: string) => (
    <bdi dir="ltr" className="break-all">
      {text}
    </bdi>
  )
  return (
    <Card title={say(words['run-record'])} isFolded>
      <p className="pb-3 text-ink-2">{say(words['record-hint'])}</p>
      <Facts
        facts={[
          [say(words.weights), weights.join(' · ')],
          [say(words['weights-version']), code(digits(run.weightsVersion, language))],
          [say(words['tier-set']), code(digits(run.tierSet, language))],
          [say(words['solver-version']), code(run.solverVersion)],
          [say(words.seed), code(digits(run.seed, language))],
          [say(words['input-hash']), code(run.inputHash)],
        ]}
      />
      <p className="pt-3 text-ink-2">{say(words['seed-hint'])}</p>
    </Card>
  )
}
