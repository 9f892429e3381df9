import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { words as territory } from '../../territory/words.ts'
import { listOwnSteps } from '../contract/work-plan.ts'
import { words } from '../words.ts'
import { OwnInsurances, OwnLoans } from './own-loans.tsx'
import { OwnReferrals } from './own-referrals.tsx'
import { StepMoves, StepStateTag } from './step-moves.tsx'

/** What an agency has taken on, by file number, the nearest day first. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const own = useRead(listOwnSteps, {})
  return (
    <>
      <PageHeader title={say(words['own-steps'])} facts={say(words['own-steps-hint'])} />
      <OwnReferrals />
      <OwnLoans />
      <OwnInsurances />
      <h2 className="pb-3 font-bold text-body">{say(words['own-steps-list'])}</h2>
      <Read of={own}>
        {({ steps }) =>
          steps.length === 0 ? (
            <EmptyState>{say(words['no-own-steps'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words['own-steps-list'])}
              rows={steps}
              keyOf={({ id }) => id}
              columns={[
                { key: 'file', title: say(words['file-number']), cell: ({ fileNumber }) => <bdi>{digits(fileNumber, language)}</bdi> },
                { key: 'kind', title: say(words['step-kind']), cell: ({ kind }) => say(words[`step-${kind}`]) },
                { key: 'county', title: say(territory['level-county']), cell: ({ countyCode }) => countyName(countyCode) },
                { key: 'due', title: say(words['step-due']), cell: ({ dueOn }) => formatDate(dueOn, language) },
                { key: 'state', title: say(words['step-state']), cell: ({ state }) => <StepStateTag state={state} /> },
                { key: 'move', title: say(words['step-move']), cell: (step) => <StepMoves step={step} moves={['under-way', 'done']} /> },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
