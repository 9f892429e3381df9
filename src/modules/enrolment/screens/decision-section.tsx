import { useMay } from '../../../access/screens/self.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import type { Position } from '../rules/case-moves.ts'
import { isDecidable } from '../rules/eligibility/rules.ts'
import { words } from '../words.ts'
import { Deciding } from './deciding.tsx'
import { InsuredCard } from './insured-card.tsx'
import { PlaceCard } from './place-card.tsx'
import { Telling } from './telling.tsx'

interface Props {
  readonly caseId: string
  readonly personId: string
  readonly position: Position
  readonly countyCode: string
  /** The day by which she answers a place; null once she has. */
  readonly deadlineOn: string | null
}
const TOLD: ReadonlySet<Position> = new Set<Position>(['eligible', 'ineligible', 'queued', 'place-granted'])

/** For the decider the rules over today's facts; for whoever carries the file what to ask, what to read to her, and her answer to a place. */
export function DecisionSection({ caseId, personId, position, countyCode, deadlineOn }: Props) {
  const say = useSay()
  const mayDecide = useMay('enrolment.decide')
  const mayRead = useMay('enrolment.read-decision')
  if (mayDecide && isDecidable(position)) return <Deciding caseId={caseId} personId={personId} />
  if (!mayRead) return null
  return (
    <>
      {position === 'registered' || position === 'incomplete' ? <InsuredCard caseId={caseId} countyCode={countyCode} /> : null}
      {TOLD.has(position) ? (
        <Card title={say(words.decision)}>
          <Telling caseId={caseId} />
        </Card>
      ) : null}
      {position === 'place-granted' ? <PlaceCard caseId={caseId} isTaken={deadlineOn === null} /> : null}
    </>
  )
}
