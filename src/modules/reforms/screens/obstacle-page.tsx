import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { words as access } from '../../../access/words.ts'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader, Timeline } from '../../../ui/layout.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Obstacle, readObstacle } from '../contract/obstacles.ts'
import { movesFrom } from '../rules/obstacles.ts'
import { words } from '../words.ts'
import { ArrangementsCard } from './arrangements-card.tsx'
import { CasesCard } from './cases-card.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { LettersCard } from './letters-card.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { ObstacleStateTag, useBlocked } from './state-tags.tsx'

/** One obstacle: what it is, whom it holds up, what is allowed until its reform, the letters, and how it moved. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readObstacle, { id })
  const mayMove = useMay('reforms.move')
  const blockedOf = useBlocked()
  const [open, setOpen] = useState<'describe' | 'move'>()
  const close = (): void => setOpen(undefined)
  return (
    <ReadPage of={read}>
      {(data) => (
        <>
          <PageHeader
            title={data.obstacle.title}
            facts={
              <>
                <ObstacleStateTag state={data.obstacle.state} />
                <span>
                  {say(data.countedIn === 'plan' ? words.blocked : words['blocked-in-counties'])}: {blockedOf(data.obstacle.blocked)}
                </span>
              </>
            }
            actions={
              mayMove ? (
                <>
                  <Button look="primary" isDisabled={movesFrom(data.obstacle.state).length === 0} onPress={() => setOpen('move')}>
                    {say(words.move)}
                  </Button>
                  <Button onPress={() => setOpen('describe')}>{say(words.describe)}</Button>
                </>
              ) : undefined
            }
          />
          <ObstacleFacts obstacle={data.obstacle} />
          <ArrangementsCard obstacle={data.obstacle} arrangements={data.arrangements} moves={data.arrangementMoves} />
          <CasesCard obstacleId={id} cases={data.cases} />
          <LettersCard obstacleId={id} letters={data.letters} />
          <Card title={say(words.moves)}>
            <Timeline
              label={say(words.moves)}
              events={data.moves.toReversed().map(({ to, reason, at }) => ({
                id: `${to} ${at}`,
                what: say(wordFor(words, `state-${to}`)),
                who: reason ?? say(wordFor(access, `role-${data.obstacle.reportedAs}`)),
                when: formatInstant(at, language),
              }))}
            />
          </Card>
          {open === 'describe' ? <DescribeDialog obstacle={data.obstacle} onClose={close} /> : null}
          {open === 'move' ? <MoveDialog obstacle={data.obstacle} onClose={close} /> : null}
        </>
      )}
    </ReadPage>
  )
}
function ObstacleFacts({ obstacle }: { readonly obstacle: Obstacle }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <Card title={say(words.facts)}>
      <p className="whitespace-pre-line pb-4">{obstacle.says}</p>
      <Facts
        facts={[
          [say(words.step), say(wordFor(words, `step-${obstacle.step}`))],
          [say(words.kind), say(wordFor(words, `kind-${obstacle.kind}`))],
          [say(words.grade), say(wordFor(words, `grade-${obstacle.grade}`))],
          [say(words.issuer), obstacle.issuer ?? '—'],
          [say(words.article), obstacle.article ?? '—'],
          [say(words.clause), obstacle.clause ?? '—'],
          [say(words.where), obstacle.countyCode === null ? say(words['whole-province']) : countyName(obstacle.countyCode)],
          [say(words['reported-as']), say(wordFor(access, `role-${obstacle.reportedAs}`))],
          [say(words['competent-body']), obstacle.competentBody ?? '—'],
          [say(words.route), obstacle.route === null ? '—' : say(wordFor(words, `route-${obstacle.route}`))],
          [say(words.proposal), obstacle.proposal ?? '—'],
          [say(words['effective-on']), obstacle.effectiveOn === null ? '—' : formatDate(obstacle.effectiveOn, language)],
        ]}
      />
    </Card>
  )
}
